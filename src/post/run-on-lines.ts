import type {Paragraph} from 'mdast'
import {isUnfinished, isWrapped, linesOf, type TextLine} from './lists.js'
import type {Located} from './outline.js'
import type {Source} from './source.js'

/** A line without the hard line break that its neighbours have. */
export interface LostBreak {
  readonly line: TextLine
  /** How the line before it, or after it, is broken: two spaces, a backslash or `<br>`. */
  readonly ending: string
}

/** Lines one below the other that a page shows one behind the other. */
export interface RunOnLines {
  /** The lines that look alike, in order. */
  readonly lines: readonly TextLine[]
  /** Whether the paragraph goes on after the last of them. */
  readonly goesOn: boolean
  /** Whether they begin with bold labels (`**Guest:** …`), or are short, which bullets would not suit. */
  readonly labelled: boolean
}

/** So many lines that look alike are no wrapped text. */
const leastLines = 3
/** So many lines broken on purpose make it the paragraph's way to be written. */
const leastBroken = 2
/** Of a long address, so much counts where the end of a line is judged. */
const longestWord = 20

const address = String.raw`<?https?:\/\/[^\s<>]+>?`
const link = String.raw`(?:${address}|\[[^\]]+\]\([^\s()]+(?:\([^\s()]*\)[^\s()]*)?\))`

