import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {rules} from '../../rules/index.js'
import {observe} from '../file-access.js'
import {fixText} from '../fix.js'
import remarkLintEpisode from '../index.js'
import type {Locale} from '../messages/catalogue.js'
import {localeOf, type Options} from '../options.js'
import type {RuleId} from '../rule.js'
import {ConfigurationReader} from './configuration.js'
import type {FixedPost, LintResult, LintSettings, PlainMessage} from './result.js'
import {hashOf} from './stamp.js'

/** Checks posts one by one; a configuration's processor is made once and used for all its posts. */
export class Linter {
  readonly #settings: LintSettings
  readonly #configurations: ConfigurationReader
  readonly #processors = new Map<Options, Processor>()

  constructor(settings: LintSettings) {
    this.#settings = settings
    this.#configurations = new ConfigurationReader(settings.cwd, settings.config)
  }

  /** The options for a post, with what the command line sets on top. */
  async optionsFor(post: string): Promise<Options> {
    const {options} = await this.#configurations.for(post)
    return options
  }

  /** The language of what is said about a post. */
  async localeFor(post: string): Promise<Locale> {
    return this.#settings.locale ?? localeOf(await this.optionsFor(post))
  }

  /**
   * Checks a post.
   *
   * @param post Path, relative to the working folder or absolute.
   * @param text The post's text; without it, the file is read.
   * @throws {ConfigurationError} The post's configuration is wrong.
   * @throws {Error} The file can't be read, or holds no text.
   */
  async lint(post: string, text?: string): Promise<LintResult> {
    const processor = this.#processorFor(await this.optionsFor(post))
    if (text !== undefined) return this.#check(processor, post, text)
    const name = path.resolve(this.#settings.cwd, post)
    const {mtimeMs, size} = statSync(name)
    const bytes = readFileSync(name)
    const result = this.#check(processor, post, decode(bytes))
    const {messages, claims, dependencies} = result
    const stamp = {modified: mtimeMs, size, hash: hashOf(bytes)}
    return {path: post, messages, claims, dependencies, stamp}
  }

  /**
   * Makes the safe fixes of a post, in memory.
   *
   * @param text The post's text; without it, the file is read.
   * @param keep The messages of a result that may be fixed.
   * @throws {Error} As {@link lint}.
   */
  async fix(
    post: string,
    text: string | undefined,
    keep: (result: LintResult, text: string) => readonly PlainMessage[]
  ): Promise<FixedPost> {
    const processor = this.#processorFor(await this.optionsFor(post))
    const before = text ?? decode(readFileSync(path.resolve(this.#settings.cwd, post)))
    const {
      text: after,
      edits,
      refused
    } = fixText(before, (value) => keep(this.#check(processor, post, value), value))
    return {result: this.#check(processor, post, after), before, after, edits, refused}
  }

  #check(processor: Processor, post: string, value: string): LintResult {
    const file = new VFile({path: post, cwd: this.#settings.cwd, value})
    const {dependencies} = observe(() => processor.runSync(processor.parse(file), file))
    const [trouble] = file.data.episodeTroubles ?? []
    if (trouble) throw trouble
    const messages = file.messages.map(toPlain)
    const claims = (file.data.episodeClaims ?? []).map(toPlain)
    return {path: post, messages, claims, dependencies}
  }

  #processorFor(options: Options): Processor {
    const known = this.#processors.get(options)
    if (known) return known
    const processor = unified()
      .use(remarkParse)
      .use(remarkLintEpisode, this.#override(options))
      .freeze() as unknown as Processor
    this.#processors.set(options, processor)
    return processor
  }

  #override(options: Options): Options {
    const {locale, rules: chosen} = this.#settings
    return {
      ...options,
      maxFindings: false,
      ...(locale === undefined ? {} : {locale}),
      ...(chosen.length === 0 ? {} : {rules: onlyRules(chosen, options.rules)})
    }
  }
}

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Error('this is not a text file (it holds a NUL byte)')
  try {
    return decoder.decode(bytes)
  } catch {
    throw new Error('this is not UTF-8 text; save the file with the encoding UTF-8')
  }
}

function onlyRules(
  chosen: readonly string[],
  configured: Options['rules'] = {}
): NonNullable<Options['rules']> {
  return Object.fromEntries(
    rules.map(({id}): [RuleId, NonNullable<Options['rules']>[RuleId]] => [
      id,
      chosen.includes(id) ? configured[id] || true : false
    ])
  )
}

function toPlain(message: VFileMessage): PlainMessage {
  const {ruleId, source, fatal, line, column, place, reason, actual, expected, note, url} = message
  return {
    ruleId,
    source,
    fatal,
    line,
    column,
    place,
    reason,
    actual,
    expected,
    note,
    url,
    fix: message.fix,
    claim: message.claim,
    claimRole: message.claimRole,
    claimAmong: message.claimAmong
  }
}
