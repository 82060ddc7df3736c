import {codeUnitAt} from '../code-unit.js'
import {addToHash, beginningLength, emptyHash, spread} from './letters.js'
import {addToFirst, addToSecond, type Vocabulary, type WordType} from './vocabulary.js'

/** What stands between two words. */
export type Gap =
  /** Nothing: the script changes (`私はGitHubを`). */
  | 'none'
  /** A hyphen, apostrophe, dot, colon… with no space on either side. */
  | 'tight'
  | 'space'
  /** A comma and a space. */
  | 'comma'
  /** A dot and a space: an initial, or the end of a sentence. */
  | 'dot'
  /** Anything that ends a phrase: brackets, quotes, a dash, a picture. */
  | 'break'

/**
 * A word where it stands in a text: letters, marks and digits, with the signs that belong to it
 * (`C++`, `.NET`). Made in great numbers: what is the same wherever the word stands is in its type.
 */
export class Word {
  // Declared only: a field of a class is set twice, once to nothing.
  declare readonly type: WordType
  /** UTF-16 offsets into the text. */
  declare readonly start: number
  declare readonly end: number
  /** What stands before it. */
  declare readonly gap: Gap
  /** Whether a capital says nothing here: the text, or a sentence, begins. */
  declare readonly startsSentence: boolean
  /** Number of the address, file name, handle or the like that it is part of, or 0. */
  declare readonly technical: number

  constructor(
    type: WordType,
    start: number,
    end: number,
    gap: Gap,
    startsSentence: boolean,
    technical: number
  ) {
    this.type = type
    this.start = start
    this.end = end
    this.gap = gap
    this.startsSentence = startsSentence
    this.technical = technical
  }

  get text(): string {
    return this.type.text
  }

  /** The word without case and accents (see `fold`). */
  get key(): string {
    return this.type.key
  }

  /** What its capitals look like (see `shape`). */
  get shape(): number {
    return this.type.shape
  }
}

/**
 * All words of a text, in order. There are thousands to a post and few are looked at twice: what
 * is asked of each is kept in an array of small numbers, and a {@link Word} is made of those that matter.
 */
export class Words {
  readonly length: number
  readonly #types: readonly WordType[]
  readonly #rows: readonly number[]
  readonly #technical: readonly number[]

  /** @param rows For each word its type's number, start, end, and what stands before it with its clues. */
  constructor(types: readonly WordType[], rows: readonly number[], technical: readonly number[]) {
    this.length = rows.length / columns
    this.#types = types
    this.#rows = rows
    this.#technical = technical
  }

  /** The word at a position, 0-based; undefined before the first and after the last. */
  get(position: number): Word | undefined {
    const row = position * columns
    const type = position < 0 ? undefined : this.#types[this.#rows[row] ?? -1]
    if (!type) return undefined
    const start = this.#rows[row + 1] ?? 0
    const end = this.#rows[row + 2] ?? 0
    const before = this.#rows[row + 3] ?? 0
    const gap = gaps[before & gapMask] ?? 'break'
    const technical = this.#technical[position] ?? 0
    return new Word(type, start, end, gap, (before & endsSentence) > 0, technical)
  }

