import {parseArgs} from 'node:util'
import {closest} from '../closest.js'

/** The user called the command in a way that can't be carried out: exit code 2, no stack trace. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Where `--write-baseline` writes unless told. */
export const defaultBaseline = 'episode-baseline.json'

interface OptionDescription {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in the help text. */
  readonly value?: string
  readonly help: string
  readonly group: 'Findings' | 'Fixing' | 'Output' | 'Which posts' | 'Speed' | 'Help'
}

/** Every option, once: what is parsed and what `--help` prints both come from here. */
const descriptions = {
  config: {
    type: 'string',
    short: 'c',
    value: 'FILE',
    help: 'use this configuration instead of the .remarkrc found beside or above each post',
    group: 'Findings'
  },
  locale: {
    type: 'string',
    value: 'en|fr',
    help: 'language of the messages',
    group: 'Findings'
  },
  rule: {
    type: 'string',
    multiple: true,
    value: 'ID',
    help: 'run only this rule; can be given several times',
    group: 'Findings'
  },
  quiet: {type: 'boolean', short: 'q', help: 'report errors only, no warnings', group: 'Findings'},
  'max-warnings': {
    type: 'string',
    value: 'N',
    help: 'exit with 0 as long as there are no errors and at most N warnings',
    group: 'Findings'
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    help: 'leave out the old findings that this file knows',
    group: 'Findings'
  },
  'write-baseline': {
    type: 'boolean',
    help: `write what is found now to the baseline file (without --baseline: ${defaultBaseline})`,
    group: 'Findings'
  },
  fix: {
    type: 'boolean',
    help: 'make the fixes that are certain, then report what is left; with --stdin: print the post',
    group: 'Fixing'
  },
  diff: {
    type: 'boolean',
    help: 'print what --fix would change, and change nothing; exit with 1 if there is something',
    group: 'Fixing'
  },
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'NAME[=FILE]',
    help: 'how to print findings: pretty (default), json, github, gitlab, sarif, junit or html',
    group: 'Output'
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: 'write the report to this file instead of standard output',
    group: 'Output'
  },
  color: {type: 'boolean', help: 'use colours even where no terminal is seen', group: 'Output'},
  'no-color': {type: 'boolean', help: 'use no colours', group: 'Output'},
  verbose: {
    type: 'boolean',
    help: 'also tell what was skipped and which configuration applied',
    group: 'Output'
  },
  changed: {
    type: 'string',
    value: '[=REF]',
    help: 'only posts that aren’t committed yet or, with REF, that changed since this branch left REF',
    group: 'Which posts'
  },
  since: {
    type: 'string',
    value: 'DATE',
    help: 'only posts of this day (YYYY-MM-DD) and later, and posts without a date',
    group: 'Which posts'
  },
  'list-files': {
    type: 'boolean',
    help: 'print the posts that would be checked, and stop',
    group: 'Which posts'
  },
  'print-config': {
    type: 'string',
    value: 'FILE',
    help: 'print the configuration that applies to a post, and stop',
    group: 'Which posts'
  },
  stdin: {
    type: 'boolean',
    help: 'read one post from standard input',
    group: 'Which posts'
  },
  'stdin-filename': {
    type: 'string',
    value: 'FILE',
    help: 'the path that the post on standard input has or will have',
    group: 'Which posts'
  },
  cache: {
    type: 'boolean',
    help: 'use what earlier runs found for posts that did not change (default)',
    group: 'Speed'
  },
  'no-cache': {type: 'boolean', help: 'check every post again', group: 'Speed'},
  concurrency: {
    type: 'string',
    value: 'N|auto',
    help: 'how many posts to check at a time (default: auto, by the number of processors)',
    group: 'Speed'
  },
  help: {type: 'boolean', short: 'h', help: 'print this text', group: 'Help'},
  version: {type: 'boolean', short: 'v', help: 'print the version', group: 'Help'}
} as const satisfies Record<string, OptionDescription>

type OptionName = keyof typeof descriptions

/** What the user asked for. */
export interface Arguments {
  readonly paths: readonly string[]
  readonly config: string | undefined
  readonly locale: 'en' | 'fr' | undefined
  readonly rules: readonly string[]
  readonly quiet: boolean
  readonly maxWarnings: number | undefined
  /** Undefined: no baseline counts. */
  readonly baseline: string | undefined
  readonly writeBaseline: boolean
  readonly fix: boolean
  readonly diff: boolean
  readonly formats: readonly string[]
  readonly output: string | undefined
  readonly color: boolean | undefined
  readonly verbose: boolean
  /** A name that git knows; empty: the last commit; undefined: all posts count. */
  readonly changed: string | undefined
  readonly since: string | undefined
  readonly listFiles: boolean
  readonly printConfig: string | undefined
  readonly stdin: boolean
  readonly stdinFilename: string | undefined
  readonly cache: boolean
  readonly concurrency: number | undefined
  readonly help: boolean
  readonly version: boolean
}

