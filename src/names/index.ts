import {Beginning, BeginningCache, DeletionIndex, prefixLength} from './deletions.js'
import {compare, type Difference, mayBeWithin} from './edits.js'
import {type Form, mostEdits, readForms, shortestNear} from './forms.js'
import {
  beginningLength,
  hashOf,
  isConnector,
  isUpperCase,
  lookOf,
  shape,
  soundOf
} from './letters.js'
import type {NameEntry} from './list.js'
import {type BareType, Vocabulary} from './vocabulary.js'
import type {Words} from './words.js'

/** A name of three words or more of which one was replaced. */
export interface Rewording {
  readonly form: Form
  /** Position of the word among the form's words, 0-based. */
  readonly position: number
  /** Whether of the other words only one tells the name from others. */
  readonly isVague: boolean
}

/** A name that a stretch of text is nearly, or sounds like. */
export interface Neighbour {
  readonly form: Form
  /** Between the stretch's folded words, joined, and the form's key. */
  readonly difference: Difference
}

/** Forms that may be near what begins in some way. */
export interface Nearby {
  /** The shortest first. */
  readonly forms: readonly Form[]
  /** How many letters the longest of them has. */
  readonly longest: number
}

/** Letters of acronyms that are looked at with two of them swapped. */
const shortestAcronym = 3
const longestAcronym = 6

const nothingNearby: Nearby = {forms: [], longest: 0}

/** The most letters that may differ between two texts that sound alike. */
export const mostEditsOfSound = 3

const noForms: readonly Form[] = []
const noNeighbours: readonly Neighbour[] = []
const noRewordings: readonly Rewording[] = []

/** What a list of names says of a type of word, as bits: most words are passed over by these. */
export const clue = {
  /** Some name may begin with its letters, or, where they are few, with these and more. */
  begins: 1,
  /** The same for names of three words or more. */
  beginsPhrase: 2,
  /** It may be one of the first three words of a name of three words or more. */
  inPhrase: 4,
  /** There is a capital or a digit in it. */
  notable: 8,
  /** Alone, it is nearly a name (see {@link NameIndex.neighboursOf}). */
  near: 16,
  /** It looks like a part of a name in capitals, and is not (see {@link NameIndex.capitalsLooking}). */
  disguised: 32,
  /** It says something of the capitals of its text (see `settingOf`): what, is in these. */
  counts: 64,
  upper: 128,
  long: 256,
  initial: 512,
  /** It is what a name sounds like with the vowel of an article before it: `adynum` for DINUM. */
  withArticle: 1024
} as const

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

/** How long keys are at most that begin with letters of a hash; may tell too much, never too little. */
class LongestByBeginning {
  readonly #lengths: Uint16Array
  readonly #mask: number

  /** @param count How many keys there are. */
  constructor(count: number) {
    let size = 1 << 16
    while (size < count * beginningLength * 8) size *= 2
    this.#lengths = new Uint16Array(size)
    this.#mask = size - 1
  }

  /** Adds a key by its first letters, as many as are compared and fewer. */
  add(key: string): void {
    for (let length = 1; length <= beginningLength; length++) {
      const slot = hashOf(key, length) & this.#mask
      this.#lengths[slot] = Math.max(this.#lengths[slot] ?? 0, key.length)
    }
  }

  /** The length, in letters, or 0 where no key begins so. */
  get(beginning: number): number {
    return this.#lengths[beginning & this.#mask] ?? 0
  }
}

