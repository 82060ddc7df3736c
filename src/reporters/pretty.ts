import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Locale} from '../messages/catalogue.js'
import {excerptOf, linesOf, visible} from './excerpt.js'
import type {ReporterOptions} from './index.js'
import {words} from './words.js'

/** The findings for people to read: by post, each with its line and what could stand there. */
export default function reportPretty(
  files: readonly VFile[],
  options: ReporterOptions = {}
): string {
  // Nothing was checked: standard error says why, and "nothing to mend" would be a lie.
  if (files.length === 0) return ''
  const paint = painter(options.color ?? false)
  const say = words[options.locale ?? 'en']
  const told = new Set<string>()
  const blocks: string[] = []
  for (const file of files) {
    if (file.messages.length === 0) continue
    const lines = linesOf(file)
    const rows = file.messages.map((message) => {
      const key = `${message.ruleId}:${message.note}`
      const note = options.verbose || !told.has(key) ? message.note : undefined
      told.add(key)
      return [
        heading(message, paint),
        ...sourceLines(message, lines, paint),
        ...replacements(message, say, paint),
        ...(note ? wrap(visible(note), 84).map((d) => `      ${paint.dim(d)}`) : [])
      ].join('\n')
    })
    blocks.push(`${paint.underline(visible(file.path ?? say.text))}\n${rows.join('\n')}`)
  }
  return unlikeCommand(`${[...blocks, summary(files, say, paint)].join('\n\n')}\n`)
}

/** GitHub Actions obeys lines that begin with two colons, and `##[` anywhere: a post's words may not. */
function unlikeCommand(report: string): string {
  return report.replace(/^(\s*):(?=:)/gm, '$1:\u2060').replaceAll('##[', '##\u2060[')
}

type Style = 'red' | 'yellow' | 'green' | 'dim' | 'bold' | 'underline'
type Paint = Readonly<Record<Style, (text: string) => string>>
type Words = (typeof words)[Locale]

function painter(color: boolean): Paint {
  const style = (open: number, close: number) => (text: string) =>
    color && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text
  return {
    red: style(31, 39),
    yellow: style(33, 39),
    green: style(32, 39),
    dim: style(2, 22),
    bold: style(1, 22),
    underline: style(4, 24)
  }
}

function heading(message: VFileMessage, paint: Paint): string {
  const mark = message.fatal ? paint.red('✖') : paint.yellow('⚠')
  const place = paint.dim(`${message.line ?? 1}:${message.column ?? 1}`)
  const reason = visible(message.reason).replace(/`[^`]*`/g, paint.bold)
  return `  ${mark} ${place}  ${reason}  ${paint.dim(message.ruleId ?? '')}`.trimEnd()
}

function sourceLines(message: VFileMessage, lines: readonly string[], paint: Paint): string[] {
  const excerpt = excerptOf(message, lines)
  if (!excerpt) return []
  const {line, before, marked, after} = excerpt
  const number = String(line)
  const carets = '^'.repeat(Math.max(1, columns(marked)))
  return [
    `      ${paint.dim(`${number} │`)} ${before}${marked}${after}`,
    `      ${paint.dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(columns(before))}${paint.yellow(carets)}`
  ]
}

/** Several lines of a post are told by their beginning. */
const longestReplacement = 160

function replacements({expected, fix}: VFileMessage, say: Words, paint: Paint): string[] {
  if (!expected || expected.length === 0) return []
  const shown = expected.map((text) => {
    if (text === '') return paint.green(say.nothing)
    if (/^\s+$/.test(text)) return paint.green(say.whiteSpace(text))
    const characters = Array.from(visible(text.replace(/\r?\n/g, '⏎')))
    const isLong = characters.length > longestReplacement
    return paint.green(
      isLong ? `${characters.slice(0, longestReplacement).join('')}…` : characters.join('')
    )
  })
  return [
    `      ${fix === 'safe' ? say.fix : say.suggestion} ${shown.join(paint.dim(` ${say.or} `))}`
  ]
}

function summary(files: readonly VFile[], say: Words, paint: Paint): string {
  const found = files.flatMap((file) => file.messages)
  const errors = found.filter((message) => message.fatal).length
  const text = say.summary({
    findings: found.length,
    errors,
    posts: files.filter((file) => file.messages.length > 0).length,
    checked: files.length,
    fixable: found.filter((message) => message.fix === 'safe').length
  })
  return (errors > 0 ? paint.red : found.length > 0 ? paint.yellow : paint.green)(text)
}

let segmenter: Intl.Segmenter | undefined
const zeroWidth = /^[\p{Mark}\u200B-\u200F\u2060\uFEFF]+$/u
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uFF01-\uFF60]|\p{Emoji_Presentation}|\uFE0F/u

/** How many columns of a terminal a text takes. */
function columns(text: string): number {
  if (/^[ -~\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u20AC]*$/.test(text)) return text.length
  let count = 0
  // Made on demand: it takes as long to make as a short post to check.
  segmenter ??= new Intl.Segmenter()
  for (const {segment} of segmenter.segment(text)) {
    if (!zeroWidth.test(segment)) count += wide.test(segment) ? 2 : 1
  }
  return count
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > limit) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
