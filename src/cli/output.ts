import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {VFile} from 'vfile'
import {closest} from '../closest.js'
import type {Locale} from '../messages/catalogue.js'
import {reporters} from '../reporters/index.js'
import {type Arguments, UsageError} from './arguments.js'
import type {Surroundings} from './run.js'

/** One report of a run: its format, and where it goes. */
export interface Output {
  readonly load: NonNullable<(typeof reporters)[string]>
  /** Undefined: standard output. */
  readonly file: string | undefined
}

/**
 * The reports that the user asks for; the one for people otherwise, with GitHub's beside it in a
 * workflow.
 *
 * @throws {UsageError} There is no such format, or two reports go to one file.
 */
export function readOutputs(
  {formats, output}: Arguments,
  environment: Surroundings['environment']
): readonly Output[] {
  const outputs = formats.map((format) => {
    const [name = '', file] = format.split(/=(.*)/s)
    return {load: loaderOf(name), file: file ?? output}
  })
  if (outputs.length === 0) {
    outputs.push({load: loaderOf('pretty'), file: output})
    if (environment.GITHUB_ACTIONS === 'true') {
      outputs.push({load: loaderOf('github'), file: undefined})
    }
  }
  const files = outputs.flatMap(({file}) => file ?? [])
  const twice = files.find((file, at) => files.indexOf(file) !== at)
  if (twice !== undefined) {
    throw new UsageError(
      `Two reports can’t go to one file, ${twice}. Name one for each: --format sarif=a.sarif --format json=b.json`
    )
  }
  return outputs
}

function loaderOf(name: string): Output['load'] {
  const load = Object.hasOwn(reporters, name) ? reporters[name] : undefined
  if (load) return load
  const names = Object.keys(reporters)
  const near = closest(name, names)
  throw new UsageError(
    `There is no format ${JSON.stringify(name)}. ${near ? `Did you mean ${near}? ` : ''}There are: ${names.join(', ')}.`
  )
}

/** Makes all reports and sends each where it goes. */
export async function writeReports(
  outputs: readonly Output[],
  files: readonly VFile[],
  {color, verbose}: Arguments,
  locale: Locale,
  surroundings: Surroundings
): Promise<void> {
  const {cwd, stdout, environment} = surroundings
  const root = rootOf(cwd, environment)
  for (const {load, file} of outputs) {
    const {default: reporter} = await load()
    const text = reporter(files, {
      color: file === undefined && wantsColor(color, surroundings),
      locale,
      verbose,
      root
    })
    if (file === undefined) stdout.write(text)
    else writeReport(path.resolve(cwd, file), text)
  }
}

/** The folder that a CI system's paths start from: the repository's, where it can be told. */
function rootOf(cwd: string, environment: Surroundings['environment']): string {
  const given = environment.GITHUB_WORKSPACE ?? environment.CI_PROJECT_DIR
  if (given && !path.relative(given, cwd).startsWith('..')) return given
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder
    if (path.dirname(folder) === folder) return cwd
  }
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
