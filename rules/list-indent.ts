import type {Code, Paragraph} from 'mdast'
import {type List, type ListItem, linesOf, type TextLine} from '../src/post/lists.js'
import type {Located} from '../src/post/outline.js'
import type {Post} from '../src/post/post.js'
import type {Range, Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listIndent = defineRule({
  id: 'episode-list-indent',
  pillar: 'lists',
  summary: 'Items stand at the depth at which the author put them.',
  why: 'An item belongs to the one above it only where it is indented to that item’s text: two columns after a bullet, three after “1.”. With less it stands beside it and breaks the numbers; with four more, Markdown takes it for code or for a line of the paragraph.',
  standards: [
    {
      name: 'CommonMark 0.31 §5.2: indentation of list items',
      url: 'https://spec.commonmark.org/0.31.2/#list-items'
    },
    {
      name: 'CommonMark 0.31 §4.4: indented code blocks',
      url: 'https://spec.commonmark.org/0.31.2/#indented-code-blocks'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'Bullets below a number, one column short',
      text: '1. The archive\n⟦  ⇢   ⟧- its keeper\n⟦  ⇢   ⟧- its tapes\n2. The studio\n'
    },
    {
      name: 'Bullets below a bullet, with another marker',
      text: '> * Les archives\n> ⟦ ⇢  ⟧- les bandes\n> ⟦ ⇢  ⟧- les voix\n> * Le studio\n'
    },
    {
      name: 'A list that the paragraph before it takes in',
      text: 'Au programme :\n⟦    ⇢⟧* les archives\n⟦    ⇢⟧* le studio\n'
    },
    {
      name: 'An item too deep below another, taken in as text',
      text: '- The archive\n⟦      ⇢  ⟧- its tapes\n- The studio\n'
    },
    {
      name: 'Items that became code',
      text: '- The archive\n\n⟦      ⇢  ⟧- its tapes\n\nEnd.\n'
    },
    {
      name: 'Lists at all the depths that Markdown reads',
      text: '1. One\n   - a\n   - b\n2. Two\n    - c\n\n- One\n  - a\n    - b\n- Two\n   - c\n\n* a\n * b\n  * c\n'
    },
    {
      name: 'A list of bullets after a list of numbers',
      text: '1. One\n2. Two\n\n- a\n- b\n\n3. Three\n'
    },
    {
      name: 'A list below a heading, all of which became code',
      text: '## The mills\n\n⟦    - The old mill\n      - its wheel turns\n    - The [new one](/new)⇢- The old mill\n  - its wheel turns\n- The [new one](/new)⟧\n\n## Settings\n\n    - name: mill one\n    - name: mill two\n'
    },
    {
      name: 'Code that shows a list, and code with a minus',
      text: 'Write this:\n\n    - a mill\n    - b mill\n\n## One\n\n    - one mill\n\n- Run\n\n  ```\n  - a\n  ```\n\n- Then\n\n      -x --all\n      more\n\n- Write\n\n      - name: build\n'
    },
    {
      name: 'What a shortcode reads',
      text: '{{< top >}}\nmusic:\n    * The archive\n    * The studio\n{{< /top >}}\n'
    },
    {
      name: 'Text that goes on far to the right',
      text: 'A sum of 3\n      - 2 is 1.\n'
    }
  ],
  check({post, report}) {
    const {source, lists} = post
    const say = (range: Range, columns: number): void => {
      report({
        range,
        message: 'depth',
        values: {text: source.slice(source.line(source.lineAt(range.start)))},
        expected: [' '.repeat(columns)]
      })
    }
    const after = new Map<object, List>()
    for (const list of lists) {
      const previous = list.located.parent?.node.children[list.located.index - 1]
      const before = previous && after.get(previous)
      if (before) for (const item of shortItems(source, before, list)) say(...item)
      after.set(list.located.node, list)
    }
    for (const paragraph of post.outline.all('paragraph')) {
      // Between the two tags of a shortcode stands what it reads, often a list of its own making.
      const isContent = post.templates.some((d) => d.kind === 'tag' && d.start === paragraph.start)
      if (isContent) continue
      for (const item of linesTakenIn(post, paragraph)) say(...item)
    }
    for (const code of post.outline.all('code')) {
      if (!isListAsCode(source, code)) continue
      const {start} = source.line(source.lineAt(code.start))
      const range = {start, end: code.end}
      const text = source.slice(range)
      const expected = [text.replace(/^(?: {4}|\t)/gm, '')]
      report({range, message: 'code', values: {text: text.trim()}, expected})
    }
    const inItems = post.outline.all('code').filter((d) => d.parent?.node.type === 'listItem')
    if (inItems.length === 0) return
    const owners = new Map(
      lists.flatMap(({items}) => items.map((item) => [item.located.node, item]))
    )
    for (const code of inItems) {
      const item = itemAsCode(source, code, owners)
      if (item) say(...item)
    }
  }
})

/** What to replace, and by how many spaces. */
type Indentation = readonly [range: Range, columns: number]

/**
 * The items of a list that were meant to stand inside the last item of the list before it: they are
 * indented, not enough, and the first list goes on after them.
 */
function shortItems(source: Source, before: List, list: List): readonly Indentation[] {
  const owner = before.items.at(-1)
  const [first] = list.items
  if (!owner || !first || list.ordered) return []
  if (source.lineAt(first.start) !== source.lineAt(lastOffset(source, owner)) + 1) return []
  const between = (item: ListItem) =>
    owner.markerColumn < item.markerColumn && item.markerColumn < owner.contentColumn
  if (!list.items.every(between) || !goesOn(source, before, list)) return []
  return list.items.map((item): Indentation => {
    const range = indentationBefore(source, item)
    const own = item.markerColumn - (range.end - range.start)
    return [range, owner.contentColumn - own]
  })
}

/** Whether right after a list another begins with the marker of the list before it. */
function goesOn(source: Source, before: List, list: List): boolean {
  const siblings = list.located.parent?.node.children ?? []
  const next = siblings[list.located.index + 1]
  if (next?.type !== 'list' || (next.ordered === true) !== before.ordered) return false
  const start = (next.position?.start.offset ?? 0) + source.byteOrderMark
  if (source.lineAt(start) !== source.lineAt(lastOffset(source, list.items.at(-1) ?? list)) + 1)
    return false
  const [first] = before.items
  if (!first) return false
  return before.ordered
    ? next.start === (before.items.at(-1)?.number ?? 0) + 1 || next.start === 1
    : source.text.charAt(start) === source.text.charAt(first.marker.start)
}

function lastOffset(source: Source, range: Range): number {
  let end = range.end
  while (end > range.start && /\s/.test(source.text.charAt(end - 1))) end--
  return Math.max(range.start, end - 1)
}

/** The white space before an item's marker: block quote markers not included. */
function indentationBefore(source: Source, item: ListItem): Range {
  let start = item.start
  const line = source.line(source.lineAt(start)).start
  while (start > line && /[\t ]/.test(source.text.charAt(start - 1))) start--
  if (source.text.charAt(start - 1) === '>' && source.text.charAt(start) === ' ') start++
  return {start, end: item.start}
}

const itemLine = /^(?:[*+-]|\d{1,3}[.)])[\t ]+[\p{L}«“"*_[`]/u

/** Lines of a paragraph that would be items, were they not indented by four columns and more. */
function linesTakenIn({source}: Post, paragraph: Located<Paragraph>): readonly Indentation[] {
  const slice = source.slice(paragraph)
  if (!/[\n\r][\t >]*(?:[*+-]|\d{1,3}[.)])[\t ]/.test(slice)) return []
  const lines = linesOf(source, paragraph)
  const [first] = lines
  if (!first) return []
  const inItem = paragraph.parent?.node.type === 'listItem'
  const base = inItem ? first.column : baseColumn(source, first)
  const deep = lines.filter(
    (line, index) => index > 0 && line.column >= base + 4 && itemLine.test(source.slice(line))
  )
  if (deep.length === 0) return []
  // A single line in a paragraph may be a sum; a colon or an item above it makes it an item.
  if (deep.length < 2 && !inItem && !/:$/.test(source.slice(first))) return []
  return deep.map((line): Indentation => {
    let start = line.start
    while (start > line.lineStart && /[\t ]/.test(source.text.charAt(start - 1))) start--
    if (source.text.charAt(start - 1) === '>' && source.text.charAt(start) === ' ') start++
    const own = line.column - (line.start - start)
    return [{start, end: line.start}, Math.max(0, base - own)]
  })
}

