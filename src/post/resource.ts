import type {Located} from './outline.js'
import type {Range, Source} from './source.js'

/**
 * Where the destination of a link, an image or a definition stands in the file, angle brackets not
 * included (CommonMark 0.31 §6.3, §4.7).
 *
 * @returns Nothing where there is none to find: an autolink, which is its own destination.
 */
export function destinationRange(source: Source, located: Located): Range | undefined {
  const {node} = located
  const {text} = source
  let at: number
  if (node.type === 'definition') {
    at = text.indexOf(']:', located.start) + 2
    if (at < 2) return
  } else if (node.type === 'link' || node.type === 'image') {
    if (text.charAt(located.end - 1) !== ')') return
    let from = located.start
    if (node.type === 'link') {
      const end = node.children.at(-1)?.position?.end.offset
      if (end !== undefined) from = end + source.byteOrderMark
    } else {
      from = endOfAlternative(text, located)
    }
    at = text.indexOf('](', from) + 2
    if (at < 2) return
  } else {
    return
  }
  while (at < located.end && /[\s>]/.test(text.charAt(at))) at++
  if (text.charAt(at) === '<') {
    const close = text.indexOf('>', at)
    return close > 0 && close < located.end ? {start: at + 1, end: close} : undefined
  }
  let depth = 0
  let end = at
  for (; end < located.end; end++) {
    const character = text.charAt(end)
    if (character === '\\') end++
    else if (/\s/.test(character)) break
    else if (character === '(') depth++
    else if (character === ')' && --depth < 0) break
  }
  return {start: at, end: Math.min(end, located.end)}
}

/** The closing bracket of an image's description: brackets in it are balanced or escaped. */
function endOfAlternative(text: string, located: Located): number {
  let depth = 0
  for (let at = located.start + 1; at < located.end; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return at
  }
  return located.start
}
