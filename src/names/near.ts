import {prefixLength} from './deletions.js'
import {compare, type Difference, mayBeWithin} from './edits.js'
import {type Form, mostEdits, shortestNear} from './forms.js'
import {clue, mostEditsOfSound} from './index.js'
import {isInflected} from './inflection.js'
import {isArticle, isConnector, isUpperCase, plain, shape} from './letters.js'
import {covers, gapsFit, type Reading, type Run, type Slip, textOf, type Window} from './reading.js'
import {type Replacement, replacementFor} from './replacement.js'
import type {WordType} from './vocabulary.js'
import {type Evidence, evidenceFor, scoreOf} from './weigh.js'
import type {Word} from './words.js'

/**
 * From where on a near miss is reported, and from where on it may be fixed without asking if the
 * next best name is so far behind. In units of {@link scoreOf}.
 */
export const thresholds = {report: 0, sure: 2.5, margin: 1.5} as const

interface Candidate extends Window {
  readonly form: Form
  readonly score: number
  readonly evidence: Evidence
}

/** Finds names of which letters, or one word, are wrong, among the words that no name accounts for. */
export function readNear(reading: Reading, run: Run): void {
  const search = new Search(reading, run)
  for (const from of run.openings) search.lookAt(from)
  const {candidates} = search
  if (candidates.length === 0) return
  // Of the spellings of one name, the list's first.
  candidates.sort((a, b) => b.score - a.score || a.form.id - b.form.id || a.from - b.from)
  const taken = new Uint8Array(run.words.length)
  for (const candidate of candidates) {
    const {from, to, score} = candidate
    if (score < thresholds.report) break
    if (taken.subarray(from, to).some((d) => d > 0)) continue
    taken.fill(1, from, to)
    const slip = slipOf(reading, run, candidate, candidates)
    run.covered.fill(1, from, to)
    if (slip) reading.slips.push(slip)
  }
}

/** So many first letters in common make two words a likely mix-up. */
const sameStem = 5

/** From so many letters on, what is looked up is the same for all that goes on from there. */
const longBeginning = prefixLength + 2

/** The most letters that may differ where one word of a name was replaced. */
const mostEditsOfRewording = 8
/** The same where what is left of the name is one word: "Centre for …" may be any centre. */
const mostEditsOfVagueRewording = 3

/** Of two names with so many letters that differ by one of them, hardly ever are both a person's. */
const longName = 8

/** Goes through the words of a run and gathers what may be a name. */
class Search {
  readonly candidates: Candidate[] = []
  readonly #reading: Reading
  readonly #run: Run
  /** The names that were considered for the stretches which begin at a word. */
  readonly #seen = new Set<number>()

  constructor(reading: Reading, run: Run) {
    this.#reading = reading
    this.#run = run
  }

