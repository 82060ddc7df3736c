import type {Paragraph} from 'mdast'
import type {List, ListItem, TextLine} from '../src/post/lists.js'
import {isUnfinished, isWrapped, linesOf} from '../src/post/lists.js'
import type {Located} from '../src/post/outline.js'
import type {Post} from '../src/post/post.js'
import {quotePrefix} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listGlued = defineRule({
  id: 'episode-list-glued',
  pillar: 'lists',
  summary: 'A list and the text around it stand apart.',
  why: 'Without a blank line, Markdown takes the line after a list into its last item: a heading, a paragraph or a line break that was meant for the page ends up behind the last bullet. The other way round, a numbered list that doesn’t begin with 1 becomes part of the paragraph before it.',
  standards: [
    {
      name: 'CommonMark 0.31 §5.2: paragraph continuation text',
      url: 'https://spec.commonmark.org/0.31.2/#list-items'
    },
    {
      name: 'CommonMark 0.31 §5.3: lists that interrupt a paragraph',
      url: 'https://spec.commonmark.org/0.31.2/#lists'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A line break after the last item',
      text: '* les recommandations,\n* et les étapes.\n⟦⇒\n⟧</br>\n\n## Transcription\n'
    },
    {
      name: 'A line break with text after it: a blank line on both sides',
      text: '- One voice\n- Two voices\n⟦<br>⇒\n<br>\n⟧\nThe **whole** show is on our site.\n'
    },
    {
      name: 'A paragraph after the last item',
      text: '* Animé par **Léa Morvan**, journaliste.\n* Invité : **Hugo Sarre**, chercheur au centre des archives sonores, spécialiste des bandes magnétiques et de leur conservation.\n⟦⇢\n⟧Dans cet épisode, nous visitons les archives avec lui.\n'
    },
    {
      name: 'A paragraph after items without full stops',
      text: '- Léa Morvan, journaliste\n- Hugo Sarre, chercheur\n⟦⇢\n⟧Dans cet épisode, nous visitons les archives.\n'
    },
    {
      name: 'A bold line',
      text: '- The archive\n- The studio\n⟦⇢\n⟧**Coming up**\n'
    },
    {
      name: 'A line that announces the next list',
      text: '- l’archive\n- le studio\n⟦⇢\n⟧À venir :\n- la scène\n'
    },
    {
      name: 'In a quote, and in an item of another list',
      text: '> - The archive\n> - The studio\n⟦⇢>\n⟧> **Coming up**\n\n1. Shows\n   - Live\n   - Recorded\n⟦⇢\n⟧**Thanks to our sponsor**\n'
    },
    {
      name: 'A numbered list that the paragraph before it takes in',
      text: 'The programme goes on:\n⟦⇢\n⟧3. the archive\n4. the studio\n5. the people\n'
    },
    {
      name: 'Hard-wrapped text, with and without indentation',
      text: '- This item was written in an editor that breaks the lines of a text at\nseventy characters. The next sentence has a capital at the start of a\nline. And so on until the end.\n- Another item that an editor broke into two lines for its author, Jane\nWilliams, who writes about the archive.\n'
    },
    {
      name: 'Second lines as a habit of the list',
      text: '- The archive\nA visit to the tapes, with their keeper.\n- The studio\nA visit to the engineer and her desk.\n'
    },
    {
      name: 'Second lines that are indented as they should be',
      text: '- The archive\n  **With its keeper**\n- The studio\n  <br>\n  Her desk\n'
    },
    {
      name: 'An item that goes on',
      text: '- The studio\n- What became of the archive after its move?\nIts keeper tells us of it on Friday evening, at seven.\n\n1. The archive of\nthe north\n- The studio, and\nHer desk stands in it all year long.\n'
    },
    {
      name: 'Blank lines, and blocks that end a list by themselves',
      text: '- The archive\n- The studio\n\n**Coming up**\n\n- One\n- Two\n## Transcript\n\n- One\n- Two\n<div>More</div>\n\n- One\n- Two\n<!-- end -->\n\nThe list:\n- One\n- Two\n\nAnd this one:\n1. One\n2. Two\n'
    },
    {
      name: 'A space between two items',
      text: '- The archive\n<br>\n- The studio\n'
    },
    {
      name: 'A year at the start of a line',
      text: 'We began with the archive in the year\n2019. The studio came in the year\n2024. It was late.\n'
    },
    {
      name: 'A code, a link or a short attribution after an item',
      text: '- A quick way to run it:\n`npm run it`\n- Another way\n\n- Read the notes\n- See the thread\n[the thread](https://example.org/thread)\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    for (const list of post.lists) {
      const line = gluedLine(post, list)
      if (!line) continue
      const range = {start: line.lineStart, end: line.lineStart}
      const text = source.slice(line)
      const ending = source.lineEnding
      const prefix = quotePrefix(source.slice({start: line.lineStart, end: line.start}))
      if (line.tag) {
        // The tag would become an HTML block, which runs on to the next blank line (§4.6).
        const next = source.line(source.lineAt(line.start) + 1)
        const followed = source.slice(next).replace(/[>\s]/g, '') !== ''
        report({
          range: followed ? {start: line.start, end: line.end} : range,
          message: 'tag',
          values: {text},
          expected: followed
            ? [`${ending}${prefix}${text}${ending}${prefix.trimEnd()}`]
            : [`${prefix.trimEnd()}${ending}`],
          fix: 'safe'
        })
      } else {
        report({
          range,
          message: 'text',
          values: {text},
          expected: [`${prefix.trimEnd()}${ending}`]
        })
      }
    }
    for (const paragraph of post.outline.all('paragraph')) {
      const line = swallowedList(post, paragraph)
      if (!line) continue
      const prefix = quotePrefix(source.slice({start: line.lineStart, end: line.start}))
      report({
        range: {start: line.lineStart, end: line.lineStart},
        message: 'list',
        values: {text: source.slice(line)},
        expected: [`${prefix.trimEnd()}${source.lineEnding}`]
      })
    }
  }
})

