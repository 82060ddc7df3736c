import type {Range, Source} from '../source.js'
import {jsonObjectEnd} from './json.js'
import type {FrontMatterFormat} from './reading.js'

/** What is wrong with where front matter stands or how it is fenced. */
export type FrontMatterProblem =
  /** There is none. */
  | {readonly kind: 'absent'; readonly range: Range}
  /** Something stands before it, so that sites read it as text. */
  | {
      readonly kind: 'late'
      readonly range: Range
      readonly after: 'blank' | 'comment' | 'indentation' | 'text'
    }
  /** Keys stand without fences, as Pelican and MultiMarkdown have them: `range` is all of them. */
  | {readonly kind: 'unfenced'; readonly range: Range}
  /** Keys as YAML has them stand without fences: `range` is all of them. */
  | {readonly kind: 'bare'; readonly range: Range}
  /** The fence that would open it is missing, or another line stands in its place: `range`. */
  | {readonly kind: 'unopened'; readonly range: Range; readonly fence: string}
  /** The fence that would close it is missing; `at` is where it would stand. */
  | {readonly kind: 'unclosed'; readonly range: Range; readonly fence: string; readonly at: number}
  /** Nothing but comments stands in it. */
  | {readonly kind: 'empty'; readonly range: Range}
  /** It ends with the three dots that close a YAML document. */
  | {readonly kind: 'dots'; readonly range: Range}

export interface FrontMatterPlace {
  readonly format: FrontMatterFormat | undefined
  readonly range: Range
  readonly content: Range
  readonly problem: FrontMatterProblem | undefined
}

interface Fence {
  readonly format: FrontMatterFormat | undefined
  readonly fence: string
}

