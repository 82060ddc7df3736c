import type {Definition, Image, ImageReference, Link} from 'mdast'
import type {Located} from './outline.js'
import type {Range, Source} from './source.js'

/**
 * The text between the brackets of a Markdown image, brackets not included (CommonMark 0.31 §6.4).
 *
 * Code spans, autolinks and tags bind more tightly than brackets: a bracket in them is none.
 */
export function alternativeRange(
  source: Source,
  image: Located<Image | ImageReference>
): Range | undefined {
  const {text} = source
  const start = image.start + 2
  let depth = 0
  for (let at = start; at < image.end; at++) {
    switch (text[at]) {
      case '\\':
        at++
        break
      case '[':
        depth++
        break
      case ']':
        if (depth === 0) return {start, end: at}
        depth--
        break
      case '`':
        at = endOfCodeSpan(text, at, image.end) - 1
        break
      case '<':
        at = endOfTag(text, at, image.end) - 1
        break
    }
  }
  return undefined
}

/** Behind the code span that begins here; without a partner, behind its back-ticks. */
function endOfCodeSpan(text: string, offset: number, end: number): number {
  let content = offset
  while (text[content] === '`') content++
  const fence = text.slice(offset, content)
  for (let at = text.indexOf(fence, content); at >= 0 && at < end; at = text.indexOf(fence, at)) {
    let after = at
    while (text[after] === '`') after++
    if (after - at === fence.length) return after
    at = after
  }
  return content
}

const tagOrAutolink = /<(?:[a-z][\w+.-]*:[^\s<>]*|\/?[a-z][^<>]*)>/iy

function endOfTag(text: string, offset: number, end: number): number {
  tagOrAutolink.lastIndex = offset
  const length = tagOrAutolink.exec(text)?.[0].length ?? 1
  return offset + length <= end ? offset + length : offset + 1
}

/**
 * The title of a link, an image or a definition, its quotes not included (CommonMark 0.31 §6.3,
 * §4.7): the last thing in it, before the closing parenthesis if it has one.
 */
export function titleRange(
  source: Source,
  link: Located<Link | Image | Definition>
): Range | undefined {
  const {text} = source
  let end = link.end - 1
  if (link.node.type !== 'definition') {
    if (text[end] !== ')') return
    end--
    // Between the title and the parenthesis, a line may end and a block quote go on.
    while (end > link.start && /[\s>]/.test(text.charAt(end))) end--
  }
  const opening = {'"': '"', "'": "'", ')': '('}[text.charAt(end)]
  if (opening === undefined) return
  for (let at = end - 1; at > link.start; at--) {
    if (text[at] === opening && !isEscaped(text, at)) return {start: at + 1, end}
  }
  return undefined
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0
  while (text[offset - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}
