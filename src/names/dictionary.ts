import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {codeUnitAt} from '../code-unit.js'

/**
 * A set of words that may take another word for its own once in a hundred times, never the reverse
 * (a Bloom filter): half a million words in half a megabyte, read in a millisecond.
 */
export class WordSet {
  readonly #bits: Uint8Array
  readonly #hashes: number

  /** @param bits Their number is a power of two. */
  constructor(bits: Uint8Array, hashes: number) {
    this.#bits = bits
    this.#hashes = hashes
  }

  /** @param word Folded (see `fold`). */
  has(word: string): boolean {
    const size = this.#bits.length * 8
    for (const position of positions(word, this.#hashes, size)) {
      if (((this.#bits[position >> 3] ?? 0) & (1 << (position & 7))) === 0) return false
    }
    return true
  }

  add(word: string): void {
    for (const position of positions(word, this.#hashes, this.#bits.length * 8)) {
      const byte = position >> 3
      this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (position & 7))
    }
  }
}

function positions(word: string, count: number, size: number): number[] {
  // Two hashes give all others (Kirsch and Mitzenmacher, 2006). FNV-1a, twice.
  let first = 0x811c9dc5
  let second = 0x01000193
  for (let index = 0; index < word.length; index++) {
    const code = codeUnitAt(word, index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 13)
  }
  second |= 1
  const found: number[] = []
  for (let index = 0; index < count; index++) {
    found.push(((first + Math.imul(index, second)) >>> 0) % size)
  }
  return found
}

/** What the words of French and English are, and the given names and surnames of many people. */
export interface Dictionary {
  /** Whether a folded word is an ordinary word of either language. */
  hasWord(key: string): boolean
  /** Whether a folded word is a widespread name of people or places. */
  hasProperName(key: string): boolean
}

/** In `data/dictionary.bin`: the length of the set of words, then both sets. */
export const dictionaryLayout = {header: 4, hashes: 6} as const

let shipped: Dictionary | undefined

/** The dictionary that the package ships (`npm run build:dictionary` makes it). */
export function loadDictionary(): Dictionary {
  if (shipped) return shipped
  const root = path.dirname(
    createRequire(import.meta.url).resolve('remark-lint-episode/package.json')
  )
  const data = readFileSync(path.join(root, 'data', 'dictionary.bin'))
  const {header, hashes} = dictionaryLayout
  const end = header + data.readUInt32LE(0)
  const words = new WordSet(data.subarray(header, end), hashes)
  const properNames = new WordSet(data.subarray(end), hashes)
  shipped = {
    hasWord: (key) => words.has(key),
    hasProperName: (key) => properNames.has(key)
  }
  return shipped
}
