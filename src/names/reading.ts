import type {Dictionary} from './dictionary.js'
import type {Form} from './forms.js'
import {clue, type NameIndex} from './index.js'
import {type Fault, type Setting, settingOf} from './spelling.js'
import type {Vocabulary, WordType} from './vocabulary.js'
import type {Evidence} from './weigh.js'
import {readWords, type Word, type Words} from './words.js'

/** A stretch of text that the matcher reads: what a reader sees, without formatting. */
export interface Text {
  readonly text: string
  /** Whether it is a list of key words, where names are written like tags. */
  readonly isTag: boolean
  /** The links in it whose addresses have names of the list in them. */
  readonly links?: readonly Link[]
}

/** The words of a link. */
export interface Link {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** The parts of its address (see `partsOfAddress`) that are names of the list. */
  readonly parts: readonly string[]
}

/** A misspelt name. */
export interface Slip {
  /** Which of the texts. */
  readonly text: number
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** What to write instead, best first. */
  readonly expected: readonly string[]
  /** Whether one name is meant beyond doubt. */
  readonly sure: boolean
  /** The name as the list has it. */
  readonly name: string
  /** All of the name as the text has it. */
  readonly written: string
  readonly fault: Fault | 'letters' | 'listed' | 'acronym'
  /** Logarithm of the odds that it is one, for near misses. */
  readonly score?: number
  /** What a near miss was weighed by. */
  readonly evidence?: Evidence
}

/** A text with its words, and what is known of them so far. */
export interface Run {
  /** Position among the texts of the post. */
  readonly position: number
  readonly text: string
  readonly isTag: boolean
  readonly links: readonly Link[]
  readonly words: Words
  readonly setting: Setting
  /** Positions of the words with which a name may begin, in these letters or nearly. */
  readonly openings: readonly number[]
  /** The clues that any of these words has (see `clue`). */
  readonly clues: number
  /** For each word, whether it is part of a name that is accepted or already reported (see `covers`). */
  readonly covered: number[]
  /** For each word, whether it is part of what may well be a name in another dress. */
  readonly tolerated: number[]
}

/** What accounts for a word: a name, or what may be the plural of one and may be another name. */
export const covers = {name: 1, plural: 2} as const

/** Some words of a run, one after the other. */
export interface Window {
  /** Position of the first word. */
  readonly from: number
  /** Position after the last word. */
  readonly to: number
}

/** A name that stands in the post as it should. */
export interface Mention extends Window {
  readonly run: Run
  readonly forms: readonly Form[]
}

/** All that is known while a post is read. */
export class Reading {
  readonly index: NameIndex
  readonly dictionary: Dictionary
  readonly runs: readonly Run[]
  /** Names that stand in the post as they should. */
  readonly mentions: Mention[] = []
  /** Entries that {@link mentions} are of. */
  readonly present = new Set<number>()
  /** Phrases of the post in lower case that are names but for capitals and spaces, spaces kept. */
  readonly phrases = new Set<string>()
  readonly slips: Slip[] = []
  #times: Map<WordType, number> | undefined

  constructor(index: NameIndex, dictionary: Dictionary, runs: readonly Run[]) {
    this.index = index
    this.dictionary = dictionary
    this.runs = runs
  }

  /** How often a word stands in the post, spelt as it is. */
  timesOf(type: WordType): number {
    this.#times ??= this.#countWords()
    return this.#times.get(type) ?? 0
  }

  #countWords(): Map<WordType, number> {
    const times = new Map<WordType, number>()
    for (const {words, openings} of this.runs) {
      for (const at of openings) {
        const type = words.type(at)
        if (type) times.set(type, (times.get(type) ?? 0) + 1)
      }
    }
    return times
  }
}

const mayBeginName = clue.notable | clue.begins | clue.beginsPhrase | clue.withArticle

/** Splits a text into words, and takes what stands before `[sic]` for right. */
export function readRun(
  {text, isTag, links = []}: Text,
  position: number,
  vocabulary: Vocabulary
): Run {
  const words = readWords(text, vocabulary)
  const openings: number[] = []
  let all = 0
  let here = words.clues(0)
  let next = words.clues(1)
  for (let at = 0; at < words.length; at++) {
    const last = words.clues(at + 2)
    // Of the first three words of a long name, one may have been replaced.
    const inPhrase = (here & clue.inPhrase) + (next & clue.inPhrase) + (last & clue.inPhrase)
    if (inPhrase > clue.inPhrase || here & mayBeginName) {
      openings.push(at)
      all |= here
    }
    here = next
    next = last
  }
  const run: Run = {
    position,
    text,
    isTag,
    links,
    words,
    setting: settingOf(words),
    openings,
    clues: all,
    covered: new Array<number>(words.length).fill(0),
    tolerated: new Array<number>(words.length).fill(0)
  }
  markQuoted(run)
  return run
}

/** The text from the first word of a window to its last. */
export function textOf({text, words}: Run, {from, to}: Window): string {
  return text.slice(words.get(from)?.start, words.get(to - 1)?.end)
}

export function isCovered({covered}: Run, {from, to}: Window): boolean {
  for (let index = from; index < to; index++) if (covered[index]) return true
  return false
}

/**
 * Whether commas and dots with a space stand between the words only as far as the form has them, or
 * has the dots without a space (`ASP. NET`).
 */
export function gapsFit(words: readonly Word[], form: Form): boolean {
  if (countGaps(words, 'comma') > countGaps(form.words, 'comma')) return false
  const dots = countGaps(words, 'dot')
  return dots === 0 || dots <= form.text.split('.').length - 1
}

function countGaps(words: readonly Word[], gap: Word['gap']): number {
  let count = 0
  for (let index = 1; index < words.length; index++) if (words[index]?.gap === gap) count++
  return count
}

const openingQuotes: Readonly<Record<string, string>> = {
  '»': '«',
  '”': '“',
  '"': '"',
  '’': '‘'
}

/** Covers the word, or the quotation, that `[sic]` follows. */
function markQuoted({text, words, covered}: Run): void {
  if (!/[[(]sic/i.test(text)) return
  for (const match of text.matchAll(/[[(]sic[\])]/gi)) {
    const before = text.slice(0, match.index).trimEnd()
    const open = openingQuotes[before.at(-1) ?? '']
    const from = open === undefined ? -1 : before.slice(0, -1).lastIndexOf(open)
    const all = words.slice(0, words.length)
    const last = all.findLastIndex((word) => word.end <= match.index)
    if (last >= 0) covered[last] = 1
    if (from < 0) continue
    for (const [index, word] of all.entries()) {
      if (word.start > from && word.end <= match.index) covered[index] = 1
    }
  }
}
