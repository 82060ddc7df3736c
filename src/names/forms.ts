import {type Letters, lettersOf} from './edits.js'
import {plain} from './letters.js'
import type {NameEntry, NameKind} from './list.js'
import {Vocabulary} from './vocabulary.js'
import {readWords, type Word} from './words.js'

/** How a form stands in the list. */
export type FormRole = 'name' | 'also' | 'expansion' | 'surname' | 'not' | 'ignore'

/** One spelling of a name, taken apart. */
export interface Form {
  /** Position among all forms of the list. */
  readonly id: number
  /** Position of the entry in the list. */
  readonly entry: number
  readonly role: FormRole
  readonly kind: NameKind | undefined
  /** As the list has it, in NFC with plain apostrophes, hyphens and spaces (see `plain`). */
  readonly text: string
  readonly words: readonly Word[]
  /** All words, folded and joined: what texts are compared with. */
  readonly key: string
  /** See `lettersOf`. */
  readonly letters: Letters
  /** How many letters what is nearly this may differ by. */
  readonly edits: number
  /** The entry's name, for messages. */
  readonly name: string
}

/** Shorter names are only compared letter by letter, case and accents aside. */
export const shortestNear = 5

/** @param isFull Of a person, given name and surname: both are heard wrong together. */
function editsFor(length: number, isFull: boolean): number {
  if (length < shortestNear) return 0
  if (length < 9) return 1
  return isFull ? mostEdits : 2
}

/** The most letters that anything nearly a name may differ by. */
export const mostEdits = 3

/** Takes the entries of a list apart. */
export function readForms(entries: readonly NameEntry[]): readonly Form[] {
  const forms: Form[] = []
  const vocabulary = new Vocabulary()
  const add = (entry: number, role: FormRole, kind: NameKind | undefined, value: string): void => {
    const text = plain(value).trim()
    const read = readWords(text, vocabulary)
    const words = read.slice(0, read.length)
    const key = words.map((d) => d.key).join('')
    const name = entries[entry]?.name ?? value
    if (key === '') return
    const letters = lettersOf(key)
    const edits = editsFor(key.length, kind === 'person' && words.length > 1)
    forms.push({id: forms.length, entry, role, kind, text, words, key, letters, edits, name})
  }
  for (const [index, entry] of entries.entries()) {
    const {name, kind, expansion, also = [], not = [], ignore = []} = entry
    add(index, 'name', kind, name)
    // Another spelling of an acronym may be its full name.
    for (const value of also) add(index, 'also', kind, value)
    if (expansion !== undefined) add(index, 'expansion', 'organisation', expansion)
    if (kind === 'person') {
      const surnames = new Set([name, ...also].map((d) => surnameOf(plain(d))))
      for (const surname of surnames) if (surname !== '') add(index, 'surname', kind, surname)
    }
    for (const value of not) add(index, 'not', kind, value)
    for (const value of ignore) add(index, 'ignore', kind, value)
  }
  return forms
}

/** What follows the given name; nothing where the name is one word or begins with an initial. */
function surnameOf(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  if (rest.length === 0 || /^\p{L}\.?$/u.test(first)) return ''
  return rest.filter((d) => !/^\p{L}\.?$/u.test(d)).join(' ')
}
