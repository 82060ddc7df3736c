import {escapeExpression} from '../../regular-expression.js'
import type {HtmlEndTag, HtmlStartTag} from '../html.js'
import type {Range, Source} from '../source.js'
import {isKnownElement} from './elements.js'

/** How far from a tag its traces are looked for. */
const reach = 2000

/** Whether a tag stands in a line of text, and not in an HTML block. */
function isInline({located}: HtmlStartTag): boolean {
  const type = located.parent?.node.type
  return type !== undefined && !/^(?:root|blockquote|listItem|footnoteDefinition)$/.test(type)
}

const mentionAfter =
  /^[ \t]+(?:[\w-]+[ \t]+)?(?:tags?|elements?|attributes?|components?|balises?|éléments?|attributs?|composants?)(?![\p{L}\p{N}])/iu
const mentionBefore =
  /(?<![\p{L}\p{N}])(?:tags?|elements?|balises?|éléments?|components?|composants?)[ \t]+$/iu

function isBesideNoun(source: Source, tag: HtmlStartTag): boolean {
  const line = source.line(source.lineAt(tag.start))
  return (
    mentionAfter.test(source.text.slice(tag.end, Math.min(line.end, tag.end + 60))) ||
    mentionBefore.test(source.text.slice(Math.max(line.start, tag.start - 30), tag.start))
  )
}

/** Elements that do something without an attribute and without content. */
const meaningfulAlone = /^(?:br|hr|wbr|img|image|p|li|dd|dt|option|tr|td|th)$/

/**
 * Whether a tag names an element instead of being one ("the `<link>` element"), so far as that shows
 * without looking for its end tag: `<link>`, `<meta>`… with nothing said of them are also names.
 */
export function isMention(source: Source, tag: HtmlStartTag): boolean {
  if (tag.attributes.length > 0 || !isInline(tag)) return false
  if (/^(?:p|li|dd|dt|option|tr|td|th|br|hr|wbr|img)$/.test(tag.name)) {
    return isBesideNoun(source, tag)
  }
  return isVoidName(tag.name) && !meaningfulAlone.test(tag.name)
}

function isVoidName(name: string): boolean {
  return /^(?:area|base|col|embed|input|link|meta|param|source|track)$/.test(name)
}

/**
 * Whether an unclosed tag was meant as words: a name that isn't an element's (`<commit>`,
 * `Promise<string>`), or one that stands in a sentence like a word.
 */
export function isWord(source: Source, tag: HtmlStartTag): boolean {
  // `<Player id="…">` is a component that nobody closed.
  if (isComponent(source, tag) && tag.attributes.some((d) => d.value !== '')) return false
  return !isKnownElement(tag.name) || isWordLike(source, tag)
}

/** Whether a tag stands in a sentence like a word, whatever it is called. */
export function isWordLike(source: Source, tag: HtmlStartTag): boolean {
  if (tag.attributes.length > 0) return false
  if (isBesideNoun(source, tag)) return true
  if (!isInline(tag)) return false
  return /^(?:[\s.,;:!?)\]/…»”"']|$)/.test(source.text.slice(tag.end, tag.end + 1))
}

/**
 * What stands around a tag that was meant as words, and what to write instead: code. Only the tag, or
 * the word that it is a part of (`Promise<string>`).
 *
 * @returns Nothing where the tag isn't written as a word.
 */