/** The column at which the blocks around a paragraph begin. */
function baseColumn(source: Source, line: TextLine): number {
  const before = source.slice({start: line.lineStart, end: line.start})
  return before.includes('>') ? before.lastIndexOf('>') + 2 : 0
}

/** Whether an indented code block right below a heading is a list (§4.4). */
function isListAsCode(source: Source, code: Located<Code>): boolean {
  const before = code.parent?.node.children[code.index - 1]
  if (code.parent?.node.type !== 'root' || before?.type !== 'heading') return false
  if (/^[`~]/.test(source.slice(code).trim())) return false
  const lines = code.node.value.split(/\r\n?|\n/)
  // Words, not options or keys: `- name: value`.
  return (
    lines.length > 1 &&
    lines.every(
      (line) =>
        /^[\t ]*[*+-] +(?![\w-]+:(?:\s|$))[\p{L}«“"*_[]/u.test(line) &&
        /\p{L} \p{L}|\]\(/u.test(line)
    )
  )
}

/** An item that stands alone in an indented code block inside another item (§4.4). */
function itemAsCode(
  source: Source,
  code: Located<Code>,
  owners: ReadonlyMap<object, ListItem>
): Indentation | undefined {
  const owner = code.parent && owners.get(code.parent.node)
  if (!owner || code.quoteDepth > 0) return
  const {value} = code.node
  if (/[\n\r]/.test(value.trim()) || /^[`~]/.test(source.slice(code).trim())) return
  if (!/^[ \t]*(?:[*+-]|\d{1,3}[.)])[\t ]+[\p{L}«“"*_[]/u.test(value)) return
  // `- name: value` is code indeed.
  if (/^[ \t]*[*+-] [\w-]+:(?:\s|$)/.test(value)) return
  const {start} = source.line(source.lineAt(code.start))
  let end = start
  while (/[\t ]/.test(source.text.charAt(end))) end++
  return [{start, end}, owner.contentColumn]
}