interface GluedLine extends TextLine {
  /** Whether the line is nothing but a tag that breaks or divides. */
  readonly tag: boolean
}

const markerAhead = /^\s*(?:>\s*)*(?:[*+-]|\d{1,9}[.)])\s/
const dividingTag = /^(?:<\/?(?:br|hr)\s*\/?>\s*)+$/i

/** The first line that a list took in against its author’s will. */
function gluedLine(post: Post, list: List): GluedLine | undefined {
  const last = list.items.at(-1)
  if (!last) return
  const tag = gluedTag(post, last)
  // Between two items it is a space that the author wants.
  if (tag && markerAhead.test(post.source.text.slice(tag.end, tag.end + 80))) return
  if (tag) return {...tag, tag: true}
  const followed = list.items.filter((item) => lazyLines(item).length > 0)
  const [item] = followed
  // Where several items have such lines, they are the author's way of writing them.
  if (followed.length !== 1 || !item) return
  const [line] = lazyLines(item)
  const first = item.lines[0]
  if (!line || !first) return
  const {source} = post
  const text = source.slice(line)
  const before = source.slice(item.lines[item.lines.indexOf(line) - 1] ?? first)
  if (dividingTag.test(text)) return item === last ? {...line, tag: true} : undefined
  if (isUnfinished(before)) return
  if (isHeadingLike(text) && !isWrapped(before, text)) return {...line, tag: false}
  // A question goes on with its answer.
  if (item !== last || isWrapped(before, text) || /\?\s*$/.test(before)) return
  return isSentence(text, before) ? {...line, tag: false} : undefined
}

/** A tag alone on its line, which the parser makes an HTML node of inside the item. */
function gluedTag(post: Post, item: ListItem): TextLine | undefined {
  const {source} = post
  const [first, second] = item.located.node.children
  if (first?.type !== 'paragraph' || second?.type !== 'html') return
  const start = (second.position?.start.offset ?? 0) + source.byteOrderMark
  const end = (second.position?.end.offset ?? 0) + source.byteOrderMark
  const line = source.lineAt(start)
  const lastLine = item.lines.at(-1)
  if (!lastLine || line !== source.lineAt(lastLine.start) + 1) return
  const lineStart = source.line(line).start
  const text = source.slice({start, end})
  if (!dividingTag.test(text)) return
  const column = start - lineStart
  return column < item.contentColumn ? {start, end, lineStart, column} : undefined
}

/** The lines of an item that stand left of its content (CommonMark 0.31 §5.2, laziness). */
function lazyLines(item: ListItem): readonly TextLine[] {
  return item.lines.filter((line, index) => index > 0 && line.column < item.contentColumn)
}

/** A bold or emphasised line, or a short one that announces what follows it. */
function isHeadingLike(text: string): boolean {
  if (text.length > 80) return false
  if (/^(\*\*|__)(?!\s)(?:(?!\1).)+\1\s*:?$/.test(text)) return true
  return (
    /^[\p{Lu}\p{Extended_Pictographic}][^.!?]*[^.!?:\s]\s?:$/u.test(text) &&
    text.split(/\s+/).length <= 8
  )
}

/** A whole sentence of its own, after an item that doesn't go on. */
function isSentence(text: string, before: string): boolean {
  if (!/^(?:[\p{Lu}«“"]|\*\*\p{Lu})/u.test(text)) return false
  const words = text.split(/\s+/).length
  const whole = /[.!?…](?:["»”)*_]|\s»)*$/.test(text)
  return words >= 5 && (whole || /[.!?…]$/.test(before)) && (whole || text.length > 60)
}

/** The first line of a numbered list inside a paragraph, two lines at least. */
function swallowedList(post: Post, paragraph: Located<Paragraph>): TextLine | undefined {
  const {source} = post
  const slice = source.slice(paragraph)
  if (!/[\n\r][\t >]*\d{1,9}[.)][\t ]/.test(slice)) return
  const lines = linesOf(source, paragraph)
  for (let index = 1; index < lines.length - 1; index++) {
    const line = lines[index]
    const next = lines[index + 1]
    if (!line || !next || line.column >= 4 + (lines[0]?.column ?? 0)) continue
    const number = numberOf(source.slice(line))
    if (number !== undefined && numberOf(source.slice(next)) === number + 1) return line
  }
  return
}

function numberOf(line: string): number | undefined {
  const match = /^(\d{1,4})[.)]\s+\S/.exec(line)
  return match ? Number(match[1]) : undefined
}
