import type {MappedText} from '../mapped-text.js'
import type {Range} from '../source.js'

/** The languages that front matter is written in. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json'

/** A string of the front matter, with the place of its words. */
export interface FrontMatterString {
  /** JSON Pointer to the value (RFC 6901). */
  readonly pointer: string
  readonly value: string
  /** The whole value, quotes included. */
  readonly range: Range
  /** The value as it is read, past quotes, escapes and folded lines, every character with its place. */
  readonly mapped: MappedText
}

/** What went wrong where a parser gave up, as far as an author can act on it. */
export type FrontMatterErrorKind =
  | 'tab'
  | 'colon'
  | 'special-character'
  | 'inner-quote'
  | 'quote'
  | 'continued'
  | 'bracket'
  | 'indentation'
  | 'dash'
  | 'hash'
  | 'space-after-colon'
  | 'no-colon'
  | 'escape'
  | 'too-large'
  | 'no-quotes'
  | 'capital'
  | 'colon-for-equals'
  | 'comma'
  | 'trailing-comma'
  | 'single-quotes'
  | 'comment'
  | 'syntax'

/** A syntax error in the front matter's own language. */
export interface FrontMatterError {
  readonly kind: FrontMatterErrorKind
  readonly range: Range
  /** What the message names: a key, a character, a line. */
  readonly value: string
  readonly expected?: readonly string[]
  /** Whether the author can't have meant anything but {@link expected}. */
  readonly certain?: boolean
}

/** A key that stands twice in one group. */
export interface Duplicate {
  readonly key: string
  readonly range: Range
  /** Where the key stands first. */
  readonly first: Range
}

export interface Comment extends Range {
  /** The words, without the mark. */
  readonly text: string
}

/** A key to be written. */
export interface Insertion {
  /** Offset into the post. */
  readonly at: number
  readonly text: string
}

/** What a reader of one language makes of the text between the fences. */
export interface Reading {
  readonly data: Readonly<Record<string, unknown>> | undefined
  readonly notMapping: boolean
  readonly errors: readonly FrontMatterError[]
  readonly duplicates: readonly Duplicate[]
  readonly comments: readonly Comment[]
  readonly strings: readonly FrontMatterString[]
  /** JSON Pointer → place of the value. */
  readonly values: ReadonlyMap<string, Range>
  /** JSON Pointer → place of the key. */
  readonly keys: ReadonlyMap<string, Range>
  insertion(pointer: string, key: string, value?: unknown): Insertion | undefined
}

/** One reference token of a JSON Pointer (RFC 6901 §3). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The pointer of the group or list that a value stands in. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** Whether something is a group of keys with values. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