/** What lines begin with, or are, that stand by themselves. */
const looks = {
  /** `12:30 The archive`, `[00:12:30] …`, but no cue of subtitles. */
  time: /^[*_[(]*\d{1,2}:\d{2}(?::\d{2})?(?!.*-->)/,
  /** A link alone, or with a few words that name it: `Website: https://example.org`. */
  link: new RegExp(String.raw`^(?:[^:]{1,60}:\s+)?${link}(?<![,;])$`),
  /** `**Guest:** Jane Williams` */
  label: /^(?:\*\*|__)[^*_]{1,40}(?:\s?:(?:\*\*|__)|(?:\*\*|__)\s?:)\s+\S/
} as const

/** Two lines of these are enough: nothing but a short name, and its link. */
const namedLink = new RegExp(String.raw`^\p{Lu}[^:.!?]{0,30}:\s+${link}$`, 'u')

/** The same where there is nothing else in the paragraph: a link, without words around it. */
const bareLink = new RegExp(`^${link}$`)

/** Whole paragraphs of short lines: addresses of places, credits, verse. */
const mostOfShortLine = 45
/** The same with the addresses of its links. */
const longestSource = 400
const beginsAnew = /^[*_“"«([]*(?:[\p{Lu}\p{N}@#\p{Extended_Pictographic}]|https?:)/u
/** What ends a sentence, or goes on: in such paragraphs, the ends of lines are all there is. */
const endsWithSign = /[.!?…,;–—-]["”»*_)]*$/
/** Lines that say what they are in Markdown, in HTML, to a template or as subtitles. */
const otherMarks = /[<|]|\{[{%]|!\[|-->|^(?:[-+*]|\d{1,3}[.)]) /

type Look = keyof typeof looks

/** Lines that look alike, by their numbers. */
interface Stretch {
  readonly look: Look | 'short'
  readonly start: number
  readonly end: number
}

// Browsers take `</br>` for `<br>` (WHATWG HTML §13.2.6.4.7).
const breakAtEnd = /\\$|<\/?br\s*\/?>(?=\s*$)| {2}$/i
const breakAtStart = /^<\/?br\s*\/?>/i
/** The line below the head of a table that only some dialects know. */
const delimiterRow = /^(?=[^|]*\|)(?=[^-]*-)[\s|:-]+$/

/**
 * Finds, in a paragraph whose lines are broken on purpose (CommonMark 0.31 §6.7), the one that lost
 * its break.
 */
export function lostBreak(source: Source, paragraph: Located<Paragraph>): LostBreak | undefined {
  if (!hasLines(source, paragraph)) return undefined
  const lines = linesOf(source, paragraph)
  const texts = lines.map((line) => source.slice(line))
  const breaks = lines.slice(0, -1).map((line, at) => breakAfter(source, line, texts[at + 1]))
  const at = breaks.indexOf('')
  const line = lines[at]
  const text = texts[at] ?? ''
  const next = texts[at + 1] ?? ''
  if (!line || breaks.lastIndexOf('') !== at || breaks.length <= leastBroken) return undefined
  const look = lookOf(text)
  if (look === undefined || look !== lookOf(next)) {
    const isFull = isWrapped(text, next.slice(0, longestWord))
    if (isUnfinished(text) || isFull || !/^[\p{Lu}\p{N}[<«“"*_]/u.test(next)) return undefined
  }
  return {line, ending: breaks[at - 1] || breaks[at + 1] || '\\'}
}

/** Finds lines of a paragraph that look alike and are not broken. */
export function runOnLines(source: Source, paragraph: Located<Paragraph>): readonly RunOnLines[] {
  if (!hasLines(source, paragraph)) return []
  const lines = linesOf(source, paragraph)
  const texts = lines.map((line) => source.slice(line))
  // A table, and a callout of programs that show each line by itself.
  if (texts.some((text) => delimiterRow.test(text)) || texts[0]?.startsWith('[!')) return []
  return stretchesOf(texts).flatMap(({look, start, end}) => {
    const alike = lines.slice(start, end)
    const breaks = alike.map((line, at) => breakAfter(source, line, texts[start + at + 1]))
    if (breaks.slice(0, -1).some(Boolean)) return []
    const goesOn = end < lines.length && breaks.at(-1) === ''
    return [{lines: alike, goesOn, labelled: look === 'label' || look === 'short'}]
  })
}

/** A question in bold, and nothing else. */
const question = /^(\*\*|__)[^*_]+\?[^*_]{0,3}\1$/
/** A single one may be the beginning of its paragraph on purpose. */
const leastQuestions = 2

/** Finds questions in bold which a page shows in one line with their answers: an interview. */
export function runOnQuestions(
  source: Source,
  paragraphs: readonly Located<Paragraph>[]
): readonly TextLine[] {
  const found = paragraphs.flatMap((paragraph) => {
    if (!hasLines(source, paragraph)) return []
    const [line, next] = linesOf(source, paragraph)
    if (!line || !next || !question.test(source.slice(line))) return []
    return breakAfter(source, line, source.slice(next)) === '' ? [line] : []
  })
  return found.length < leastQuestions ? [] : found
}

/** How a post is written that has lines which look alike, one below the other. */
export type LineHabit = 'joined' | 'broken' | 'none'

/** How the lines of a post that look alike are written, by its text alone. */
export function lineHabit(text: string): LineHabit {
  let habit: LineHabit = 'none'
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n[\t >]*\n/)) {
    const lines = block.split('\n').map((line) => line.replace(/^[\t >]+/, ''))
    const stretches = stretchesOf(lines.map((line) => line.trimEnd()))
    const isJoined = stretches.some(({start, end}) =>
      lines.slice(start, end - 1).every((line, at) => !breakOf(line, lines[start + at + 1]))
    )
    const [first = '', next] = lines
    const isAsked = question.test(first.trimEnd()) && next !== undefined
    if (isJoined || (isAsked && breakOf(first, next) === '')) return 'joined'
    if (stretches.length > 0) habit = 'broken'
  }
  return habit
}

function hasLines(source: Source, paragraph: Located<Paragraph>): boolean {
  return source.lineAt(paragraph.end) - source.lineAt(paragraph.start) >= 1
}

/** Whether the lines of a paragraph are too short to have been wrapped, and each begins something. */
function areShort(texts: readonly string[]): boolean {
  // Without the line that announces them.
  const least = texts[0]?.endsWith(':') ? leastLines + 1 : leastLines
  if (texts.length < least) return false
  return texts.every((text, at) => {
    if (text.length > longestSource) return false
    const shown = text.replace(/\]\([^)]*\)/g, ']').replace(/https?:\S*[^\s.,;:!?)]/g, 'x')
    const isShort = shown.length <= mostOfShortLine || at === texts.length - 1
    const isOpen = shown.split('(').length !== shown.split(')').length
    return (
      isShort &&
      beginsAnew.test(text) &&
      !isOpen &&
      !endsWithSign.test(shown) &&
      !otherMarks.test(text) &&
      (at === texts.length - 1 || shown.endsWith(':') || !isUnfinished(shown))
    )
  })
}

/** The lines of a paragraph that look alike. */
function stretchesOf(texts: readonly string[]): readonly Stretch[] {
  const found = stretchesOfLooks(texts)
  return found.length === 0 && areShort(texts)
    ? [{look: 'short', start: 0, end: texts.length}]
    : found
}

function stretchesOfLooks(texts: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = []
  let start = 0
  while (start < texts.length) {
    const look = lookOf(texts[start] ?? '')
    let end = start + 1
    while (look && end < texts.length && lookOf(texts[end] ?? '') === look) end++
    const alike = texts.slice(start, end)
    const isNamed =
      alike.every((text) => namedLink.test(text)) ||
      (alike.length === texts.length && alike.every((text) => bareLink.test(text)))
    if (look && end - start >= (isNamed ? 2 : leastLines)) found.push({look, start, end})
    start = end
  }
  return found
}

function lookOf(text: string): Look | undefined {
  return (Object.keys(looks) as Look[]).find((look) => looks[look].test(text))
}

function breakAfter(source: Source, {start}: TextLine, next: string | undefined): string {
  const {end} = source.line(source.lineAt(start))
  return breakOf(source.slice({start, end}), next)
}

/**
 * How a line is broken before the next, or nothing.
 *
 * @param line With the white space at its end.
 * @param next The text of the next line, if the paragraph has one.
 */
function breakOf(line: string, next: string | undefined): string {
  if (next === undefined) return ''
  return breakAtEnd.exec(line)?.[0] ?? (breakAtStart.test(next) ? '<br>' : '')
}

/** Words that begin a sentence and hardly ever the second part of a name. */
const opening =
  'The|This|That|There|Then|Therefore|However|These|They|So|And|But|It|We|You|In|If|When|What|For|As|He|She|Le|La|Les|Un|Une|Il|Elle|On|Nous|Vous|Je|Et|Mais|Ce|Cette|Ces|Dans|Pour|En|Puis|Merci|Ils|Elles|Alors|Donc|Après|Avant|Now|My|Our|His|Her|Also|After|Before|Aquí|Und|Aber|Wir|Das|Der|Die'
const glued = new RegExp(
  `(?<![\\p{L}\\p{N}.@/_#-])\\p{L}*\\p{Ll}{2}(?:[”»][.?!](?=\\p{Lu}\\p{Ll}+ )|[.?!](?=(?:${opening})[ \\u00A0]))`,
  'gu'
)

/** Finds the last words of sentences that the next one follows without a space: `arrows.Then`. */
export function gluedSentences(text: string): readonly RegExpExecArray[] {
  return /[\p{Ll}”»][.?!]\p{Lu}/u.test(text) ? [...text.matchAll(glued)] : []
}
