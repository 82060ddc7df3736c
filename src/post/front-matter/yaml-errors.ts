import type {Document, ErrorCode} from 'yaml'
import type {Range, Source} from '../source.js'
import type {FrontMatterError, FrontMatterErrorKind} from './reading.js'

/** A line of a mapping: what comes before the value, and the value with what follows. */
const keyLine = /^([ \t]*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s"'#:][^:#]*?)[ \t]*:)([ \t]+)(\S.*?)[ \t]*$/
/** Errors of which each line has its own; of the others, the first explains the rest. */
const independent = new Set<FrontMatterErrorKind>(['colon', 'special-character', 'inner-quote'])

/**
 * Says what is wrong where the parser gave up, as an author sees it: a parser speaks of compact
 * mappings where a title holds a colon.
 */
export function diagnoseYaml(
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
      if (/closing ['"]/.test(message)) {
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

/** The first line on which a quote opens a value that nothing closes, or that goes on wrongly. */
function unclosedQuote(source: Source, content: Range): FrontMatterError | undefined {
  const end = source.lineAt(content.end)
  for (let number = source.lineAt(content.start); number < end; number++) {
    const line = source.line(number)
    const text = source.slice(line)
    const match = /^([ \t]*(?:- +)*(?:[^\s"'#:][^:#]*:[ \t]+)?)(["'])(.*?)[ \t]*$/.exec(text)
    if (match) {
      const [, before = '', quote = '"', rest = ''] = match
      const plain = rest.replace(quote === '"' ? /\\./g : /''/g, '')
      if (!plain.includes(quote)) {
        const start = line.start + before.length
        const value = quote + rest
        const range = {start, end: start + value.length}
        const following = linesAfter(source, content, number, quote)
        if (!following) return {kind: 'quote', range, value, expected: [value + quote]}
        const {expected} = following
        if (source.slice(following) !== expected) {
          return {kind: 'continued', range: following, value, expected: [expected]}
        }
        number = source.lineAt(following.start) + expected.split(/\r\n?|\n/).length - 1
      }
    }
  }
  return undefined
}

/**
 * The lines on which a quoted value goes on, where one of them closes it, and how they look with the
 * indentation that YAML asks for (YAML 1.2 §7.3, `s-flow-line-prefix`).
 *
 * @param opening The line on which the quote opens, 1-based.
 */
function linesAfter(
  source: Source,
  content: Range,
  opening: number,
  quote: string
): (Range & {readonly expected: string}) | undefined {
  const indentation = /^[\t ]*/.exec(source.slice(source.line(opening)))?.[0] ?? ''
  const lines: string[] = []
  let start = content.end
  let hasBlank = false
  for (let number = opening + 1; number <= source.lineCount; number++) {
    const line = source.line(number)
    const text = source.slice(line)
    const isDeeper = text.startsWith(`${indentation} `)
    if (line.end >= content.end) return undefined
    if (!isDeeper && /^\s*(?:#|- |[\w-]+:(?:\s|$))/.test(text)) return undefined
    const isBlank = text.trim() === ''
    hasBlank ||= isBlank
    if (isBlank && lines.length === 0) continue
    start = Math.min(start, line.start)
    lines.push(isBlank || isDeeper ? text : `${indentation}  ${text.trimStart()}`)
    if (!text.includes(quote)) continue
    const isClosed = text.trimEnd().indexOf(quote) === text.trimEnd().length - 1
    // After a blank line, it may be a quotation in the text of front matter that nothing closes.
    const next = source.line(number + 1)
    if (hasBlank && next.start < content.end && !/^[\w-]+:(?:\s|$)/.test(source.slice(next))) {
      return undefined
    }
    return isClosed ? {start, end: line.end, expected: lines.join(source.lineEnding)} : undefined
  }
  return undefined
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