/**
 * Reads the command line.
 *
 * @throws {UsageError} An option is unknown or its value is of no use.
 */
export function parseArguments(words: readonly string[]): Arguments {
  const {values, positionals} = parse(words)
  return {
    paths: positionals,
    config: values.config,
    locale: oneOf('locale', values.locale, ['en', 'fr'] as const),
    rules: values.rule ?? [],
    quiet: values.quiet ?? false,
    maxWarnings: wholeNumber('max-warnings', values['max-warnings'], 0),
    baseline: values.baseline ?? (values['write-baseline'] ? defaultBaseline : undefined),
    writeBaseline: values['write-baseline'] ?? false,
    fix: values.fix ?? false,
    diff: values.diff ?? false,
    formats: values.format ?? [],
    output: values.output,
    color: values['no-color'] ? false : values.color,
    verbose: values.verbose ?? false,
    changed: values.changed,
    since: date('since', values.since),
    listFiles: values['list-files'] ?? false,
    printConfig: values['print-config'],
    stdin: values.stdin ?? false,
    stdinFilename: values['stdin-filename'],
    cache: !values['no-cache'],
    concurrency:
      values.concurrency === 'auto' ? undefined : wholeNumber('concurrency', values.concurrency, 1),
    help: values.help ?? false,
    version: values.version ?? false
  }
}

function parse(words: readonly string[]) {
  const end = words.indexOf('--')
  // The value of `--changed` may be left out, which `parseArgs` has no way to say.
  const args = words.map((word, at) =>
    word === '--changed' && (end < 0 || at < end) ? '--changed=' : word
  )
  try {
    return parseArgs({args, options: descriptions, allowPositionals: true})
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const unknown = /Unknown option '(-+)([^']*)'/.exec(message)
    if (!unknown) throw new UsageError(`${message.split('\n')[0]}\nTry: episode-lint --help`)
    const [, dashes = '', name = ''] = unknown
    const near = closest(name, Object.keys(descriptions))
    throw new UsageError(
      `There is no option ${dashes}${name}.${near ? ` Did you mean --${near}?` : ''}\nTry: episode-lint --help`
    )
  }
}

function oneOf<Value extends string>(
  option: OptionName,
  value: string | undefined,
  values: readonly Value[]
): Value | undefined {
  if (value === undefined) return undefined
  const found = values.find((d) => d === value)
  if (found === undefined) {
    throw new UsageError(`--${option} takes ${values.join(' or ')}, not ${JSON.stringify(value)}.`)
  }
  return found
}

function wholeNumber(
  option: OptionName,
  value: string | undefined,
  least: number
): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || value.trim() === '') {
    throw new UsageError(
      `--${option} takes a whole number from ${least} on, not ${JSON.stringify(value)}.`
    )
  }
  return number
}

function date(option: OptionName, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (!isDay) {
    throw new UsageError(
      `--${option} takes a day such as 2025-05-12, not ${JSON.stringify(value)}.`
    )
  }
  return value
}

/** The text that `--help` prints. */
export function helpText(): string {
  const rows = Object.entries(descriptions as Record<string, OptionDescription>)
  const left = ([name, {short, value}]: [string, OptionDescription]): string =>
    `${short ? `-${short}, ` : '    '}--${name}${value ? `${value.startsWith('[') ? '' : ' '}${value}` : ''}`
  const width = Math.max(...rows.map((row) => left(row).length)) + 2
  const groups = [...new Set(rows.map(([, {group}]) => group))]
  return [
    'Usage: episode-lint [options] [posts, folders or globs…]',
    '       episode-lint init         write a configuration to start from',
    '       episode-lint explain ID   tell all about a rule',
    '',
    'Finds the mistakes in episode posts that a site’s build never reports.',
    'Without paths: all Markdown files below this folder that git does not ignore.',
    '',
    ...groups.flatMap((group) => [
      `${group}:`,
      ...rows
        .filter(([, description]) => description.group === group)
        .map((row) => `  ${left(row).padEnd(width)}${row[1].help}`),
      ''
    ]),
    'Exit codes: 0 nothing found; 1 findings; 2 the run itself failed.',
    ''
  ].join('\n')
}
