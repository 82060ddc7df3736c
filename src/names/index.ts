import {DeletionIndex} from './deletions.js'
import {type Form, readForms} from './forms.js'
import {isUpperCase, lookOf, soundOf} from './letters.js'
import type {NameEntry} from './list.js'
import type {Word} from './words.js'

/** Shorter names are only compared letter by letter, case and accents aside. */
export const shortestNear = 5

/** How many letters a name may differ by and still be looked at. */
export function editsFor(length: number): 0 | 1 | 2 {
  return length < shortestNear ? 0 : length < 8 ? 1 : 2
}

/** A name of three words or more of which one was replaced. */
export interface Rewording {
  readonly form: Form
  /** Position of the word among the form's words, 0-based. */
  readonly position: number
}

const noForms: readonly Form[] = []
const prefixOfKeys = 4

/** A list of names, laid out for looking up. Built once for a list. */
export class NameIndex {
  readonly forms: readonly Form[]
  /** The most words that a stretch of text can have which stands for one name. */
  readonly mostWords: number
  /** The length of the longest key. */
  readonly longest: number
  readonly #byKey = new Map<string, Form[]>()
  readonly #bySound = new Map<string, Form[]>()
  readonly #prefixes = new Set<string>()
  readonly #near: DeletionIndex
  readonly #byEntry: Form[][] = []
  readonly #capitals = new Map<string, string>()
  readonly #givenNames = new Set<string>()
  readonly #words = new Set<string>()
  readonly #rewordings = new Map<number, Rewording[]>()
  readonly #rewordingLengths = new Set<number>()
  readonly #rewordingStarts = new Set<string>()

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
      this.#prefixes.add(key.slice(0, prefixOfKeys))
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
  }

  #addRewordings(form: Form): void {
    const {words} = form
    this.#rewordingLengths.add(words.length)
    this.#rewordingStarts.add(`0${words[0]?.key}`).add(`1${words[1]?.key}`)
    const all = words.map((word, position) => wordHash(word.key, position))
    const sum = all.reduce((a, b) => (a + b) | 0, words.length)
    for (const [position, hash] of all.entries()) {
      push(this.#rewordings, (sum - hash) | 0, {form, position})
    }
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

  /** Whether any key begins like this text: a quick no for most words. */
  mayBegin(text: string): boolean {
    return this.#prefixes.has(text.slice(0, prefixOfKeys))
  }

  /** Forms that sound like this key. */
  soundingLike(key: string): readonly Form[] {
    return this.#bySound.get(soundOf(key)) ?? noForms
  }

  /** Forms that may be within two letters of a text that begins like this. */
  near(beginning: string, edits: 0 | 1 | 2): readonly Form[] {
    const found = new Set<number>()
    this.#near.collect(beginning, edits, found)
    if (found.size === 0) return noForms
    return [...found].flatMap((id) => this.forms[id] ?? [])
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
    const found: Rewording[] = []
    if (
      !this.#rewordingStarts.has(`0${words[at]?.key}`) &&
      !this.#rewordingStarts.has(`1${words[at + 1]?.key}`)
    ) {
      return found
    }
    for (const length of this.#rewordingLengths) {
      const window = words.slice(at, at + length)
      if (window.length < length) continue
      if (window.some((d, i) => i > 0 && (d.gap === 'break' || d.gap === 'dot'))) continue
      const hashes = window.map((word, position) => wordHash(word.key, position))
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

function wordHash(key: string, position: number): number {
  let hash = position + 1
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return Math.imul(hash ^ (hash >>> 13), position * 2 + 0x5bd1e995)
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
