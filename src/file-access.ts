import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {ConfigurationError} from './configuration-error.js'

/** What a check learned from the disk besides the post itself: its result holds as long as this does. */
export interface Dependencies {
  /** Absolute paths of files that were read: names, schemas. */
  readonly files: readonly string[]
  /** Absolute paths that were looked for, and whether they were there. */
  readonly lookups: readonly (readonly [path: string, exists: boolean])[]
}

interface Observed {
  readonly files: Set<string>
  readonly lookups: Map<string, boolean>
}

let observed: Observed | undefined

/**
 * Runs something, synchronously, and tells what it read and looked for through this module.
 *
 * Everything that a rule learns from the disk goes through here; else the cache of results could
 * not know when a result is out of date.
 */
export function observe<Value>(action: () => Value): {value: Value; dependencies: Dependencies} {
  const outer = observed
  const inner: Observed = {files: new Set(), lookups: new Map()}
  observed = inner
  try {
    const value = action()
    return {value, dependencies: {files: [...inner.files], lookups: [...inner.lookups]}}
  } finally {
    observed = outer
  }
}

/** Whether a file or folder is there. */
export function fileExists(file: string): boolean {
  const exists = statSync(file, {throwIfNoEntry: false}) !== undefined
  observed?.lookups.set(file, exists)
  return exists
}

const folders = new Map<string, {readonly stamp: number; readonly files: readonly string[]}>()

/**
 * The files of a folder in the order of their names, read again only after one came or went.
 *
 * @param folder Absolute path.
 * @returns Absolute paths; none where there is no such folder.
 */
export function filesOf(folder: string): readonly string[] {
  if (!fileExists(folder)) return []
  const stamp = statSync(folder).mtimeMs
  const known = folders.get(folder)
  if (known?.stamp === stamp) return known.files
  const files = readdirSync(folder, {withFileTypes: true})
    .filter((d) => d.isFile())
    .map((d) => path.join(folder, d.name))
    .sort()
  folders.set(folder, {stamp, files})
  return files
}

type Parse<Value> = (text: string, file: string) => Value

/** By what is made of a file: different rules may ask different things of the same. */
const cache = new Map<
  Parse<unknown>,
  Map<string, {readonly stamp: string; readonly value: unknown}>
>()

/**
 * What a file holds, parsed again only after it changed (by time and size): an editor asks on every
 * key press.
 *
 * @param file Absolute path.
 * @param parse Always the same function for the same purpose.
 * @throws {ConfigurationError} There is no such file.
 */
export function readCached<Value>(file: string, parse: Parse<Value>): Value {
  observed?.files.add(file)
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats?.isFile()) {
    throw new ConfigurationError(`${file}: there is no such file; the configuration names it`)
  }
  const stamp = `${stats.mtimeMs}:${stats.size}`
  let values = cache.get(parse)
  if (!values) {
    values = new Map()
    cache.set(parse, values)
  }
  const known = values.get(file)
  if (known?.stamp === stamp) return known.value as Value
  const value = parse(readFileSync(file, 'utf8'), file)
  values.set(file, {stamp, value})
  return value
}
