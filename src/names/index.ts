import {DeletionIndex, prefixLength} from './deletions.js'
import {type Form, readForms} from './forms.js'
import {beginningLength, hashOf, isUpperCase, lookOf, soundOf} from './letters.js'
import type {NameEntry} from './list.js'
import type {Word} from './words.js'

/** Shorter names are only compared letter by letter, case and accents aside. */
export const shortestNear = 5

/** How many letters a name may differ by and still be looked at. */
export function editsFor(length: number): 0 | 1 | 2 {
  return length < shortestNear ? 0 : length < 10 ? 1 : 2
}

/** A name of three words or more of which one was replaced. */
export interface Rewording {
  readonly form: Form
  /** Position of the word among the form's words, 0-based. */
  readonly position: number
}

const noForms: readonly Form[] = []
const noRewordings: readonly Rewording[] = []

/** Words repeat within a post and across a site; more than this comes from a long-lived editor. */
const mostRemembered = 50_000

/** A set of hashes that may take one for a member that is none: a quick no for most words. */
class HashSet {
  readonly #bits = new Uint8Array(1 << 17)

  add(hash: number): void {
    const at = (hash >>> 3) & 0x1ffff
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (hash & 7))
  }

  has(hash: number): boolean {
    return ((this.#bits[(hash >>> 3) & 0x1ffff] ?? 0) & (1 << (hash & 7))) > 0
  }
}

/** A list of names, laid out for looking up. Built once for a list. */
export class NameIndex {
  readonly forms: readonly Form[]
  /** The most words that a stretch of text can have which stands for one name. */
  readonly mostWords: number
  /** The length of the longest key. */
  readonly longest: number
  readonly #byKey = new Map<string, Form[]>()
  readonly #bySound = new Map<string, Form[]>()
  readonly #beginnings = new HashSet()
  readonly #keys = new HashSet()
  /** For each form, when it was last found: so that none is found twice. */
  readonly #stamps: Uint32Array
  #stamp = 0
  readonly #near: DeletionIndex
  /** What {@link near} found for the texts that it saw. */
  readonly #found = new Map<string, readonly Form[]>()
  readonly #byEntry: Form[][] = []
  readonly #capitals = new Map<string, string>()
  readonly #givenNames = new Set<string>()
  readonly #words = new Set<string>()
  readonly #rewordings = new Map<number, Rewording[]>()
  readonly #rewordingLengths = new Set<number>()
  /** Pairs among the first three words of names of three words or more. */
  readonly #rewordingPairs = new HashSet()
  /** How names begin that have so many words that small letters say nothing against them. */
  readonly #phraseBeginnings = new HashSet()

  constructor(entries: readonly NameEntry[]) {
    this.forms = readForms(entries)
    let mostWords = 1
    let longest = 1
    const near: {key: string; value: number; edits: number}[] = []
    for (const form of this.forms) {
      const {key, words, role, kind} = form
      push(this.#byKey, key, form)
      const siblings = this.#byEntry[form.entry]
      if (siblings) siblings.push(form)
      else this.#byEntry[form.entry] = [form]
      this.#beginnings.add(hashOf(key, beginningLength))
      this.#keys.add(hashOf(key))
      mostWords = Math.max(mostWords, words.length)
      longest = Math.max(longest, key.length)
      if (role === 'not' || role === 'ignore') continue
      if (key.length >= shortestNear && /\p{L}/u.test(key)) {
        near.push({key, value: form.id, edits: editsFor(key.length)})
        push(this.#bySound, soundOf(key), form)
      }
      for (const word of words) {
        this.#words.add(word.key)
        if (isUpperCase(word.text) && /[IO]/.test(word.text)) {
          this.#capitals.set(lookOf(word.text), word.text)
        }
      }
      if (kind === 'person' && role === 'name' && words.length > 1) {
        this.#givenNames.add(words[0]?.key ?? '')
      }
      if (words.length >= 3) this.#addRewordings(form)
    }
    this.mostWords = mostWords + 2
    this.longest = longest
    this.#near = new DeletionIndex(near)
    this.#stamps = new Uint32Array(this.forms.length)
  }

  #addRewordings(form: Form): void {
    const {words} = form
    this.#rewordingLengths.add(words.length)
    // Where one word is replaced, one of these pairs is whole.
    this.#rewordingPairs.add(pairHash(words[0], words[1], 0))
    this.#rewordingPairs.add(pairHash(words[0], words[2], 1))
    this.#rewordingPairs.add(pairHash(words[1], words[2], 2))
    this.#phraseBeginnings.add(hashOf(form.key, beginningLength))
    const all = words.map((word, position) => wordHash(word, position))
    const sum = all.reduce((a, b) => (a + b) | 0, words.length)
    for (const [position, hash] of all.entries()) {
      push(this.#rewordings, (sum - hash) | 0, {form, position})
    }
  }

  /** Whether a key may have this hash (see `hashOf`): a quick no for most stretches of text. */
  mayBe(hash: number): boolean {
    return this.#keys.has(hash)
  }

  /** Forms whose key is exactly this. */
  formsOf(key: string): readonly Form[] {
    return this.#byKey.get(key) ?? noForms
  }

  /** All forms of an entry of the list. */
  formsOfEntry(entry: number): readonly Form[] {
    return this.#byEntry[entry] ?? noForms
  }

  /** The word in capitals, part of any name, that looks like this (see `lookOf`). */
  capitalsLooking(look: string): string | undefined {
    return this.#capitals.get(look)
  }

  /** Whether any key begins with the letters of this hash (see `hashOf`): a quick no for most. */
  mayBegin(beginning: number): boolean {
    return this.#beginnings.has(beginning)
  }

  /** The same for names of three words or more. */
  mayBeginPhrase(beginning: number): boolean {
    return this.#phraseBeginnings.has(beginning)
  }

  /** Forms that sound like this key. */
  soundingLike(key: string): readonly Form[] {
    return this.#bySound.get(soundOf(key)) ?? noForms
  }

  /**
   * Forms that may be within two letters of a text, or of what goes on from it where it is as long
   * as a beginning that is looked up once.
   */
  near(key: string): readonly Form[] {
    const before = this.#found.get(key)
    if (before !== undefined) return before
    const found = this.#findNear(key)
    if (this.#found.size >= mostRemembered) this.#found.clear()
    this.#found.set(key, found)
    return found
  }

  #findNear(key: string): readonly Form[] {
    const ids: number[] = []
    this.#near.collect(key, key.length < shortestNear + 3 ? 1 : 2, ids)
    if (ids.length === 0) return noForms
    const longest = key.length >= prefixLength + 2 ? Number.POSITIVE_INFINITY : key.length + 2
    const found: Form[] = []
    this.#stamp++
    for (const id of ids) {
      const form = this.forms[id]
      if (!form || this.#stamps[id] === this.#stamp) continue
      this.#stamps[id] = this.#stamp
      const {length} = form.key
      if (length <= longest && length >= key.length - editsFor(length)) found.push(form)
    }
    return found
  }

  /** Whether a folded word is the given name of a person on the list. */
  isGivenName(key: string): boolean {
    return this.#givenNames.has(key)
  }

  /** Whether a folded word stands in any name of the list. */
  isPart(key: string): boolean {
    return this.#words.has(key)
  }

  /** Names of three words or more that stand at a word of the text with one word replaced. */
  rewordingsAt(words: readonly Word[], at: number): readonly Rewording[] {
    const first = words[at]
    const second = words[at + 1]
    const third = words[at + 2]
    const pairs = this.#rewordingPairs
    if (
      !pairs.has(pairHash(first, second, 0)) &&
      !pairs.has(pairHash(first, third, 1)) &&
      !pairs.has(pairHash(second, third, 2))
    ) {
      return noRewordings
    }
    const found: Rewording[] = []
    for (const length of this.#rewordingLengths) {
      const window = words.slice(at, at + length)
      if (window.length < length) continue
      if (window.some((d, i) => i > 0 && (d.gap === 'break' || d.gap === 'dot'))) continue
      const hashes = window.map((word, position) => wordHash(word, position))
      const sum = hashes.reduce((a, b) => (a + b) | 0, length)
      for (const [position, hash] of hashes.entries()) {
        for (const one of this.#rewordings.get((sum - hash) | 0) ?? []) {
          if (one.position !== position) continue
          const same = one.form.words.every((d, i) => i === position || d.key === window[i]?.key)
          if (same) found.push(one)
        }
      }
    }
    return found
  }
}

function wordHash({hash}: Word, position: number): number {
  return Math.imul(hash ^ (hash >>> 13), position * 2 + 0x5bd1e995)
}

/** Hash of two words, one of which is so many places after the other. */
function pairHash(first: Word | undefined, second: Word | undefined, kind: number): number {
  const pair = Math.imul(first?.hash ?? 0, 2 * kind + 3) ^ (second?.hash ?? 0)
  return (pair ^ (pair >>> 16)) + kind
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