export function codeInstead(
  source: Source,
  tag: HtmlStartTag
): {readonly range: Range; readonly expected: readonly [string]} | undefined {
  const startsBlock = tag.start === tag.located.start
  if (!isWord(source, tag)) return undefined
  const line = source.line(source.lineAt(tag.start))
  if (tag.end > line.end) return undefined
  const {start: lineStart, end: lineEnd} = line
  const before = /[\p{L}\p{N}_$.<]*$/u.exec(
    source.text.slice(Math.max(lineStart, tag.start - 60), tag.start)
  )
  const after = /^[>\]]*(?:\[\])*/.exec(source.text.slice(tag.end, Math.min(lineEnd, tag.end + 20)))
  const range = {
    start: tag.start - (before?.[0].length ?? 0),
    end: tag.end + (after?.[0].length ?? 0)
  }
  const text = source.slice(range)
  if (isInline(tag) || startsBlock) return {range, expected: [`\`${text}\``]}
  return {range, expected: [text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')]}
}

/** Names that a component of an engine is hardly given, though a keyboard may begin them with a capital. */
const plainNames = /^(?:div|span|p)$/

/**
 * Whether a self-closing tag is a component of the site's engine: `<YouTube id="x" />`, and
 * `<Figure src="a.png" />` too.
 */
export function isComponent(source: Source, tag: HtmlStartTag): boolean {
  const name = source.slice(tag.nameRange)
  if (!isKnownElement(tag.name)) return /^[A-Z]|-/.test(name)
  return /^[A-Z][a-z]/.test(name) && !plainNames.test(tag.name)
}

/** `/p>` in text: an end tag that lost its `<`. */
export function lostEndTag(source: Source, range: Range, name: string): Range | undefined {
  const text = source.slice(range)
  if (!text.includes('>')) return undefined
  const escaped = escapeExpression(name)
  const match = new RegExp(`(?<![<\\w/]\\s?)/${escaped}>|(?<=\\w)/${escaped}>`, 'i').exec(text)
  if (!match) return undefined
  const start = range.start + match.index
  return {start, end: start + match[0].length}
}

/** An end tag without its `<`, stuck to the end of a word: neither a path nor a shell's prompt. */
const stuckEndTag =
  /(?<=(?:^|\s)[^\s/<>]*[\p{L}\p{N}.!?…»”)])\/(?:p|b|i|u|em|strong|span|div|h[1-6]|ul|ol|li|td|tr|table|figure|figcaption|blockquote|section|article)>(?=\s|$)/iu

/** `2,4 Mo/p>` in text where no `<p>` is open. */
export function strayEndTag(source: Source, range: Range): Range | undefined {
  const text = source.slice(range)
  if (!text.includes('>')) return undefined
  const match = stuckEndTag.exec(text)
  if (!match) return undefined
  const start = range.start + match.index
  return {start, end: start + match[0].length}
}

/**
 * Where the start tag of an end tag without one is to be found: it lost its `<`, or Markdown
 * couldn't read it; `template` where only the template engine can tell.
 */
export function whereStartTagWas(
  source: Source,
  tag: HtmlEndTag
):
  | {readonly kind: 'lost-bracket'; readonly range: Range; readonly text: string}
  | {readonly kind: 'unread-tag'; readonly range: Range}
  | 'template'
  | undefined {
  const {node, parent} = tag.located
  const holder = node.type === 'html' && parent && 'start' in parent ? parent : undefined
  const inline =
    holder && !/^(?:root|blockquote|listItem|footnoteDefinition)$/.test(holder.node.type)
  const region = inline ? holder : tag.located
  const from = Math.max(region.start, tag.start - reach)
  const before = source.text.slice(from, tag.start)
  const name = escapeExpression(tag.name)
  const unread = lastMatch(before, new RegExp(`<${name}(?=[\\s/])[^<]*?>`, 'gi'))
  if (unread && inline) {
    const range = {start: from + unread.index, end: from + unread.index + unread[0].length}
    return /\{[{%#]/.test(unread[0]) ? 'template' : {kind: 'unread-tag', range}
  }
  const lost = lastMatch(before, new RegExp(`(?<![<\\w/&;.-])${name}>`, 'gi'))
  if (!lost) return undefined
  const start = from + lost.index
  return {
    kind: 'lost-bracket',
    range: {start, end: start + lost[0].length},
    text: `<${lost[0]}`
  }
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1)
}
