import type {HtmlEndTag, HtmlStartTag} from '../html.js'
import type {Range, Source} from '../source.js'

/** A tag as messages name it: its name as written, without attributes. */
export function tagText(source: Source, tag: HtmlStartTag | HtmlEndTag): string {
  const name = source.slice(tag.nameRange)
  return tag.kind === 'end' ? `</${name}>` : `<${name}>`
}

/** The offsets of a tag where it is short, else of its beginning: `<a` of a long `<a href="…">`. */
export function shortRange(source: Source, tag: HtmlStartTag | HtmlEndTag): Range {
  const text = source.slice(tag)
  if (text.length <= 40 && !/[\r\n]/.test(text)) return {start: tag.start, end: tag.end}
  return {start: tag.start, end: tag.nameRange.end}
}