  /** What the owner of the vocabulary says of the word at a position, 0-based; 0 past the last. */
  clues(position: number): number {
    return (this.#rows[position * columns + 3] ?? 0) >>> cluesShift
  }

  /** The type of the word at a position, 0-based. */
  type(position: number): WordType | undefined {
    return position < 0 ? undefined : this.#types[this.#rows[position * columns] ?? -1]
  }

  /** What stands before the word at a position. */
  gap(position: number): Gap {
    return gaps[(this.#rows[position * columns + 3] ?? 0) & gapMask] ?? 'break'
  }

  /** Whether the word at a position is part of an address, a file name, a handle or the like. */
  isTechnical(position: number): boolean {
    return (this.#technical[position] ?? 0) > 0
  }

  /** The hash of the first letters of the words from a position on, joined (see `hashOf`). */
  beginning(position: number): number {
    const first = this.type(position)
    if (first && first.key.length >= beginningLength) return first.beginning
    let hash = emptyHash
    let left = beginningLength
    for (let at = position; left > 0 && at < this.length; at++) {
      const key = this.type(at)?.key ?? ''
      hash = addToHash(hash, key, left)
      left -= Math.min(left, key.length)
    }
    return spread(hash)
  }

  /** The folded words from one position to before another, joined. */
  key(from: number, to: number): string {
    let key = ''
    for (let position = from; position < to; position++) key += this.type(position)?.key ?? ''
    return key
  }

  /** The words from one position to before another. */
  slice(from: number, to: number): readonly Word[] {
    const found: Word[] = []
    for (let position = Math.max(0, from); position < to; position++) {
      const word = this.get(position)
      if (word) found.push(word)
    }
    return found
  }
}

/** How many numbers {@link Words} keep of each word. */
const columns = 4
const gaps: readonly Gap[] = ['none', 'tight', 'space', 'comma', 'dot', 'break']
const gapMask = 7
/** Set beside the number of a gap that ends a sentence. */
const endsSentence = 8
/** Above both stand the clues of the word's type: more is asked of these than of the type. */
const cluesShift = 4

/** Classes of characters. */
const unknown = 0
const letter = 1
/** Of a script without spaces between words, or whose particles come without one. */
const spacelessLetter = 2
/** Belongs to the word that it stands in, and begins none: accents, zero-width joiners. */
const inner = 3
const other = 4

/** The class of each UTF-16 unit that has been met. */
const classes = new Uint8Array(0x10000)
const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function classOf(text: string, index: number): number {
  const code = codeUnitAt(text, index)
  const known = classes[code] ?? unknown
  if (known !== unknown) return known
  // Half a character is judged with its other half each time.
  if (code >= 0xd800 && code <= 0xdbff) {
    return classOfCharacter(String.fromCodePoint(text.codePointAt(index) ?? code))
  }
  if (code >= 0xdc00 && code <= 0xdfff) return inner
  const found = classOfCharacter(String.fromCharCode(code))
  classes[code] = found
  return found
}

function classOfCharacter(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return spaceless.test(character) ? spacelessLetter : letter
  return /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character) ? inner : other
}

const dot = 0x2e
const comma = 0x2c
const space = 0x20
const plus = 0x2b
const numberSign = 0x23

/** Room for what {@link Words} keep. No typed array: making one takes longer than splitting a heading. */
let room = zeros(1 << 14)

/** An array without holes: V8 looks at each element of another before it gives it out. */
function zeros(length: number): number[] {
  return Array.from({length}, () => 0)
}

/**
 * Splits a text into words. Linear in the text.
 *
 * @param vocabulary Where the types of the words are kept.
 */
export function readWords(text: string, vocabulary: Vocabulary): Words {
  const technical: number[] = []
  const {length} = text
  const chunks = technicalChunks(text)
  // There are no more words than units.
  if (columns * length > room.length) room = zeros(2 * columns * length)
  const rows = room
  let filled = 0
  let chunk = 0
  let before = 0
  let index = 0
  while (index < length) {
    let unit = codeUnitAt(text, index)
    const kind = classes[unit] || classOf(text, index)
    if (kind === other || kind === inner) {
      index++
      continue
    }
    let start = index
    // Each unit is looked at once, whatever is asked of it: there are more of them than of all else.
    let first = emptyHash
    let second = emptyHash
    for (let next = kind; next === kind || next === inner; ) {
      first = addToFirst(first, unit)
      second = addToSecond(second, unit)
      index++
      if (index === length) break
      unit = codeUnitAt(text, index)
      next = classes[unit] || classOf(text, index)
    }
    let number = -1
    if (kind === letter) {
      const end = index
      if (index < length && (unit === plus || unit === numberSign)) index += signLength(text, index)
      const hasDot =
        start > 0 &&
        codeUnitAt(text, start - 1) === dot &&
        /^$|[\s(«“"']/.test(text.charAt(start - 2))
      if (hasDot) start--
      if (hasDot || index > end) number = vocabulary.numberOf(text, start, index)
    }
    if (number < 0) number = vocabulary.find(first, second, text, start, index)
    if (chunks.length > 0) {
      while ((chunks[chunk]?.end ?? Number.POSITIVE_INFINITY) <= start) chunk++
      if ((chunks[chunk]?.start ?? Number.POSITIVE_INFINITY) < index) {
        technical[filled / columns] = chunk + 1
      }
    }
    rows[filled] = number
    rows[filled + 1] = start
    rows[filled + 2] = index
    const between = filled === 0 ? atBeginning : betweenAt(text, before, start)
    rows[filled + 3] = between | (vocabulary.cluesOf(number) << cluesShift)
    filled += columns
    before = index
  }
  return new Words(vocabulary.types, rows.slice(0, filled), technical)
}

/** `C++`, `Google+`, `C#`, but not `A+B`. */
function signLength(text: string, index: number): number {
  return /^(?:\+{1,2}|#)(?![\p{L}\p{N}+#])/u.exec(text.slice(index, index + 3))?.[0].length ?? 0
}

const atBeginning = gaps.indexOf('break') | endsSentence
const oneSpace = gaps.indexOf('space')
const commaAndSpace = gaps.indexOf('comma')
const dotAndSpace = gaps.indexOf('dot') | endsSentence

/** What stands between two words is one of a few dozen things. */
const knownBetween = new Map<string, number>()
const longestBetween = 4
const mostBetween = 5000

/** The number of the gap between two words, and whether a sentence ends there. */
function betweenAt(text: string, start: number, end: number): number {
  if (end - start <= 2 && codeUnitAt(text, end - 1) === space) {
    if (end - start === 1) return oneSpace
    const sign = codeUnitAt(text, start)
    if (sign === comma) return commaAndSpace
    if (sign === dot) return dotAndSpace
  }
  const between = text.slice(start, end)
  const known = knownBetween.get(between)
  if (known !== undefined) return known
  const ends = /[.!?…:;\n•–—]|^\s+-\s/.test(between)
  const read = gaps.indexOf(gapOf(between)) | (ends ? endsSentence : 0)
  if (between.length <= longestBetween && knownBetween.size < mostBetween) {
    // A copy: a piece of the text would keep all of it in memory.
    knownBetween.set(Array.from(between).join(''), read)
  }
  return read
}

function gapOf(between: string): Gap {
  if (between === '') return 'none'
  // `Hindley- Milner`: a hyphen that touches a word joins it to the next.
  if (/^(?:[-'’‘ʼ.:&·‐‑/_=\\]|[-‐‑] )$/.test(between)) return 'tight'
  if (/^\s+$/.test(between)) return /\n[^\n]*\n/.test(between) ? 'break' : 'space'
  if (/^,\s+$/.test(between)) return 'comma'
  if (/^\.\s+$/.test(between)) return 'dot'
  return between === ' & ' ? 'space' : 'break'
}

interface Chunk {
  readonly start: number
  readonly end: number
}

const boundary = /[\s\uFFFC]/
const opening = /^[([{«“”"'‘’*<>,;:!?…]+/
const closing = /[)\]}»“”"'‘’*<>,;:!?….]+$/

/**
 * What is written for machines among the words: addresses, e-mail, handles, hashtags, files,
 * repositories, packages, subreddits, code with no code formatting. Found by white space and signs.
 */
function technicalChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  const sign = /[@#/\\_=]|\.(?=[^\s.])|\(\)|:\/\//g
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    let from = match.index
    while (from > 0 && !boundary.test(text.charAt(from - 1))) from--
    let to = match.index
    while (to < text.length && !boundary.test(text.charAt(to))) to++
    sign.lastIndex = to
    const whole = text.slice(from, to)
    let start = from + (opening.exec(whole)?.[0].length ?? 0)
    let body = text.slice(start, to).replace(closing, '')
    // An article that is elided stands outside: d'example.org, l’@example.
    const elided = /^\p{L}{1,2}['’](?=[^\s'’]*[@.])/u.exec(body)
    if (elided) {
      start += elided[0].length
      body = body.slice(elided[0].length)
    }
    if (
      body !== '' &&
      isTechnical(body, text.slice(start + body.length, start + body.length + 2))
    ) {
      chunks.push({start, end: start + body.length})
    }
  }
  return chunks
}

function isTechnical(body: string, after: string): boolean {
  if (/:\/\/|^[wW]{3}\.|^[#@~$]|[\p{L}\p{N}]@[\p{L}\p{N}]|[\\_=]/u.test(body)) return true
  if (after === '()' || body.endsWith('(')) return true
  if (body.includes('/')) {
    // `JavaScript/CSS` is prose; `facebook/react`, `r/podcasting` and `src/index` are not.
    return /[@.]/.test(body) || body.split('/').some((d) => !/^\p{Lu}/u.test(d))
  }
  // A product that is named like its script: `Next.js`.
  if (/^\p{Lu}[\p{L}\p{N}]*\.[jJ][sS]$/u.test(body)) return false
  // A last part in lower case ends a domain or a file name; a capital begins a new sentence.
  const ending = /[\p{L}\p{N}-]\.(\p{Ll}[\p{Ll}\p{N}]{1,9}|\d?\p{L}{2,4})$/u.exec(body)?.[1]
  return ending !== undefined ? !/^\p{Lu}\p{Ll}+$/u.test(ending) : body.includes('@')
}
