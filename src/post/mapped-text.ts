import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {codeUnitAt} from '../code-unit.js'
import type {Range} from './source.js'

/**
 * Stands in a text for something that is not words: a code span, a picture, a bare address.
 * U+FFFC OBJECT REPLACEMENT CHARACTER, which Unicode has for just that.
 */
export const objectReplacement = '\uFFFC'

interface Piece {
  /** Where the piece begins in the text that is read. */
  readonly at: number
  length: number
  /** Where it begins in the file. */
  readonly start: number
  /**
   * How long it is in the file. Where both lengths are equal, the piece maps character by
   * character; else (a character reference, an escape) it maps as one.
   */
  sourceLength: number
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

  /**
   * The first character of the text that stands in the file at an offset or after it.
   *
   * @returns A UTF-16 offset into {@link text}, its length where nothing stands there.
   */
  indexOf(offset: number): number {
    let low = 0
    let high = this.#pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      const {start = 0, sourceLength = 0} = this.#pieces[middle] ?? {}
      if (start + sourceLength <= offset) low = middle + 1
      else high = middle
    }
    const piece = this.#pieces[low]
    if (!piece) return this.text.length
    const inside = piece.length === piece.sourceLength ? offset - piece.start : 0
    return piece.at + Math.max(0, inside)
  }

  /**
   * The same text with an object in the place of each stretch.
   *
   * @param stretches UTF-16 offsets into {@link text}, in order and apart from each other.
   */
  withObjects(stretches: readonly Range[]): MappedText {
    if (stretches.length === 0) return this
    const builder = new MappedTextBuilder()
    let at = 0
    for (const {start, end} of stretches) {
      this.#copy(builder, at, start)
      builder.addObject(this.range(start, end))
      at = end
    }
    this.#copy(builder, at, this.text.length)
    return builder.build()
  }

  #copy(builder: MappedTextBuilder, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const piece = this.#pieceAt(at)
      if (!piece) return
      const stop = Math.min(end, piece.at + piece.length)
      const range = this.range(at, stop)
      builder.add(this.text.slice(at, stop), range.start, range.end - range.start)
      at = stop
    }
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
      last.length += text.length
      last.sourceLength = last.length
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

/** How a stretch of a post is written. */
export interface Spelling {
  /** Whether a backslash takes the meaning from the mark after it (CommonMark 0.31 §2.4). */
  readonly escapes: boolean
  /** How many `>` stand before each of its lines but the first. */
  readonly quoteDepth: number
}

/** A stretch of the file that isn't what it means. */
export interface SpelledUnit extends Range {
  readonly text: string
}

const carriageReturn = 0x0d
const lineFeed = 0x0a

/**
 * What begins at an offset and isn't what it means: a character reference, an escape, a line ending
 * (with the white space around it and what stands before the next line's content), U+0000.
 */
export function spelledUnitAt(
  source: string,
  offset: number,
  {escapes, quoteDepth}: Spelling
): SpelledUnit | undefined {
  switch (codeUnitAt(source, offset)) {
    case 0x26: {
      const reference = characterReferenceAt(source, offset)
      return reference && {text: reference.text, start: offset, end: offset + reference.length}
    }
    case 0x5c: {
      if (!escapes || !isAsciiPunctuation(codeUnitAt(source, offset + 1))) return
      return {text: source.charAt(offset + 1), start: offset, end: offset + 2}
    }
    case carriageReturn:
    case lineFeed: {
      let start = offset
      while (isBlank(codeUnitAt(source, start - 1))) start--
      const crlf =
        codeUnitAt(source, offset) === carriageReturn && codeUnitAt(source, offset + 1) === lineFeed
      return {text: '\n', start, end: skipLinePrefix(source, offset + (crlf ? 2 : 1), quoteDepth)}
    }
    case 0:
      return {text: '\uFFFD', start: offset, end: offset + 1}
    default:
      return
  }
}

const specialInMarkdown = /[&\\\n\r\0]/g
const specialInHtml = /[&\n\r\0]/g

/**
 * Adds the text between two offsets, with character references resolved and, in Markdown, escapes
 * too, and without what stands before a continuation line's content.
 */
export function addDecoded(
  builder: MappedTextBuilder,
  source: string,
  range: Range,
  spelling: Spelling
): void {
  // A stretch of its own, so that a search which finds nothing ends with it.
  const raw = source.slice(range.start, range.end)
  const special = spelling.escapes ? specialInMarkdown : specialInHtml
  let plain = range.start
  special.lastIndex = 0
  for (let found = special.exec(raw); found; found = special.exec(raw)) {
    const unit = spelledUnitAt(source, range.start + found.index, spelling)
    // A character reference that another node cuts off is none.
    if (!unit || (unit.end > range.end && unit.text !== '\n')) continue
    const start = Math.max(plain, unit.start)
    const end = Math.min(unit.end, range.end)
    builder.add(source.slice(plain, start), plain, start - plain)
    builder.add(unit.text, start, end - start)
    plain = end
    special.lastIndex = end - range.start
  }
  builder.add(source.slice(plain, range.end), plain, range.end - plain)
}

/** Skips the indentation and the block quote markers at the start of a line. */
export function skipLinePrefix(source: string, offset: number, quoteDepth: number): number {
  let at = offset
  for (let left = quoteDepth; ; left--) {
    while (isBlank(codeUnitAt(source, at))) at++
    if (left === 0 || codeUnitAt(source, at) !== 0x3e) return at
    at++
  }
}

/** A space or a tab. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** What a backslash can escape (CommonMark 0.31 §2.1). */
function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}
