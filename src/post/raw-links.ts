import {holds, parseMarkdown} from './markdown.js'
import {isEscaped, openingBracket, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** Link syntax that the page shows as it stands. */
export interface RawLink {
  readonly range: Range
  readonly problem:
    | 'unopened'
    | 'quote'
    | 'title'
    | 'titleGap'
    | 'space'
    | 'unclosed'
    | 'gap'
    | 'swapped'
    | 'nested'
  readonly label: string
  readonly expected?: string
}

/** A longest label and a longest resource: keeps the search linear. */
const labelLength = 500
const resourceLength = 2000

const address = /^(?:https?:\/\/|www\.|mailto:|\/|\.\.?\/|#)/i
const externalAddress = /^(?:https?:\/\/|www\.|mailto:)/i

/** Finds link syntax in the plain text of a block (CommonMark 0.31 §6.3 says what is a link). */
export function rawLinks(source: Source, block: RawBlock): readonly RawLink[] {
  const found: RawLink[] = []
  for (const text of block.texts) {
    const slice = source.slice(text)
    for (const match of slice.matchAll(/\]([ \t]{0,2})\(|\)\[/g)) {
      const at = text.start + match.index
      if (isEscaped(source.text, at)) continue
      const link =
        match[0] === ')['
          ? swappedLink(source, block, at)
          : bracketLink(source, block, at, match[1] ?? '')
      if (link && link.range.start >= (found.at(-1)?.range.end ?? 0)) {
        found.push(link)
      }
    }
  }
  return found
}

/** `(text)[url]`. */
function swappedLink(source: Source, block: RawBlock, at: number): RawLink | undefined {
  const from = Math.max(block.start, at - labelLength)
  const open = from + source.text.slice(from, at).lastIndexOf('(')
  if (open < from) return
  const label = source.text.slice(open + 1, at)
  const match = /^\)\[([^\s[\]]+)\]/.exec(
    source.text.slice(at, Math.min(block.end, at + resourceLength))
  )
  if (
    !match?.[1] ||
    !externalAddress.test(match[1]) ||
    !/^[^()[\]\n\r]*\S[^()[\]\n\r]*$/.test(label)
  )
    return
  const expected = `[${label}](${match[1]})`
  if (!isOneLink(expected)) return
  return {range: {start: open, end: at + match[0].length}, problem: 'swapped', label, expected}
}

/** `[text](…` and `[text] (…`. */
function bracketLink(
  source: Source,
  block: RawBlock,
  close: number,
  gap: string
): RawLink | undefined {
  const {text} = source
  const open = openingBracket(text, close, Math.max(block.start, close - labelLength))
  if (open === undefined) return gap === '' ? unopenedLink(source, block, close) : undefined
  const label = text.slice(open + 1, close)
  if (label.trim() === '') return
  const resource = close + 1 + gap.length + 1
  const lineEnd = Math.min(
    source.line(source.lineAt(close)).end,
    block.end,
    resource + resourceLength
  )
  const rest = text.slice(resource, lineEnd)
  const link = {label, head: `[${label}](`, resource, rest}
  if (gap !== '') return gapLink(link, {start: close + 1, end: resource - 1})
  return (
    quotedTitle(link) ??
    touchingTitle(link) ??
    spacedDestination(link) ??
    unclosedLink(link) ??
    nestedLink(link, close)
  )
}

/** `text](https://…`: a link without its opening bracket, all text of its line before it. */
function unopenedLink(source: Source, block: RawBlock, close: number): RawLink | undefined {
  const line = source.line(source.lineAt(close))
  const start = Math.max(line.start, block.start)
  if (close - start > labelLength) return
  const before = /^[\t >]*/.exec(source.text.slice(start, close))?.[0].length ?? 0
  const at = start + before
  const label = source.text.slice(at, close)
  const rest = source.text.slice(close + 2, Math.min(line.end, close + 2 + resourceLength))
  const destination = /^https?:\/\/[^\s()<>]+/i.exec(rest)?.[0]
  if (destination === undefined || !isOneLink(`[${label}](${destination})`)) return
  return {range: {start: at, end: at}, problem: 'unopened', label, expected: '['}
}

interface OpenLink {
  readonly label: string
  /** The link's source up to its resource. */
  readonly head: string
  /** Where the resource begins. */
  readonly resource: number
  /** What stands there on the line. */
  readonly rest: string
}

function gapLink({label, head, rest}: OpenLink, range: Range): RawLink | undefined {
  // `[00:12] (…)`, `[1] (…)` and `[x] (…)` are times, notes and boxes with a remark after them.
  if (/^[\d:.,\s]*$|^x$/i.test(label)) return
  const resource = /^[^\s()]+(?:\([^\s()]*\)[^\s()]*)*(?:\s+"[^"]*")?\)/.exec(rest)?.[0]
  if (!resource || !address.test(resource)) return
  return isOneLink(head + resource) ? {range, problem: 'gap', label, expected: ''} : undefined
}

/** A destination, white space, and the quotation mark that begins a title. */
const titleStart = /^\s*(?:<[^<>]*>|[^\s()<]+(?:\([^\s()]*\)[^\s()]*)*)\s+(["“”«'‘’])/

function quotedTitle({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const start = titleStart.exec(rest)
  if (!start) return
  const before = start[0].slice(0, -1)
  const from = start[0].length
  const quoteMark = start[1] ?? ''
  if (quoteMark === '"' || quoteMark === "'") {
    const end = new RegExp(`${quoteMark}\\s*\\)`).exec(rest.slice(from))
    if (end) {
      const title = rest.slice(from, from + end.index)
      const marks = [...title.matchAll(new RegExp(`(?<!\\\\)${quoteMark}`, 'g'))].map(
        (d) => d.index
      )
      const [first] = marks
      const last = marks.at(-1)
      if (first === undefined || last === undefined) return
      const escaped = title
        .slice(first, last + 1)
        .replace(new RegExp(`(?<!\\\\)${quoteMark}`, 'g'), `\\${quoteMark}`)
      const fixed = title.slice(0, first) + escaped + title.slice(last + 1)
      if (!isOneLink(`${head}${before}${quoteMark}${fixed}${quoteMark})`)) return
      const range = {start: resource + from + first, end: resource + from + last + 1}
      return {range, problem: 'quote', label, expected: escaped}
    }
    const close = rest.indexOf(')', from)
    const title = rest.slice(from, close)
    if (
      close < 0 ||
      title.includes(quoteMark) ||
      !isOneLink(`${head}${before}${quoteMark}${title}${quoteMark})`)
    )
      return
    const at = resource + close
    return {range: {start: at, end: at}, problem: 'title', label, expected: quoteMark}
  }
  const typographic =
    /^[“”«‘’][\s\u00A0\u202F]*([^"“”«»‘’()]+?)[\s\u00A0\u202F]*[“”»‘’](?=\s*\))/.exec(
      rest.slice(from - 1)
    )
  if (!typographic) return
  const expected = `"${typographic[1] ?? ''}"`
  if (!isOneLink(`${head}${before}${expected})`)) return
  const at = resource + from - 1
  return {range: {start: at, end: at + typographic[0].length}, problem: 'title', label, expected}
}

/** A title that touches the address: with its spaces, it makes the whole no link. */
function touchingTitle({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const [, before, title] = /^(\s*[^\s()<>"]+)("(?:[^"\\]|\\.)*")\s*\)/.exec(rest) ?? []
  if (before === undefined || !isOneLink(`${head}${before} ${title})`)) return
  const at = resource + before.length
  return {range: {start: at, end: at}, problem: 'titleGap', label, expected: ' '}
}

/** Files that posts link to, by how their names end. */
const file =
  /^[^\s:]+(?: [^\s:]+)*\.(?:pdf|docx?|odt|pptx?|xlsx?|csv|txt|md|html?|jpe?g|png|gif|svg|webp|mp3|m4a|ogg|wav|mp4|webm|zip|srt|vtt)$/i

function spacedDestination({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const match =
    /^[ \t]*([^\s()"“«<>][^()"“«<>]*?)[ \t]*((?<=[ \t])"(?:[^"\\]|\\.)*"[ \t]*)?\)/.exec(rest)
  const destination = match?.[1]
  if (!match || destination === undefined || !/\s/.test(destination)) return
  const isExternal = externalAddress.test(destination)
  if (
    !isExternal &&
    !(address.test(destination) && !/^#/.test(destination)) &&
    !file.test(destination)
  )
    return
  const start = resource + match[0].indexOf(destination)
  const range = {start, end: start + destination.length}
  const title = match[2] ?? ''
  const joined = withoutSlips(destination, isExternal)
  // Words after an address are a title without its quotation marks, or a remark.
  const words = joined.split(/\s+/).length
  if (isExternal && title === '' && words > 2 && !file.test(destination)) {
    return {range, problem: 'space', label}
  }
  const expected = joined.replace(/\s/g, '%20')
  if (!isOneLink(`${head}${expected} ${title})`)) return
  return {range, problem: 'space', label, expected}
}

/** An address without the spaces that only a slip of the finger explains: those beside a sign. */
function withoutSlips(destination: string, isExternal: boolean): string {
  if (!isExternal) return destination.replace(/^(https?:(?:\/\/)?)\s+(?=\S+$)/i, '$1')
  return destination.replace(/(?<=[/=?&#])\s+|\s+(?=[/=?&#])/g, '')
}

function unclosedLink({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const token = /^[^\s<>]+/.exec(rest)?.[0]
  if (!token || !externalAddress.test(token)) return
  const destination = token.replace(/[.,;:!?…»”"]+$/, '')
  const opens = destination.split('(').length
  const closes = destination.split(')').length
  if (opens !== closes || closesOther(rest.slice(token.length))) return
  if (!isOneLink(`${head}${destination})`)) return
  const at = resource + destination.length
  return {range: {start: at, end: at}, problem: 'unclosed', label, expected: ')'}
}

/** Whether a text closes a parenthesis that it hasn't opened. */
function closesOther(text: string): boolean {
  let depth = 0
  for (const sign of text.match(/[()]/g) ?? []) {
    depth += sign === '(' ? 1 : -1
    if (depth < 0) return true
  }
  return false
}

/** A link around another link: only the one inside is read. */
function nestedLink({label, resource, rest}: OpenLink, close: number): RawLink | undefined {
  const match = /^[^\s()]+\)/.exec(rest)
  if (!match || !externalAddress.test(match[0]) || !holds(parseMarkdown(label), 'link')) return
  return {range: {start: close, end: resource + match[0].length}, problem: 'nested', label}
}

/** Whether CommonMark reads a text as a link and nothing beside it. */
function isOneLink(markdown: string): boolean {
  const [block, ...others] = parseMarkdown(markdown).children
  return (
    others.length === 0 &&
    block?.type === 'paragraph' &&
    block.children.length === 1 &&
    block.children[0]?.type === 'link'
  )
}
