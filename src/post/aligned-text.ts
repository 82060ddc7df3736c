import {
  type MappedTextBuilder,
  type SpelledUnit,
  type Spelling,
  spelledUnitAt
} from './mapped-text.js'
import type {Range, Source} from './source.js'

/**
 * Adds Markdown of which the parser kept the words only (an image's description), every word with
 * its place: what the words don't have is formatting, and is passed over.
 *
 * @param value What the parser made of the stretch.
 */
export function addUnformatted(
  builder: MappedTextBuilder,
  source: string,
  range: Range,
  value: string,
  spelling: Spelling
): void {
  const words = withLineFeeds(value)
  const pieces: SpelledUnit[] = []
  let at = range.start
  let read = 0
  while (at < range.end && read < words.length) {
    const unit = spelledUnitAt(source, at, spelling)
    if (unit && unit.end <= range.end && words.startsWith(unit.text, read)) {
      pieces.push({text: unit.text, start: at, end: unit.end})
      read += unit.text.length
      at = unit.end
    } else if (source.charCodeAt(at) === words.charCodeAt(read)) {
      pieces.push({text: words.charAt(read), start: at, end: at + 1})
      read++
      at++
    } else {
      at = afterFormatting(source, at, range.end)
    }
  }
  if (read < words.length) builder.add(words, range.start, range.end - range.start)
  else for (const {text, start, end} of pieces) builder.add(text, start, end - start)
}

/** Passes over one mark of formatting, the destination of a link, or a tag. */
function afterFormatting(source: string, offset: number, end: number): number {
  const closing = source.startsWith('](', offset) ? ')' : source[offset] === '<' ? '>' : undefined
  const closed = closing === undefined ? -1 : source.indexOf(closing, offset)
  return closed >= 0 && closed < end ? closed + 1 : offset + 1
}

/** How a string of the front matter is written. */
interface ScalarStyle {
  /** What stands before the words: quotes, the header of a block scalar. */
  readonly opening: number
  readonly escaping: 'backslash' | 'doubled' | undefined
}

/**
 * Adds the words of a front-matter string, past quotes, escapes and folded lines, be it in YAML
 * (1.2 §7.3, §8.1), TOML or JSON.
 *
 * @param range The value with its quotes or its block scalar's header.
 * @param value What the front matter's parser made of it.
 */
export function addScalar(
  builder: MappedTextBuilder,
  source: Source,
  range: Range,
  value: string
): void {
  alignScalar(builder, source.slice(range), range, withLineFeeds(value))
}

function alignScalar(builder: MappedTextBuilder, raw: string, range: Range, value: string): void {
  const {opening, escaping} = styleOf(raw, value)
  if (raw.startsWith(value, opening)) {
    builder.add(value, range.start + opening, value.length)
    return
  }
  const pieces: Range[] = []
  const lengths: number[] = []
  let at = opening
  let read = 0
  // The indentation of a block scalar's first line is not part of it.
  if (!/^\s/.test(value)) at += /^\s*/.exec(raw.slice(at))?.[0].length ?? 0
  while (read < value.length) {
    const unit =
      gapAt(raw, at, value, read) ??
      escapeAt(raw, at, value, read, escaping) ??
      sameAt(raw, at, value, read)
    if (!unit) {
      builder.add(value, range.start, raw.length)
      return
    }
    if (unit.taken > 0) {
      pieces.push({start: range.start + at, end: range.start + at + unit.length})
      lengths.push(unit.taken)
    }
    at += unit.length
    read += unit.taken
  }
  let from = 0
  for (const [index, {start, end}] of pieces.entries()) {
    const to = from + (lengths[index] ?? 0)
    builder.add(value.slice(from, to), start, end - start)
    from = to
  }
}

/** So many characters of the file are so many of the value. */
interface Unit {
  readonly length: number
  readonly taken: number
}

function styleOf(raw: string, value: string): ScalarStyle {
  const triple = /^(?:"""|''')(?:\r?\n)?/.exec(raw)?.[0]
  // `'''x'` is YAML for `'x`, and `""` is empty.
  if (triple && !(raw.startsWith("'''") && !raw.endsWith("'''"))) {
    return {opening: triple.length, escaping: raw.startsWith('"') ? 'backslash' : undefined}
  }
  if (raw.startsWith('"')) return {opening: 1, escaping: 'backslash'}
  if (raw.startsWith("'")) return {opening: 1, escaping: 'doubled'}
  const header =
    value.startsWith('|') || value.startsWith('>') ? null : /^[|>][^\n\r]*(?:\r\n|[\n\r])/.exec(raw)
  return {opening: header?.[0].length ?? 0, escaping: undefined}
}

const whiteSpace = /[\t\n\r ]*/y
const valueSpace = /[\t\n ]*/y

/** White space with a line ending in it, which the parser folds or takes indentation from. */
function gapAt(raw: string, at: number, value: string, read: number): Unit | undefined {
  whiteSpace.lastIndex = at
  const gap = whiteSpace.exec(raw)?.[0] ?? ''
  if (!/[\n\r]/.test(gap)) return
  valueSpace.lastIndex = read
  return {length: gap.length, taken: valueSpace.exec(value)?.[0].length ?? 0}
}

function escapeAt(
  raw: string,
  at: number,
  value: string,
  read: number,
  escaping: ScalarStyle['escaping']
): Unit | undefined {
  if (escaping === 'doubled') {
    return raw.startsWith("''", at) && value[read] === "'" ? {length: 2, taken: 1} : undefined
  }
  if (escaping !== 'backslash' || raw[at] !== '\\') return
  const lineEnd = /^\\[\t ]*(?:\r\n|[\n\r])[\t\n\r ]*/.exec(raw.slice(at, at + 1000))
  if (lineEnd) return {length: lineEnd[0].length, taken: 0}
  const digits = {x: 2, u: 4, U: 8}[raw.charAt(at + 1)] ?? 0
  const taken = digits === 8 && (value.codePointAt(read) ?? 0) > 0xffff ? 2 : 1
  return {length: 2 + digits, taken}
}

function sameAt(raw: string, at: number, value: string, read: number): Unit | undefined {
  return raw[at] !== undefined && raw[at] === value[read] ? {length: 1, taken: 1} : undefined
}

/** Line endings as prose has them, whatever the file's are. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
