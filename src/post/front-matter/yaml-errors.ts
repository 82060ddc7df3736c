import type {Document, ErrorCode, YAMLError} from 'yaml'
import type {Range, Source} from '../source.js'
import type {FrontMatterError, FrontMatterErrorKind} from './reading.js'
import {mend, slipAt, unclosedQuote} from './yaml-slips.js'

/** A line of a mapping: what comes before the value, and the value with what follows. */
const keyLine = /^([ \t]*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s"'#:][^:#]*?)[ \t]*:)([ \t]+)(\S.*?)[ \t]*$/
/** Errors of which each line has its own; of the others, the first explains the rest. */
const independent = new Set<FrontMatterErrorKind>(['colon', 'special-character', 'inner-quote'])
/** The front matter is read again after each slip: the time for more of them would be felt. */
const mostSlips = 50

/**
 * Says what is wrong where the parser gave up, as an author sees it: a parser speaks of compact
 * mappings where a title holds a colon.
 *
 * A slip hides what comes after it, so the front matter is read on as if it were mended.
 *
 * @param slips How many are looked for at most.
 */
export function diagnoseYaml(
  source: Source,
  content: Range,
  document: Document.Parsed,
  slips = mostSlips
): readonly FrontMatterError[] {
  const [first] = document.errors
  const slip = first && slipOf(source, content, first)
  if (!slip) return diagnoseErrors(source, content, document)
  const replacement = slip.expected?.[0]
  if (replacement === undefined || slips === 1) return [slip]
  const mended = mend(source, content, slip.range, replacement)
  const others = diagnoseYaml(mended.source, mended.content, mended.document, slips - 1)
  // What is found above the slip has not moved.
  const shift = content.end - mended.content.end
  const back = (range: Range): Range =>
    range.start < slip.range.start ? range : {start: range.start + shift, end: range.end + shift}
  return [slip, ...others.map((error) => ({...error, range: back(error.range)}))]
}

/** What explains the first error and has a replacement that was tried, if anything has. */
function slipOf(
  source: Source,
  content: Range,
  {code, pos, message}: YAMLError
): FrontMatterError | undefined {
  if (isOpenQuote(code, message)) {
    const error = unclosedQuote(source, content)
    return error?.kind === 'continued' ? error : undefined
  }
  // A list that ends where it must not does so on the blank line before what is wrong.
  const {start} = lineAt(source, content.start + pos[0])
  const first = source.text.slice(start).search(/\S/)
  return slipAt(source, content, lineAt(source, start + first))
}

function isOpenQuote(code: ErrorCode, message: string): boolean {
  return code === 'MISSING_CHAR' && /closing ['"]/.test(message)
}

function diagnoseErrors(
  source: Source,
  content: Range,
  document: Document.Parsed
): readonly FrontMatterError[] {
  const found: FrontMatterError[] = []
  const lines = new Set<number>()
  for (const {code, pos, message} of document.errors) {
    const at = Math.min(content.start + pos[0], content.end)
    const error = diagnose(source, content, code, at, message)
    const line = source.lineAt(error.range.start)
    if (lines.has(line) || (found.length > 0 && !independent.has(error.kind))) continue
    lines.add(line)
    found.push(error)
  }
  return found
}

function diagnose(
  source: Source,
  content: Range,
  code: ErrorCode,
  at: number,
  message: string
): FrontMatterError {
  const line = lineOf(source, content, at)
  const text = source.slice(line)
  switch (code) {
    case 'TAB_AS_INDENT':
      return tab(line, text)
    case 'BAD_DQ_ESCAPE': {
      const range = {start: at, end: Math.min(at + 2, line.end)}
      const actual = source.slice(range)
      return {kind: 'escape', range, value: actual, expected: [`\\${actual}`]}
    }
    case 'MISSING_CHAR':
      if (isOpenQuote(code, message)) {
        return unclosedQuote(source, content) ?? syntax(line, text)
      }
      return withoutColon(line, text) ?? syntax(line, text)
    case 'BAD_INDENT':
      return (
        (/^Flow/.test(message) ? unclosedBracket(source, content, at) : undefined) ??
        badIndentation(line, text)
      )
    default:
      return (
        valueError(line, text) ??
        badNesting(source, content, line) ??
        withoutColon(line, text) ??
        syntax(line, text)
      )
  }
}

/** The line of an offset; at the end of the front matter, the last line that has something. */
function lineOf(source: Source, content: Range, at: number): Range {
  let offset = Math.min(at, content.end)
  while (
    offset > content.start &&
    (offset >= content.end || source.slice(lineAt(source, offset)).trim() === '')
  ) {
    offset = lineAt(source, offset).start - 1
  }
  return lineAt(source, Math.max(offset, content.start))
}

function lineAt(source: Source, offset: number): Range {
  return source.line(source.lineAt(offset))
}

function syntax(line: Range, text: string): FrontMatterError {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0
  const value = text.trim()
  const start = line.start + indent
  return {kind: 'syntax', range: {start, end: start + value.length}, value}
}

function tab(line: Range, text: string): FrontMatterError {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return {
    kind: 'tab',
    range: {start: line.start, end: line.start + indent.length},
    value: text.trim(),
    expected: [indent.replaceAll('\t', '  ')]
  }
}

/** A value that YAML reads as something else than words: quotes around it make it words again. */
function valueError(line: Range, text: string): FrontMatterError | undefined {
  const match = keyLine.exec(text)
  const value = match?.[3]
  if (!match || value === undefined) return undefined
  const start = line.start + (match[1]?.length ?? 0) + (match[2]?.length ?? 0)
  const range = {start, end: start + value.length}
  const certain = !/\s#/.test(value)
  const first = value.charAt(0)
  if (/["']/.test(first)) {
    // A sign that slipped in behind the last quote goes; a comment stays.
    const last = value.lastIndexOf(first)
    const rest = last > 0 ? /^[^\p{L}\p{N}\s]?(\s+#.*)?$/u.exec(value.slice(last + 1)) : null
    const end = range.end - (rest?.[1] ?? '').length
    const expected = [quoted(rest ? value.slice(1, last) : value)]
    return {kind: 'inner-quote', range: {start, end}, value: value.slice(0, end - start), expected}
  }
  if (/[[{*&!@`%|>]/.test(first)) {
    return {kind: 'special-character', range, value, expected: [quoted(value)], certain}
  }
  if (/:(?:\s|$)/.test(value)) {
    return {kind: 'colon', range, value, expected: [quoted(value)], certain}
  }
  return undefined
}

/** The words between the quotes that need the fewest escapes. */
export function quoted(words: string): string {
  if (!/["\\]/.test(words)) return `"${words}"`
  return `'${words.replaceAll("'", "''")}'`
}

/** A key that stands deeper than its siblings, below a key that has a value already. */
function badNesting(source: Source, content: Range, line: Range): FrontMatterError | undefined {
  if (line.end >= content.end) return undefined
  const next = source.line(source.lineAt(line.start) + 1)
  const indent = (range: Range): number => /^[ ]*/.exec(source.slice(range))?.[0].length ?? 0
  const text = source.slice(next)
  if (!/^\s+\S[^:]*:(?:\s|$)/.test(text) || indent(next) <= indent(line)) return undefined
  if (!keyLine.test(source.slice(line))) return undefined
  return {
    kind: 'indentation',
    range: {start: next.start, end: next.start + indent(next)},
    value: text.trim(),
    expected: [' '.repeat(indent(line))]
  }
}

function badIndentation(line: Range, text: string): FrontMatterError {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0
  return indent === 0
    ? syntax(line, text)
    : {
        kind: 'indentation',
        range: {start: line.start, end: line.start + indent},
        value: text.trim()
      }
}

function withoutColon(line: Range, text: string): FrontMatterError | undefined {
  const glued = /^([ \t]*[\p{L}_][\p{L}\p{N}_-]*):(?=[^\s/])/u.exec(text)
  if (glued) {
    const at = line.start + glued[0].length
    return {
      kind: 'space-after-colon',
      range: {start: at, end: at},
      value: (glued[1] ?? '').trim(),
      expected: [' ']
    }
  }
  if (/:(?:\s|$)/.test(text)) return undefined
  return {...syntax(line, text), kind: 'no-colon'}
}

/** The last line before an offset on which more brackets open than close. */
function unclosedBracket(
  source: Source,
  content: Range,
  before: number
): FrontMatterError | undefined {
  for (let number = source.lineAt(before); number >= source.lineAt(content.start); number--) {
    const line = source.line(number)
    const text = source.slice(line)
    const match = /^([^#]*?:[ \t]+|[ \t]*- +)([[{].*?)[ \t]*$/.exec(text)
    const value = match?.[2]
    if (!match || value === undefined || line.start >= content.end) continue
    const start = line.start + (match[1]?.length ?? 0)
    const range = {start, end: start + value.length}
    const close = value.startsWith('[') ? ']' : '}'
    return {kind: 'bracket', range, value, expected: [value.replace(/,$/, '') + close]}
  }
  return undefined
}
