/**
 * A source of chance that gives the same numbers for the same seed on every machine (mulberry32):
 * a site that is made twice is the same site.
 */
export class Random {
  #state

  /** @param {number} seed Any 32-bit integer. */
  constructor(seed) {
    this.#state = seed | 0
  }

  /** @returns {number} At least 0, below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /**
   * @param {number} from
   * @param {number} to Included.
   */
  integer(from, to) {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** @param {number} share Between 0 and 1. */
  chance(share) {
    return this.next() < share
  }

  /**
   * @template Value
   * @param {readonly Value[]} values
   * @returns {Value}
   */
  pick(values) {
    return values[Math.floor(this.next() * values.length)]
  }

  /**
   * Puts a list into an order of chance, in place.
   *
   * @template Value
   * @param {Value[]} values
   */
  shuffle(values) {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.integer(0, last)
      ;[values[last], values[other]] = [values[other], values[last]]
    }
    return values
  }
}
