import type {Outline} from './outline.js'
import type {Post} from './post.js'
import type {Range, Source} from './source.js'

/** Signs on the page that are left of something else, or were taken for something else. */
export interface Leftover {
  readonly kind:
    | 'dashes'
    | 'lonePoint'
    | 'escapedShortcode'
    | 'wikiMark'
    | 'tableHead'
    | 'innerEmphasis'
    | 'brokenAutolink'
  readonly range: Range
  readonly expected: string
}

/** Finds what is left of marks that mean something elsewhere, and what Markdown took for marks. */
export function leftovers({source, outline, isKramdown}: Post): readonly Leftover[] {
  return [
    ...signsAlone(source, outline),
    ...(/\{\{\\[<%]/.test(source.text) ? escapedShortcodes(source, outline) : []),
    ...wikiMarks(source, outline),
    // Jekyll's Markdown wants no such line below the head of a table.
    ...(isKramdown ? [] : tableHeads(source, outline)),
    ...innerEmphasis(source, outline),
    ...(/<https?:[^\s<>]*[\r\n]/.test(source.text) ? brokenAutolinks(source, outline) : [])
  ]
}

/** A line of hyphens of which an editor made a dash: no thematic break (CommonMark 0.31 §4.1). */
const dashes = /^(?=.*-)[–—][–—-]+$|^-+[–—][–—-]*$/

/** Paragraphs without a letter: a line that was meant as a rule, and a full stop that keeps two things apart. */
function signsAlone(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('paragraph').flatMap((paragraph): Leftover[] => {
    const range = {start: paragraph.start, end: paragraph.end}
    if (range.end - range.start > longestLineOfSigns) return []
    const text = source.slice(range)
    if (dashes.test(text)) return [{kind: 'dashes', range, expected: '---'}]
    return /^[.,;]$/.test(text) && paragraph.parent?.node.type === 'root'
      ? [{kind: 'lonePoint', range, expected: ''}]
      : []
  })
}

const longestLineOfSigns = 200

/** Shortcodes of Hugo with backslashes in them, as programs put them that write Markdown: `{{\< youtube a >}}`. */
function escapedShortcodes(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('text').flatMap((text) =>
    [...source.slice(text).matchAll(/\{\{\\([<%])[^{}\n]*\\?[>%]\}\}/g)].map(
      ({index, 0: written}): Leftover => {
        const start = text.start + index
        const expected = written.replace(/\\(?=\p{P}|\p{S})/gu, '')
        return {kind: 'escapedShortcode', range: {start, end: start + written.length}, expected}
      }
    )
  )
}

/** Instructions to MediaWiki, which Markdown takes for bold text: `__NOTOC__`. */
function wikiMarks(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('strong').flatMap(({start, end}): Leftover[] => {
    const range = {start, end}
    const isMark = /^__(?:NO|FORCE)?(?:TOC|EDITSECTION|INDEX)__$/.test(source.slice(range))
    return isMark ? [{kind: 'wikiMark', range, expected: ''}] : []
  })
}

const delimiterRow = /^\|?[\t ]*:?-+:?[\t ]*(?:\|[\t ]*:?-+:?[\t ]*)+\|?$/

/**
 * Tables of which the line below the head has more or fewer cells than the head: GitHub Flavored Markdown
 * (§4.10) takes them for a paragraph.
 */
function tableHeads(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('paragraph').flatMap((paragraph): Leftover[] => {
    const first = source.lineAt(paragraph.start)
    const head = source.slice({start: paragraph.start, end: source.line(first).end})
    if (!head.includes('|') || source.line(first + 1).start >= paragraph.end) return []
    const {start, end} = source.line(first + 1)
    const row = source.slice({start, end})
    const text = row.replace(/^[\t >]*/, '').trimEnd()
    if (!delimiterRow.test(text)) return []
    const wanted = cellsOf(head).length
    const cells = cellsOf(text).map((cell) => cell.trim())
    if (cells.length === wanted) return []
    const at = start + row.indexOf(text)
    const fitting = Array.from({length: wanted}, (_, index) => cells[index] ?? '---').join(' | ')
    const expected = `${text.startsWith('|') ? '| ' : ''}${fitting}${text.endsWith('|') ? ' |' : ''}`
    return [{kind: 'tableHead', range: {start: at, end: at + text.length}, expected}]
  })
}

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
}

const longestEmphasis = 300

/** Asterisks inside two words, with words between them, that make all of it emphasis: `Leser*innen und Hörer*innen`. */
function innerEmphasis(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('emphasis').flatMap(({start, end}): Leftover[] => {
    if (end - start > longestEmphasis || source.text.charAt(start) !== '*') return []
    const isInWord = (offset: number): boolean =>
      /^\p{L}\*\p{L}$/u.test(source.text.slice(offset - 1, offset + 2))
    const range = {start, end}
    const written = source.slice(range)
    if (!isInWord(start) || !isInWord(end - 1) || !/\s/.test(written)) return []
    return [{kind: 'innerEmphasis', range, expected: `\\${written.slice(0, -1)}\\*`}]
  })
}

/** Addresses in angle brackets with a line end inside, which are no links (CommonMark 0.31 §6.5). */
function brokenAutolinks(source: Source, outline: Outline): readonly Leftover[] {
  return outline.all('text').flatMap((text) =>
    [
      ...source.slice(text).matchAll(/<(https?:\/\/[^\s<>]+)[\t ]*(?:\r\n?|\n)[\t >]*([^\s<>]+)>/gi)
    ].map(({index, 0: written, 1: before = '', 2: after = ''}): Leftover => {
      const start = text.start + index
      const range = {start, end: start + written.length}
      return {kind: 'brokenAutolink', range, expected: `<${before}${after}>`}
    })
  )
}
