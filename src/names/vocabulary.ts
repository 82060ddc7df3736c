import {lettersOf} from './edits.js'
import {beginningLength, emptyHash, fold, hashOf, shapeOf, soundOf, spread} from './letters.js'

/**
 * A spelling of a word, wherever it stands (a "type", where each place is a "token"): texts repeat
 * their words, so what can be said of the spelling is found out once.
 */
export interface WordType {
  readonly text: string
  /** A hash of the text as it is. */
  readonly unitsHash: number
  /** Without case and accents (see `fold`). */
  readonly key: string
  /** What its capitals look like (see `shape`). */
  readonly shape: number
  /** Hashes of the key and of its first letters (see `hashOf`). */
  readonly hash: number
  readonly beginning: number
  /** Which letters the key has (see `lettersOf`). */
  readonly letters: number
  /** A hash of how it sounds (see `soundOf`). */
  readonly sound: number
  /** What the owner of the vocabulary says of it, as bits. */
  readonly clues: number
}

/** What a type is before its vocabulary's owner has looked at it. */
export type BareType = Omit<WordType, 'clues'>

/** A transcript has a few thousand different words; more than this comes from a long-lived editor. */
const mostTypes = 50_000
const firstCapacity = 1 << 12

/** The words that were met, looked up by their letters without cutting them out of the text. */
export class Vocabulary {
  readonly #cluesOf: (type: BareType) => number
  /** A hash table with open addressing; its size is a power of two, and at most half is in use. */
  #table: (WordType | undefined)[] = emptyTable(firstCapacity)
  #count = 0

  /** @param cluesOf What is to be known of each type; asked once. */
  constructor(cluesOf: (type: BareType) => number = () => 0) {
    this.#cluesOf = cluesOf
  }

  /**
   * The type of the word that some UTF-16 units make.
   *
   * @param start,end Offsets into the units.
   */
  typeOf(units: Uint16Array, start: number, end: number): WordType {
    const table = this.#table
    const hash = hashUnits(units, start, end)
    let slot = slotOf(hash, table.length)
    for (let type = table[slot]; type !== undefined; type = table[slot]) {
      if (type.unitsHash === hash && isSpelt(type.text, units, start, end)) return type
      slot = (slot + 1) & (table.length - 1)
    }
    const type = this.#read(String.fromCharCode(...units.subarray(start, end)), hash)
    table[slot] = type
    this.#count++
    if (this.#count * 2 > table.length) this.#grow()
    return type
  }

  #read(text: string, unitsHash: number): WordType {
    const key = fold(text)
    const type: BareType = {
      text,
      unitsHash,
      key,
      shape: shapeOf(text),
      hash: hashOf(key),
      beginning: hashOf(key, beginningLength),
      letters: lettersOf(key),
      sound: hashOf(soundOf(key))
    }
    return {...type, clues: this.#cluesOf(type)}
  }

  /** Doubles the table; one that has grown too large begins anew. */
  #grow(): void {
    const known = this.#count < mostTypes ? this.#table : []
    const table = emptyTable(Math.max(firstCapacity, known.length * 2))
    for (const type of known) {
      if (type === undefined) continue
      let slot = slotOf(type.unitsHash, table.length)
      while (table[slot] !== undefined) slot = (slot + 1) & (table.length - 1)
      table[slot] = type
    }
    this.#table = table
    this.#count = known.length === 0 ? 0 : this.#count
  }
}

function emptyTable(capacity: number): (WordType | undefined)[] {
  return new Array<WordType | undefined>(capacity).fill(undefined)
}

function slotOf(hash: number, capacity: number): number {
  return spread(hash) & (capacity - 1)
}

function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = emptyHash
  for (let index = start; index < end; index++) {
    hash = Math.imul(hash ^ (units[index] ?? 0), 0x01000193)
  }
  return hash
}

function isSpelt(text: string, units: Uint16Array, start: number, end: number): boolean {
  const {length} = text
  if (length !== end - start) return false
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(index) !== units[start + index]) return false
  }
  return true
}