  /** Gathers what begins at a word. */
  lookAt(from: number): void {
    const {index} = this.#reading
    const {words} = this.#run
    if (words.isTechnical(from)) return
    const clues = words.clues(from)
    const rewordings = index.rewordingsAt(words, from)
    // In small letters, only names of several words are looked for: the rest are words, tags, commands.
    const isSmall = (clues & clue.notable) === 0
    if (isSmall && rewordings.length === 0 && !(clues & clue.beginsPhrase)) return
    if (this.#seen.size > 0) this.#seen.clear()
    if (clues & clue.near && this.#isOpen(from)) {
      for (const {form, difference} of index.neighboursOf(words.key(from, from + 1))) {
        this.#weigh(from, from + 1, form, difference)
      }
    }
    if (!isSmall || index.mayBeginPhrase(words.beginning(from))) this.#lookAhead(from, isSmall)
    for (const {form, position, isVague} of rewordings) {
      const to = from + form.words.length
      if (!this.#isAnyOpen(from, to)) continue
      const most = isVague ? mostEditsOfVagueRewording : mostEditsOfRewording
      const written = words.type(from + position)?.key.length ?? 0
      const right = form.words[position]?.key.length ?? 0
      if (Math.abs(written - right) > most) continue
      // With another word, it is another name: only one that was meant is looked for.
      if (!this.#isSimilar(words.type(from + position), form, position)) continue
      this.#compare(from, to, words.key(from, to), form, most, true)
    }
  }

  /** Gathers what begins at a word and has more words. */
  #lookAhead(from: number, isSmall: boolean): void {
    const {index} = this.#reading
    const {words} = this.#run
    const first = words.type(from)
    if (!first) return
    let {length} = first.key
    let {present, odd} = first.letters
    let isOpen = this.#isOpen(from)
    // A beginning that is long enough is looked up once for all that goes on from it.
    let beginning = length >= longBeginning ? index.near(words, from, length) : undefined
    const end = Math.min(words.length, from + index.mostWords)
    for (let at = from + 1; at < end; at++) {
      const gap = words.gap(at)
      if (gap === 'break' || gap === 'dot' || words.isTechnical(at)) return
      const type = words.type(at)
      if (!type) return
      length += type.key.length
      present |= type.letters.present
      odd ^= type.letters.odd
      isOpen ||= this.#isOpen(at)
      if (length > index.longest + mostEdits) return
      const isLong = length >= longBeginning
      if (isLong) beginning ??= index.near(words, from, length)
      if (isOpen && !isSmall && at === from + 1) {
        for (const form of index.soundingLike(words, from)) {
          this.#compare(from, at + 1, words.key(from, at + 1), form, mostEditsOfSound)
        }
      }
      if (beginning && length > beginning.longest + mostEdits) return
      if (!isOpen || length < shortestNear - 1 || (isSmall && !isLong)) continue
      const {forms} = beginning ?? index.near(words, from, length)
      for (const form of forms) {
        const most = form.edits
        const longer = form.key.length - length
        if (longer > mostEdits) break
        if (Math.abs(longer) > most || !mayBeWithin({present, odd}, form.letters, most)) continue
        this.#compare(from, at + 1, words.key(from, at + 1), form, most)
      }
    }
  }

  #compare(
    from: number,
    to: number,
    key: string,
    form: Form,
    most: number,
    isReworded = false
  ): void {
    const difference = compare(key, form.key, most)
    if (!difference || difference.distance === 0) return
    const id = form.id * 64 + (to - from)
    if (this.#seen.has(id)) return
    this.#seen.add(id)
    this.#weigh(from, to, form, difference, isReworded)
  }

  #weigh(from: number, to: number, form: Form, difference: Difference, isReworded = false): void {
    const candidate = weighWindow(
      this.#reading,
      this.#run,
      {from, to},
      form,
      difference,
      isReworded
    )
    if (candidate) this.candidates.push(candidate)
  }

  #isSimilar(type: WordType | undefined, form: Form, position: number): boolean {
    const right = form.words[position]?.key ?? ''
    if (!type) return false
    if (isConnector(type.key) && isConnector(right)) return true
    // `Transition` for `Transformation` begins alike.
    if (right.length > sameStem && type.key.startsWith(right.slice(0, sameStem))) return true
    const most = Math.max(1, Math.min(mostEdits, Math.floor(right.length / 2)))
    return compare(type.key, right, most) !== undefined
  }

  /** Whether no name accounts for a word. */
  #isOpen(at: number): boolean {
    return !this.#run.covered[at] && !this.#run.tolerated[at]
  }

  #isAnyOpen(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.#isOpen(at)) return true
    return false
  }
}

function weighWindow(
  reading: Reading,
  run: Run,
  {from, to}: Window,
  form: Form,
  difference: Difference,
  reworded: boolean
): Candidate | undefined {
  const {index, dictionary, present} = reading
  const words = run.words.slice(from, to)
  const before = run.words.get(from - 1)
  const [first] = words
  if (!first || !gapsFit(words, form)) return undefined
  // The name itself with a word that has nothing to do with it: `a Level Up`, `Maëlle Nathanaël's`.
  const keys = words.map((d) => d.key)
  if (keys.slice(1).join('') === form.key || keys.slice(0, -1).join('') === form.key)
    return undefined
  // More letters than two are only heard wrong word by word.
  if (!reworded && difference.distance > 2 && words.length !== form.words.length) return undefined
  if (words.length === form.words.length && isOtherwiseRight(words, form)) return undefined
  if (form.kind !== 'person' && isInflected(run.text, words, form, before)) return undefined
  if (lacksInitials(words, form)) return undefined
  const after = run.words.get(to)
  const surroundings = {
    rightIsThere: present.has(form.entry),
    times: words.length === 1 ? reading.timesOf(first.type) : 0,
    followsName: first.gap === 'space' && isName(before) && !before.startsSentence,
    precedesName: after?.gap === 'space' && isName(after),
    isTag: run.isTag
  }
  const evidence = evidenceFor(
    words,
    form,
    index,
    dictionary,
    run.setting,
    surroundings,
    difference,
    reworded
  )
  return evidence && {from, to, form, score: scoreOf(evidence), evidence}
}

/** Whether a name has another article, or stands in the plural as a whole: `Le Shift Project`. */
function isOtherwiseRight(words: readonly Word[], form: Form): boolean {
  const differs = words.map(({key}, index) => key !== form.words[index]?.key)
  const [first] = words
  const [right] = form.words
  if (
    first &&
    right &&
    isArticle(first.key) &&
    isArticle(right.key) &&
    differs.lastIndexOf(true) <= 0
  )
    return true
  const telling = words.filter(({key}) => !isConnector(key)).length
  const plurals = words.filter(({key}, index) =>
    isPluralOf(key, form.words[index]?.key ?? '')
  ).length
  return form.kind !== 'person' && telling > 1 && plurals === telling
}

