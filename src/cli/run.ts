import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {rules} from '../../rules/index.js'
import {closest} from '../closest.js'
import {ConfigurationError} from '../configuration-error.js'
import {reporters} from '../reporters/index.js'
import {type Arguments, helpText, parseArguments, UsageError} from './arguments.js'
import {ResultCache} from './cache.js'
import {ConfigurationReader} from './configuration.js'
import {findFiles} from './files.js'
import {Linter, type LintResult, type LintSettings, toFile} from './lint.js'
import {type LintOutcome, lintAll} from './pool.js'
import {version} from './version.js'

/** What a run talks to. */
export interface Surroundings {
  readonly cwd: string
  readonly stdout: {write(text: string): unknown; readonly isTTY?: boolean}
  readonly stderr: {write(text: string): unknown}
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly environment: Readonly<Record<string, string | undefined>>
}

const nothingFound = 0
const somethingFound = 1
const runFailed = 2

/**
 * Runs the command.
 *
 * Findings go to standard output, trouble to standard error.
 *
 * @param words The command line after the name of the command.
 * @returns The exit code: 0 nothing found, 1 findings, 2 the run itself failed.
 */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const {stderr, stdout} = surroundings
  try {
    const arguments_ = parseArguments(words)
    if (arguments_.help) {
      stdout.write(helpText())
      return nothingFound
    }
    if (arguments_.version) {
      stdout.write(`${version}\n`)
      return nothingFound
    }
    return await check(arguments_, surroundings)
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigurationError) {
      stderr.write(`episode-lint: ${error.message}\n`)
      return runFailed
    }
    throw error
  }
}

async function check(arguments_: Arguments, surroundings: Surroundings): Promise<number> {
  const {cwd, stdout, stderr} = surroundings
  checkRuleIds(arguments_.rules)
  const outputs = readFormats(arguments_)
  const settings: LintSettings = {
    cwd,
    config: readableConfiguration(arguments_.config, cwd),
    locale: arguments_.locale,
    rules: arguments_.rules
  }
  if (arguments_.printConfig !== undefined) {
    return printConfiguration(arguments_.printConfig, settings, surroundings)
  }
  if (arguments_.stdin) {
    const value = await readAll(surroundings.stdin)
    const result = await new Linter(settings).lint(arguments_.stdinFilename ?? 'stdin.md', value)
    return report([result], value)
  }

  const found = await findFiles(arguments_.paths, cwd)
  if (arguments_.verbose) {
    for (const {path: name, by} of found.ignored) stderr.write(`${name}: left out by ${by}\n`)
  }
  if (arguments_.listFiles) {
    for (const name of found.paths) stdout.write(`${name}\n`)
    return nothingFound
  }
  if (found.paths.length === 0) {
    stderr.write(`episode-lint: ${whyNoPost(found.ignored)}\n`)
    return nothingFound
  }
  const outcomes = await lintCached(found.paths, settings, arguments_)
  const results: LintResult[] = []
  const failures = new Set<string>()
  for (const outcome of outcomes) {
    if (!('failure' in outcome)) {
      results.push(outcome)
      continue
    }
    // A wrong configuration fails many posts with the same words: said once.
    const {failure} = outcome
    if (!failures.has(failure)) stderr.write(`episode-lint: ${failure}\n`)
    failures.add(failure)
  }
  const exitCode = await report(results)
  return failures.size > 0 ? runFailed : exitCode

  async function report(results: readonly LintResult[], value?: string): Promise<number> {
    const shown = arguments_.quiet
      ? results.map((d) => ({...d, messages: d.messages.filter((message) => message.fatal)}))
      : results
    const files = shown.map((result) => toFile(result, cwd, value))
    const locale = arguments_.locale ?? (await localeOf(settings, shown))
    for (const {load, file} of outputs) {
      const {default: reporter} = await load()
      const color = file === undefined && wantsColor(arguments_.color, surroundings)
      const text = reporter(files, {color, locale, verbose: arguments_.verbose})
      if (file === undefined) stdout.write(text)
      else writeReport(path.resolve(cwd, file), text)
    }
    const messages = shown.flatMap((d) => d.messages)
    const warnings = messages.filter((d) => !d.fatal).length
    const tolerated = arguments_.maxWarnings ?? 0
    return messages.length > warnings || warnings > tolerated ? somethingFound : nothingFound
  }
}

