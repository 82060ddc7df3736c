import {codeUnitAt} from '../code-unit.js'
import {
  type MappedTextBuilder,
  type SpelledUnit,
  type Spelling,
  spelledUnitAt
} from './mapped-text.js'
import type {Range} from './source.js'

/**
 * Adds Markdown of which the parser kept the words only (an image's description), every word with
 * its place: what the words don't have is formatting, and is passed over.
 *
 * @param value What the parser made of the stretch.
 */
export function addUnformatted(
  builder: MappedTextBuilder,
  source: string,
  range: Range,
  value: string,
  spelling: Spelling
): void {
  const words = withLineFeeds(value)
  const pieces: SpelledUnit[] = []
  let at = range.start
  let read = 0
  while (at < range.end && read < words.length) {
    const unit = spelledUnitAt(source, at, spelling)
    if (unit && unit.end <= range.end && words.startsWith(unit.text, read)) {
      pieces.push({text: unit.text, start: at, end: unit.end})
      read += unit.text.length
      at = unit.end
    } else if (codeUnitAt(source, at) === codeUnitAt(words, read)) {
      pieces.push({text: words.charAt(read), start: at, end: at + 1})
      read++
      at++
    } else {
      at = afterFormatting(source, at, range.end)
    }
  }
  if (read < words.length) builder.add(words, range.start, range.end - range.start)
  else for (const {text, start, end} of pieces) builder.add(text, start, end - start)
}

/** Passes over one mark of formatting, the destination of a link, or a tag. */
function afterFormatting(source: string, offset: number, end: number): number {
  const closing = source.startsWith('](', offset) ? ')' : source[offset] === '<' ? '>' : undefined
  const closed = closing === undefined ? -1 : source.indexOf(closing, offset)
  return closed >= 0 && closed < end ? closed + 1 : offset + 1
}

/** Line endings as prose has them, whatever the file's are. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
