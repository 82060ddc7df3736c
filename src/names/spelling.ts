import {codeUnitAt} from '../code-unit.js'
import type {Form} from './forms.js'
import {clue} from './index.js'
import {
  fold,
  isArticle,
  isCapitalised,
  isLowerCase,
  isUpperCase,
  mixesScripts,
  plain,
  startsUpperCase,
  withoutAccents
} from './letters.js'
import type {Word, Words} from './words.js'

/** What is wrong with a spelling whose letters are the right ones. */
export type Fault = 'capitals' | 'accents' | 'spaces' | 'look-alikes'

/** Where a stretch of text stands, as far as its capitals are concerned. */
export interface Setting {
  /** The text is all in capitals. */
  readonly shouts: boolean
  /** Most words of the text begin with a capital, as titles in English do. */
  readonly titleCase: boolean
}

/** Whether a run of text is written in capitals, or each word with one. */
export function settingOf(words: Words): Setting {
  let counted = 0
  let long = 0
  let upper = 0
  let initial = 0
  for (let position = 0; position < words.length; position++) {
    const found = words.clues(position)
    if (!(found & clue.counts)) continue
    counted++
    if (found & clue.upper) upper++
    if (!(found & clue.long)) continue
    long++
    if (found & clue.initial) initial++
  }
  return {
    shouts: counted > 0 && upper / counted >= (counted < 3 ? 1 : 0.7),
    titleCase: long >= 3 && initial / long >= 0.7
  }
}

/** The words of the text that are not as the form has them, and how. */
export interface Mismatch {
  readonly form: Form
  readonly faults: ReadonlySet<Fault>
  /** Positions among the text's words, 0-based; the last one is wrong too. */
  readonly first: number
  readonly last: number
  /** How many characters differ: the nearest of several spellings is the one that was meant. */
  readonly differences: number
}

/**
 * Compares a stretch of text with a form of the same folded letters.
 *
 * @returns Undefined where the text is an accepted way to write the form: surnames and texts in
 *   capitals, capitals at the start of sentences and of a title's words.
 */
export function mismatchOf(
  text: string,
  words: readonly Word[],
  form: Form,
  setting: Setting
): Mismatch | undefined {
  const start = words[0]?.start ?? 0
  const written = plain(text.slice(start, words.at(-1)?.end ?? start))
  const right = form.text.slice(form.words[0]?.start ?? 0, form.words.at(-1)?.end)
  if (written === right) return undefined
  const faults = new Set<Fault>()
  let first = words.length
  let last = -1
  const note = (fault: Fault, index: number): void => {
    faults.add(fault)
    first = Math.min(first, index)
    last = Math.max(last, index)
  }
  const aligned =
    words.length === form.words.length && words.every((d, i) => d.key === form.words[i]?.key)
  if (aligned) {
    for (const [index, word] of words.entries()) {
      const rightWord = form.words[index]
      if (!rightWord) continue
      const fault = wordFault(plain(word.text), rightWord.text, {
        form,
        setting,
        startsSentence: word.startsSentence,
        index
      })
      if (fault) note(fault, index)
      if (mixesScripts(word.text) && !mixesScripts(rightWord.text)) note('look-alikes', index)
      if (index > 0 && !sameGap(text, words, form, index)) {
        note('spaces', index - 1)
        note('spaces', index)
      }
    }
  } else {
    const [from, to] = unequalStretch(words, form.words)
    note('spaces', from)
    note('spaces', to)
    const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
    if (letters(written) !== letters(right)) faults.add('accents')
  }
  if (faults.size === 0) return undefined
  return {form, faults, first, last, differences: countDifferences(written, right)}
}

function unequalStretch(words: readonly Word[], right: readonly Word[]): [number, number] {
  let from = 0
  while (from < words.length - 1 && words[from]?.key === right[from]?.key) from++
  let back = 1
  while (
    words.length - back > from &&
    right.length - back > from &&
    words[words.length - back]?.key === right[right.length - back]?.key
  ) {
    back++
  }
  return [from, Math.max(from, words.length - back)]
}

