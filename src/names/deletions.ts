import {codeUnitAt} from '../code-unit.js'
/**
 * Finds keys near a text without comparing it with each: two keys within a distance have in common
 * what is left of them when so many letters are taken away ("symmetric deletion", Garbe's SymSpell).
 * Only the first letters count, so that a long key costs no more than a short one.
 */
export class DeletionIndex {
  readonly #starts: Uint32Array
  readonly #hashes: Int32Array
  readonly #values: Int32Array
  readonly #mask: number

  /** @param keys Each with the value to give back and the most letters it may differ by. */
  constructor(
    keys: readonly {readonly key: string; readonly value: number; readonly edits: number}[]
  ) {
    let count = 0
    for (const {key, edits} of keys) count += deletionCount(key, edits)
    const hashes = new Int32Array(count)
    const values = new Int32Array(count)
    let filled = 0
    const beginning = new Beginning()
    for (const {key, value, edits} of keys) {
      const found = hashDeletions(beginning.clear().add(key), edits)
      hashes.set(scratch.subarray(0, found), filled)
      values.fill(value, filled, filled + found)
      filled += found
    }
    let size = 64
    while (size < count) size *= 2
    this.#mask = size - 1
    this.#starts = new Uint32Array(size + 2)
    for (let index = 0; index < count; index++) {
      const bucket = ((hashes[index] ?? 0) & this.#mask) + 2
      this.#starts[bucket] = (this.#starts[bucket] ?? 0) + 1
    }
    for (let bucket = 1; bucket < size + 2; bucket++) {
      this.#starts[bucket] = (this.#starts[bucket] ?? 0) + (this.#starts[bucket - 1] ?? 0)
    }
    // Each start moves on to its end while its bucket is filled: then it is the next one's start.
    this.#hashes = new Int32Array(count)
    this.#values = new Int32Array(count)
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] ?? 0
      const bucket = (hash & this.#mask) + 1
      const place = this.#starts[bucket] ?? 0
      this.#starts[bucket] = place + 1
      this.#hashes[place] = hash
      this.#values[place] = values[index] ?? 0
    }
  }

  /**
   * Adds to `found` the values of all keys that may be within a distance of what begins like this,
   * and of some that are not, and some of them twice.
   */
  collect(beginning: Beginning, edits: number, found: number[]): void {
    const hashes = this.#hashes
    const starts = this.#starts
    const count = hashDeletions(beginning, edits)
    for (let index = 0; index < count; index++) {
      const hash = scratch[index] ?? 0
      const bucket = hash & this.#mask
      const end = starts[bucket + 1] ?? 0
      for (let place = starts[bucket] ?? 0; place < end; place++) {
        if (hashes[place] === hash) found.push(this.#values[place] ?? 0)
      }
    }
  }
}

/** How many of the first letters count. */
export const prefixLength = 7

function deletionCount(key: string, edits: number): number {
  const length = Math.min(key.length, prefixLength)
  return 1 + (edits > 0 ? length : 0) + (edits > 1 ? (length * (length - 1)) / 2 : 0)
}

/** The first letters of a text, which may be put together from several words. */
export class Beginning {
  readonly letters = new Uint16Array(prefixLength)
  length = 0

  /** Forgets the letters. */
  clear(): this {
    this.length = 0
    return this
  }

  /** A hash of the letters. */
  get hash(): number {
    return hashWithout(this.letters, this.length, -1, -1)
  }

  /** Adds the letters of a folded word, as far as there is room. */
  add(key: string): this {
    const room = Math.min(key.length, prefixLength - this.length)
    for (let index = 0; index < room; index++) this.letters[this.length++] = codeUnitAt(key, index)
    return this
  }
}

/** Remembers what was found for the beginnings that were looked up last: most come again. */
export class BeginningCache<Value> {
  readonly #letters = new Uint16Array(cacheSize * prefixLength)
  readonly #lengths = new Uint8Array(cacheSize)
  readonly #values: Value[] = []

  /**
   * What was remembered for a beginning, or what is made of it now.
   *
   * @param length Of the text that begins like this; texts longer than counts are alike.
   */
  get({letters, length: count, hash}: Beginning, length: number, make: () => Value): Value {
    const slot = (hash ^ (length * 0x9e3779b1)) & (cacheSize - 1)
    const known = this.#values[slot]
    const place = slot * prefixLength
    if (known !== undefined && this.#lengths[slot] === length) {
      let index = 0
      while (index < count && this.#letters[place + index] === letters[index]) index++
      if (index === count) return known
    }
    const value = make()
    this.#lengths[slot] = length
    for (let index = 0; index < count; index++) this.#letters[place + index] = letters[index] ?? 0
    this.#values[slot] = value
    return value
  }
}

/** A power of two. */
const cacheSize = 1 << 12

const scratch = new Int32Array(1 + prefixLength + (prefixLength * (prefixLength - 1)) / 2)

/**
 * Puts the hashes of a beginning with none, one or two letters taken away into {@link scratch}.
 *
 * @returns How many there are.
 */
function hashDeletions({letters, length}: Beginning, edits: number): number {
  let count = 0
  scratch[count++] = hashWithout(letters, length, -1, -1)
  if (edits > 0) {
    for (let first = 0; first < length; first++) {
      scratch[count++] = hashWithout(letters, length, first, -1)
      if (edits < 2) continue
      for (let second = first + 1; second < length; second++) {
        scratch[count++] = hashWithout(letters, length, first, second)
      }
    }
  }
  return count
}

function hashWithout(letters: Uint16Array, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < length; index++) {
    if (index !== first && index !== second) {
      hash = Math.imul(hash ^ (letters[index] ?? 0), 0x01000193)
    }
  }
  return hash ^ (hash >>> 15)
}
