import type {Point} from 'unist'

/** A half-open stretch of a post's text: UTF-16 offsets, 0-based, `end` not included. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The text of a post as its file holds it, byte order mark and line ends included.
 *
 * All of `src/post/` and all rules speak in UTF-16 offsets into this text. Lines and columns are
 * made here and nowhere else, when a finding becomes a message.
 */
export class Source {
  readonly text: string
  /** 1 where the text begins with a byte order mark, which the Markdown parser drops; else 0. */
  readonly byteOrderMark: 0 | 1
  readonly #lineStarts: readonly number[]

  constructor(text: string) {
    this.text = text
    this.byteOrderMark = text.charCodeAt(0) === 0xfeff ? 1 : 0
    // CommonMark 0.31 §2.1: a line ends with LF, CRLF, or a CR that no LF follows.
    const starts = [0]
    if (text.includes('\r')) {
      for (const {index, 0: ending} of text.matchAll(/\r\n?|\n/g))
        starts.push(index + ending.length)
    } else {
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        starts.push(end + 1)
      }
    }
    this.#lineStarts = starts
  }

  get lineCount(): number {
    return this.#lineStarts.length
  }

  /** The text between two offsets. */
  slice(range: Range): string {
    return this.text.slice(range.start, range.end)
  }

  /**
   * The 1-based line that holds an offset.
   *
   * A line's own line ending belongs to it; an offset past the end gives the last line.
   */
  lineAt(offset: number): number {
    let low = 0
    let high = this.#lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /**
   * Where a line begins and ends, its line ending not included.
   *
   * @param line 1-based; a line that isn't there gives an empty range at the end of the text.
   */
  line(line: number): Range {
    const start = this.#lineStarts[line - 1]
    if (start === undefined) return {start: this.text.length, end: this.text.length}
    let end = this.#lineStarts[line] ?? this.text.length
    while (end > start && /[\r\n]/.test(this.text.charAt(end - 1))) end--
    return {start, end}
  }

  /**
   * The point of an offset: 1-based line and column, both in UTF-16 units, and the offset itself.
   *
   * The byte order mark has an offset but no column: no editor shows it, and Markdown parsers don't
   * count it either.
   */
  pointAt(offset: number): Required<Point> {
    const bounded = Math.max(0, Math.min(offset, this.text.length))
    const line = this.lineAt(bounded)
    const column = bounded - (this.#lineStarts[line - 1] ?? 0) + 1
    const hidden = line === 1 && bounded >= this.byteOrderMark ? this.byteOrderMark : 0
    return {line, column: column - hidden, offset: bounded}
  }

  /** The line ending that the text uses first, or LF where it has none. */
  get lineEnding(): '\n' | '\r\n' {
    return /\r?\n/.exec(this.text)?.[0] === '\r\n' ? '\r\n' : '\n'
  }
}

/**
 * The block quote markers at the start of a line, without indentation after them.
 *
 * @param before What stands before the line's text.
 */
export function quotePrefix(before: string): string {
  return before.includes('>') ? `${before.slice(0, before.lastIndexOf('>') + 1)} ` : ''
}
