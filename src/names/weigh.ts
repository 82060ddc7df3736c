import type {Dictionary} from './dictionary.js'
import {compare, type Difference, type Edit} from './edits.js'
import type {Form} from './forms.js'
import type {NameIndex} from './index.js'
import {isConnector, isUpperCase, soundOf, startsUpperCase} from './letters.js'
import type {Setting} from './spelling.js'
import {type Feature, weights} from './weights.js'
import type {Word} from './words.js'

/** What stands around a near miss, and what the rest of the post says about it. */
export interface Surroundings {
  /** The right spelling stands in the post, too. */
  readonly rightIsThere: boolean
  /** How often the post has the same wrong spelling. */
  readonly times: number
  /** Whether the word before, or after, begins with a capital in the same phrase. */
  readonly followsName: boolean
  readonly precedesName: boolean
  /** Whether it stands among key words rather than in prose. */
  readonly isTag: boolean
}

/** Evidence for or against a name: how much there is of each feature. */
export type Evidence = Partial<Record<Feature, number>>

/** The most letters that one word may differ by and still be the same word. */
const mostEditsOfWord = 3

/** Adds up evidence: the logarithm of the odds that the name was meant. */
export function scoreOf(evidence: Evidence): number {
  let score: number = weights.always
  let feature: Feature
  for (feature in evidence) score += weights[feature] * (evidence[feature] ?? 0)
  return score
}

/**
 * Gathers the evidence that a stretch of text is a misspelling of a name.
 *
 * @param difference Between the folded words, joined, and the form's key.
 * @param reworded The form with one word replaced by another, rather than with letters wrong.
 * @returns Undefined where it can't be one: digits or signs differ.
 */
export function evidenceFor(
  words: readonly Word[],
  form: Form,
  index: NameIndex,
  dictionary: Dictionary,
  setting: Setting,
  surroundings: Surroundings,
  difference: Difference,
  reworded: boolean
): Evidence | undefined {
  const [first] = words
  if (!first) return undefined
  const key = words.map((d) => d.key).join('')
  const sounds = soundOf(key) === soundOf(form.key)
  if (signsOf(key) !== signsOf(form.key)) return undefined
  const {distance, edits} = difference
  const evidence: Evidence = {
    length: Math.min(form.key.length, 16),
    rightIsThere: Number(surroundings.rightIsThere),
    repeated: Number(!surroundings.rightIsThere && surroundings.times >= 3),
    tag: Number(surroundings.isTag),
    firstLetter: Number(edits.some((d) => d.to === 0 || d.at === 0)),
    surname: Number(form.role === 'surname'),
    surnameOfAnother: Number(form.role === 'surname' && surroundings.followsName)
  }
  if (sounds) evidence.sound = 1
  else if (!reworded) addEditEvidence(evidence, edits)
  if (reworded) {
    evidence.reworded = 1
    evidence.rewordedFar = distance / Math.max(key.length, form.key.length)
  }
  if (words.length === 1) {
    evidence.insideName = Number(
      (surroundings.followsName || surroundings.precedesName) && !setting.titleCase
    )
    addWordEvidence(evidence, first, form, index, dictionary, setting, difference)
  } else if (words.length === form.words.length) {
    addPhraseEvidence(evidence, words, form, index, dictionary)
  } else {
    evidence.split = 1
    evidence.splitOrdinary = words.filter((d) => isOrdinary(d.key, dictionary)).length
    evidence.splitLower = words.filter((d) => !startsUpperCase(d.text)).length
    evidence.splitLong = Number(form.words.length >= 3)
    evidence.lowerPhrase = Number(!words.some((d) => /\p{Lu}/u.test(d.text)))
  }
  return evidence
}

const features = {
  replace: ['replaced', 'replacedNaturally'],
  insert: ['lost', 'lostDouble'],
  delete: ['added', 'addedDouble'],
  swap: ['swapped', 'swapped']
} as const

function addEditEvidence(evidence: Evidence, edits: readonly Edit[]): void {
  for (const {kind, natural} of edits) {
    const feature = features[kind][natural ? 1 : 0]
    evidence[feature] = (evidence[feature] ?? 0) + 1
  }
}

/** Digits and signs are never slips: `Neo4j`, `C++`, `ES2015`. */
function signsOf(key: string): string {
  if (/^[a-z]*$/.test(key)) return ''
  return key.replace(/[\p{L}\p{M}]/gu, '')
}

