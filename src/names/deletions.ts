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
    for (const {key, value, edits} of keys) {
      const found = deletions(key, edits)
      hashes.set(found, filled)
      values.fill(value, filled, filled + found.length)
      filled += found.length
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
   * Adds to `found` the values of all keys that may be within a distance, and of some that are not,
   * and some of them twice.
   */
  collect(key: string, edits: number, found: number[]): void {
    const hashes = deletions(key, edits)
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] ?? 0
      const bucket = hash & this.#mask
      const end = this.#starts[bucket + 1] ?? 0
      for (let place = this.#starts[bucket] ?? 0; place < end; place++) {
        if (this.#hashes[place] === hash) found.push(this.#values[place] ?? 0)
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

const scratch = new Int32Array(1 + prefixLength + (prefixLength * (prefixLength - 1)) / 2)

/**
 * Hashes of a key's beginning with none, one or two letters taken away.
 *
 * @returns A view that the next call overwrites.
 */
function deletions(key: string, edits: number): Int32Array {
  const length = Math.min(key.length, prefixLength)
  let count = 0
  scratch[count++] = hashWithout(key, length, -1, -1)
  if (edits > 0) {
    for (let first = 0; first < length; first++) {
      scratch[count++] = hashWithout(key, length, first, -1)
      if (edits < 2) continue
      for (let second = first + 1; second < length; second++) {
        scratch[count++] = hashWithout(key, length, first, second)
      }
    }
  }
  return scratch.subarray(0, count)
}

function hashWithout(key: string, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < length; index++) {
    if (index !== first && index !== second) {
      hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
    }
  }
  return hash ^ (hash >>> 15)
}
