import {ConfigurationError} from './configuration-error.js'
import type {Locale, RuleId} from './messages/catalogue.js'
import type {NameEntry} from './names/list.js'
import type {TemplateLanguage} from './post/templates.js'

/** On, off, or how loud, as in remark-lint. */
export type SeveritySetting = boolean | 0 | 1 | 2 | 'off' | 'on' | 'warn' | 'error'

export type RuleSetting =
  | SeveritySetting
  | readonly [SeveritySetting, Readonly<Record<string, unknown>>?]

/** Options of the plugin, as users write them in `.remarkrc.*`. */
export interface Options {
  /** Language of the messages (default: `en`). */
  readonly locale?: Locale
  /**
   * Path to a JSON Schema, a map of globs to paths, a schema itself, or `false` for none.
   * Default: the shipped schema. Paths are relative to the configuration file.
   */
  readonly schema?: false | string | Readonly<Record<string, unknown>>
  /** Path to a list of names, or the list itself. Default: none. */
  readonly names?: string | readonly NameEntry[]
  /** Template language of the posts (default: `auto`). */
  readonly templates?: TemplateLanguage | 'auto' | 'none'
  /**
   * Absolute path of the folder that relative paths here start from (default: the folder of the
   * nearest configuration file, since a plugin isn't told where its options stand).
   */
  readonly folder?: string
  /**
   * What `remark --output` and an editor's Format Document write: the source with the safe fixes
   * made (`true`, the default), or what remark itself would print (`false`).
   */
  readonly fix?: boolean
  /**
   * How many findings of one post are reported at most (default: 60); `false` for all of them,
   * which makes remark-language-server fall silent on posts with some hundred findings. The command
   * line always reports all.
   */
  readonly maxFindings?: number | false
  /** What differs from the rules' defaults. */
  readonly rules?: Readonly<Partial<Record<RuleId, RuleSetting>>>
}

/** A rule's severity as a number, with its own options. */
export interface ResolvedRuleSetting {
  readonly severity: 0 | 1 | 2
  readonly options: Readonly<Record<string, unknown>>
}

/** Reads one entry of `rules`. */
export function resolveRuleSetting(
  id: string,
  setting: RuleSetting | undefined
): ResolvedRuleSetting {
  if (Array.isArray(setting)) {
    const [severity, options] = setting as readonly [SeveritySetting, Record<string, unknown>?]
    return {severity: severityOf(id, severity), options: options ?? {}}
  }
  return {severity: severityOf(id, (setting as SeveritySetting | undefined) ?? true), options: {}}
}

function severityOf(id: string, setting: SeveritySetting): 0 | 1 | 2 {
  switch (setting) {
    case false:
    case 0:
    case 'off':
      return 0
    case true:
    case 1:
    case 'on':
    case 'warn':
      return 1
    case 2:
    case 'error':
      return 2
    default:
      throw new ConfigurationError(
        `Option \`rules.${id}\`: expected true, false, "warn" or "error", not ${JSON.stringify(setting)}`
      )
  }
}

/**
 * The language of messages. Options that name one which there are no messages in are refused: what
 * says so is in English.
 */
export function localeOf({locale}: Pick<Options, 'locale'>): Locale {
  return locale === 'fr' ? locale : 'en'
}