const yamlKey = /^\s*(?:"[^"\n]+"|'[^'\n]+'|[\p{L}_$][\p{L}\p{N}_.$/-]*)[ \t]*:(?:[ \t]|$)/u
const tomlKey = /^\s*(?:\[{1,2}[\w."'-]+\]{1,2}|[\w."'-]+[ \t]*=)/u
const commonKey = /^(?:title|date|layout|description|tags|draft|permalink|slug|titre)[ \t]*[:=]/
/** Sites agree on front matter being near the top; a fenced example further down is an example. */
const lateLines = 30
/** Keys without a fence before them end in fewer lines than these. */
const mostLines = 100

/**
 * Finds the front matter of a post by its fences, as Eleventy, Jekyll and Hugo do: the first line is
 * `---` or `+++` (with the language's name after it, where gray-matter is used), or an object of JSON
 * begins there. A byte order mark before it counts for nothing.
 */
export function findFrontMatter(source: Source): FrontMatterPlace {
  const top = source.byteOrderMark
  const first = source.line(1)
  const opening = fenceOf(source.text.slice(top, first.end))
  if (opening) {
    const place = fenced(source, 1, {start: top, end: first.end}, opening)
    if (place) return place
  } else if (isJsonStart(source.text, top)) {
    return jsonPlace(source, top)
  }
  return (
    late(source) ??
    unopened(source) ??
    nothing(plainKeys(source) ?? {kind: 'absent', range: {start: top, end: top}})
  )
}

function nothing(problem: FrontMatterProblem | undefined): FrontMatterPlace {
  const range = problem?.range ?? {start: 0, end: 0}
  const empty = {start: range.start, end: range.start}
  return {format: undefined, range: empty, content: empty, problem}
}

function fenceOf(line: string): Fence | undefined {
  const match = /^(?:(\+\+\+)|---[ \t]*([a-z]+)?)[ \t]*$/.exec(line)
  if (!match) return undefined
  const [, plus, language = 'yaml'] = match
  if (plus !== undefined) return {fence: '+++', format: 'toml'}
  const format = (['yaml', 'toml', 'json'] as const).find((d) => d === language)
  return {fence: '---', format}
}

function isJsonStart(text: string, at: number): boolean {
  return text.charAt(at) === '{' && /^\{\s*(?:["'}]|\/[/*])/.test(text.slice(at, at + 200))
}

function jsonPlace(source: Source, start: number): FrontMatterPlace {
  const end = jsonObjectEnd(source.text, start)
  if (end === undefined) {
    const range = {start, end: start + 1}
    const at = source.text.length
    return {
      format: undefined,
      range,
      content: range,
      problem: {kind: 'unclosed', range, fence: '}', at}
    }
  }
  const range = {start, end}
  const empty = source.text.slice(start + 1, end - 1).trim() === ''
  return {
    format: 'json',
    range,
    content: range,
    problem: empty ? {kind: 'empty', range} : undefined
  }
}

/** Front matter whose first fence stands on a line. */
function fenced(
  source: Source,
  line: number,
  fenceRange: Range,
  {fence, format}: Fence
): FrontMatterPlace | undefined {
  const contentStart = source.line(line + 1).start
  let dots: number | undefined
  for (let at = line + 1; at <= source.lineCount; at++) {
    const {start, end} = source.line(at)
    const text = source.text.slice(start, end).trimEnd()
    if (text === '...' && fence === '---') dots ??= at
    if (text !== fence) continue
    const content = {start: contentStart, end: start}
    if (dots !== undefined) break
    const range = {start: fenceRange.start, end}
    const bare = source.slice(content).replace(/^[ \t]*#.*$/gm, '')
    const problem =
      bare.trim() === '' && format !== undefined
        ? ({kind: 'empty', range: fenceRange} as const)
        : undefined
    return {format, range, content, problem}
  }
  if (dots !== undefined) {
    const range = source.line(dots)
    return {
      format,
      range: {start: fenceRange.start, end: range.end},
      content: {start: contentStart, end: range.start},
      problem: {kind: 'dots', range}
    }
  }
  const key = format === 'toml' ? tomlKey : yamlKey
  if (!key.test(source.slice(source.line(line + 1)))) return undefined
  const end = endOfKeys(source, line + 1, source.lineCount + 1, true) ?? source.lineCount + 1
  return unclosed(fenceRange, fence, source.line(end).start)
}

/**
 * Where front matter ends that nobody closed: the first line that can't be YAML or TOML, with the
 * blank lines and headings before it.
 *
 * @param from,to Lines, the last not included.
 * @param anywhere Also where no blank line sets it apart.
 * @returns A line, or undefined where all of it can be front matter and `anywhere` is false.
 */
function endOfKeys(
  source: Source,
  from: number,
  to: number,
  anywhere: boolean
): number | undefined {
  let blank: number | undefined
  let candidate: number | undefined
  let keys = 0
  for (let at = from; at < to; at++) {
    const text = source.slice(source.line(at))
    if (text.trim() === '') {
      blank ??= at
    } else if (yamlKey.test(text) || tomlKey.test(text)) {
      keys++
      blank = undefined
      candidate = undefined
    } else if (text.startsWith('#')) {
      // A comment of YAML, or a heading: what follows tells.
      if (blank !== undefined) candidate ??= blank
    } else if (/^[\s\]}]/.test(text) || (/^-(?: |$)/.test(text) && blank === undefined)) {
      blank = undefined
    } else if (keys > 0) {
      const end = candidate ?? blank
      if (end !== undefined) return end
      if (anywhere) return at
    }
  }
  return anywhere ? (candidate ?? blank ?? to) : undefined
}

/**
 * What front matter is that can't be read because text of the post stands in it: its fence is
 * missing, and a thematic break further down was taken for it.
 */
export function unclosedPlace(
  source: Source,
  place: FrontMatterPlace
): FrontMatterPlace | undefined {
  if (place.format === 'json' || place.problem) return undefined
  // A text of several lines that isn't closed hides what is text of the post.
  if (place.format === 'toml' && /"{3}|'{3}/.test(source.slice(place.content))) return undefined
  const first = source.lineAt(place.content.start)
  const end = endOfKeys(source, first, source.lineAt(place.content.end), false)
  const fence = source.text.slice(place.range.start, place.range.start + 3)
  const opening = {start: place.range.start, end: place.range.start + 3}
  return end === undefined ? undefined : unclosed(opening, fence, source.line(end).start)
}

function unclosed(opening: Range, fence: string, at: number): FrontMatterPlace {
  return {
    format: undefined,
    range: opening,
    content: opening,
    problem: {kind: 'unclosed', range: opening, fence, at}
  }
}

/** What begins with keys, or with a line that was meant as a fence, and ends with a fence. */
function unopened(source: Source): FrontMatterPlace | undefined {
  const first = source.line(1)
  const top = source.byteOrderMark
  const hasOther = /^[-–—_=*~]{1,6}$/.test(source.text.slice(top, first.end).trimEnd())
  const from = hasOther ? 2 : 1
  for (let at = from; at <= Math.min(mostLines, source.lineCount); at++) {
    const text = source.slice(source.line(at))
    const fence = text.trimEnd()
    if (fence !== '---' && fence !== '+++') continue
    const content = {start: hasOther ? source.line(2).start : top, end: source.line(at).start}
    const key = fence === '+++' ? tomlKey : yamlKey
    if (!areKeys(source.slice(content), key, 2)) return undefined
    const range = {start: top, end: hasOther ? first.end : top}
    const place = nothing({kind: 'unopened', range, fence})
    return {...place, range: {start: top, end: top}}
  }
  return undefined
}

/** Keys that a post begins with, up to a blank line; Pelican's have a capital, as a rule. */
function plainKeys(source: Source): FrontMatterProblem | undefined {
  const keys: string[] = []
  const start = source.byteOrderMark
  let end: number = start
  for (let at = 1; at <= source.lineCount; at++) {
    const text = source.slice(source.line(at)).replace(/^\uFEFF/, '')
    if (text.trim() === '') break
    const key = /^([A-Za-z][\w-]*):/.exec(text)?.[1]
    if (key !== undefined) keys.push(key)
    else if (keys.length === 0 || !/^[ \t]{4}/.test(text)) return undefined
    end = source.line(at).end
  }
  const isOf = (known: RegExp): boolean => keys.length > 1 && keys.some((key) => known.test(key))
  if (isOf(/^(?:Title|Date|Category|Tags|Slug)$/)) {
    return {kind: 'unfenced', range: {start, end}}
  }
  return isOf(/^(?:title|date|layout|slug)$/) ? {kind: 'bare', range: {start, end}} : undefined
}

/** Whether all lines of a text belong to keys, of which one is a post's and there are so many at least. */
function areKeys(text: string, key: RegExp, least: number): boolean {
  const lines = text.split(/\r?\n/)
  return (
    lines.every((d) => d === '' || key.test(d) || /^\s|^- |^#/.test(d)) &&
    lines.some((d) => commonKey.test(d)) &&
    lines.filter((d) => key.test(d)).length >= least
  )
}

/** Front matter that something stands before. */
function late(source: Source): FrontMatterPlace | undefined {
  const {text} = source
  const top = source.byteOrderMark
  const before = /^(?:\s|<!--[\s\S]*?-->)*/.exec(text.slice(top, top + 4000))?.[0] ?? ''
  const at = top + before.length
  const after = before.includes('<!--')
    ? 'comment'
    : /[\r\n]/.test(before)
      ? 'blank'
      : 'indentation'
  if (before !== '') {
    if (isJsonStart(text, at)) {
      const place = jsonPlace(source, at)
      if (place.format) return asLate(place, source, top, after)
    }
    const line = source.lineAt(at)
    const opening = fenceOf(text.slice(at, source.line(line).end))
    const place = opening && lateFenced(source, line, at, opening, false)
    // Hugo and Zola, whose fence this is, take white space before it.
    if (place?.format === 'toml' && after === 'blank') return place
    if (place) return asLate(place, source, top, after)
  }
  let code = false
  for (let line = source.lineAt(at); line <= Math.min(lateLines, source.lineCount); line++) {
    const range = source.line(line)
    const content = source.slice(range)
    if (/^ {0,3}(?:```|~~~)/.test(content)) code = !code
    const opening = code ? undefined : fenceOf(content)
    const place = opening && lateFenced(source, line, range.start, opening, true)
    if (place) return asLate(place, source, top, 'text')
  }
  return undefined
}

/** Only what has keys all along is front matter; a thematic break isn't. */
function lateFenced(
  source: Source,
  line: number,
  start: number,
  opening: Fence,
  strict: boolean
): FrontMatterPlace | undefined {
  let first = line + 1
  // Where nothing but blank lines stands before it, they may follow it too.
  while (!strict && first < source.lineCount && source.slice(source.line(first)).trim() === '')
    first++
  const next = source.slice(source.line(first))
  const key = opening.format === 'toml' ? tomlKey : yamlKey
  if (!key.test(next)) return undefined
  const place = fenced(source, line, {start, end: source.line(line).end}, opening)
  if (!place?.format) return undefined
  if (!strict) return place
  return areKeys(source.slice(place.content), key, 1) ? place : undefined
}

function asLate(
  place: FrontMatterPlace,
  source: Source,
  top: number,
  after: 'blank' | 'comment' | 'indentation' | 'text'
): FrontMatterPlace {
  const {start} = place.range
  const removable = after === 'blank' || after === 'indentation'
  const range = removable
    ? {start: top, end: start}
    : {start, end: source.line(source.lineAt(start)).end}
  return {...place, problem: {kind: 'late', range, after}}
}
