import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Range} from './source.js'

/**
 * Stands in a text for something that is not words: a code span, a picture, a bare address.
 * U+FFFC OBJECT REPLACEMENT CHARACTER, which Unicode has for just that.
 */
export const objectReplacement = '\uFFFC'

interface Piece {
  /** Where the piece begins in the text that is read. */
  readonly at: number
  readonly length: number
  /** Where it begins in the file. */
  readonly start: number
  /**
   * How long it is in the file. Where both lengths are equal, the piece maps character by
   * character; else (a character reference, an escape) it maps as one.
   */
  readonly sourceLength: number
}

/** Text as a reader sees it, of which every character knows where it stands in the file. */
export class MappedText {
  readonly text: string
  readonly #pieces: readonly Piece[]

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text
    this.#pieces = pieces
  }

  /**
   * The stretch of the file that a stretch of the text comes from.
   *
   * @param start,end UTF-16 offsets into {@link text}. An empty stretch gives an empty range.
   */
  range(start: number, end: number): Range {
    if (end <= start) {
      const at = start < this.text.length ? this.#start(start) : this.#end(start)
      return {start: at, end: at}
    }
    return {start: this.#start(start), end: this.#end(end)}
  }

  #pieceAt(index: number): Piece | undefined {
    let low = 0
    let high = this.#pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#pieces[middle]?.at ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return this.#pieces[low]
  }

  #start(index: number): number {
    const piece = this.#pieceAt(index)
    if (!piece) return 0
    return piece.length === piece.sourceLength
      ? piece.start + Math.min(index - piece.at, piece.length)
      : piece.start
  }

  #end(index: number): number {
    const piece = this.#pieceAt(index - 1)
    if (!piece) return 0
    return piece.length === piece.sourceLength
      ? piece.start + Math.max(0, Math.min(index - piece.at, piece.length))
      : piece.start + piece.sourceLength
  }
}

/** Puts a {@link MappedText} together, piece by piece, in document order. */
export class MappedTextBuilder {
  #text = ''
  #pieces: Piece[] = []

  get length(): number {
    return this.#text.length
  }

  /** Whether nothing but white space has been added. */
  get isBlank(): boolean {
    return this.#text.trim() === ''
  }

  /** Adds a stretch of text that stands in the file as `sourceLength` characters from `start` on. */
  add(text: string, start: number, sourceLength: number): void {
    if (text === '') return
    const last = this.#pieces.at(-1)
    if (
      last &&
      last.length === last.sourceLength &&
      text.length === sourceLength &&
      last.start + last.sourceLength === start
    ) {
      const length = last.length + text.length
      this.#pieces[this.#pieces.length - 1] = {...last, length, sourceLength: length}
    } else {
      this.#pieces.push({at: this.#text.length, length: text.length, start, sourceLength})
    }
    this.#text += text
  }

  /** Adds something that isn't words, so that the words on its sides don't run together. */
  addObject(range: Range): void {
    this.add(objectReplacement, range.start, range.end - range.start)
  }

  build(): MappedText {
    return new MappedText(this.#text, this.#pieces)
  }
}

const escapable = /[!-/:-@[-`{-~]/
const characterReference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z][a-zA-Z0-9]*));/y

/**
 * What a character reference at an offset stands for.
 *
 * @returns The decoded text and the length of the reference in the file, or nothing where there is
 *   no reference (CommonMark 0.31 §2.5; WHATWG HTML §13.5).
 */
export function characterReferenceAt(
  source: string,
  offset: number
): {text: string; length: number} | undefined {
  characterReference.lastIndex = offset
  const match = characterReference.exec(source)
  if (!match) return
  const [whole, hexadecimal, decimal, name] = match
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name)
    return text === false ? undefined : {text, length: whole.length}
  }
  const code =
    hexadecimal === undefined
      ? Number.parseInt(decimal ?? '', 10)
      : Number.parseInt(hexadecimal, 16)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return {text: valid ? String.fromCodePoint(code) : '\uFFFD', length: whole.length}
}

/**
 * Adds the text between two offsets, with character references resolved and, in Markdown, escapes
 * too (CommonMark 0.31 §2.4), and without what stands before a continuation line's content.
 *
 * @param value The text that the parser made of the stretch, which the result equals; where it is
 *   not known (HTML), all of the stretch is added.
 */
export function addDecoded(
  builder: MappedTextBuilder,
  source: string,
  range: Range,
  options: {readonly value?: string; readonly escapes?: boolean; readonly quoteDepth?: number} = {}
): void {
  const {value, escapes = false, quoteDepth = 0} = options
  if (value !== undefined && value === source.slice(range.start, range.end)) {
    builder.add(value, range.start, value.length)
    return
  }
  let plain = range.start
  const flush = (offset: number): void => {
    if (offset > plain) builder.add(source.slice(plain, offset), plain, offset - plain)
  }
  let offset = range.start
  while (offset < range.end) {
    const character = source.charAt(offset)
    if (character === '&') {
      const reference = characterReferenceAt(source, offset)
      if (reference && offset + reference.length <= range.end) {
        flush(offset)
        builder.add(reference.text, offset, reference.length)
        offset += reference.length
        plain = offset
        continue
      }
    } else if (escapes && character === '\\' && escapable.test(source.charAt(offset + 1))) {
      flush(offset)
      builder.add(source.charAt(offset + 1), offset, 2)
      offset += 2
      plain = offset
      continue
    } else if (character === '\n' || character === '\r') {
      // The white space around a line ending and the `>` of block quotes are not part of the text.
      let before = offset
      while (before > plain && /[\t ]/.test(source.charAt(before - 1))) before--
      flush(before)
      let after = offset + (character === '\r' && source.charAt(offset + 1) === '\n' ? 2 : 1)
      after = skipLinePrefix(source, after, quoteDepth)
      builder.add('\n', before, after - before)
      offset = after
      plain = after
      continue
    }
    offset++
  }
  flush(range.end)
}

/** Skips the indentation and the block quote markers at the start of a line. */
export function skipLinePrefix(source: string, offset: number, quoteDepth: number): number {
  let at = offset
  for (let left = quoteDepth; ; left--) {
    while (/[\t ]/.test(source.charAt(at))) at++
    if (left === 0 || source.charAt(at) !== '>') return at
    at++
  }
}
