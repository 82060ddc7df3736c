import {prefixLength} from './deletions.js'
import {compare, type Difference, lettersOf, mayBeWithin} from './edits.js'
import type {Form} from './forms.js'
import {editsFor, shortestNear} from './index.js'
import {beginningLength, hashOf, shape} from './letters.js'
import {gapsFit, type Reading, type Run, type Slip, textOf, type Window} from './reading.js'
import {replacementFor} from './replacement.js'
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

/** How often each word with a capital stands in the post. */
export function countWords(runs: readonly Run[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const {words} of runs) {
    for (const {text, shape: found} of words) {
      if (found & shape.capital) times.set(text, (times.get(text) ?? 0) + 1)
    }
  }
  return times
}

/** Finds names of which letters, or one word, are wrong, among the words that no name accounts for. */
export function readNear(reading: Reading, run: Run, times: ReadonlyMap<string, number>): void {
  const candidates: Candidate[] = []
  for (let from = 0; from < run.words.length; from++) {
    addCandidatesAt(reading, run, from, times, candidates)
  }
  // Of the spellings of one name, the list's first.
  candidates.sort((a, b) => b.score - a.score || a.form.id - b.form.id || a.from - b.from)
  const taken = new Uint8Array(run.words.length)
  for (const candidate of candidates) {
    const {from, to, score} = candidate
    if (score < thresholds.report) break
    if (taken.subarray(from, to).some((d) => d > 0)) continue
    taken.fill(1, from, to)
    run.covered.fill(1, from, to)
    const slip = slipOf(run, candidate, candidates)
    if (slip) reading.slips.push(slip)
  }
}

function addCandidatesAt(
  reading: Reading,
  run: Run,
  from: number,
  times: ReadonlyMap<string, number>,
  found: Candidate[]
): void {
  const {index} = reading
  const {words} = run
  const first = words[from]
  if (!first || first.technical) return
  // In small letters, only names of several words are looked for: the rest are words, tags, commands.
  const isSmall = (first.shape & shape.capital) === 0 && !/\d/.test(first.text)
  const rewordings = index.rewordingsAt(words, from)
  const isLong = first.key.length >= beginningLength
  if (isSmall && isLong && rewordings.length === 0 && !index.mayBeginPhrase(first.beginning)) return
  let seen: Set<number> | undefined
  const consider = (
    to: number,
    key: string,
    form: Form,
    how: 'near' | 'sound' | 'reworded'
  ): void => {
    const limit = how === 'near' ? editsFor(form.key.length) : most[how]
    if (how === 'near' && !mayBeWithin(letters, form.letters, limit)) return
    const difference = compare(key, form.key, limit)
    if (!difference || difference.distance === 0) return
    const id = form.id * 64 + (to - from)
    if (seen?.has(id)) return
    seen ??= new Set()
    seen.add(id)
    const reworded = how === 'reworded'
    const candidate = weighWindow(reading, run, {from, to}, form, difference, reworded, times)
    if (candidate) found.push(candidate)
  }
  let key = ''
  let letters = 0
  let open = false
  let beginning: readonly Form[] | undefined
  const end = Math.min(words.length, from + index.mostWords)
  for (let to = from; to < end; to++) {
    const word = words[to]
    if (!word || word.technical || (to > from && (word.gap === 'break' || word.gap === 'dot')))
      break
    key += word.key
    letters |= lettersOf(word.key)
    open ||= !run.covered[to] && !run.tolerated[to]
    if (key.length > index.longest + 2) break
    if (!open || key.length < shortestNear - 1) continue
    if (isSmall) {
      if (to === from) continue
      if (!index.mayBeginPhrase(hashOf(key, beginningLength))) break
      if (key.length < prefixLength + 2) continue
    }
    // A beginning that is long enough is looked up once for all that goes on from it.
    let forms: readonly Form[]
    if (key.length >= prefixLength + 2) {
      beginning ??= index.near(key)
      forms = beginning
    } else forms = index.near(key)
    for (const form of forms) {
      if (Math.abs(form.key.length - key.length) <= editsFor(form.key.length)) {
        consider(to + 1, key, form, 'near')
      }
    }
    if (isSmall || to - from > 1 || key.length < shortestNear) continue
    for (const form of index.soundingLike(key)) consider(to + 1, key, form, 'sound')
  }
  for (const {form} of rewordings) {
    const to = from + form.words.length
    const whole = words
      .slice(from, to)
      .map((d) => d.key)
      .join('')
    consider(to, whole, form, 'reworded')
  }
}

/** The most letters that may differ where the words sound alike, or where one was replaced. */
const most = {sound: 3, reworded: 8} as const

function weighWindow(
  {index, dictionary, present}: Reading,
  run: Run,
  {from, to}: Window,
  form: Form,
  difference: Difference,
  reworded: boolean,
  times: ReadonlyMap<string, number>
): Candidate | undefined {
  const words = run.words.slice(from, to)
  const [first] = words
  if (!first || !gapsFit(words, form)) return undefined
  if (words.every((_, i) => run.covered[from + i] || run.tolerated[from + i])) return undefined
  // The name itself with a word that has nothing to do with it: `a Level Up`, `Maëlle Nathanaël's`.
  const keys = words.map((d) => d.key)
  if (keys.slice(1).join('') === form.key || keys.slice(0, -1).join('') === form.key)
    return undefined
  const before = run.words[from - 1]
  const after = run.words[to]
  const surroundings = {
    rightIsThere: present.has(form.entry),
    times: words.length === 1 ? (times.get(first.text) ?? 0) : 0,
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

function isName(word: Word | undefined): word is Word {
  return word !== undefined && (word.shape & shape.initial) > 0
}

function slipOf(run: Run, best: Candidate, all: readonly Candidate[]): Slip | undefined {
  const {from, to, form, score, evidence} = best
  const replacement = replacementOf(run, best)
  if (!replacement) return undefined
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
    sure: score >= thresholds.sure && margin >= thresholds.margin,
    name: form.role === 'surname' ? form.name : form.text,
    written: textOf(run, best),
    fault: 'letters',
    score,
    evidence
  }
}

function replacementOf(run: Run, {from, to, form}: Candidate) {
  const words = run.words.slice(from, to)
  return replacementFor(run.text, words, form, (word, right) => word.key === right.key)
}
