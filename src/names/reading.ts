import type {Dictionary} from './dictionary.js'
import type {Form} from './forms.js'
import {clue, type NameIndex} from './index.js'
import {type Fault, type Setting, settingOf} from './spelling.js'
import type {Vocabulary, WordType} from './vocabulary.js'
import type {Evidence} from './weigh.js'
import {readWords, type Word} from './words.js'

/** A stretch of text that the matcher reads: what a reader sees, without formatting. */
export interface Text {
  readonly text: string
  /** Whether it is a list of key words, where names are written like tags. */
  readonly isTag: boolean
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
  readonly words: readonly Word[]
  readonly setting: Setting
  /** Positions of the words with which a name may begin, in these letters or nearly. */
  readonly notable: readonly number[]
  /** For each word, whether it is part of a name that is accepted or already reported. */
  readonly covered: Uint8Array
  /** For each word, whether it is part of what may well be a name in another dress. */
  readonly tolerated: Uint8Array
}

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
    for (const {words, notable} of this.runs) {
      for (const at of notable) {
        const type = words[at]?.type
        if (type) times.set(type, (times.get(type) ?? 0) + 1)
      }
    }
    return times
  }
}

const mayBeginName = clue.notable | clue.begins | clue.beginsPhrase

/** Splits a text into words, and takes what stands before `[sic]` for right. */
export function readRun({text, isTag}: Text, position: number, vocabulary: Vocabulary): Run {
  const words = readWords(text, vocabulary)
  const notable: number[] = []
  let second = (words[0]?.type.clues ?? 0) & clue.inPhrase
  let third = (words[1]?.type.clues ?? 0) & clue.inPhrase
  for (let at = 0; at < words.length; at++) {
    const first = second
    second = third
    third = (words[at + 2]?.type.clues ?? 0) & clue.inPhrase
    // Of the first three words of a long name, one may have been replaced.
    const isPhrase = first + second + third > clue.inPhrase
    if (isPhrase || (words[at]?.type.clues ?? 0) & mayBeginName) notable.push(at)
  }
  const run: Run = {
    position,
    text,
    isTag,
    words,
    setting: settingOf(words),
    notable,
    covered: new Uint8Array(words.length),
    tolerated: new Uint8Array(words.length)
  }
  markQuoted(run)
  return run
}

/** The text from the first word of a window to its last. */
export function textOf({text, words}: Run, {from, to}: Window): string {
  return text.slice(words[from]?.start, words[to - 1]?.end)
}

export function isCovered({covered}: Run, {from, to}: Window): boolean {
  for (let index = from; index < to; index++) if (covered[index]) return true
  return false
}

/** Whether commas and dots with a space stand between the words only as far as the form has them. */
export function gapsFit(words: readonly Word[], form: Form): boolean {
  for (const gap of ['comma', 'dot'] as const) {
    if (countGaps(words, gap) > countGaps(form.words, gap)) return false
  }
  return true
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
    const last = words.findLastIndex((word) => word.end <= match.index)
    if (last >= 0) covered[last] = 1
    if (from < 0) continue
    for (const [index, word] of words.entries()) {
      if (word.start > from && word.end <= match.index) covered[index] = 1
    }
  }
}