function addWordEvidence(
  evidence: Evidence,
  word: Word,
  form: Form,
  index: NameIndex,
  dictionary: Dictionary,
  setting: Setting,
  {distance, edits}: Difference
): void {
  const {key, text} = word
  const right = form.key
  evidence.word = 1
  const start = word.startsSentence || setting.titleCase || setting.shouts
  if (!/\p{Lu}/u.test(text)) evidence.lowerCase = 1
  else if (/\p{Ll}\p{Lu}/u.test(text)) evidence.innerCapital = 1
  else if (isUpperCase(text) && !isUpperCase(form.text) && form.role !== 'surname')
    evidence.upperCase = 1
  else if (!start) evidence.capital = 1
  if (isUpperCase(form.text)) evidence[isUpperCase(text) ? 'acronym' : 'acronymAsWord'] = 1
  if (isOrdinary(key, dictionary)) {
    evidence.ordinary = 1
    if (right.length <= 7) evidence.shortOrdinary = 1
    // `Automatic updates`: its capital says nothing.
    else if (start) evidence.ordinaryStart = 1
  }
  if (isProper(key, dictionary)) evidence.properName = 1
  if (index.isGivenName(key)) evidence.givenName = 1
  if (index.isPart(key)) evidence.partOfOther = 1
  if (isOrdinary(right, dictionary) || isProper(right, dictionary)) evidence.rightIsOrdinary = 1
  if (edits.every((d) => d.at >= key.length - 1)) evidence.ending = 1
  if (key === `${right}s`) evidence.plural = 1
  if (distance > 1 && !evidence.sound) evidence.twoEdits = 1
  if (right.length <= 6) evidence.short = 1
  // A beginning or an ending of its own makes another name: NHibernate, Preact, KeystoneJS.
  const doubled = edits.some((d) => d.natural)
  if (key.length > right.length && !doubled && (key.startsWith(right) || key.endsWith(right))) {
    evidence.affix = 1
  }
  // Names that are made of several: of `OpenAI` and `OpenAL`, only `AI` and `AL` differ.
  const hump = humpAt(form, Math.min(edits[0]?.to ?? 0, right.length - 1))
  if (hump.length < right.length) {
    evidence.hump = 1
    if (hump.length <= 3) evidence.shortHump = 1
    if (!evidence.affix && areSameButOne(humpsOf(text), humpsOf(form.text))) evidence.sameHumps = 1
  }
}

/** The part of a name's only word from one capital to the next that holds an offset into its key. */
function humpAt(form: Form, offset: number): string {
  let at = 0
  for (const part of humpsOf(form.text)) {
    at += part.length
    if (offset < at) return part
  }
  return ''
}

function areSameButOne(parts: readonly string[], others: readonly string[]): boolean {
  const different = parts.filter((part, position) => part !== others[position]).length
  return parts.length === others.length && different === 1
}

/** The parts of a word from one capital to the next: `Indexed`, `DB`. */
function humpsOf(text: string): readonly string[] {
  return text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? []
}

function addPhraseEvidence(
  evidence: Evidence,
  words: readonly Word[],
  form: Form,
  index: NameIndex,
  dictionary: Dictionary
): void {
  const add = (feature: Feature, amount = 1): void => {
    evidence[feature] = (evidence[feature] ?? 0) + amount
  }
  let exact = 0
  for (const [position, word] of words.entries()) {
    const right = form.words[position]
    if (!right) continue
    if (position > 0 && word.gap !== right.gap) add('gaps')
    const known = isOrdinary(word.key, dictionary) || isProper(word.key, dictionary)
    if (word.key === right.key) {
      if (word.key.length < 3 || isConnector(word.key)) continue
      exact++
      add(known ? 'exactKnown' : 'exactRare')
      continue
    }
    if (startsUpperCase(right.text) && !startsUpperCase(word.text)) add('wrongLower')
    const edits = compare(word.key, right.key, mostEditsOfWord)
    if (isConnector(right.key) && isConnector(word.key)) add('wrongConnector')
    else if (right.key.length <= 3) add('wrongShort')
    else if (!edits) add(evidence.reworded ? 'rewordedWord' : 'wrongFar')
    else if (edits.distance > 1 && right.key.length < 7) add('wrongFar', 0.5)
    if (form.kind === 'person') {
      const given = isProper(word.key, dictionary) || index.isGivenName(word.key)
      if (position === 0 && right.key.length < 5) add('shortGivenName')
      if (position === 0 && given) add('otherGivenName')
      else if (isProper(word.key, dictionary)) add('otherSurname')
      else if (isOrdinary(word.key, dictionary)) add('wrongOrdinary')
    } else if (isOrdinary(word.key, dictionary)) add('wrongOrdinary')
    else if (isProper(word.key, dictionary)) add('wrongProper')
  }
  evidence.phrase = 1
  if (exact === 0) evidence.noExact = 1
  if (evidence.reworded && exact < 2) evidence.rewordedFew = 1
  if (form.words.length >= 3) evidence.longPhrase = 1
  if (form.kind === 'person') evidence.person = 1
  if (!words.some((d) => /\p{Lu}/u.test(d.text))) {
    evidence[form.words.length >= 4 ? 'lowerLongPhrase' : 'lowerPhrase'] = 1
  }
}

function isOrdinary(key: string, dictionary: Dictionary): boolean {
  return key.length >= 4 && dictionary.hasWord(key)
}

function isProper(key: string, dictionary: Dictionary): boolean {
  return key.length >= 3 && dictionary.hasProperName(key)
}
