import type {Heading} from 'mdast'
import type {Located} from './outline.js'
import type {Range, Source} from './source.js'

/** A line of dashes that makes a heading of the paragraph above it. */
export interface Underline {
  /** Where the paragraph begins and ends, the dashes not included. */
  readonly paragraph: Range
  /** The dashes, with what stands before them on their line. */
  readonly line: Range
}

/**
 * Finds the dashes right under a heading that is a paragraph by its looks (CommonMark 0.31 §4.3):
 * it is a picture, or ends as a sentence does and is longer than headings are or holds another one.
 */
export function underlineOf(source: Source, heading: Located<Heading>): Underline | undefined {
  const {text} = source
  if (heading.node.depth !== 2 || /[#=]/.test(text.charAt(heading.start))) return
  const last = source.lineAt(heading.end - 1)
  const line = source.line(last)
  if (last === source.lineAt(heading.start) || !/^[\t >]*-+[\t ]*$/.test(source.slice(line))) return
  const before = source.line(last - 1)
  const paragraph = {start: heading.start, end: before.end}
  const words = source.slice(paragraph).trimEnd().normalize('NFC')
  const underline = {paragraph, line: {start: line.start, end: line.end}}
  if (isPicture(heading.node)) return underline
  if (!/[.!?…](?:["'’»”)*_\]]|\s»)*$/u.test(words)) return
  const isLong = words.length > 120
  const holdsSentence = /\p{L}{2}[.!?…]["’»”)]?\s+["«“(]?\p{Lu}/u.test(words)
  return isLong || holdsSentence ? underline : undefined
}

/** Whether a heading holds a picture and nothing else. */
function isPicture({children}: Heading): boolean {
  const [child, ...others] = children
  if (!child || others.length > 0) return false
  return child.type === 'image' || (child.type === 'link' && child.children[0]?.type === 'image')
}
