import type {Dictionary} from './dictionary.js'
import {compare, type Difference} from './edits.js'
import type {Form} from './forms.js'
import type {NameIndex} from './index.js'
import {isUpperCase, soundOf, startsUpperCase} from './letters.js'
import type {Setting} from './spelling.js'
import type {Word} from './words.js'

/** What the rest of the post says about a near miss. */
export interface Evidence {
  /** The right spelling stands in the post, too. */
  readonly rightIsThere: boolean
  /** How often the post has the same wrong spelling. */
  readonly times: number
  /** Whether the word before begins with a capital, in the same phrase. */
  readonly followsName: boolean
  readonly precedesName: boolean
}

export interface Weighed {
  /** Logarithm of the odds that the name was meant: above 0 is more likely than not. */
  readonly score: number
  readonly difference: Difference
}

const mostEdits = 3

/**
 * Weighs how likely a stretch of text is a misspelling of a name. Each piece of evidence adds to or
 * takes from the logarithm of the odds.
 */
export function weigh(
  words: readonly Word[],
  form: Form,
  index: NameIndex,
  dictionary: Dictionary,
  setting: Setting,
  evidence: Evidence,
  reworded = false
): Weighed | undefined {
  const key = words.map((d) => d.key).join('')
  const sounds = soundOf(key) === soundOf(form.key)
  const difference = compare(key, form.key, reworded ? 8 : sounds ? mostEdits : 2)
  if (!difference || difference.distance === 0) return undefined
  if (differsInSigns(key, form.key)) return undefined
  const length = form.key.length
  let score = -0.1 + Math.min(length, 16) * 0.5 - 3
  let {cost} = difference
  if (sounds) cost = Math.min(cost, 0.9)
  if (reworded) {
    cost = 1 + (difference.distance / Math.max(key.length, length)) * 5
  }
  score -= cost * 2
  if (difference.edits.some((d) => d.to === 0 || d.at === 0)) score -= 1.2
  const [first] = words
  if (!first) return undefined
  const sameCount = words.length === form.words.length
  if (words.length === 1) score += weighWord(first, form, index, dictionary, setting, difference)
  else if (sameCount) score += weighWords(words, form, index, dictionary, setting)
  else score += weighSplit(words, form, dictionary)
  if (form.role === 'surname') {
    score -= 1
    if (evidence.followsName) score -= 3
  }
  if (form.kind === 'person' && form.words.length === 1 && form.role !== 'surname') score -= 1
  if (words.length === 1 && (evidence.followsName || evidence.precedesName) && !setting.titleCase)
    score -= 1
  if (evidence.rightIsThere) score += 1.5
  else if (evidence.times >= 3) score -= 1.5
  return {score, difference}
}

/** Digits and signs are never slips: `Neo4j`, `C++`, `ES2015`. */
function differsInSigns(key: string, right: string): boolean {
  return key.replace(/[\p{L}\p{M}]/gu, '') !== right.replace(/[\p{L}\p{M}]/gu, '')
}

function weighWord(
  word: Word,
  form: Form,
  index: NameIndex,
  dictionary: Dictionary,
  setting: Setting,
  difference: Difference
): number {
  let score = 0
  const capital = /\p{Lu}/u.test(word.text)
  if (!capital) score -= 5
  else if (setting.shouts) score -= 1
  else if (/\p{Ll}\p{Lu}/u.test(word.text)) score += 1
  else if (word.startsSentence || setting.titleCase) score -= 0.5
  else score += 0.8
  if (isUpperCase(word.text) && !isUpperCase(form.text) && !setting.shouts) {
    score -= form.kind === 'person' ? 0 : 3
  }
  if (isUpperCase(form.text) && !isUpperCase(word.text)) score -= 2
  if (isOrdinary(word.key, dictionary)) score -= 5
  if (isProper(word.key, dictionary)) score -= 4
  if (index.isGivenName(word.key)) score -= 5
  if (index.isPart(word.key)) score -= 4
  // Another ending makes another word: Duplicati, Duplicity; Angular, Angulars.
  const atEnd = difference.edits.every((d) => d.at >= word.key.length - 1)
  if (atEnd) score -= word.key === `${form.key}s` ? 5 : 0.8
  if (difference.distance > 1 && form.key.length < 9) score -= 1.5
  // A prefix or suffix of its own: NHibernate, Preact, KeystoneJS.
  const outer = difference.edits.every(
    (d) => d.kind === 'delete' && (d.at === 0 || d.at >= form.key.length)
  )
  if (outer) score -= 1.5
  return score
}

function weighWords(
  words: readonly Word[],
  form: Form,
  index: NameIndex,
  dictionary: Dictionary,
  setting: Setting
): number {
  let score = 0
  let significant = 0
  for (const [position, word] of words.entries()) {
    const right = form.words[position]
    if (!right) continue
    if (word.key === right.key) {
      if (word.key.length < 3 || isConnector(word.key)) continue
      significant++
      const known = isOrdinary(word.key, dictionary) || isProper(word.key, dictionary)
      score += known ? 0.8 : 1.8
      continue
    }
    if (startsUpperCase(right.text) && !startsUpperCase(word.text)) score -= 1.5
    const edits = compare(word.key, right.key, mostEdits)
    if (right.key.length <= 3) score -= isConnector(right.key) && isConnector(word.key) ? 0 : 1.5
    else if (!edits) score -= 2
    else if (edits.distance > 1 && right.key.length < 6) score -= 1.5
    if (form.kind === 'person') {
      const other =
        position === 0 && (isProper(word.key, dictionary) || index.isGivenName(word.key))
      if (other) score -= 3.5
      else if (isProper(word.key, dictionary)) score -= 1.5
      else if (isOrdinary(word.key, dictionary)) score -= 1
    } else if (isOrdinary(word.key, dictionary)) score -= 0.6
    else if (isProper(word.key, dictionary)) score -= 1.5
  }
  if (significant === 0) score -= 3
  if (form.words.length >= 3) score += 1
  if (setting.titleCase && words.length < 3) score -= 0.3
  if (!words.some((d) => /\p{Lu}/u.test(d.text))) score -= form.words.length >= 4 ? 0 : 4
  return score
}

/** Words run together or split, with a slip besides. */
function weighSplit(words: readonly Word[], form: Form, dictionary: Dictionary): number {
  let score = -1.5
  for (const word of words) {
    if (!startsUpperCase(word.text) && form.words.length < 3) score -= 1.5
    if (isOrdinary(word.key, dictionary)) score -= 0.8
  }
  return score
}

function isConnector(key: string): boolean {
  return /^(?:d|l|de|du|des|la|le|les|et|en|au|aux|a|of|the|for|and|in|on|to|pour|sur|par)$/.test(
    key
  )
}

function isOrdinary(key: string, dictionary: Dictionary): boolean {
  return key.length >= 4 && dictionary.hasWord(key)
}

function isProper(key: string, dictionary: Dictionary): boolean {
  return key.length >= 3 && dictionary.hasProperName(key)
}
