import type {MappedText} from '../post/mapped-text.js'
import type {Range, Source} from '../post/source.js'
import {compare} from './edits.js'

/** A stretch of the file, and what to write there. */
export interface SourceEdit {
  readonly range: Range
  /** Undefined where the new text would destroy formatting. */
  readonly expected: string | undefined
}

/** More edits than this make another word. */
const mostEdits = 12

/**
 * Carries a replacement from a text over to the file that it was read from. What stands between the
 * letters there (emphasis, a line break, the `>` of a block quote, an escape) stays.
 *
 * @param start,end UTF-16 offsets into the text.
 */
export function sourceEdit(
  source: Source,
  mapped: MappedText,
  {start, end}: Range,
  expected: string
): SourceEdit {
  const range = mapped.range(start, end)
  const written = mapped.text.slice(start, end)
  const raw = source.slice(range)
  if (raw === written && !written.includes('\n')) return {range, expected}
  const difference = compare(written.replaceAll('\n', ' '), expected, mostEdits)
  if (!difference) return {range, expected: undefined}
  let result = ''
  let done = range.start
  for (const {kind, at, to} of difference.edits) {
    const length = kind === 'insert' ? 0 : kind === 'swap' ? 2 : 1
    const added = expected.slice(to, to + (kind === 'delete' ? 0 : kind === 'swap' ? 2 : 1))
    const from = start + at
    // A letter goes in right after the one before it, inside its formatting.
    const place =
      length > 0
        ? mapped.range(from, from + length)
        : at > 0
          ? {start: mapped.range(from - 1, from).end, end: mapped.range(from - 1, from).end}
          : {start: range.start, end: range.start}
    if (source.slice(place) !== mapped.text.slice(from, from + length) || place.start < done) {
      return {range, expected: undefined}
    }
    result += source.text.slice(done, place.start) + added
    done = place.end
  }
  return {range, expected: result + source.text.slice(done, range.end)}
}
