import {identifierOf} from './markdown.js'
import type {Outline} from './outline.js'
import {isEscaped, openingBracket, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** `[text][label]` that the page shows, because no definition has the label. */
export interface RawReference {
  /** The label, brackets not included. */
  readonly range: Range
  readonly text: string
  /** Whether the label is an address, which belongs in parentheses. */
  readonly isAddress: boolean
}

/** Longer texts and labels are none: keeps the search linear. */
const longest = 300

/**
 * Finds references without a definition (CommonMark 0.31 §6.3). In a post that has no definitions at
 * all, two pairs of brackets can mean anything, unless an address stands in the second.
 */
export function rawReferences(
  source: Source,
  outline: Outline,
  blocks: readonly RawBlock[]
): readonly RawReference[] {
  const defined = new Set(outline.all('definition').map(({node}) => node.identifier))
  return blocks.flatMap((block) =>
    block.texts.flatMap((text) =>
      [...source.slice(text).matchAll(/\]\[/g)].flatMap((match): readonly RawReference[] => {
        const at = text.start + match.index
        const collapsed = collapsedReferenceAt(source, block, at)
        if (collapsed) return [collapsed]
        const reference = referenceAt(source, block, at)
        if (!reference || (defined.size === 0 && !reference.isAddress)) return []
        // With a definition, something else keeps it from being one: code, or an address around it.
        return defined.has(identifierOf(source.slice(reference.range))) ? [] : [reference]
      })
    )
  )
}

/** `[label][]`, which is nothing but a reference. */
function collapsedReferenceAt(
  source: Source,
  block: RawBlock,
  close: number
): RawReference | undefined {
  const {text} = source
  if (!text.startsWith('][]', close) || isEscaped(text, close)) return undefined
  const open = openingBracket(text, close, Math.max(block.start, close - longest))
  if (open === undefined || /[\p{L}\p{N}_\])]/u.test(text.charAt(open - 1))) return undefined
  const range = {start: open + 1, end: close}
  const words = source.slice(range)
  return /\p{L}/u.test(words) && !/[[\]]/.test(words)
    ? {range, text: words, isAddress: false}
    : undefined
}

/** @param close Where the bracket stands that ends the text. */
function referenceAt(source: Source, block: RawBlock, close: number): RawReference | undefined {
  const {text} = source
  if (isEscaped(text, close)) return
  const open = openingBracket(text, close, Math.max(block.start, close - longest))
  // `list[first][second]` is code.
  if (open === undefined || /[\p{L}\p{N}_\])]/u.test(text.charAt(open - 1))) return
  const rest = text.slice(close + 2, Math.min(block.end, close + longest))
  const label = /^[^[\]\n\r]*[\p{L}][^[\]\n\r]*(?=\](?![[(]))/u.exec(rest)?.[0]
  const words = text.slice(open + 1, close)
  if (label === undefined || label.startsWith('^') || !/\p{L}/u.test(words)) return
  const range = {start: close + 2, end: close + 2 + label.length}
  return {range, text: words, isAddress: /^(?:https?:\/\/|www\.|#)\S+$/i.test(label)}
}
