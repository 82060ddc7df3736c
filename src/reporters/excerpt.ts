import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** The source line of a finding, in three parts, made safe to print. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** UTF-16 units of a source line that are shown; longer lines are cut around the finding. */
const excerptWidth = 90

/** The lines of a file: of its text if it has one, else read from disk. */
export function linesOf(file: VFile): readonly string[] {
  if (file.value !== undefined) return split(String(file.value))
  try {
    return split(readFileSync(path.resolve(file.cwd, file.path), 'utf8'))
  } catch {
    // The file is gone since it was checked: its findings still stand.
    return []
  }
}

function split(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

/** The line that a finding begins on, cut to a window around it; nothing where it has no range. */
export function excerptOf({place}: VFileMessage, lines: readonly string[]): Excerpt | undefined {
  if (!place || !('start' in place)) return undefined
  const line = lines[place.start.line - 1]
  if (line === undefined) return undefined
  const start = place.start.column - 1
  const end = place.end.line === place.start.line ? place.end.column - 1 : line.length
  let from = 0
  let to = line.length
  if (line.length > excerptWidth) {
    from = Math.max(0, Math.min(start - 30, line.length - excerptWidth))
    to = Math.min(line.length, from + excerptWidth)
    // Not in the middle of a surrogate pair.
    if (/[\uDC00-\uDFFF]/.test(line.charAt(from))) from++
    if (/[\uDC00-\uDFFF]/.test(line.charAt(to))) to++
  }
  const last = Math.min(Math.max(end, start), to)
  return {
    line: place.start.line,
    before: (from > 0 ? '…' : '') + visible(line.slice(from, start)),
    marked: visible(line.slice(start, last)),
    after: visible(line.slice(last, to)) + (to < line.length ? '…' : '')
  }
}

const invisible = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g

/** Text that can't move the cursor or hide: control characters show as their pictures. */
export function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(invisible, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
  })
}
