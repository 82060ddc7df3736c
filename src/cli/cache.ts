import {existsSync, readFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type {Dependencies} from '../file-access.js'
import type {Options} from '../options.js'
import {keepFile} from './keep.js'
import type {LintResult, LintSettings} from './result.js'
import {hashOf, isSame, type Stamp, stampOf} from './stamp.js'
import {version} from './version.js'

/** What a result rests on besides the post: shared by all posts of a configuration. */
interface Environment {
  readonly options: string
  readonly files: Readonly<Record<string, Stamp | null>>
}

interface Entry {
  readonly stamp: Stamp
  readonly environment: number
  readonly lookups: Dependencies['lookups']
  readonly messages: LintResult['messages']
  readonly claims: LintResult['claims']
}

interface Content {
  readonly saved: number
  readonly environments: readonly Environment[]
  readonly entries: Readonly<Record<string, Entry>>
}

/**
 * What earlier runs found, for posts where nothing has changed: neither the post, nor the options,
 * the names, the schemas, nor the presence of files that it mentions, nor this package's version.
 */
export class ResultCache {
  readonly #file: string
  readonly #cwd: string
  readonly #before: Content
  /** Whether each environment still holds, found out once a run. */
  readonly #known = new Map<Environment, boolean>()
  readonly #stamps = new Map<string, Stamp | null>()
  readonly #environments: Environment[] = []
  readonly #environmentIds = new Map<string, number>()
  readonly #optionsKeys = new WeakMap<Options, string>()
  readonly #entries: Record<string, Entry> = {}
  #changed = false

  /** Opens the cache for runs with these settings; one that can't be read counts as empty. */
  constructor(settings: LintSettings) {
    this.#cwd = settings.cwd
    this.#file = cacheFile(settings)
    this.#before = read(this.#file)
  }

  /** What is known of a post, or undefined where it must be checked. */
  get(post: string, options: Options): LintResult | undefined {
    const entry = Object.hasOwn(this.#before.entries, post) ? this.#before.entries[post] : undefined
    const environment = entry && this.#before.environments[entry.environment]
    if (!environment || !this.#holds(environment, options)) return undefined
    if (!isSame(path.resolve(this.#cwd, post), entry.stamp, this.#before.saved)) return undefined
    const {lookups, messages, claims} = entry
    if (lookups.some(([name, exists]) => existsSync(name) !== exists)) return undefined
    this.#keep(post, entry, environment)
    const files = Object.keys(environment.files)
    return {path: post, messages, claims, dependencies: {files, lookups}}
  }

  /** Notes what a check found. */
  set({path: post, messages, claims, dependencies, stamp}: LintResult, options: Options): void {
    if (!stamp) return
    const files = Object.fromEntries(dependencies.files.map((file) => [file, this.#stamp(file)]))
    const environment = {options: this.#optionsKey(options), files}
    const entry = {stamp, lookups: dependencies.lookups, messages, claims}
    this.#keep(post, entry, environment)
    this.#changed = true
  }

  /** Writes what is known now, whole or not at all; a folder that can't be written to costs nothing. */
  save(): void {
    const known = Object.keys(this.#before.entries)
    if (!this.#changed && known.every((post) => Object.hasOwn(this.#entries, post))) return
    const content: Content = {
      saved: Date.now(),
      environments: this.#environments,
      // A run over a few posts keeps what is known of the others.
      entries: {...this.#others(), ...this.#entries}
    }
    const payload = JSON.stringify(content)
    keepFile(this.#file, `${hashOf(payload)}\n${payload}`)
  }

  #others(): Record<string, Entry> {
    const others: Record<string, Entry> = {}
    for (const [post, entry] of Object.entries(this.#before.entries)) {
      const environment = this.#before.environments[entry.environment]
      if (Object.hasOwn(this.#entries, post) || !environment) continue
      if (!existsSync(path.resolve(this.#cwd, post))) continue
      others[post] = {...entry, environment: this.#environmentId(environment)}
    }
    return others
  }

  #keep(post: string, entry: Omit<Entry, 'environment'>, environment: Environment): void {
    this.#entries[post] = {...entry, environment: this.#environmentId(environment)}
  }

  #environmentId(environment: Environment): number {
    const key = JSON.stringify(environment)
    const known = this.#environmentIds.get(key)
    if (known !== undefined) return known
    this.#environmentIds.set(key, this.#environments.length)
    return this.#environments.push(environment) - 1
  }

  #holds(environment: Environment, options: Options): boolean {
    if (environment.options !== this.#optionsKey(options)) return false
    const known = this.#known.get(environment)
    if (known !== undefined) return known
    const holds = Object.entries(environment.files).every(([file, stamp]) =>
      stamp === null ? !existsSync(file) : isSame(file, stamp, this.#before.saved)
    )
    this.#known.set(environment, holds)
    return holds
  }

  #optionsKey(options: Options): string {
    const known = this.#optionsKeys.get(options)
    if (known !== undefined) return known
    const key = hashOf(JSON.stringify(options))
    this.#optionsKeys.set(options, key)
    return key
  }

  #stamp(file: string): Stamp | null {
    const known = this.#stamps.get(file)
    if (known !== undefined) return known
    const stamp = stampOf(file) ?? null
    this.#stamps.set(file, stamp)
    return stamp
  }
}

function cacheFile(settings: LintSettings): string {
  const {cwd} = settings
  const name = `${hashOf(JSON.stringify([version, settings])).slice(0, 20)}.json`
  const modules = path.join(cwd, 'node_modules')
  if (existsSync(modules)) return path.join(modules, '.cache', 'remark-lint-episode', name)
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  return path.join(base, 'remark-lint-episode', name)
}

const empty: Content = {saved: 0, environments: [], entries: {}}

function read(file: string): Content {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const payload = text.slice(end + 1)
    // The hash stands for a check of every field: what it vouches for, this version wrote whole.
    return hashOf(payload) === text.slice(0, end) ? (JSON.parse(payload) as Content) : empty
  } catch {
    return empty
  }
}
