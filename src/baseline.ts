import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {ConfigurationError} from './configuration-error.js'
import {fingerprintsOf} from './fingerprints.js'

/** What a baseline file holds: post → fingerprint → rule. The rule is there for people to read. */
interface Content {
  readonly version: 1
  readonly posts: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * The findings that a site lives with for now: old mistakes that nobody has mended yet, each known by
 * its fingerprint, so that a new mistake never passes for an old one.
 *
 * Posts are named by their path from the folder of the baseline file.
 */
export class Baseline {
  readonly #folder: string
  readonly #content: Content

  private constructor(folder: string, content: Content) {
    this.#folder = folder
    this.#content = content
  }

  /**
   * Reads a baseline file.
   *
   * @param file Absolute path.
   * @throws {ConfigurationError} There is no such file, or it isn't a baseline.
   */
  static read(file: string): Baseline {
    if (!existsSync(file)) {
      throw new ConfigurationError(
        `${file}: there is no such file; \`--write-baseline\` makes a baseline`
      )
    }
    return new Baseline(path.dirname(file), parse(readFileSync(file, 'utf8'), file))
  }

  /** The messages of a post that the baseline doesn't know. */
  newIn(post: VFile): readonly VFileMessage[] {
    const {fingerprints, known} = this.#compare(post)
    return post.messages.filter((message) => !known.has(fingerprints.get(message) ?? ''))
  }

  /** How many findings of a post the baseline has that are there no more. */
  goneFrom(post: VFile): number {
    const {fingerprints, known} = this.#compare(post)
    const found = new Set(fingerprints.values())
    return [...known].filter((fingerprint) => !found.has(fingerprint)).length
  }

  #compare(post: VFile) {
    const name = nameOf(post, this.#folder)
    const known = Object.hasOwn(this.#content.posts, name) ? this.#content.posts[name] : undefined
    return {
      fingerprints: fingerprintsOf(post, this.#folder),
      known: new Set(Object.keys(known ?? {}))
    }
  }
}

/**
 * The text of a baseline file that holds the findings of these posts.
 *
 * @param file Absolute path of the baseline file. Where there is one already, posts that aren't among
 *   these stay in it as long as they exist.
 * @throws {ConfigurationError} The file that is there isn't a baseline.
 */
export function baselineText(file: string, posts: readonly VFile[]): string {
  const folder = path.dirname(file)
  const before = existsSync(file) ? parse(readFileSync(file, 'utf8'), file).posts : {}
  const checked = new Map(posts.map((post) => [nameOf(post, folder), post]))
  const entries = Object.entries(before).filter(
    ([name]) => !checked.has(name) && existsSync(path.resolve(folder, name))
  )
  for (const [name, post] of checked) {
    if (post.messages.length === 0) continue
    const fingerprints = fingerprintsOf(post, folder)
    const rows = post.messages.map((message) => [
      fingerprints.get(message) ?? '',
      message.ruleId ?? ''
    ])
    entries.push([name, Object.fromEntries(rows.sort())])
  }
  // Sorted, one finding a line: a change of the baseline is to be read in a review.
  const content: Content = {version: 1, posts: Object.fromEntries(entries.sort())}
  return `${JSON.stringify(content, undefined, 2)}\n`
}

function nameOf(post: VFile, folder: string): string {
  return path
    .relative(folder, path.resolve(post.cwd, post.path ?? ''))
    .split(path.sep)
    .join('/')
}

function parse(text: string, file: string): Content {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(`${file}: ${reason}`, {cause: error})
  }
  if (!isContent(content)) {
    throw new ConfigurationError(
      `${file}: this is not a baseline of episode-lint; \`--write-baseline\` makes one`
    )
  }
  return content
}

function isContent(value: unknown): value is Content {
  return (
    isRecord(value) &&
    value.version === 1 &&
    isRecord(value.posts) &&
    Object.values(value.posts).every(isRecord)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
