import {isKnownElement} from './html/elements.js'
import type {Outline} from './outline.js'
import {isEscaped} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** `</p\\>`, `</p?>` */
const brokenEnd = /<\/([a-z][a-z0-9]*)[\\?/.,]{1,2}>/gi
const beginning = /<([a-z][a-z0-9]*)\s+[a-z-]+\s*=\s*["'“”]?[^\s<>"'“”]*/gi

/**
 * Finds tags with attributes in plain text: for want of a quotation mark or of their `>`, Markdown
 * didn't take them for HTML (CommonMark 0.31 §6.6), and the page shows them.
 *
 * So it is with end tags that have a sign in them.
 *
 * @returns The end tag, or the start tag's beginning, up to its first attribute.
 */
export function rawTags(source: Source, outline: Outline): readonly Range[] {
  return outline.all('text').flatMap((text) => {
    if (!text.node.value.includes('<')) return []
    const slice = source.slice(text)
    return [...slice.matchAll(beginning), ...slice.matchAll(brokenEnd)].flatMap(
      (match): Range[] => {
        const start = text.start + match.index
        if (!isKnownElement((match[1] ?? '').toLowerCase()) || isEscaped(source.text, start))
          return []
        return [{start, end: start + match[0].length}]
      }
    )
  })
}