/** Whether a person's name stands there without initials: `Ursula Okonjiwa` for `Ursula K. Okonjiwa`. */
function lacksInitials(words: readonly Word[], form: Form): boolean {
  if (form.kind !== 'person') return false
  const whole = form.words.filter(({key}) => key.length > 1)
  return whole.length === words.length && whole.every(({key}, index) => key === words[index]?.key)
}

function isPluralOf(key: string, singular: string): boolean {
  return key === `${singular}s` || key === `${singular}x`
}

function isName(word: Word | undefined): word is Word {
  return word !== undefined && (word.shape & shape.initial) > 0
}

function slipOf(
  reading: Reading,
  run: Run,
  best: Candidate,
  all: readonly Candidate[]
): Slip | undefined {
  const {from, to, form, score, evidence} = best
  const replacement = replacementOf(run, best)
  if (!replacement || isAccepted(run, best, replacement)) return undefined
  const rivals = all.filter((d) => d.form.entry !== form.entry && d.from < to && from < d.to)
  const margin = score - (rivals[0]?.score ?? Number.NEGATIVE_INFINITY)
  const others = rivals.flatMap((rival) => {
    if (rival.score < thresholds.report || score - rival.score >= thresholds.margin) return []
    const other = replacementOf(run, rival)
    const samePlace = other?.start === replacement.start && other.end === replacement.end
    return samePlace ? other.expected : []
  })
  return {
    text: run.position,
    start: replacement.start,
    end: replacement.end,
    expected: [...new Set([replacement.expected, ...others])],
    sure:
      score >= thresholds.sure &&
      margin >= thresholds.margin &&
      !isDoubtful(reading, run, best, rivals),
    name: form.role === 'surname' ? form.name : form.text,
    written: textOf(run, best),
    fault: 'letters',
    score,
    evidence
  }
}

/**
 * Whether something else may be meant all the same: tags have pages of their own, and one of the
 * `Éclusiers d’intérêt général` is an `Éclusier`.
 */
function isDoubtful(
  reading: Reading,
  run: Run,
  best: Candidate,
  rivals: readonly Candidate[]
): boolean {
  const {from, to, form} = best
  const words = run.words.slice(from, to)
  const isOtherNumber = words.some(({key}, index) => {
    const right = form.words[index]?.key ?? ''
    return `${key}s` === right || key === `${right}s`
  })
  return (
    run.isTag ||
    isOtherNumber ||
    hasOtherInitial(run, best) ||
    // `Barcellona` is what Barcelona is called in Italian.
    (form.kind === 'place' && !reading.present.has(form.entry)) ||
    mayBeAnother(reading, run, best, rivals)
  )
}

/** Whether the first letters differ, both capitals: `CodeGen` is not `XcodeGen` beyond doubt. */
function hasOtherInitial({words}: Run, {from, form}: Candidate): boolean {
  const written = words.type(from)
  const right = form.words[0]
  if (!written || !right || !(written.shape & shape.initial)) return false
  return written.key.charAt(0) !== right.key.charAt(0)
}

/**
 * Whether a person may be another one, whom the list doesn't have or has too: a surname that is known
 * as one is as good as the list's, and so is what differs by more than a finger's slip, unless the name
 * is long, or stands in the post as the list has it.
 */
function mayBeAnother(
  {dictionary, present}: Reading,
  run: Run,
  {from, to, form}: Candidate,
  rivals: readonly Candidate[]
): boolean {
  if (form.kind !== 'person') return false
  if (rivals.some((d) => d.score >= thresholds.report)) return true
  return run.words.slice(from, to).some(({key}, index) => {
    const right = form.words[index]?.key ?? ''
    if (key === right || to - from !== form.words.length) return false
    if (key === `${right}s` || `${key}s` === right) return true
    if (index > 0 && dictionary.hasProperName(key)) return true
    return !present.has(form.entry) && !isSlipOfFinger(key, right)
  })
}

/** Whether a name is another with a letter doubled, two swapped, or one wrong in the midst of many. */
function isSlipOfFinger(key: string, right: string): boolean {
  const difference = compare(key, right, 1)
  const [edit] = difference?.edits ?? []
  if (!edit) return false
  if (edit.kind === 'swap' || (edit.kind !== 'replace' && edit.natural)) return true
  return right.length >= longName && edit.to < right.length - 1
}

/** Whether what would be replaced is right by itself: only the words beside it are not known. */
function isAccepted({covered, words}: Run, {from, to}: Window, {start, end}: Replacement): boolean {
  for (let at = from; at < to; at++) {
    const word = words.get(at)
    if (word && word.start < end && word.end > start && covered[at] !== covers.name) return false
  }
  return true
}

function replacementOf(run: Run, {from, to, form}: Candidate): Replacement | undefined {
  const words = run.words.slice(from, to)
  const isKept = (word: Word, right: Word): boolean =>
    plain(word.text).toLowerCase() === right.text.toLowerCase() ||
    (isUpperCase(word.text) && word.key === right.key)
  return replacementFor(run.text, words, form, isKept)
}
