import type {Nodes} from 'mdast'
import {ancestors, type Located, type Outline} from './outline.js'
import type {Range, Source} from './source.js'

/** A paragraph, heading or cell with characters that Markdown might have read and did not. */
export interface RawBlock extends Range {
  readonly located: Located
  /** Where in it plain text stands: not code, not HTML, not the destinations of links. */
  readonly texts: readonly Range[]
}

const blocks: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell'])
const traces = /[[\]]|\*\*|__|<www\./i

/** Blocks whose plain text holds brackets, pairs of asterisks or underscores, or a bare host, in document order. */
export function rawBlocks(source: Source, outline: Outline): readonly RawBlock[] {
  const found = new Map<Located, Range[]>()
  for (const text of outline.all('text')) {
    if (!traces.test(text.node.value)) continue
    const block = blockOf(text)
    if (!block) continue
    const ranges = found.get(block)
    if (ranges) ranges.push(text)
    else found.set(block, [text])
  }
  return [...found].map(([located, texts]) => ({
    located,
    texts,
    start: located.start,
    end: Math.min(located.end, source.text.length)
  }))
}

function blockOf(text: Located): Located | undefined {
  for (const ancestor of ancestors(text)) if (blocks.has(ancestor.node.type)) return ancestor
  return
}

/** Whether a backslash takes the character at an offset for itself (CommonMark 0.31 §2.4). */
export function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0
  while (text.charAt(offset - 1 - backslashes) === '\\') backslashes++
  return backslashes % 2 === 1
}

/**
 * Where the bracket opens that closes at an offset.
 *
 * @param from Where to stop looking, backwards.
 */
export function openingBracket(text: string, close: number, from: number): number | undefined {
  let depth = 0
  for (let at = close; at >= from; at--) {
    const character = text.charAt(at)
    if ((character !== '[' && character !== ']') || isEscaped(text, at)) continue
    if (character === ']') depth++
    else if (--depth === 0) return at
  }
  return
}
