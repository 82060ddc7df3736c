import {isLink} from './markdown.js'
import {isEscaped, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** What is read behind a bracket at most: keeps the search linear. */
const longest = 500

/** A bracket that opens, and that nothing closes. */
export interface OpenBracket {
  readonly range: Range
  /** What stands behind it. */
  readonly text: string
  /** What makes a link of it at {@link range}, where an address shows that it was meant as one. */
  readonly expected?: string
}

/**
 * Finds opening brackets before a word that no bracket closes. Where the post closes one that no
 * paragraph opens, the two may belong together, and none is reported.
 */
export function openBrackets(source: Source, blocks: readonly RawBlock[]): readonly OpenBracket[] {
  const open: {readonly at: number; readonly block: RawBlock}[] = []
  for (const block of blocks) {
    const inBlock: number[] = []
    for (const text of block.texts) {
      for (const {0: sign, index} of source.slice(text).matchAll(/[[\]]/g)) {
        const at = text.start + index
        if (isEscaped(source.text, at)) continue
        if (sign === '[') inBlock.push(at)
        else if (inBlock.pop() === undefined) return []
      }
    }
    for (const at of inBlock) open.push({at, block})
  }
  return open.flatMap(({at, block}) => {
    const found = judgeBracket(source, block, at)
    return found ? [found] : []
  })
}

function judgeBracket(source: Source, block: RawBlock, at: number): OpenBracket | undefined {
  const before = at > block.start ? source.text.charAt(at - 1) : ''
  const end = Math.min(source.line(source.lineAt(at)).end, block.end, at + longest)
  const text = source.text.slice(at + 1, end)
  // `list[first` is code.
  if (/[^\s("'«“>*_-]/.test(before)) return
  const link = /^([^[\]()]+)\((?:https?:\/\/|mailto:)[^\s()]+\)/i.exec(text)
  const label = link?.[1]
  if (link && label !== undefined && isLink(`[${label}](${link[0].slice(label.length + 1)}`)) {
    const gap = at + 1 + label.length
    return {range: {start: gap, end: gap}, text: label, expected: ']'}
  }
  const linked = /^\[([^[\]]+)\]\(/.exec(text)?.[1]
  if (linked !== undefined) return {range: {start: at, end: at + 1}, text: linked}
  // `[a, b)` is an interval.
  return /^[*_]*\p{L}\p{M}*\p{L}/u.test(text) ? {range: {start: at, end: at + 1}, text} : undefined
}

/** Finds closing brackets right behind a link that nothing opens in their block. */
export function strayBrackets(source: Source, blocks: readonly RawBlock[]): readonly Range[] {
  return blocks.flatMap((block) => {
    let depth = 0
    return block.texts.flatMap((text) =>
      [...source.slice(text).matchAll(/[[\]]/g)].flatMap(({0: sign, index}): Range[] => {
        const at = text.start + index
        if (isEscaped(source.text, at)) return []
        if (sign === '[') depth++
        else if (depth > 0) depth--
        else if (index === 0 && source.text.charAt(at - 1) === ')')
          return [{start: at, end: at + 1}]
        return []
      })
    )
  })
}
