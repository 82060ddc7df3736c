import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {parseDocument} from 'yaml'
import {ConfigurationError} from './configuration-error.js'
import type {Locale} from './messages/catalogue.js'
import type {NameEntry} from './names/list.js'
import type {Options} from './options.js'
import type {PostSettings} from './post/post.js'

/** What the configuration, and the files that it names, say for the posts it governs. */
export interface Project {
  readonly locale: Locale
  readonly templates: PostSettings['templates']
  readonly schema: Options['schema']
  /** The folder that relative paths in the configuration start from. */
  readonly folder: string
  /**
   * The site's list of names, or undefined where the configuration has none.
   *
   * @throws {ConfigurationError} The list can't be read.
   */
  names(): readonly NameEntry[] | undefined
}

/** Names of configuration files, as remark-cli and remark-language-server look for them. */
export const configurationFileNames = [
  '.remarkrc',
  '.remarkrc.json',
  'package.json',
  '.remarkrc.cjs',
  '.remarkrc.mjs',
  '.remarkrc.js',
  '.remarkrc.yaml',
  '.remarkrc.yml'
] as const

export function createProject(options: Options, folder: string): Project {
  return {
    locale: options.locale ?? 'en',
    templates: options.templates ?? 'auto',
    schema: options.schema,
    folder,
    names() {
      if (typeof options.names !== 'string') return options.names
      return readCached(path.resolve(folder, options.names), parseNames)
    }
  }
}

function parseNames(text: string, file: string): readonly NameEntry[] {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new ConfigurationError(`${file}: ${error.message}`)
  const entries: unknown = document.toJS()
  if (!Array.isArray(entries)) {
    throw new ConfigurationError(`${file}: expected a list of names, each with a \`name\``)
  }
  return entries as readonly NameEntry[]
}

/**
 * The configuration file that governs the posts of a folder: the nearest one upwards, found the way
 * unified-engine finds it.
 *
 * @param from Absolute path of the folder.
 */
export function findConfigurationFile(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    for (const name of configurationFileNames) {
      const file = path.join(folder, name)
      if (!existsSync(file)) continue
      if (name !== 'package.json' || readFileSync(file, 'utf8').includes('"remarkConfig"'))
        return file
    }
    if (path.dirname(folder) === folder) return undefined
  }
}

const cache = new Map<string, {readonly stamp: string; readonly value: unknown}>()

/**
 * What a file holds, parsed again only after it changed (by time and size): an editor asks on every
 * key press.
 *
 * @throws {ConfigurationError} There is no such file.
 */
export function readCached<Value>(
  file: string,
  parse: (text: string, file: string) => Value
): Value {
  let stamp: string
  try {
    const {mtimeMs, size} = statSync(file)
    stamp = `${mtimeMs}:${size}`
  } catch {
    throw new ConfigurationError(`${file}: there is no such file; the configuration names it`)
  }
  const known = cache.get(file)
  if (known?.stamp === stamp) return known.value as Value
  const value = parse(readFileSync(file, 'utf8'), file)
  cache.set(file, {stamp, value})
  return value
}
