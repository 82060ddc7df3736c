import {holds, isLink, parseMarkdown, plainText} from './markdown.js'
import type {Outline} from './outline.js'
import {isEscaped, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

/** A pair of `**` or `__` that the page shows, because CommonMark 0.31 §6.2 doesn't let them open or close. */
export interface RawStrong {
  readonly range: Range
  readonly text: string
  readonly problem: 'space' | 'punctuation'
  readonly expected: string
}

const longest = 200
const opensAfter = /^$|[\s([{«“"'’>]/u
const wordCharacter = /[\p{L}\p{N}]/u

const pairs = {'**': /(?<!\*)\*\*(?!\*)/g, __: /(?<!_)__(?!_)/g} as const
type StrongMark = keyof typeof pairs

/** Where pairs of asterisks, or of underscores, stand in the plain text of a block. */
function marksIn(source: Source, block: RawBlock, mark: StrongMark = '**'): readonly number[] {
  return block.texts.flatMap((text) =>
    [...source.slice(text).matchAll(pairs[mark])]
      .map((match) => text.start + match.index)
      .filter((offset) => !isEscaped(source.text, offset))
  )
}

/**
 * Finds `**` alone in its block, with a space behind it and at the start of a line, or with one before
 * it that stands behind a sign: the page shows it. Where a word elsewhere has such a mark behind it, they are the signs of a note.
 */
export function loneMarks(source: Source, blocks: readonly RawBlock[]): readonly Range[] {
  const all = blocks.map((block) => marksIn(source, block))
  const isNote = all.flat().some((mark) => /[^\s*]/.test(source.text.charAt(mark - 1)))
  if (isNote) return []
  return all.flatMap(([mark, ...others]): Range[] => {
    if (mark === undefined || others.length > 0) return []
    const isFirst = /(?:^\uFEFF?|[\n\r])[\t >]*$/.test(
      source.text.slice(Math.max(0, mark - 50), mark)
    )
    const space = /^[\t ]+(?=\S)/.exec(source.text.slice(mark + 2, mark + 50))?.[0].length
    // Behind a letter, it may be an operator: `a ** b`.
    const isApart = /[)\].!?»”][\t ]+$/.test(source.text.slice(Math.max(0, mark - 20), mark))
    return (isFirst || isApart) && space !== undefined ? [{start: mark, end: mark + 2 + space}] : []
  })
}

/** `**` behind a word of a heading, with text after it on the line. */
export interface HeadingMark {
  /** The mark and the space after it. */
  readonly range: Range
  /** The heading's words before it. */
  readonly text: string
}

/**
 * Finds headings that run on: of `**Title** text` only the end of the bold text is left. Where a
 * block begins with such a mark, they are the signs of a note.
 */
export function headingMarks(source: Source, blocks: readonly RawBlock[]): readonly HeadingMark[] {
  if (blocks.some((block) => /^\*\*\s/.test(source.text.slice(block.start, block.start + 3))))
    return []
  return blocks.flatMap((block): HeadingMark[] => {
    if (block.located.node.type !== 'heading') return []
    const [mark, ...others] = marksIn(source, block)
    if (mark === undefined || others.length > 0) return []
    const words = /^#+[\t ]+(.*\S)$/.exec(source.text.slice(block.start, mark))?.[1]
    const rest = source.text.slice(mark + 2, Math.min(block.end, mark + 2 + longest))
    const space = /^[\t ]+/.exec(rest)?.[0].length
    if (words === undefined || space === undefined) return []
    if (!/\p{L}\S*[\t ]+\S*\p{L}/u.test(rest)) return []
    return [{range: {start: mark, end: mark + 2 + space}, text: words}]
  })
}

/** A mark of emphasis right before a link. */
export interface MarkBeforeLink {
  readonly range: Range
  readonly text: string
  /** The mark inside the link, where it closes there. */
  readonly expected?: string
}

/**
 * Finds emphasis that begins right before a link and ends inside it, or nowhere: neither is read,
 * for emphasis and links can't overlap (CommonMark 0.31 §6.2).
 */
export function marksBeforeLinks(source: Source, outline: Outline): readonly MarkBeforeLink[] {
  const {text} = source
  return outline.all('link').flatMap((link): MarkBeforeLink[] => {
    const at = link.start - 1
    const mark = text.charAt(at)
    if ((mark !== '_' && mark !== '*') || text.charAt(link.start) !== '[') return []
    if (isEscaped(text, at) || /[\p{L}\p{M}\p{N}*_\\]/u.test(text.charAt(at - 1))) return []
    const block = link.parent
    const previous = block?.node.children[link.index - 1]
    if (!block || previous?.type !== 'text' || !previous.value.endsWith(mark)) return []
    const range = {start: at, end: at + 2}
    const whole = source.slice(link)
    const closing = new RegExp(`(?<=[^\\s\\\\${mark}])\\${mark}(?!\\${mark})`).exec(whole)
    const label = plainText(link.node)
    if (closing && label.includes(mark)) {
      const fixed = `[${mark}${whole.slice(1)}`
      const [paragraph] = parseMarkdown(fixed).children
      if (paragraph && holds(paragraph, 'emphasis') && isLink(fixed))
        return [{range, text: label, expected: `[${mark}`}]
    }
    // An asterisk may be the sign of a note.
    const isClosed = block.node.children
      .slice(link.index + 1, link.index + 50)
      .some((d) => d.type === 'text' && d.value.replace(/_$/, '').includes('_'))
    return mark === '*' || isClosed ? [] : [{range: {start: at, end: at + 1}, text: label}]
  })
}

/** Finds bold text that isn't bold in the plain text of a block. */
export function rawStrong(source: Source, block: RawBlock): readonly RawStrong[] {
  const found: RawStrong[] = []
  for (const mark of ['**', '__'] as const) {
    const marks = marksIn(source, block, mark)
    for (let index = 0; index + 1 < marks.length; index++) {
      const open = marks[index] ?? 0
      const close = marks[index + 1] ?? 0
      const strong = judgePair(source, block, mark, open, close)
      if (!strong) continue
      found.push(strong)
      index++
    }
  }
  return found
}

function judgePair(
  source: Source,
  block: RawBlock,
  mark: StrongMark,
  open: number,
  close: number
): RawStrong | undefined {
  const {text} = source
  const inner = text.slice(open + 2, close)
  // `2 ** n ** 3` has a space on both sides.
  const words = /^\s.*\s$/.test(inner) ? /\p{L}{2}|\d:\d\d/u : /\p{L}/u
  if (inner.length > longest || /[\n\r]/.test(inner) || !words.test(inner)) return
  const before = open > block.start ? text.charAt(open - 1) : ''
  const after = close + 2 < block.end ? text.charAt(close + 2) : ''
  const body = inner.trim()
  const leading = inner.length - inner.trimStart().length
  const trailing = inner.length - inner.trimEnd().length
  // `the** Summary** screen`: in small letters, they may be the signs of two notes.
  const isMoved =
    mark === '**' &&
    leading > 0 &&
    wordCharacter.test(before) &&
    /^\p{Lu}.{1,60}$/u.test(body) &&
    !wordCharacter.test(after)
  if (!opensAfter.test(before) && !isMoved) return
  if (leading > 0 && wordCharacter.test(after)) return
  const gap = isMoved ? ' ' : ''
  let problem: RawStrong['problem'] = 'space'
  let range: Range
  let expected: string
  if (leading > 0 && trailing > 0) {
    // `Name: __ Date: __` is to be filled in.
    if (mark === '__') return
    range = {start: open, end: close + 2}
    expected = `${gap}${mark}${body}${mark}`
  } else if (leading > 0) {
    range = {start: open, end: open + 2 + leading}
    expected = gap + mark
  } else if (trailing > 0) {
    range = {start: close - trailing, end: close + 2}
    expected = wordCharacter.test(after) ? `${mark} ` : mark
  } else {
    // The closing marks stand between punctuation and a letter: they count as opening ones.
    if (!wordCharacter.test(after) || !/[\p{P}\p{S}]$/u.test(body) || /['’]$/.test(body)) return
    problem = 'punctuation'
    range = {start: close + 2, end: close + 2}
    expected = ' '
  }
  const fixed = text.slice(open, range.start) + expected + text.slice(range.end, close + 2)
  const [paragraph] = parseMarkdown(`${before}${fixed}${after}`).children
  if (!paragraph || !holds(paragraph, 'strong')) return
  return {range, text: text.slice(open, close + 2), problem, expected}
}

/** Marks of emphasis that the page shows, and what could stand there instead. */
export interface RawMark {
  readonly range: Range
  readonly expected: readonly string[]
}

/**
 * Finds `**` that opens bold text which nothing closes: `with **Ines Calder, engineer`. Where a word
 * somewhere has such a mark behind it, they are the signs of a note.
 */
export function unclosedStrong(source: Source, blocks: readonly RawBlock[]): readonly RawMark[] {
  const {text} = source
  const alone = blocks.flatMap((block): {readonly block: RawBlock; readonly mark: number}[] => {
    const [mark, ...others] = marksIn(source, block)
    return mark === undefined || others.length > 0 ? [] : [{block, mark}]
  })
  if (alone.some(({mark}) => /[\p{L}\p{N}.,;:!?)]/u.test(text.charAt(mark - 1)))) return []
  return alone.flatMap(({block, mark}): RawMark[] => {
    if (mark > block.start && !opensAfter.test(text.charAt(mark - 1))) return []
    const words = text.slice(mark + 2, block.end)
    // `**kwargs` and `**/*.md` are written so.
    if (!/^[\p{L}\p{N}«“"_[]/u.test(words) || /^(?:kw\w*|args|opts|options)\b/.test(words))
      return []
    return /\p{L}{2}/u.test(words) ? [{range: {start: mark, end: mark + 2}, expected: ['']}] : []
  })
}

/** A stretch that opens with more asterisks than it closes with. */
export interface UnequalMarks extends RawMark {
  /** How many open it. */
  readonly marks: number
}

/** Finds emphasis that opens with one asterisk more than it closes with: `**Ines Calder*`, `***Music**`. */
export function unequalMarks(source: Source, outline: Outline): readonly UnequalMarks[] {
  const {text} = source
  return [...outline.all('emphasis'), ...outline.all('strong')].flatMap((located) => {
    const {start, end, node} = located
    const previous = located.parent?.node.children[located.index - 1]
    if (text.charAt(start) !== '*' || previous?.type !== 'text') return []
    if (!/(?:^|[^*\\])\*$/.test(text.slice(Math.max(0, start - 2), start))) return []
    if (end - start > longest) return []
    const whole = text.slice(start, end)
    const range = {start: start - 1, end}
    return [{range, expected: [`*${whole}*`, whole], marks: node.type === 'strong' ? 3 : 2}]
  })
}
