import {prefixLength} from './deletions.js'
import {type Dictionary, loadDictionary} from './dictionary.js'
import type {Form} from './forms.js'
import {editsFor, NameIndex, shortestNear} from './index.js'
import {isLowerCase, isUpperCase, plain, startsUpperCase} from './letters.js'
import type {NameEntry} from './list.js'
import {replacementFor} from './replacement.js'
import {type Fault, type Mismatch, mismatchOf, type Setting, settingOf} from './spelling.js'
import {weigh} from './weigh.js'
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
  readonly fault: Fault | 'letters' | 'listed'
  /** Logarithm of the odds, for measurement. */
  readonly score: number
}

/** From here on a near miss is reported, and from there on it may be fixed without asking. */
export const thresholds = {report: 0, sure: 2.5, margin: 1.5} as const

interface Run {
  readonly text: string
  readonly isTag: boolean
  readonly words: readonly Word[]
  readonly setting: Setting
  /** For each word, whether it is part of a name that is accepted or already reported. */
  readonly covered: Uint8Array
  /** For each word, whether it is part of what may well be a name in another dress. */
  readonly tolerated: Uint8Array
}

interface Window {
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly key: string
}

/** Finds misspelt names of one list in posts. */
export class NameMatcher {
  readonly #index: NameIndex
  #dictionary: Dictionary | undefined

  constructor(entries: readonly NameEntry[]) {
    this.#index = new NameIndex(entries)
  }

  /** Reads all texts of a post: what stands in one is evidence for the others. */
  find(texts: readonly Text[]): readonly Slip[] {
    this.#dictionary ??= loadDictionary()
    const post = new PostReading(this.#index, this.#dictionary, texts)
    return post.slips()
  }
}

class PostReading {
  readonly #index: NameIndex
  readonly #dictionary: Dictionary
  readonly #runs: readonly Run[]
  readonly #present = new Set<number>()
  readonly #times = new Map<string, number>()

