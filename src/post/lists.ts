import type {ListItem as ListItemNode, List as ListNode, Paragraph, PhrasingContent} from 'mdast'
import {skipLinePrefix} from './mapped-text.js'
import type {Located, Outline} from './outline.js'
import type {Range, Source} from './source.js'

/** One line of a paragraph, from its first to its last character that isn't white space. */
export interface TextLine extends Range {
  /** Where the line begins in the file: its indentation and the `>` of block quotes included. */
  readonly lineStart: number
  /**
   * The column in which the text begins, 0-based, tabs counted to the next multiple of 4
   * (CommonMark 0.31 §2.2). Block quote markers count too.
   */
  readonly column: number
}

/** Where an item that ends with words ends. */
export interface ItemEnding {
  /** The item's source up to there. */
  readonly text: string
  /** Offset after the last character that isn't white space, inside emphasis that ends with it. */
  readonly offset: number
}

/** An item of a list; its range begins with its marker. */
export interface ListItem extends Range {
  readonly located: Located<ListItemNode>
  readonly list: List
  /** Position in the list, 0-based. */
  readonly index: number
  /** The bullet, or the number with its `.` or `)`. */
  readonly marker: Range
  /** What an ordered list's marker says; undefined for a bullet. */
  readonly number: number | undefined
  /** Where the marker begins in the file's line: see {@link TextLine.column}. */
  readonly markerColumn: number
  /** Where the item's content begins, and where a second line of it would have to. */
  readonly contentColumn: number
  /** The paragraph that the item begins with, if it begins with one. */
  readonly paragraph: Located<Paragraph> | undefined
  /** That paragraph's lines. The lines after the first may be meant as something else. */
  readonly lines: readonly TextLine[]
}

/** A list with its items in order. */
export interface List extends Range {
  readonly located: Located<ListNode>
  readonly ordered: boolean
  readonly items: readonly ListItem[]
  /** The item that the list stands in. */
  readonly parent: ListItem | undefined
}

const markerPattern = /(?:[*+-]|(\d{1,9})[.)])/y

/** Reads all lists of a post, in document order: a list comes before those in its items. */
export function readLists(source: Source, outline: Outline): readonly List[] {
  const items = new Map<Located, ListItem>()
  const paragraphs = new Map<Located, Located<Paragraph>>()
  for (const paragraph of outline.all('paragraph')) {
    if (paragraph.index === 0 && paragraph.parent) paragraphs.set(paragraph.parent, paragraph)
  }
  const children = new Map<Located, Located<ListItemNode>[]>()
  for (const item of outline.all('listItem')) {
    if (!item.parent) continue
    const siblings = children.get(item.parent)
    if (siblings) siblings.push(item)
    else children.set(item.parent, [item])
  }
  return outline.all('list').map((located) => {
    const found: ListItem[] = []
    const list: List = {
      located,
      start: located.start,
      end: located.end,
      ordered: located.node.ordered === true,
      items: found,
      parent: located.parent && items.get(located.parent)
    }
    for (const child of children.get(located) ?? []) {
      const item = readItem(source, child, list, found.length, paragraphs.get(child))
      found.push(item)
      items.set(child, item)
    }
    return list
  })
}

function readItem(
  source: Source,
  located: Located<ListItemNode>,
  list: List,
  index: number,
  paragraph: Located<Paragraph> | undefined
): ListItem {
  let start = located.start
  while (isBlank(source.text.charAt(start))) start++
  markerPattern.lastIndex = start
  const match = markerPattern.exec(source.text)
  const marker = {start, end: start + (match?.[0].length ?? 0)}
  const lineStart = source.line(source.lineAt(start)).start
  const first = located.node.children[0]
  const firstStart =
    (first?.position?.start.offset ?? marker.end - source.byteOrderMark) + source.byteOrderMark
  const sameLine = source.lineAt(firstStart) === source.lineAt(start) && firstStart > marker.end
  return {
    located,
    list,
    index,
    start,
    end: located.end,
    marker,
    number: match?.[1] === undefined ? undefined : Number(match[1]),
    markerColumn: columnOf(source.text, lineStart, start),
    contentColumn: sameLine
      ? columnOf(source.text, lineStart, firstStart)
      : columnOf(source.text, lineStart, marker.end) + 1,
    paragraph,
    lines: paragraph ? linesOf(source, paragraph) : []
  }
}

/** The lines of a paragraph, without what stands before and after their text. */
export function linesOf(source: Source, paragraph: Located<Paragraph>): readonly TextLine[] {
  const lines: TextLine[] = []
  const last = source.lineAt(Math.max(paragraph.start, paragraph.end - 1))
  for (let line = source.lineAt(paragraph.start); line <= last; line++) {
    const whole = source.line(line)
    const start =
      lines.length === 0
        ? paragraph.start
        : skipLinePrefix(source.text, whole.start, paragraph.quoteDepth)
    let end = Math.min(whole.end, paragraph.end)
    while (end > start && isBlank(source.text.charAt(end - 1))) end--
    lines.push({
      start,
      end,
      lineStart: whole.start,
      column: columnOf(source.text, whole.start, start)
    })
  }
  return lines
}

/** What ends with such a sign or word, French or English, is not all of an item. */
const unfinished =
  /(?:[,;:(–—-]|(?:^|[\s’'])(?:of|the|an?|to|and|or|in|on|for|with|from|by|at|as|that|than|is|are|de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|dans|pour|par|avec|sur|que|qui|sans))$/i

/** Whether a line needs another after it: no sentence and no item ends so. */
export function isUnfinished(line: string): boolean {
  return unfinished.test(line)
}

/**
 * Whether a line may have been broken off the line before it by an editor that wraps text: the
 * line before is about as long as such editors make lines, and had no room for the next word.
 */
export function isWrapped(before: string, text: string): boolean {
  const length = before.length + 1 + (/^\S+/.exec(text)?.[0].length ?? 0)
  return before.length <= 120 && text.length <= 120 && length > 60
}

/**
 * How an item ends, or nothing where there is no one ending to speak of: the item holds other
 * blocks than one paragraph, or lines that it may have taken in against its author's will.
 */
export function endingOf(source: Source, item: ListItem): ItemEnding | undefined {
  const {paragraph, lines} = item
  if (!paragraph || item.located.node.children.length > 1) return
  if (lines.some((line, index) => index > 0 && line.column < item.contentColumn)) return
  let children: readonly PhrasingContent[] = paragraph.node.children
  let offset = paragraph.end
  for (;;) {
    const last = children.at(-1)
    if (!last) return
    offset = Math.min(offset, (last.position?.end.offset ?? 0) + source.byteOrderMark)
    if (last.type === 'emphasis' || last.type === 'strong') children = last.children
    else if (last.type === 'text') break
    else return
  }
  while (offset > paragraph.start && /\s/.test(source.text.charAt(offset - 1))) offset--
  return {text: source.slice({start: paragraph.start, end: offset}), offset}
}

/** The column of an offset in its line, 0-based. */
function columnOf(text: string, lineStart: number, offset: number): number {
  let column = 0
  for (let index = lineStart; index < offset; index++) {
    const character = text.charAt(index)
    if (character === '\t') column += 4 - (column % 4)
    else if (character !== '\uFEFF') column++
  }
  return column
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t'
}