/** A list of names, laid out for looking up. Built once for a list. */
export class NameIndex {
  readonly forms: readonly Form[]
  /** The words that were met in posts, with their {@link clue}s. */
  readonly vocabulary = new Vocabulary((type) => this.#cluesOf(type))
  /** The most words that a stretch of text can have which stands for one name. */
  readonly mostWords: number
  /** The length of the longest key. */
  readonly longest: number
  readonly #byKey = new Map<string, Form[]>()
  readonly #bySound = new Map<string, Form[]>()
  /** Forms of two words, by the sounds of both. */
  readonly #bySoundOfPair = new Map<number, Form[]>()
  readonly #beginnings: LongestByBeginning
  /** The first words of names. */
  readonly #firstWords = new Set<string>()
  readonly #keys = new HashSet()
  /** For each form, when it was last found: so that none is found twice. */
  readonly #stamps: Uint32Array
  #stamp = 0
  readonly #near: DeletionIndex
  readonly #beginning = new Beginning()
  readonly #lookedUp = new BeginningCache<Nearby>()
  /** What single words are nearly. */
  readonly #neighbours = new Map<string, readonly Neighbour[]>()
  readonly #byEntry: Form[][] = []
  readonly #capitals = new Map<string, string>()
  readonly #givenNames = new Set<string>()
  /** Acronyms with two neighbouring letters swapped. */
  readonly #swapped = new Map<string, Form>()
  readonly #words = new Set<string>()
  readonly #rewordings = new Map<number, Rewording[]>()
  readonly #rewordingLengths = new Set<number>()
  #longestRewording = 0
  /** The first three words of names of three words or more. */
  readonly #phraseWords = new Set<string>()
  /** Pairs among the first three words of names of three words or more. */
  readonly #rewordingPairs = new HashSet()
  /** How names begin that have so many words that small letters say nothing against them. */
  readonly #phraseBeginnings: LongestByBeginning

  constructor(entries: readonly NameEntry[]) {
    this.forms = readForms(entries)
    this.#beginnings = new LongestByBeginning(this.forms.length)
    this.#phraseBeginnings = new LongestByBeginning(this.forms.length)
    let mostWords = 1
    let longest = 1
    const near: {key: string; value: number; edits: number}[] = []
    for (const form of this.forms) {
      const {key, words, role, kind} = form
      push(this.#byKey, key, form)
      const siblings = this.#byEntry[form.entry]
      if (siblings) siblings.push(form)
      else this.#byEntry[form.entry] = [form]
      this.#beginnings.add(key)
      this.#firstWords.add(words[0]?.key ?? '')
      this.#keys.add(hashOf(key))
      mostWords = Math.max(mostWords, words.length)
      longest = Math.max(longest, key.length)
      if (role === 'not' || role === 'ignore') continue
      if (key.length >= shortestNear && /\p{L}/u.test(key)) {
        near.push({key, value: form.id, edits: Math.min(form.edits, 2)})
        push(this.#bySound, soundOf(key), form)
        const [first, second] = words
        if (first && second && words.length === 2) {
          push(this.#bySoundOfPair, soundOfPair(first.type, second.type), form)
        }
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
      if (words.length === 1 && isUpperCase(form.text)) this.#addSwapped(form)
    }
    this.mostWords = mostWords + 2
    this.longest = longest
    this.#near = new DeletionIndex(near)
    this.#stamps = new Uint32Array(this.forms.length)
  }

  #addSwapped(form: Form): void {
    const {key} = form
    if (key.length < shortestAcronym || key.length > longestAcronym) return
    for (let at = 0; at + 1 < key.length; at++) {
      const swapped = `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`
      if (swapped !== key) this.#swapped.set(swapped, form)
    }
  }

  #addRewordings(form: Form): void {
    const {words} = form
    this.#rewordingLengths.add(words.length)
    this.#longestRewording = Math.max(this.#longestRewording, words.length)
    // Where one word is replaced, one of these pairs is whole.
    const [first, second, third] = words.map((d) => d.type)
    this.#addRewordingPair(first, second, 0)
    this.#addRewordingPair(first, third, 1)
    this.#addRewordingPair(second, third, 2)
    this.#phraseBeginnings.add(form.key)
    const all = words.map(({type}, position) => wordHash(type, position))
    const sum = all.reduce((a, b) => (a + b) | 0, words.length)
    for (const [position, hash] of all.entries()) {
      const telling = words.filter(({key}, index) => index !== position && !isConnector(key))
      const isVague = telling.length < 2
      push(this.#rewordings, (sum - hash) | 0, {form, position, isVague})
    }
  }

  /** Two articles side by side say nothing of the name that they may be part of. */
  #addRewordingPair(one: BareType | undefined, other: BareType | undefined, kind: number): void {
    if (!one || !other || (isConnector(one.key) && isConnector(other.key))) return
    this.#rewordingPairs.add(pairHash(one, other, kind))
    this.#phraseWords.add(one.key).add(other.key)
  }

  #cluesOf(type: BareType): number {
    const {text, key, beginning} = type
    let clues = cluesOfCapitals(type)
    const isNotable = (type.shape & shape.capital) > 0 || /\d/.test(text)
    // A word of two small letters is the first of a name, or begins none: `a`, `de`.
    if (isNotable || key.length > 2 || this.#firstWords.has(key)) {
      if (this.#beginnings.get(beginning) > 0) clues |= clue.begins
      if (this.#phraseBeginnings.get(beginning) > 0) clues |= clue.beginsPhrase
    }
    if (this.#phraseWords.has(key)) clues |= clue.inPhrase
    if (key.startsWith('a') && this.soundingLikeWord(key.slice(1))) clues |= clue.withArticle
    if (!isNotable) return clues
    clues |= clue.notable
    const neighbours = this.#findNeighbours(type)
    if (neighbours.length > 0) {
      this.#neighbours.set(key, neighbours)
      clues |= clue.near
    }
    if (/l\p{Lu}|\p{Lu}[l0]|0\p{Lu}/u.test(text)) clues |= clue.disguised
    return clues
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

  /**
   * How many letters keys have at most that begin with the letters of this hash (see `hashOf`): too
   * many now and then, 0 for most.
   */
  longestFrom(beginning: number): number {
    return this.#beginnings.get(beginning)
  }

  /** Whether a name of three words or more may begin so. */
  mayBeginPhrase(beginning: number): boolean {
    return this.#phraseBeginnings.get(beginning) > 0
  }

  /** The acronym that some letters are but for two neighbours that changed places. */
  acronymSwapped(key: string): Form | undefined {
    return this.#swapped.get(key)
  }

  /** The name of one word, no person's, that some letters sound like. */
  soundingLikeWord(key: string): Form | undefined {
    if (key.length < shortestNear) return undefined
    return this.#bySound
      .get(soundOf(key))
      ?.find((form) => form.words.length === 1 && form.kind !== 'person' && form.role === 'name')
  }

  /** Forms that the two words at a position sound like, each of them like the form's. */
  soundingLike(words: Words, at: number): readonly Form[] {
    const first = words.type(at)
    const second = words.type(at + 1)
    if (!first || !second) return noForms
    return this.#bySoundOfPair.get(soundOfPair(first, second)) ?? noForms
  }

  /** What a word is nearly, with the letters that differ. Only for types that have `clue.near`. */
  neighboursOf(key: string): readonly Neighbour[] {
    return this.#neighbours.get(key) ?? noNeighbours
  }

  #findNeighbours({key, letters}: BareType): readonly Neighbour[] {
    if (key.length < shortestNear - 1) return noNeighbours
    const found = new Map<Form, Neighbour>()
    const add = (form: Form, most: number): void => {
      const difference = compare(key, form.key, most)
      if (difference && difference.distance > 0) found.set(form, {form, difference})
    }
    const {forms} = this.#nearBeginning(this.#beginning.clear().add(key), key.length)
    for (const form of forms) {
      const most = form.edits
      const isAsLong = Math.abs(form.key.length - key.length) <= most
      if (isAsLong && mayBeWithin(letters, form.letters, most)) add(form, most)
    }
    if (key.length >= shortestNear) {
      for (const form of this.#bySound.get(soundOf(key)) ?? noForms) {
        if (!found.has(form)) add(form, mostEditsOfSound)
      }
    }
    return [...found.values()]
  }

  /**
   * Forms that may be within two letters of some words joined, or of what goes on from there where
   * the words are longer than what is looked up.
   *
   * @param length Of the words joined.
   */
  near(words: Words, from: number, length: number): Nearby {
    const beginning = this.#beginning.clear()
    for (let index = from; beginning.length < Math.min(length, prefixLength); index++) {
      beginning.add(words.type(index)?.key ?? '')
    }
    const counting = Math.min(length, prefixLength + 2)
    return this.#lookedUp.get(beginning, counting, () => this.#nearBeginning(beginning, counting))
  }

  #nearBeginning(beginning: Beginning, length: number): Nearby {
    const ids: number[] = []
    this.#near.collect(beginning, length < shortestNear + 2 ? 1 : 2, ids)
    if (ids.length === 0) return nothingNearby
    const mostLetters = length >= prefixLength + 2 ? Number.POSITIVE_INFINITY : length + mostEdits
    const forms: Form[] = []
    this.#stamp++
    for (const id of ids) {
      const form = this.forms[id]
      if (!form || this.#stamps[id] === this.#stamp) continue
      this.#stamps[id] = this.#stamp
      const letters = form.key.length
      if (letters > mostLetters || letters < length - form.edits) continue
      forms.push(form)
    }
    forms.sort((a, b) => a.key.length - b.key.length)
    return {forms, longest: forms.at(-1)?.key.length ?? 0}
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
  rewordingsAt(words: Words, at: number): readonly Rewording[] {
    const inPhrase =
      (words.clues(at) & clue.inPhrase) +
      (words.clues(at + 1) & clue.inPhrase) +
      (words.clues(at + 2) & clue.inPhrase)
    if (inPhrase < 2 * clue.inPhrase) return noRewordings
    const first = words.type(at)
    const second = words.type(at + 1)
    const third = words.type(at + 2)
    const pairs = this.#rewordingPairs
    if (
      !pairs.has(pairHash(first, second, 0)) &&
      !pairs.has(pairHash(first, third, 1)) &&
      !pairs.has(pairHash(second, third, 2))
    ) {
      return noRewordings
    }
    const found: Rewording[] = []
    const hashes: number[] = []
    let sum = 0
    for (let count = 1; count <= this.#longestRewording; count++) {
      const position = count - 1
      const type = words.type(at + position)
      const gap = count > 1 ? words.gap(at + position) : 'space'
      if (!type || gap === 'break' || gap === 'dot') break
      const hash = wordHash(type, position)
      hashes.push(hash)
      sum = (sum + hash) | 0
      if (!this.#rewordingLengths.has(count)) continue
      for (let left = 0; left < count; left++) {
        const rest = (sum + count - (hashes[left] ?? 0)) | 0
        for (const one of this.#rewordings.get(rest) ?? noRewordings) {
          if (one.position === left && isReworded(one, words, at)) found.push(one)
        }
      }
    }
    return found
  }
}

/** Whether the words at a position are those of a name but for one. */
function isReworded({form, position}: Rewording, words: Words, at: number): boolean {
  return form.words.every(
    ({key}, index) => index === position || key === words.type(at + index)?.key
  )
}

function cluesOfCapitals({key, shape: found}: BareType): number {
  if (key.length < 2 || found & shape.number) return 0
  let clues: number = clue.counts
  if (found & shape.upper) clues |= clue.upper
  if (found & shape.initial) clues |= clue.initial
  return key.length < 4 ? clues : clues | clue.long
}

function wordHash({hash}: BareType, position: number): number {
  return Math.imul(hash ^ (hash >>> 13), position * 2 + 0x5bd1e995)
}

/** Hash of two words, one of which is so many places after the other. */
function pairHash(first: BareType | undefined, second: BareType | undefined, kind: number): number {
  const pair = Math.imul(first?.hash ?? 0, 2 * kind + 3) ^ (second?.hash ?? 0)
  return (pair ^ (pair >>> 16)) + kind
}

function soundOfPair(first: BareType, second: BareType): number {
  return Math.imul(first.sound, 31) ^ second.sound
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
