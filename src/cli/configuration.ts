import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {ConfigurationError} from '../configuration-error.js'
import {configurationFileIn} from '../configuration-file.js'
import type {Options} from '../options.js'
import {importModule} from './import-module.js'

/** The plugin's options for a post, and where they stand. */
export interface Configuration {
  readonly options: Options
  /** Absolute path of the configuration file; undefined where there is none. */
  readonly file: string | undefined
}

const pluginNames = new Set(['remark-lint-episode', 'lint-episode'])

/**
 * Finds and reads configuration files; each is read once a run.
 *
 * The files are remark's own, so that one configuration serves every way of use. Of their plugins
 * only this one matters here: the others speak through remark-cli.
 */
export class ConfigurationReader {
  readonly #cwd: string
  readonly #given: string | undefined
  readonly #byFolder = new Map<string, string | undefined>()
  readonly #byFile = new Map<string, Promise<Configuration>>()

  /** @param given The configuration file that the user names, instead of the ones beside posts. */
  constructor(cwd: string, given: string | undefined) {
    this.#cwd = cwd
    this.#given = given === undefined ? undefined : path.resolve(cwd, given)
  }

  /**
   * The configuration that governs a post.
   *
   * @param post Relative to the working folder, or absolute.
   * @throws {ConfigurationError} The file can't be read or isn't a configuration.
   */
  async for(post: string): Promise<Configuration> {
    const file = this.#given ?? this.#find(path.dirname(path.resolve(this.#cwd, post)))
    if (file === undefined) return {options: {folder: this.#cwd}, file: undefined}
    const known = this.#byFile.get(file) ?? readConfiguration(file)
    this.#byFile.set(file, known)
    return known
  }

  #find(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder)
    const parent = path.dirname(folder)
    const file = configurationFileIn(folder) ?? (parent === folder ? undefined : this.#find(parent))
    this.#byFolder.set(folder, file)
    return file
  }
}

async function readConfiguration(file: string): Promise<Configuration> {
  const folder = path.dirname(file)
  const options = await pluginOptions(await load(file), folder)
  return {options: {folder, ...options}, file}
}

async function load(file: string): Promise<unknown> {
  if (/\.[cm]?js$/.test(file)) {
    try {
      return await importDefault(file)
    } catch (error) {
      throw new ConfigurationError(`${file}: ${reasonOf(error)}`, {cause: error})
    }
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(`${file}: ${reasonOf(error)}`, {cause: error})
  }
  if (path.basename(file) === 'package.json') {
    const manifest = parseJson(text, file)
    return isRecord(manifest) ? manifest.remarkConfig : undefined
  }
  if (/\.ya?ml$/.test(file)) {
    const {parseDocument} = await import('yaml')
    const document = parseDocument(text)
    const [error] = document.errors
    if (error) throw new ConfigurationError(`${file}: ${error.message}`)
    return document.toJS()
  }
  return parseJson(text, file)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ConfigurationError(`${file}: ${reasonOf(error)}`, {cause: error})
  }
}

/** What a module exports as its default. */
async function importDefault(file: string): Promise<unknown> {
  const module = await importModule(pathToFileURL(file).href)
  return isRecord(module) ? module.default : undefined
}

/** This plugin's options in a configuration or preset; the last mention wins, as in remark. */
async function pluginOptions(value: unknown, folder: string): Promise<Options> {
  let found: Options = {}
  for (const [plugin, options] of pluginsOf(value)) {
    if (isThisPlugin(plugin)) {
      if (isRecord(options)) found = merge(found, options)
    } else if (isRecord(plugin)) found = merge(found, await pluginOptions(plugin, folder))
    else if (typeof plugin === 'string' && /^(\.{0,2}\/|remark-preset-)/.test(plugin)) {
      found = merge(found, await pluginOptions(await loadPreset(plugin, folder), folder))
    }
  }
  return found
}

function merge(before: Options, options: Options): Options {
  return before.rules && options.rules
    ? {...before, ...options, rules: {...before.rules, ...options.rules}}
    : {...before, ...options}
}

function pluginsOf(value: unknown): [plugin: unknown, options: unknown][] {
  const plugins = isRecord(value) ? value.plugins : undefined
  if (Array.isArray(plugins)) {
    return plugins.map((entry: unknown) =>
      Array.isArray(entry) ? [entry[0], entry[1]] : [entry, undefined]
    )
  }
  return isRecord(plugins) ? Object.entries(plugins) : []
}

function isThisPlugin(plugin: unknown): boolean {
  return typeof plugin === 'function'
    ? plugin.name === 'remarkLintEpisode'
    : typeof plugin === 'string' && pluginNames.has(plugin)
}

/** A preset may hold this plugin; one that isn't there is remark's to complain about. */
async function loadPreset(name: string, folder: string): Promise<unknown> {
  try {
    const file = createRequire(path.join(folder, 'configuration.js')).resolve(name)
    return await importDefault(file)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