interface WordPlace {
  readonly form: Form
  readonly setting: Setting
  readonly startsSentence: boolean
  readonly index: number
}

function wordFault(written: string, right: string, place: WordPlace): Fault | undefined {
  if (written === right) return undefined
  const {form, setting, startsSentence, index} = place
  // Where the list leaves accents off its capitals, `Ecoliers` is the `écoliers` of a sentence.
  const isBare = index > 0 && written.slice(1) === right.slice(1) && isBareCapital(written, right)
  const sameLetters = isBare || written.toLowerCase() === right.toLowerCase()
  if (!sameLetters) {
    // Capitals without their accents are a house style; with a wrong one they are a mistake.
    const bare = isUpperCase(written) && written.length > 1 && withoutAccents(written) === written
    return bare && (setting.shouts || form.kind === 'person') ? undefined : 'accents'
  }
  // `REpresentational State Transfer` shows what the acronym is made of.
  if (form.role === 'expansion' && /^\p{Lu}{2,3}\p{Ll}+$/u.test(written)) return undefined
  if (isUpperCase(written) && written.length > 1) {
    if (setting.shouts || form.kind === 'person') return undefined
    return isUpperCase(right) ? undefined : 'capitals'
  }
  if (index === 0 && form.words.length > 1 && isArticle(fold(right))) return undefined
  const rest = written.slice(1) === right.slice(1)
  if (!rest) return 'capitals'
  if (startsUpperCase(written)) {
    // A capital too many: begins a sentence, or a title, or is how institutions like themselves.
    // But `MacOS` is no title's `macOS`: its own capital comes later.
    if (startsSentence || (setting.titleCase && !/\p{Lu}/u.test(right))) return undefined
    return form.words.length > 1 || form.role === 'surname' ? undefined : 'capitals'
  }
  // A capital too few.
  if (form.kind === 'person') {
    return isParticle(fold(right)) ? undefined : 'capitals'
  }
  if (index > 0 && isCapitalised(right) && form.words.length > 1 && form.kind !== 'brand')
    return undefined
  if (index === 0 && form.words.length > 1 && kindsOfInstitution.has(fold(right))) return undefined
  return 'capitals'
}

function isBareCapital(written: string, right: string): boolean {
  const letter = written.charAt(0)
  return isLowerCase(letter) && withoutAccents(letter).toUpperCase() === right.charAt(0)
}

/** What French writes small before the name itself: `le ministère de la Culture`, `le groupe Fropignac`. */
const kindsOfInstitution = new Set(
  `academie agence ambassade assemblee association atelier bibliotheque bureau cabinet caisse centre
   chambre cite college comite commissariat commission communaute compagnie confederation conseil
   cour delegation departement direction ecole editions entreprise faculte federation festival
   fondation groupe groupement hopital inspection institut laboratoire librairie lycee mairie maison
   metropole ministere mission mouvement musee observatoire office ordre parlement parti prefecture
   prix region reseau revue salon secretariat service societe syndicat theatre tribunal union
   universite ville`.split(/\s+/)
)

function isParticle(key: string): boolean {
  return /^(?:d|l|de|du|des|la|le|les|van|von|der|den|di|da|del|della|y|e|zu|ter|ten|el|al|bin|ben)$/.test(
    key
  )
}

/** Whether what stands before a word is as in the form. */
function sameGap(text: string, words: readonly Word[], form: Form, index: number): boolean {
  const between = (value: string, of: readonly Word[]): string =>
    plain(value.slice(of[index - 1]?.end ?? 0, of[index]?.start))
  const written = between(text, words)
  const right = between(form.text, form.words)
  return written === right || (/^, ?$/.test(written) && /^, ?$/.test(right))
}

function countDifferences(written: string, right: string): number {
  let count = Math.abs(written.length - right.length)
  for (let index = 0; index < Math.min(written.length, right.length); index++) {
    if (codeUnitAt(written, index) !== codeUnitAt(right, index)) count++
  }
  return count
}
