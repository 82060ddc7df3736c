import type {List as ListNode} from 'mdast'
import {isUnfinished, type List, type ListItem, type TextLine} from './lists.js'
import type {Located} from './outline.js'
import type {Range, Source} from './source.js'

/** A dash, with the white space after it, where a bullet would stand. */
export const dash = /^[–—][\t \u00A0\u202F]+(?=[\p{L}\p{N}«“*_[`])/u

/** A line that begins with a dash in a list of bullets. */
export interface DashAmongItems {
  /** Of the dash and the white space after it. */
  readonly range: Range
  readonly bullet: string
}

/** Dashes where the items around have bullets: Markdown takes their lines into the item above. */
export function dashesAmongItems(
  source: Source,
  {items, ordered}: List
): readonly DashAmongItems[] {
  if (ordered) return []
  const found = items.flatMap(({lines, markerColumn}) =>
    lines.slice(1).flatMap((line): {readonly line: TextLine; readonly dash: string}[] => {
      const match = line.column === markerColumn ? dash.exec(source.slice(line))?.[0] : undefined
      return match === undefined ? [] : [{line, dash: match}]
    })
  )
  // What people say ends as sentences do.
  const texts = [...items.flatMap((d) => d.lines.slice(0, 1)), ...found.map((d) => d.line)]
  if (texts.some((line) => /[?!.…]["»”]?$/.test(source.slice(line)))) return []
  return found.map(({line, dash: text}) => ({
    range: {start: line.start, end: line.start + text.length},
    bullet: text.trim()
  }))
}

/** So many items make a list's way to be written. */
const leastItems = 3

/** A line of a list without a marker of its own. */
export interface LostMarker {
  /** The item that Markdown takes the line into. */
  readonly item: ListItem
  readonly line: TextLine
}

/**
 * The one line of a list that begins where the markers stand and has none, though it would have
 * fitted behind the line before: nobody breaks a line there.
 */
export function lostMarker(source: Source, {items, ordered}: List): LostMarker | undefined {
  if (ordered || items.length < leastItems) return undefined
  const long = items.filter((d) => d.lines.length > 1)
  const [item] = long
  const [first, line, ...more] = item?.lines ?? []
  if (long.length !== 1 || !item || !first || !line || more.length > 0) return undefined
  if (item === items.at(-1) || line.column !== item.markerColumn) return undefined
  const text = source.slice(line)
  // Two spaces or a backslash break a line on purpose (CommonMark 0.31 §6.7).
  const isBroken =
    /^ {2}/.test(source.text.slice(first.end, line.lineStart)) || source.slice(first).endsWith('\\')
  if (isBroken || !/^[\p{L}«“"[]/u.test(text)) return undefined
  // A heading for what follows, and a sentence that goes on.
  if (text.endsWith(':') || isUnfinished(source.slice(first))) return undefined
  const longest = Math.max(...items.flatMap((d) => d.lines.map((one) => one.end - one.start)))
  const word = /^\S+/.exec(text)?.[0].length ?? 0
  return first.end - first.start + 1 + word <= longest ? {item, line} : undefined
}

/** A marker that breaks a list in pieces, and what it would have to be. */
export interface OtherMarker {
  readonly range: Range
  readonly expected: readonly [string]
}

/**
 * The marker of one item right behind a list with another marker, or between two: a list ends where
 * the marker changes (CommonMark 0.31 §5.3). What ends with a colon announces the items after it.
 */
export function otherMarker(
  source: Source,
  {located, items, ordered}: List
): OtherMarker | undefined {
  const [item] = items
  if (ordered || !item || items.length > 1 || source.slice(item).endsWith(':')) return undefined
  const before = bulletList(source, located, located.index - 1)
  const after = bulletList(source, located, located.index + 1)
  if (!before || before.marker === source.slice(item.marker)) return undefined
  if (after && after.marker !== before.marker) return undefined
  return before.items + (after?.items ?? 0) < 2
    ? undefined
    : {range: item.marker, expected: [before.marker]}
}

/** The bullet list at a position among a list's siblings, where no blank line stands between them. */
function bulletList(
  {text, byteOrderMark}: Source,
  {node, parent, index}: Located<ListNode>,
  at: number
): {readonly marker: string; readonly items: number} | undefined {
  const sibling = parent?.node.children[at]
  if (sibling?.type !== 'list' || sibling.ordered || !sibling.position || !node.position) return
  const [first, second] =
    at < index ? [sibling.position, node.position] : [node.position, sibling.position]
  if (second.start.line > first.end.line + 1) return
  const marker = text.charAt((sibling.position.start.offset ?? 0) + byteOrderMark)
  return {marker, items: sibling.children.length}
}

/** An asterisk in the middle of an item whose marker is one. */
export interface JoinedItems {
  /** Of the white space before the asterisk. */
  readonly range: Range
  /** What stands from the asterisk on. */
  readonly text: string
  /** What the white space has to be for the second item to stand on its own line. */
  readonly expected: string
}

/** Two items on one line, in a list with asterisks: `* the archive * the studio`. */
export function joinedItems(source: Source, {items, ordered}: List): readonly JoinedItems[] {
  const [first] = items
  if (ordered || !first || source.slice(first.marker) !== '*') return []
  return items.flatMap(({paragraph, lines: [line], marker}): JoinedItems[] => {
    if (!paragraph || !line) return []
    const text = source.slice(line)
    const match = /(?<=\p{L}{2}\S?)[\t ]+\*[\t ]+(?=\p{L}{2})/u.exec(text)
    if (!match || text.indexOf('*', match.index + match[0].length) >= 0) return []
    const start = line.start + match.index
    const star = start + match[0].indexOf('*')
    const isText = paragraph.node.children.some(({type, position}) => {
      const from = position?.start.offset ?? 0
      const to = position?.end.offset ?? 0
      return (
        type === 'text' && from <= star - source.byteOrderMark && star - source.byteOrderMark < to
      )
    })
    if (!isText) return []
    const before = source.text.slice(line.lineStart, marker.start)
    const indentation = /^\uFEFF?([\t >]*)$/.exec(before)?.[1]
    // The item is the first thing in another item.
    if (indentation === undefined) return []
    const expected = `${source.lineEnding}${indentation}`
    return [{range: {start, end: star}, text: source.text.slice(star, line.end), expected}]
  })
}
