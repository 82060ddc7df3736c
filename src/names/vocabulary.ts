import {codeUnitAt} from '../code-unit.js'
import {type Letters, lettersOf} from './edits.js'
import {beginningLength, emptyHash, fold, hashOf, shapeOf, soundOf, spread} from './letters.js'

/**
 * A spelling of a word, wherever it stands (a "type", where each place is a "token"): texts repeat
 * their words, so what can be said of the spelling is found out once.
 */
export class WordType {
  // Declared only: a field of a class is set twice, once to nothing.
  declare readonly text: string
  /** Without case and accents (see `fold`). */
  declare readonly key: string
  /** What its capitals look like (see `shape`). */
  declare readonly shape: number
  /** Hashes of the key and of its first letters (see `hashOf`). */
  declare readonly hash: number
  declare readonly beginning: number
  /** Which letters the key has (see `lettersOf`). */
  declare readonly letters: Letters
  /** A hash of how it sounds (see `soundOf`). */
  declare readonly sound: number
  /** What the owner of the vocabulary says of it, as 16 bits. */
  declare readonly clues: number

  constructor(text: string, cluesOf: (type: BareType) => number) {
    const key = fold(text)
    this.text = text
    this.key = key
    this.shape = shapeOf(text)
    this.hash = hashOf(key)
    this.beginning = hashOf(key, beginningLength)
    this.letters = lettersOf(key)
    this.sound = hashOf(soundOf(key))
    this.clues = cluesOf(this)
  }
}

/** What a type is before its vocabulary's owner has looked at it. */
export type BareType = Omit<WordType, 'clues'>

/** Goes on with a hash over one more UTF-16 unit (FNV-1a). */
export function addToFirst(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The same in another way: few texts have both hashes in common. */
export function addToSecond(hash: number, unit: number): number {
  return Math.imul(hash + unit, 0x9e3779b1) ^ (hash >>> 15)
}

/** A transcript has a few thousand different words; more than this comes from a long-lived editor. */
const mostTypes = 50_000
/** A power of two. */
const firstCapacity = 1 << 12

/**
 * The words that were met, looked up by their letters without cutting them out of the text.
 *
 * A text's words are looked up once each, right after the parser has filled the processor's caches
 * with other things: so what is asked of every word lies close together, in typed arrays, and the
 * types themselves are only touched for the few words that matter.
 */
export class Vocabulary {
  readonly #cluesOf: (type: BareType) => number
  /** A hash table with open addressing: a type's number + 1. At most half of it is in use. */
  #slots = new Int32Array(2 * firstCapacity)
  /** Two hashes of each type's text: no two texts that anybody writes have both in common. */
  #hashes = new Int32Array(2 * firstCapacity)
  #types: WordType[] = []
  #clues = new Uint16Array(firstCapacity)

  /** @param cluesOf What is to be known of each type, as 16 bits; asked once. */
  constructor(cluesOf: (type: BareType) => number = () => 0) {
    this.#cluesOf = cluesOf
  }

  /** The types by their numbers. */
  get types(): readonly WordType[] {
    return this.#types
  }

  /** The clues of the type with a number. */
  cluesOf(number: number): number {
    return this.#clues[number] ?? 0
  }

  /** Forgets all types where they have become too many. Numbers given out before mean nothing then. */
  trim(): void {
    if (this.#types.length < mostTypes) return
    this.#types = []
    this.#slots.fill(0)
  }

  /**
   * The number of the type of a word in a text.
   *
   * @param start,end UTF-16 offsets of the word.
   */
  numberOf(text: string, start: number, end: number): number {
    let first = emptyHash
    let second = emptyHash
    for (let index = start; index < end; index++) {
      const unit = codeUnitAt(text, index)
      first = addToFirst(first, unit)
      second = addToSecond(second, unit)
    }
    return this.find(first, second, text, start, end)
  }

  /**
   * The same for a word whose hashes are known: {@link addToFirst} and {@link addToSecond} of
   * {@link emptyHash} and its UTF-16 units.
   */
  find(first: number, second: number, text: string, start: number, end: number): number {
    const slots = this.#slots
    const hashes = this.#hashes
    const mask = slots.length - 1
    let slot = spread(first) & mask
    for (let next = slots[slot] ?? 0; next > 0; next = slots[slot] ?? 0) {
      const number = next - 1
      if (hashes[2 * number] === first && hashes[2 * number + 1] === second) return number
      slot = (slot + 1) & mask
    }
    const number = this.#types.length
    if (2 * (number + 1) > slots.length) {
      this.#grow()
      return this.find(first, second, text, start, end)
    }
    slots[slot] = number + 1
    hashes[2 * number] = first
    hashes[2 * number + 1] = second
    // A copy: a piece of the text would keep all of it in memory.
    const type = new WordType(Array.from(text.slice(start, end)).join(''), this.#cluesOf)
    this.#types.push(type)
    this.#clues[number] = type.clues
    return number
  }

  #grow(): void {
    const before = this.#hashes
    const clues = this.#clues
    this.#clues = new Uint16Array(2 * clues.length)
    this.#clues.set(clues)
    this.#hashes = new Int32Array(2 * before.length)
    this.#hashes.set(before)
    this.#slots = new Int32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#types.length; number++) {
      let slot = spread(before[2 * number] ?? 0) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}