/** Checks what the cache doesn't know, and puts all outcomes back into the order of the posts. */
async function lintCached(
  posts: readonly string[],
  settings: LintSettings,
  {cache: wanted, concurrency}: Arguments
): Promise<readonly LintOutcome[]> {
  if (!wanted) return lintAll(posts, settings, concurrency)
  const cache = new ResultCache(settings)
  const configurations = new ConfigurationReader(settings.cwd, settings.config)
  const known = new Map<string, LintOutcome>()
  for (const post of posts) {
    const result = cache.get(post, (await configurations.for(post)).options)
    if (result) known.set(post, result)
  }
  const unknown = posts.filter((post) => !known.has(post))
  for (const outcome of await lintAll(unknown, settings, concurrency)) {
    known.set(outcome.path, outcome)
    if (!('failure' in outcome)) {
      cache.set(outcome, (await configurations.for(outcome.path)).options)
    }
  }
  cache.save()
  return posts.flatMap((post) => known.get(post) ?? [])
}

interface Output {
  readonly load: NonNullable<(typeof reporters)[string]>
  readonly file: string | undefined
}

function readFormats({formats, output}: Arguments): readonly Output[] {
  return (formats.length > 0 ? formats : ['pretty']).map((format) => {
    const [name = '', file] = format.split(/=(.*)/s)
    const load = Object.hasOwn(reporters, name) ? reporters[name] : undefined
    if (!load) {
      const near = closest(name, Object.keys(reporters))
      throw new UsageError(
        `There is no format ${JSON.stringify(name)}. ${near ? `Did you mean ${near}? ` : ''}There are: ${Object.keys(reporters).join(', ')}.`
      )
    }
    return {load, file: file ?? output}
  })
}

function checkRuleIds(ids: readonly string[]): void {
  const known = rules.map((d) => d.id as string)
  for (const id of ids) {
    if (known.includes(id)) continue
    const near = closest(id, known)
    throw new UsageError(`There is no rule ${id}.${near ? ` Did you mean ${near}?` : ''}`)
  }
}

function readableConfiguration(file: string | undefined, cwd: string): string | undefined {
  if (file !== undefined && !existsSync(path.resolve(cwd, file))) {
    throw new UsageError(`--config ${file}: there is no such file.`)
  }
  return file
}

function whyNoPost(ignored: readonly {readonly path: string; readonly by: string}[]): string {
  if (ignored.length === 0) return 'no post was checked: there is no Markdown file here.'
  const by = [...new Set(ignored.map((d) => d.by))].join(', ')
  const one = ignored.length === 1
  return `no post was checked: ${one ? 'the only one is' : `all ${ignored.length} are`} left out by ${by}.`
}

async function printConfiguration(
  post: string,
  {cwd, config}: LintSettings,
  {stdout}: Surroundings
): Promise<number> {
  const {file, options} = await new ConfigurationReader(cwd, config).for(post)
  stdout.write(`${JSON.stringify({file: file ?? null, options}, undefined, 2)}\n`)
  return nothingFound
}

/** The report's own words are in the language of its first post's messages. */
async function localeOf(
  settings: LintSettings,
  results: readonly LintResult[]
): Promise<'en' | 'fr'> {
  const [first] = results
  if (!first) return 'en'
  const {options} = await new ConfigurationReader(settings.cwd, settings.config).for(first.path)
  return options.locale ?? 'en'
}

function wantsColor(asked: boolean | undefined, {stdout, environment}: Surroundings): boolean {
  if (asked !== undefined) return asked
  if (environment.NO_COLOR) return false
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0'
  return stdout.isTTY === true && environment.TERM !== 'dumb'
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The report can’t be written: ${reason}`)
  }
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk))
  }
  return Buffer.concat(chunks).toString('utf8')
}
