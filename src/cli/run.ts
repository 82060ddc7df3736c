import {existsSync} from 'node:fs'
import path from 'node:path'
import {closest} from '../closest.js'
import {ConfigurationError} from '../configuration-error.js'
import type {Locale} from '../messages/catalogue.js'
import {localeOf} from '../options.js'
import {type Arguments, helpText, parseArguments, UsageError} from './arguments.js'
import {ResultCache} from './cache.js'
import {settleClaims} from './claims.js'
import {ConfigurationReader} from './configuration.js'
import {FindingFilter} from './filter.js'
import type {Linter} from './lint.js'
import {readOutputs, writeReports} from './output.js'
import type {LintOutcome} from './pool.js'
import {type LintResult, type LintSettings, toFile} from './result.js'
import {selectPosts} from './select.js'
import {version} from './version.js'

export {useImporter} from './import-module.js'

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
    const [command, ...operands] = arguments_.paths
    if (command === 'explain') {
      const {explainRule} = await import('./explain.js')
      stdout.write(explainRule(operands))
      return nothingFound
    }
    if (command === 'init') {
      const {initialise} = await import('./init.js')
      stdout.write(await initialise(surroundings, arguments_.locale))
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
  if (arguments_.rules.length > 0) await checkRuleIds(arguments_.rules)
  const outputs = readOutputs(arguments_, surroundings.environment)
  const settings: LintSettings = {
    cwd,
    config: readableConfiguration(arguments_.config, cwd),
    locale: arguments_.locale,
    rules: arguments_.rules
  }
  if (arguments_.printConfig !== undefined) {
    return printConfiguration(arguments_.printConfig, settings, surroundings)
  }
  const configurations = new ConfigurationReader(cwd, settings.config)
  // Rules and parser are loaded when there is something to check: not where the cache knows all.
  let loading: Promise<Linter> | undefined
  const linter = (): Promise<Linter> => {
    loading ??= import('./lint.js').then((module) => new module.Linter(settings))
    return loading
  }
  const localeFor = async (post: string): Promise<Locale> =>
    settings.locale ?? localeOf((await configurations.for(post)).options)
  const filter = new FindingFilter(arguments_, cwd)
  if (arguments_.stdin) {
    return checkText(await readAll(surroundings.stdin))
  }

  const found = await selectPosts(arguments_, cwd)
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
  const results: LintResult[] = []
  const failures = new Set<string>()
  // A wrong configuration fails many posts with the same words: said once.
  const failed = (failure: string): void => {
    if (!failures.has(failure)) stderr.write(`episode-lint: ${failure}\n`)
    failures.add(failure)
  }
  for (const outcome of await lintCached(found.paths, settings, configurations, arguments_)) {
    if ('failure' in outcome) failed(outcome.failure)
    else results.push(outcome)
  }
  // An empty report, or baseline, would say that nothing was found.
  if (results.length === 0) return runFailed
  const exitCode = await finish()
  return failures.size > 0 ? runFailed : exitCode

  async function finish(): Promise<number> {
    if (arguments_.writeBaseline) {
      filter.writeBaseline(await settle())
      return nothingFound
    }
    if (arguments_.diff) {
      const {printDiff} = await import('./fixing.js')
      const isDifferent = await printDiff(results, await linter(), filter, surroundings)
      return isDifferent ? somethingFound : nothingFound
    }
    if (arguments_.fix) {
      const {fixPosts} = await import('./fixing.js')
      await fixPosts(results, await linter(), filter, surroundings, failed)
    }
    const settled = await settle()
    if (arguments_.verbose && filter.gone(settled) > 0) {
      stderr.write(
        `episode-lint: ${filter.gone(settled)} of the baseline’s findings are gone; --write-baseline takes them out\n`
      )
    }
    return report(settled)
  }

  function settle(): Promise<readonly LintResult[]> {
    return settleClaims(results, localeFor)
  }

  async function checkText(text: string): Promise<number> {
    const name = arguments_.stdinFilename ?? 'stdin.md'
    if (arguments_.fix && !arguments_.diff) {
      stdout.write((await (await linter()).fix(name, text, filter.keep)).after)
      return nothingFound
    }
    const result = await (await linter()).lint(name, text)
    if (!arguments_.diff) return report([result], text)
    const {printDiff} = await import('./fixing.js')
    const isDifferent = await printDiff([result], await linter(), filter, surroundings, text)
    return isDifferent ? somethingFound : nothingFound
  }

  async function report(results: readonly LintResult[], text?: string): Promise<number> {
    const shown = results.map((d) => ({...d, messages: filter.keep(d, text)}))
    const [first] = results
    const locale = first ? await localeFor(first.path) : 'en'
    const files = shown.map((result) => toFile(result, cwd, text))
    await writeReports(outputs, files, arguments_, locale, surroundings)
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
  configurations: ConfigurationReader,
  {cache: wanted, concurrency}: Arguments
): Promise<readonly LintOutcome[]> {
  const lintAll = async (some: readonly string[]): Promise<readonly LintOutcome[]> =>
    some.length === 0 ? [] : (await import('./pool.js')).lintAll(some, settings, concurrency)
  if (!wanted) return lintAll(posts)
  const cache = new ResultCache(settings)
  const known = new Map<string, LintOutcome>()
  for (const post of posts) {
    const result = cache.get(post, (await configurations.for(post)).options)
    if (result) known.set(post, result)
  }
  const unknown = posts.filter((post) => !known.has(post))
  for (const outcome of await lintAll(unknown)) {
    known.set(outcome.path, outcome)
    if (!('failure' in outcome)) {
      cache.set(outcome, (await configurations.for(outcome.path)).options)
    }
  }
  cache.save()
  return posts.flatMap((post) => known.get(post) ?? [])
}

async function checkRuleIds(ids: readonly string[]): Promise<void> {
  const {rules} = await import('../../rules/index.js')
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
  const by = [...new Set(ignored.map((d) => d.by))].sort().join(', ')
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

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk))
  }
  return Buffer.concat(chunks).toString('utf8')
}
