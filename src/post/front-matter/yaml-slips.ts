import type {Document} from 'yaml'
import {type Range, Source} from '../source.js'
import type {FrontMatterError} from './reading.js'
import {documentOf} from './yaml-document.js'

/** A line that goes on from none before it: a comment, an item of a list, or a key. */
const beginning = /^\s*(?:#|- |[\w-]+:(?:\s|$))/
/** How far a dash may be from where it was meant to stand. */
const mostColumnsOff = 2

/** Front matter with a replacement made. */
export interface Mended {
  readonly source: Source
  readonly content: Range
  readonly document: Document.Parsed
}

/** Makes a replacement, and reads the front matter again. */
export function mend(source: Source, content: Range, edit: Range, replacement: string): Mended {
  const {text} = source
  const mended = new Source(text.slice(0, edit.start) + replacement + text.slice(edit.end))
  const end = content.end + mended.text.length - text.length
  const range = {start: content.start, end}
  return {source: mended, content: range, document: documentOf(mended.slice(range))}
}

/**
 * What is wrong on the line where the parser first gave up, where a line or a sign that is out of its
 * place explains it. It has an `expected` only where the parser, with it, gets past that place.
 */
export function slipAt(source: Source, content: Range, line: Range): FrontMatterError | undefined {
  return (
    continuedPlain(source, content, line) ??
    displacedDash(source, content, line) ??
    stuckHash(source, content, line)
  )
}

/** Whether the parser, with a replacement made, gets past an offset of the text as it is. */
function isReadTo(
  source: Source,
  content: Range,
  edit: Range,
  replacement: string,
  end: number
): boolean {
  const mended = mend(source, content, edit, replacement)
  const reached = end + mended.content.end - content.end - content.start
  return mended.document.errors.every(({pos}) => pos[0] >= reached)
}

/** The first line on which a quote opens a value that nothing closes, or that goes on wrongly. */
export function unclosedQuote(source: Source, content: Range): FrontMatterError | undefined {
  const end = source.lineAt(content.end)
  for (let number = source.lineAt(content.start); number < end; number++) {
    const line = source.line(number)
    const text = source.slice(line)
    const match = /^([ \t]*(?:- +)*)([^\s"'#:][^:#]*:[ \t]+)?(["'])(.*?)[ \t]*$/.exec(text)
    if (!match) continue
    const [, before = '', key = '', quote = '"', rest = ''] = match
    const plain = rest.replace(quote === '"' ? /\\./g : /''/g, '')
    if (plain.includes(quote)) continue
    const start = line.start + before.length + key.length
    const value = quote + rest
    const range = {start, end: start + value.length}
    const last = closingLine(source, content, number, columnOf(before, key), quote)
    if (last === undefined) return {kind: 'quote', range, value, expected: [value + quote]}
    const following = indented(source, number + 1, last, columnOf(before, key))
    if (following) {
      const {expected} = following
      const isRead = isReadTo(source, content, following, expected, following.end)
      return {
        kind: 'continued',
        range: {start: following.start, end: following.end},
        value,
        ...(isRead ? {expected: [expected]} : {})
      }
    }
    number = last
  }
  return undefined
}

/** A line that goes on from a value without quotes, and stands no further right than its key. */
function continuedPlain(source: Source, content: Range, line: Range): FrontMatterError | undefined {
  const text = source.slice(line)
  // A line without indentation may be text of a post whose front matter is not closed.
  if (!/^ /.test(text) || beginning.test(text)) return undefined
  let opening = source.lineAt(line.start) - 1
  const first = source.lineAt(content.start)
  while (opening > first && !beginning.test(lineText(source, opening))) {
    opening--
  }
  const [, before = '', key = '', value = ''] =
    /^( *(?:- +)*)([^\s"'#:-][^:#]*:[ \t]+)?(\S.*?)[ \t]*$/.exec(lineText(source, opening)) ?? []
  let last = source.lineAt(line.start)
  while (source.line(last + 1).end < content.end && !beginning.test(lineText(source, last + 1))) {
    last++
  }
  const following = indented(source, opening + 1, last, columnOf(before, key))
  if (!following) return undefined
  const {start, end, expected} = following
  if (!isReadTo(source, content, following, expected, end)) return undefined
  return {kind: 'continued', range: {start, end}, value, expected: [expected]}
}

function lineText(source: Source, number: number): string {
  return source.slice(source.line(number))
}

function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0
}

/**
 * The column that a value's further lines must stand to the right of (YAML 1.2 §6.1): its key's, or
 * that of its dash where it has no key.
 */
function columnOf(before: string, key: string): number {
  return key === '' ? Math.max(0, before.lastIndexOf('-')) : before.length
}

/**
 * The line on which a quoted value is closed.
 *
 * @param opening The line on which the quote opens, 1-based.
 * @param column What the lines after it must stand to the right of.
 */
function closingLine(
  source: Source,
  content: Range,
  opening: number,
  column: number,
  quote: string
): number | undefined {
  let hasBlank = false
  for (let number = opening + 1; source.line(number).end < content.end; number++) {
    const text = lineText(source, number).trimEnd()
    if (indentOf(text) <= column && beginning.test(text)) return undefined
    hasBlank ||= text === ''
    if (!text.includes(quote)) continue
    // After a blank line, it may be a quotation in the text of front matter that nothing closes.
    const next = source.line(number + 1)
    const isText =
      hasBlank &&
      !/^\s/.test(text) &&
      next.start < content.end &&
      !/^[\w-]+:(?:\s|$)/.test(source.slice(next))
    return !isText && text.indexOf(quote) === text.length - 1 ? number : undefined
  }
  return undefined
}

/**
 * The lines of a value, from the first to the last that lacks indentation, and how they look with the
 * indentation that YAML asks for (YAML 1.2 §7.3, `s-flow-line-prefix`).
 *
 * @param from,to Lines on which the value goes on, the last included.
 * @param column What they must stand to the right of.
 */
function indented(
  source: Source,
  from: number,
  to: number,
  column: number
): (Range & {readonly expected: string}) | undefined {
  const lacks = (number: number): boolean => {
    const text = lineText(source, number)
    return text.trim() !== '' && indentOf(text) <= column
  }
  let first = from
  while (first <= to && !lacks(first)) first++
  if (first > to) return undefined
  let last = to
  while (!lacks(last)) last--
  const lines: string[] = []
  for (let number = first; number <= last; number++) {
    const text = lineText(source, number)
    lines.push(lacks(number) ? `${' '.repeat(column + 2)}${text.trimStart()}` : text)
  }
  const {start} = source.line(first)
  const {end} = source.line(last)
  return {start, end, expected: lines.join(source.lineEnding)}
}

/** A dash a column or two beside those of the list that it goes on with. */
function displacedDash(source: Source, content: Range, line: Range): FrontMatterError | undefined {
  const text = source.slice(line)
  if (!/^ *-(?: |$)/.test(text)) return undefined
  const actual = indentOf(text)
  const right = dashAbove(source, content, line, actual)
  if (right === undefined || right === actual) return undefined
  const dash = {start: line.start, end: line.start + actual}
  const error = {kind: 'dash', range: dash, value: text.trim()} as const
  const item = {start: line.start, end: itemEnd(source, line, Math.max(actual, right))}
  const spaces = ' '.repeat(right)
  if (isReadTo(source, content, dash, spaces, item.end)) return {...error, expected: [spaces]}
  // What stands below the dash may have moved with it.
  const moved = source
    .slice(item)
    .replace(/^ *(?=\S)/gm, ({length}) => ' '.repeat(length + right - actual))
  if (!isReadTo(source, content, item, moved, item.end)) return error
  return {...error, range: item, expected: [moved]}
}

/** The column of the dashes that a dash belongs to, or was meant to, if there are any. */
function dashAbove(
  source: Source,
  content: Range,
  line: Range,
  column: number
): number | undefined {
  let near: number | undefined
  // What stands as far to the left as a dash, or further, ends its list.
  let least = Number.POSITIVE_INFINITY
  const first = source.lineAt(content.start)
  for (let number = source.lineAt(line.start) - 1; number >= first; number--) {
    const text = lineText(source, number)
    if (text.trim() === '') continue
    const indent = indentOf(text)
    if (/^ *-(?: |$)/.test(text) && indent < least) {
      if (indent === column) return column
      if (Math.abs(indent - column) <= mostColumnsOff) near ??= indent
    }
    least = Math.min(least, indent)
  }
  return near
}

/** Where the item of a displaced dash ends: before the next of its list, or before what ends the list. */
function itemEnd(source: Source, line: Range, column: number): number {
  let {end} = line
  for (let number = source.lineAt(line.start) + 1; number <= source.lineCount; number++) {
    const next = source.line(number)
    const text = source.slice(next)
    if (text.trim() === '') continue
    // The fence is such a line too.
    if (indentOf(text) <= column) return end
    end = next.end
  }
  return end
}

/** A `#` right after the sign that opens a text of several lines (YAML 1.2 §8.1). */
function stuckHash(source: Source, content: Range, line: Range): FrontMatterError | undefined {
  const match = /^(.*?(?::|-)[ \t]+)([|>][-+]?)#/.exec(source.slice(line))
  if (!match) return undefined
  const [, before = '', sign = ''] = match
  const start = line.start + before.length + sign.length
  const range = {start, end: start + 1}
  if (!isReadTo(source, content, range, '', line.end)) return undefined
  return {kind: 'hash', range, value: sign, expected: ['']}
}
