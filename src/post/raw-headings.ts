import type {Paragraph} from 'mdast'
import {linesOf} from './lists.js'
import {parseMarkdown} from './markdown.js'
import type {Located} from './outline.js'
import type {Post} from './post.js'
import type {Range, Source} from './source.js'

/** A line that was meant as a heading. */
export interface RawHeading {
  /** Where a space has to stand: empty, or a space that CommonMark takes for none. */
  readonly range: Range
  readonly line: Range
  readonly text: string
  /** Whether nothing else can be meant. */
  readonly certain: boolean
}

/** Lines that were meant as headings: hash signs, and no space that CommonMark takes for one. */
export function rawHeadings(
  {source, frontMatter}: Post,
  paragraph: Located<Paragraph>
): readonly RawHeading[] {
  if (!/(?:^|[\n\r])[\t >]*#/.test(source.slice(paragraph))) return []
  const found: RawHeading[] = []
  const lines = linesOf(source, paragraph)
  // The first line of a post is its title.
  const isFirst =
    paragraph.parent?.node.type === 'root' &&
    source.text.slice(frontMatter.range.end, paragraph.start).trim() === ''
  for (const line of lines) {
    if (source.text.charAt(line.start) !== '#') continue
    const text = source.slice(line)
    const match = /^(#{1,6})([\u00A0\u202F]?)(?=[^\s#])/.exec(text)
    if (!match) continue
    const [, signs = '', space = ''] = match
    // A single sign begins a hashtag or a number.
    const certain = space !== '' || signs.length > 1
    const isAlone =
      lines.length === 1 ||
      (isFirst && line === lines[0] && !/\n[\t >]*#/.test(source.slice(paragraph)))
    if (!certain && !(isAlone && isLikeTitle(text.slice(1)))) continue
    if (space === '' && !/^#+[\p{L}\p{N}*[«“"\p{Extended_Pictographic}]/u.test(text)) continue
    const start = line.start + signs.length
    const fixed = `${signs} ${text.slice(signs.length + space.length)}`
    if (parseMarkdown(fixed).children[0]?.type !== 'heading') continue
    found.push({range: {start, end: start + space.length}, line, text, certain})
  }
  return found
}

/** As many hash signs at the end of a heading as begin it, with no space before them (§4.2). */
export function closingSigns(source: Source, heading: Range): Range | undefined {
  const signs = /^(#{2,6})[^#][\s\S]*[^\s#\\](\1)[\t ]*$/.exec(source.slice(heading))?.[2]
  if (signs === undefined) return undefined
  const start = source.text.lastIndexOf(signs, heading.end)
  return {start, end: start + signs.length}
}

/** Whether a line is several words that begin as a title does and end as no sentence does. */
function isLikeTitle(line: string): boolean {
  return (
    /^\p{Lu}[\p{Ll}’'-]* (?:\S+ )+\S+$/u.test(line) &&
    !/#|[.!…:;,]$/.test(line) &&
    line.length < 100
  )
}
