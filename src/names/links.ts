import type {MappedText} from '../post/mapped-text.js'
import type {Post} from '../post/post.js'
import type {Range} from '../post/source.js'
import {partsOfAddress} from './addresses.js'
import {fold} from './letters.js'
import type {NameMatcher} from './matcher.js'

/** A link whose address has names of the list in it. */
export interface NamedLink extends Range {
  readonly parts: readonly string[]
}

/** The links of the body whose addresses have a name of the list in them, in document order. */
export function namedLinks({outline}: Post, matcher: NameMatcher): readonly NamedLink[] {
  return outline.all('link').flatMap(({node, start, end}) => {
    const parts = matcher.namesIn(node.url)
    return parts.length === 0 ? [] : [{start, end, parts}]
  })
}

/** Those of the links that stand in a text, with their places there. */
export function linksIn(mapped: MappedText, links: readonly NamedLink[]): readonly NamedLink[] {
  const {start, end} = mapped.range(0, mapped.text.length)
  return links.flatMap((link) => {
    if (link.end <= start || link.start >= end) return []
    return [{...link, start: mapped.indexOf(link.start), end: mapped.indexOf(link.end)}]
  })
}

/** Whether words stand in a link whose address has them in the same letters: another name is meant. */
export function isInAddress({outline}: Post, {start, end}: Range, written: string): boolean {
  // A person's account has other letters than the name now and then.
  if (/\s/.test(written)) return false
  const link = outline.all('link').find((d) => d.start <= start && end <= d.end)
  const letters = fold(written).replace(/[^\p{L}\p{N}]/gu, '')
  return link !== undefined && partsOfAddress(link.node.url).includes(letters)
}

/**
 * The label that a range stands in, where the text of a link is what finds its address: `[text]`,
 * `[text][]`, and the `[[page]]` of a wiki. Other letters there would find nothing.
 */
export function labelAround(
  {outline, source}: Post,
  {start, end}: Range
): {readonly isOfNote: boolean} | undefined {
  const reference = [...outline.all('linkReference'), ...outline.all('imageReference')].find(
    (d) => d.start <= start && end <= d.end && d.node.referenceType !== 'full'
  )
  if (reference) return {isOfNote: reference.node.label?.startsWith('^') === true}
  const line = source.line(source.lineAt(start))
  const before = source.text.slice(line.start, start)
  const isOfWiki =
    /\[\[[^[\]|]*$/.test(before) && /^[^[\]]*\]\]/.test(source.text.slice(end, line.end))
  return isOfWiki ? {isOfNote: false} : undefined
}

/** Whether a link leads to a heading by an identifier that would change with some of its words. */
export function isLinkedTo({outline}: Post, words: string, right: string): boolean {
  const identifier = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s+/g, '-')
  const before = identifier(words)
  if (before === identifier(right)) return false
  return outline
    .all('link')
    .some(({node: {url}}) => url.startsWith('#') && url.toLowerCase().includes(before))
}
