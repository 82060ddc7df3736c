import {type FrontMatterPlace, findFrontMatter, unclosedPlace} from './front-matter/fences.js'
import {readJson} from './front-matter/json.js'
import {readPlainKeys} from './front-matter/plain-keys.js'
import {
  type Comment,
  type Duplicate,
  type FrontMatterError,
  type FrontMatterFormat,
  type FrontMatterString,
  type Insertion,
  parentOf,
  type Reading
} from './front-matter/reading.js'
import {readToml} from './front-matter/toml.js'
import {readYaml} from './front-matter/yaml.js'
import {type MappedText, MappedTextBuilder} from './mapped-text.js'
import type {Range, Source} from './source.js'

export type {FrontMatterProblem} from './front-matter/fences.js'
export {
  type Comment,
  type Duplicate,
  escapePointer,
  type FrontMatterError,
  type FrontMatterErrorKind,
  type FrontMatterFormat,
  type FrontMatterString,
  type Insertion
} from './front-matter/reading.js'

/** What a post says of itself before its text begins. */
export interface FrontMatter {
  /** Undefined where there is none. */
  readonly format: FrontMatterFormat | undefined
  /**
   * From the first fence to the last, both included; empty at the start where there is none, or
   * none that a site would see (late, unclosed).
   */
  readonly range: Range
  /** What stands between the fences. */
  readonly content: Range
  /** What is wrong with where it stands, or with its fences. */
  readonly problem: FrontMatterPlace['problem']
  /** The data, or undefined where there is none or it can't be read. */
  readonly data: Readonly<Record<string, unknown>> | undefined
  /** Whether there is something between the fences that is no group of keys with values. */
  readonly notMapping: boolean
  /** Syntax errors of the front matter's own language, in document order. */
  readonly errors: readonly FrontMatterError[]
  /** Keys that stand twice in one group. */
  readonly duplicates: readonly Duplicate[]
  /** Comments, marks included. */
  readonly comments: readonly Comment[]
  /** The place of the value at a JSON Pointer, quotes included. */
  valueRange(pointer: string): Range | undefined
  /** The place of the key of a JSON Pointer's value. */
  keyRange(pointer: string): Range | undefined
  /** The place of the value at a JSON Pointer, or of the nearest one around it that is written down. */
  nearestRange(pointer: string): Range
  /**
   * Where a key would be written into the group at a JSON Pointer, and how.
   *
   * @param value What to write; without it, only the place counts.
   */
  insertion(pointer: string, key: string, value?: unknown): Insertion | undefined
  /** Every string among the values that readers may see, in document order. */
  readonly strings: readonly FrontMatterString[]
  /** Keys that are words: in `Ines Calder: host`, a site shows both. */
  readonly spokenKeys: readonly MappedText[]
}

const unread: Reading = {
  data: undefined,
  notMapping: false,
  errors: [],
  duplicates: [],
  comments: [],
  strings: [],
  values: new Map(),
  keys: new Map(),
  insertion: () => undefined
}

/**
 * Reads the front matter of a post: YAML 1.2 between `---`, TOML 1.0 between `+++`, or a JSON object.
 *
 * It is found in the text and not in the tree, because what a site doesn't see (late, unclosed)
 * must be found too.
 */
export function readFrontMatter(source: Source): FrontMatter {
  let place = findFrontMatter(source)
  let reading = place.format === undefined ? unread : read(source, place)
  const isTorn = reading.errors.some((d) => d.kind !== 'continued')
  const open = isTorn ? unclosedPlace(source, place) : undefined
  if (open) {
    place = open
    reading = unread
  }
  const hidden = place.problem?.kind === 'late' || place.problem?.kind === 'unclosed'
  const start = {start: source.byteOrderMark, end: source.byteOrderMark}
  const {data, notMapping, errors, duplicates, comments, insertion, values, keys} = reading
  // Written out: V8 11 gives each object that is spread and added to a hidden class of its own.
  return {
    data,
    notMapping,
    errors,
    duplicates,
    comments,
    insertion,
    format: place.format,
    problem: place.problem,
    range: hidden ? start : place.range,
    content: hidden ? start : place.content,
    // What a site shows as text is read as text, and not a second time as front matter.
    strings: hidden ? [] : stringsOf(source, place, reading),
    spokenKeys: hidden ? [] : readSpokenKeys(source, keys.values()),
    valueRange: (pointer) => values.get(pointer),
    keyRange: (pointer) => keys.get(pointer),
    nearestRange(pointer) {
      for (let at = pointer; at !== ''; at = parentOf(at)) {
        const range = values.get(at)
        if (range) return range
      }
      return openingFence(source, place.range)
    }
  }
}

function stringsOf(source: Source, {problem}: FrontMatterPlace, reading: Reading) {
  return problem?.kind === 'unfenced' ? readPlainKeys(source, problem.range) : reading.strings
}

function read(source: Source, {format, content}: FrontMatterPlace): Reading {
  switch (format) {
    case 'json':
      return readJson(source, content)
    case 'toml':
      return readToml(source, content)
    default:
      return readYaml(source, content)
  }
}

/** Keys with a space in them, which no program would have chosen; those with escapes are left out. */
function readSpokenKeys(source: Source, ranges: Iterable<Range>): readonly MappedText[] {
  const found: MappedText[] = []
  for (const {start, end} of ranges) {
    const [, quote = '', words = ''] = spokenKey.exec(source.text.slice(start, end)) ?? []
    if (words === '') continue
    const builder = new MappedTextBuilder()
    builder.add(words, start + quote.length, words.length)
    found.push(builder.build())
  }
  return found
}

const spokenKey = /^(["']?)([^"'\\]*\p{L} [^"'\\]*)\1$/u

function openingFence(source: Source, range: Range): Range {
  const {end} = source.line(source.lineAt(range.start))
  return {start: range.start, end: Math.min(end, range.end)}
}
