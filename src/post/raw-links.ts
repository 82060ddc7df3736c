import {holds, isLink, parseMarkdown} from './markdown.js'
import {isEscaped, openingBracket, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** Link syntax that the page shows as it stands. */
export interface RawLink {
  readonly range: Range
  readonly problem:
    | 'unopened'
    | 'extraBracket'
    | 'unparenthesized'
    | 'bare'
    | 'quote'
    | 'title'
    | 'titleGap'
    | 'space'
    | 'unclosed'
    | 'gap'
    | 'lineGap'
    | 'brokenAddress'
    | 'words'
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

/** Where a link's text ends and its resource begins, or the other way round. */
const linkTraces = /\]([ \t]{0,2}|[ \t]*(?:\r\n?|\n)[\t >]*)\(|\)\[|\][ \t]{0,2}(?=https?:\/\/)/g

/** Finds link syntax in the plain text of a block (CommonMark 0.31 §6.3 says what is a link). */
export function rawLinks(source: Source, block: RawBlock): readonly RawLink[] {
  const found: RawLink[] = []
  for (const text of block.texts) {
    const slice = source.slice(text)
    for (const match of slice.matchAll(linkTraces)) {
      const at = text.start + match.index
      if (isEscaped(source.text, at)) continue
      const link =
        match[0] === ')['
          ? swappedLink(source, block, at)
          : match[1] === undefined
            ? unparenthesizedLink(source, block, at, match[0].length - 1)
            : bracketLink(source, block, at, match[1])
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
  if (!isLink(expected)) return
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
  if (open === undefined) {
    if (gap !== '') return
    return extraBracket(source, block, close) ?? unopenedLink(source, block, close)
  }
  const label = text.slice(open + 1, close)
  if (label.trim() === '') return
  const resource = close + 1 + gap.length + 1
  const rest = resourceAt(source, block, resource)
  const link = {label, head: `[${label}](`, resource, rest}
  if (gap !== '') {
    const range = {start: close + 1, end: resource - 1}
    return /[\n\r]/.test(gap) ? lineGapLink(link, range) : gapLink(link, range)
  }
  return (
    quotedTitle(link) ??
    touchingTitle(link) ??
    spacedDestination(link) ??
    repeatedWords(link) ??
    brokenAddress(source, block, link) ??
    unclosedLink(link) ??
    nestedLink(link, close)
  )
}

/** What stands on the line from where a resource begins. */
function resourceAt(source: Source, block: RawBlock, start: number): string {
  const lineEnd = source.line(source.lineAt(start)).end
  return source.text.slice(start, Math.min(lineEnd, block.end, start + resourceLength))
}

/** `[text]](https://…)`. */
function extraBracket(source: Source, block: RawBlock, close: number): RawLink | undefined {
  const {text} = source
  if (text.charAt(close - 1) !== ']') return
  const open = openingBracket(text, close - 1, Math.max(block.start, close - labelLength))
  if (open === undefined) return
  const label = text.slice(open + 1, close - 1)
  const whole = wholeResource.exec(resourceAt(source, block, close + 2))?.[0]
  if (whole === undefined || !isLink(`[${label}](${whole}`)) return
  return {range: {start: close - 1, end: close}, problem: 'extraBracket', label, expected: ''}
}

/**
 * `[text]https://…)` and `[text]https://…`. A number in brackets is a note's, a word in capitals
 * may be anything, and what a `[/…]` follows is of another language.
 */
function unparenthesizedLink(
  source: Source,
  block: RawBlock,
  close: number,
  gap: number
): RawLink | undefined {
  const from = Math.max(block.start, close - labelLength)
  const open = openingBracket(source.text, close, from)
  if (open === undefined) return
  const label = source.text.slice(open + 1, close)
  const start = close + 1
  const rest = resourceAt(source, block, start + gap)
  const whole = gap > 0 ? undefined : wholeResource.exec(rest)?.[0]
  // In `(see [1]https://…)` the parenthesis at the end closes another.
  const isInParentheses = !closesOther(`${source.text.slice(from, open)})`)
  if (!isInParentheses && whole !== undefined && isLink(`[${label}](${whole}`)) {
    return {range: {start, end: start}, problem: 'unparenthesized', label, expected: '('}
  }
  const words = label.normalize('NFC')
  if (!/[\p{Ll}\p{Lo}]/u.test(words) || !/\p{L}{3}/u.test(words) || rest.includes('[/')) return
  // `[PDF] https://…` and `[rires] https://…` are remarks: a title has more words.
  if (gap > 0 && (words.match(/\p{L}{2,}/gu)?.length ?? 0) < 3) return
  const address = /^[^\s()<>[\]]+/.exec(rest)?.[0].replace(/[.,;:!?…»”"'*_]+$/, '') ?? ''
  const expected = `(${address})`
  if (!isLink(`[${label}]${expected}`)) return
  return {range: {start, end: start + gap + address.length}, problem: 'bare', label, expected}
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
  if (destination === undefined || !isLink(`[${label}](${destination})`)) return
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
  const resource = wholeResource.exec(rest)?.[0]
  if (!resource || !address.test(resource)) return
  return isLink(head + resource) ? {range, problem: 'gap', label, expected: ''} : undefined
}

/** `[text]` and on the next line an address alone in parentheses. */
function lineGapLink({label, head, rest}: OpenLink, range: Range): RawLink | undefined {
  const resource = wholeResource.exec(rest)?.[0]
  if (!resource || !/^<?https?:\/\//i.test(resource)) return
  if (/[\p{L}\p{N}]/u.test(rest.slice(resource.length)) || !/\p{L}/u.test(label)) return
  return isLink(head + resource) ? {range, problem: 'lineGap', label, expected: ''} : undefined
}

/** A destination, with its title if it has one, and the parenthesis that ends both. */
const wholeResource = /^[^\s()]+(?:\([^\s()]*\)[^\s()]*)*(?:\s+"[^"]*")?\)/

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
      if (!isLink(`${head}${before}${quoteMark}${fixed}${quoteMark})`)) return
      const range = {start: resource + from + first, end: resource + from + last + 1}
      return {range, problem: 'quote', label, expected: escaped}
    }
    const close = rest.indexOf(')', from)
    const title = rest.slice(from, close)
    if (
      close < 0 ||
      title.includes(quoteMark) ||
      !isLink(`${head}${before}${quoteMark}${title}${quoteMark})`)
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
  if (!isLink(`${head}${before}${expected})`)) return
  const at = resource + from - 1
  return {range: {start: at, end: at + typographic[0].length}, problem: 'title', label, expected}
}

/** A title that touches the address: with its spaces, it makes the whole no link. */
function touchingTitle({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const [, before, title] = /^(\s*[^\s()<>"]+)("(?:[^"\\]|\\.)*")\s*\)/.exec(rest) ?? []
  if (before === undefined || !isLink(`${head}${before} ${title})`)) return
  const at = resource + before.length
  return {range: {start: at, end: at}, problem: 'titleGap', label, expected: ' '}
}

/** Files that posts link to, by how their names end. */
const file =
  /^[^\s:]+(?: [^\s:]+)*\.(?:pdf|docx?|odt|pptx?|xlsx?|csv|txt|md|html?|jpe?g|png|gif|svg|webp|mp3|m4a|ogg|wav|mp4|webm|zip|srt|vtt)$/i

const mailbox = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

function spacedDestination({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const match =
    /^[ \t]*([^\s()"“«<>][^()"“«<>]*?)[ \t]*((?<=[ \t])"(?:[^"\\]|\\.)*"[ \t]*)?\)/.exec(rest)
  const destination = match?.[1]
  if (!match || destination === undefined || !/\s/.test(destination)) return
  // Some programs read the size of a picture after its address.
  const unsized = destination.replace(/\s+=\d*x\d*$/, '')
  const isExternal = externalAddress.test(destination)
  const onDisk = /^(?:[a-z]:[\\/]|file:)/i.test(destination)
  if (
    !isExternal &&
    !onDisk &&
    !(address.test(destination) && !/^#/.test(destination)) &&
    !file.test(unsized)
  )
    return
  const start = resource + match[0].indexOf(destination)
  const range = {start, end: start + destination.length}
  const title = match[2] ?? ''
  if (onDisk) return {range, problem: 'space', label}
  const mailboxes = /^mailto:/i.test(destination) ? (destination.match(mailbox) ?? []) : []
  if (mailboxes.length === 1) {
    return {range, problem: 'space', label, expected: `mailto:${mailboxes[0]}`}
  }
  const joined = withoutSlips(unsized, isExternal)
  // Words after an address are a title without its quotation marks, or a remark.
  const words = joined.split(/\s+/).length
  if (isExternal && title === '' && words > 2 && !file.test(destination)) {
    return {range, problem: 'space', label}
  }
  const expected = joined.replace(/\s/g, '%20')
  if (!isLink(`${head}${expected} ${title})`)) return
  return {range, problem: 'space', label, expected}
}

/** An address without the spaces that only a slip of the finger explains: those beside a sign. */
function withoutSlips(destination: string, isExternal: boolean): string {
  if (!isExternal) return destination.replace(/^(https?:(?:\/\/)?)\s+(?=\S+$)/i, '$1')
  return destination.replace(/(?<=[/=?&#])\s+|\s+(?=[/=?&#])/g, '')
}

/** `[The mill](The mill)`: the words once more, where the address belongs. */
function repeatedWords({label, resource, rest}: OpenLink): RawLink | undefined {
  const words = /^([^()]*\s[^()]*)\)/.exec(rest)?.[1]
  if (words === undefined || words.trim().toLowerCase() !== label.trim().toLowerCase())
    return undefined
  return {range: {start: resource, end: resource + words.length}, problem: 'words', label}
}

/** `[text](https://…` with the rest of the address on the next line. */
function brokenAddress(
  source: Source,
  block: RawBlock,
  {label, head, resource, rest}: OpenLink
): RawLink | undefined {
  const first = rest.trimEnd()
  if (!externalAddress.test(first) || /[\s()<>]/.test(first)) return undefined
  const start = resource + first.length
  const after = source.text.slice(start, Math.min(block.end, start + resourceLength))
  const [whole = '', gap = '', last = ''] =
    /^([\t ]*(?:\r\n?|\n)[\t >]*)([^\s()<>]+\))/.exec(after) ?? []
  if (whole === '' || !isLink(head + first + last)) return undefined
  return {range: {start, end: start + gap.length}, problem: 'brokenAddress', label, expected: ''}
}

function unclosedLink({label, head, resource, rest}: OpenLink): RawLink | undefined {
  const token = /^[^\s<>]+/.exec(rest)?.[0]
  if (!token || !externalAddress.test(token)) return
  // The subject and the text of a message have spaces of their own.
  if (/^mailto:[^?]*\?/i.test(token) && /\S/.test(rest.slice(token.length))) {
    return {range: {start: resource, end: resource + token.length}, problem: 'space', label}
  }
  const destination = token.replace(/[.,;:!?…»”"]+$/, '')
  const opens = destination.split('(').length
  const closes = destination.split(')').length
  if (opens !== closes || closesOther(rest.slice(token.length))) return
  if (!isLink(`${head}${destination})`)) return
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

/** `<www.…>`: without a scheme, angle brackets make no link (CommonMark 0.31 §6.5). */
export function bareHosts(
  source: Source,
  blocks: readonly RawBlock[]
): readonly {range: Range; address: string}[] {
  return blocks.flatMap(({texts}) =>
    texts.flatMap((text) =>
      [...source.slice(text).matchAll(/<(www\.[\w-]+\.[^\s<>]+)>/gi)].flatMap((match) => {
        const start = text.start + match.index + 1
        return isEscaped(source.text, start - 1)
          ? []
          : [{range: {start, end: start}, address: match[1] ?? ''}]
      })
    )
  )
}