  constructor(index: NameIndex, dictionary: Dictionary, texts: readonly Text[]) {
    this.#index = index
    this.#dictionary = dictionary
    this.#runs = texts.map(({text, isTag}) => {
      const words = readWords(text)
      return {
        text,
        isTag,
        words,
        setting: settingOf(words),
        covered: new Uint8Array(words.length),
        tolerated: new Uint8Array(words.length)
      }
    })
  }

  slips(): readonly Slip[] {
    const found: Slip[] = []
    for (const [position, run] of this.#runs.entries()) {
      markQuoted(run)
      this.#readExact(run, position, found)
    }
    for (const run of this.#runs) {
      for (const {text} of run.words) {
        if (/\p{Lu}/u.test(text)) this.#times.set(text, (this.#times.get(text) ?? 0) + 1)
      }
    }
    for (const [position, run] of this.#runs.entries()) this.#readNear(run, position, found)
    return found.sort((a, b) => a.text - b.text || a.start - b.start)
  }

  /** Names whose folded letters are right: they are accepted, or their spelling is at fault. */
  #readExact(run: Run, position: number, found: Slip[]): void {
    const {words} = run
    const windows: {window: Window; forms: readonly Form[]}[] = []
    for (let from = 0; from < words.length; from++) {
      for (const window of this.#windowsAt(words, from)) {
        const forms = this.#index.formsOf(window.key)
        if (forms.length > 0) windows.push({window, forms})
      }
    }
    windows.sort(
      (a, b) => b.window.key.length - a.window.key.length || a.window.from - b.window.from
    )
    for (const {window, forms} of windows) {
      if (isCovered(run, window)) continue
      const verdict = this.#judge(run, window, forms)
      if (verdict === 'silent') continue
      if (verdict === 'tolerated') {
        run.tolerated.fill(1, window.from, window.to)
        continue
      }
      cover(run, window)
      if (verdict === 'accepted') {
        for (const form of forms) if (form.role !== 'surname') this.#present.add(form.entry)
      } else found.push({...verdict, text: position})
    }
  }

  *#windowsAt(words: readonly Word[], from: number): Generator<Window> {
    let key = ''
    let mayBegin = false
    for (let to = from; to < Math.min(words.length, from + this.#index.mostWords); to++) {
      const word = words[to]
      if (!word || (to > from && word.gap === 'break')) return
      key += word.key
      if (key.length > this.#index.longest) return
      if (!mayBegin && key.length >= 4) {
        if (!this.#index.mayBegin(key)) return
        mayBegin = true
      }
      yield {from, to: to + 1, key}
    }
  }

  #judge(
    run: Run,
    window: Window,
    forms: readonly Form[]
  ): 'accepted' | 'tolerated' | 'silent' | Omit<Slip, 'text'> {
    const words = run.words.slice(window.from, window.to)
    const [first] = words
    const last = words.at(-1)
    if (!first || !last) return 'silent'
    const written = run.text.slice(first.start, last.end)
    const surface = plain(written)
    if (forms.some((d) => d.role === 'ignore' && (d.text === surface || !this.#isOfName(d)))) {
      return 'accepted'
    }
    const wrong = forms.find(
      (d) =>
        d.role === 'not' &&
        (d.text === surface ||
          (!isLowerCase(surface) && !this.#isOfName(d) && startsUpperCase(surface)))
    )
    const accepted = forms.filter((d) => d.role !== 'not' && d.role !== 'ignore')
    if (!wrong) {
      if (accepted.length === 0) return 'silent'
      if (hasForeignGap(words, accepted)) return 'silent'
    }
    const mismatches: Mismatch[] = []
    for (const form of accepted) {
      const mismatch = mismatchOf(run.text, words, form, run.setting)
      if (!mismatch) return 'accepted'
      mismatches.push(mismatch)
    }
    if (first.technical || last.technical) {
      if (!wholeChunk(run.words, window) || !/\p{Lu}/u.test(written)) return 'silent'
    }
    if (wrong) return this.#listedSlip(run, words, wrong)
    const best = mismatches.sort((a, b) => a.differences - b.differences)[0]
    if (!best || !this.#isAtFault(run, window, words, best)) return 'tolerated'
    const near = mismatches.filter((d) => d.form.role === 'name' || d === best)
    return this.#spellingSlip(run, words, best, near)
  }

  #isOfName(form: Form): boolean {
    return this.#index.formsOf(form.key).some((d) => d.role !== 'not' && d.role !== 'ignore')
  }

  #listedSlip(run: Run, words: readonly Word[], wrong: Form): Omit<Slip, 'text'> {
    const start = words[0]?.start ?? 0
    const end = words.at(-1)?.end ?? start
    return {
      start,
      end,
      expected: [wrong.name],
      sure: true,
      name: wrong.name,
      written: run.text.slice(start, end),
      fault: 'listed',
      score: 9
    }
  }

  #spellingSlip(
    run: Run,
    words: readonly Word[],
    best: Mismatch,
    all: readonly Mismatch[]
  ): Omit<Slip, 'text'> | 'silent' {
    const keep = (word: Word, right: Word): boolean => {
      const position = words.indexOf(word)
      return (
        plain(word.text) === right.text ||
        (all.length > 0 && (position < best.first || position > best.last))
      )
    }
    const replacement = replacementFor(run.text, words, best.form, (word, right) => {
      if (best.faults.has('spaces')) {
        const position = words.indexOf(word)
        return (position < best.first || position > best.last) && keep(word, right)
      }
      return keep(word, right)
    })
    if (!replacement) return 'silent'
    const start = words[0]?.start ?? 0
    const written = run.text.slice(start, words.at(-1)?.end)
    const [fault = 'spaces'] = best.faults
    return {
      ...replacement,
      expected: [replacement.expected],
      sure: best.form.role !== 'surname' && best.form.key.length >= shortestNear,
      name: best.form.role === 'surname' ? best.form.name : best.form.text,
      written,
      fault,
      score: 5
    }
  }

  /** Whether letters that are right in another dress are a mistake: most are, tags are not. */
  #isAtFault(run: Run, window: Window, words: readonly Word[], mismatch: Mismatch): boolean {
    const {form, faults} = mismatch
    const written = words.map((d) => d.text).join('')
    const single = words.length === 1
    if (faults.has('look-alikes')) return true
    if (run.isTag) return false
    if (!/\p{Lu}/u.test(written)) {
      if (form.role === 'surname') return false
      return form.kind === 'person' && words.length > 1 && form.words.length > 1
    }
    if (form.role === 'surname') {
      const before = run.words[window.from - 1]
      const follows =
        run.words[window.from]?.gap === 'space' && before && startsUpperCase(before.text)
      if (follows || form.key.length < shortestNear) return false
      if (this.#isOrdinary(form.key) || this.#dictionary.hasProperName(form.key)) return false
      return faults.has('accents') && !faults.has('spaces')
    }
    if (single && form.words.length === 1) {
      const word = words[0]?.text ?? ''
      const plainStyle = isLowerCase(word.slice(1)) || isUpperCase(word)
      if (plainStyle && !faults.has('accents') && !/\p{Ll}\p{Lu}/u.test(form.text)) {
        if (form.key.length <= 3 && isUpperCase(form.text)) return false
        if (form.key.length >= 4 && this.#isOrdinary(form.key)) return false
      }
      if (faults.has('accents') && this.#isOrdinary(form.key) && words[0]?.startsSentence)
        return false
      return true
    }
    // A handle or an account: `JeanDupont`.
    if (single && form.kind === 'person' && form.words.length > 1) return false
    if (faults.has('spaces') && words.slice(1).some((d) => d.gap === 'space')) {
      // Two ordinary words that happen to make a name: `open code`, `Next, js`.
      const capitals = words.filter((d) => startsUpperCase(d.text)).length
      if (capitals < 2 && !words.some((d) => !this.#isOrdinary(d.key))) return false
      if (
        capitals === 1 &&
        words[0]?.startsSentence &&
        form.words.length === 1 &&
        !/\p{Lu}/u.test(written.slice(1))
      )
        return false
    }
    return true
  }

  #isOrdinary(key: string): boolean {
    return key.length < 4 || this.#dictionary.hasWord(key)
  }

  /** Names of which letters or a word are wrong. */
  #readNear(run: Run, position: number, found: Slip[]): void {
    const {words, covered, tolerated} = run
    const candidates: {window: Window; slip: Omit<Slip, 'text'>; entry: number}[] = []
    for (let from = 0; from < words.length; from++) {
      const first = words[from]
      if (!first || first.technical) continue
      const seen = new Set<string>()
      const consider = (to: number, form: Form, reworded: boolean): void => {
        const id = `${to} ${form.id}`
        if (seen.has(id)) return
        seen.add(id)
        const window = {from, to, key: ''}
        if (words.slice(from, to).every((_, i) => covered[from + i] || tolerated[from + i])) return
        const slip = this.#nearSlip(run, window, form, reworded)
        if (slip) candidates.push({window, slip, entry: form.entry})
      }
      let key = ''
      let beginning: readonly Form[] | undefined
      for (let to = from; to < Math.min(words.length, from + this.#index.mostWords); to++) {
        const word = words[to]
        if (!word || (to > from && (word.gap === 'break' || word.gap === 'dot')) || word.technical)
          break
        key += word.key
        if (key.length > this.#index.longest + 2) break
        if (key.length < shortestNear - 1) continue
        // A beginning that is long enough is looked up once for all that goes on from it.
        let forms: readonly Form[]
        if (key.length >= prefixLength + 2) {
          beginning ??= this.#index.near(key, 2)
          forms = beginning
        } else forms = this.#index.near(key, 2)
        for (const form of forms) {
          if (Math.abs(form.key.length - key.length) <= editsFor(form.key.length)) {
            consider(to + 1, form, false)
          }
        }
        if (to - from < 3 && key.length >= shortestNear) {
          for (const form of this.#index.soundingLike(key)) consider(to + 1, form, false)
        }
      }
      for (const {form} of this.#index.rewordingsAt(words, from)) {
        consider(from + form.words.length, form, true)
      }
    }
    candidates.sort((a, b) => b.slip.score - a.slip.score)
    const taken = new Uint8Array(words.length)
    for (const {window, slip, entry} of candidates) {
      if (taken.subarray(window.from, window.to).some((d) => d > 0)) continue
      if (slip.score < thresholds.report) break
      taken.fill(1, window.from, window.to)
      const rivals = candidates.filter(
        (d) => d.entry !== entry && d.window.from < window.to && window.from < d.window.to
      )
      const rival = rivals[0]
      const margin = rival ? slip.score - rival.slip.score : Number.POSITIVE_INFINITY
      const others = rivals.filter(
        (d) =>
          d.slip.score >= thresholds.report &&
          slip.score - d.slip.score < thresholds.margin &&
          d.slip.start === slip.start &&
          d.slip.end === slip.end
      )
      found.push({
        ...slip,
        text: position,
        expected: [...new Set([...slip.expected, ...others.flatMap((d) => d.slip.expected)])],
        sure: slip.score >= thresholds.sure && margin >= thresholds.margin
      })
    }
  }

  #nearSlip(
    run: Run,
    window: Window,
    form: Form,
    reworded: boolean
  ): Omit<Slip, 'text'> | undefined {
    const words = run.words.slice(window.from, window.to)
    const [first] = words
    const last = words.at(-1)
    if (!first || !last) return undefined
    if (!commasFit(words, form)) return undefined
    // The name itself with a word that has nothing to do with it: `a Level Up`, `Maëlle Raphaël's`.
    const keys = words.map((d) => d.key)
    if (keys.slice(1).join('') === form.key || keys.slice(0, -1).join('') === form.key)
      return undefined
    const before = run.words[window.from - 1]
    const after = run.words[window.to]
    const written = run.text.slice(first.start, last.end)
    const weighed = weigh(
      words,
      form,
      this.#index,
      this.#dictionary,
      run.setting,
      {
        rightIsThere: this.#present.has(form.entry),
        times: words.length === 1 ? (this.#times.get(first.text) ?? 0) : 0,
        followsName:
          first.gap === 'space' &&
          before !== undefined &&
          startsUpperCase(before.text) &&
          !before.startsSentence,
        precedesName: after?.gap === 'space' && startsUpperCase(after.text)
      },
      reworded
    )
    if (!weighed) return undefined
    const score = run.isTag ? weighed.score - 3 : weighed.score
    const replacement = replacementFor(
      run.text,
      words,
      form,
      (word, right) => word.key === right.key
    )
    if (!replacement) return undefined
    return {
      ...replacement,
      expected: [replacement.expected],
      sure: false,
      name: form.role === 'surname' ? form.name : form.text,
      written,
      fault: 'letters',
      score
    }
  }
}

function isCovered({covered}: Run, {from, to}: Window): boolean {
  return covered.subarray(from, to).some((d) => d > 0)
}

function cover({covered}: Run, {from, to}: Window): void {
  covered.fill(1, from, to)
}

/** Commas and dots with a space stand in a name only where the list has them. */
function hasForeignGap(words: readonly Word[], forms: readonly Form[]): boolean {
  const count = (list: readonly Word[], gap: Word['gap']): number =>
    list.filter((d, i) => i > 0 && d.gap === gap).length
  return !forms.some(
    (form) =>
      count(words, 'comma') <= count(form.words, 'comma') &&
      count(words, 'dot') <= Math.max(count(form.words, 'dot'), 0)
  )
}

function commasFit(words: readonly Word[], form: Form): boolean {
  return !hasForeignGap(words, [form])
}

/** Whether a window is all of the address or file name that it is part of. */
function wholeChunk(words: readonly Word[], {from, to}: Window): boolean {
  const chunk = words[from]?.technical
  return (
    words.slice(from, to).every((d) => d.technical === chunk) &&
    words[from - 1]?.technical !== chunk &&
    words[to]?.technical !== chunk
  )
}

/** Takes what stands before `[sic]` for right: the word, or the quotation that ends there. */
function markQuoted({text, words, covered}: Run): void {
  for (const match of text.matchAll(/[[(]sic[\])]/gi)) {
    const before = text.slice(0, match.index).trimEnd()
    const close = before.at(-1) ?? ''
    const open = {'»': '«', '”': '“', '"': '"', '’': '‘'}[close]
    const from = open === undefined ? -1 : before.slice(0, -1).lastIndexOf(open)
    for (const [index, word] of words.entries()) {
      const next = words[index + 1]
      const isLast = word.end <= match.index && (next === undefined || next.start >= match.index)
      if (isLast || (from >= 0 && word.start > from && word.end <= match.index)) covered[index] = 1
    }
  }
}
