import {type Form, shortestNear} from './forms.js'
import {clue} from './index.js'
import {
  addToHash,
  beginningLength,
  emptyHash,
  isLowerCase,
  isUpperCase,
  lookOf,
  plain,
  shape,
  spread,
  startsUpperCase
} from './letters.js'
import {
  covers,
  gapsFit,
  isCovered,
  type Reading,
  type Run,
  type Slip,
  textOf,
  type Window
} from './reading.js'
import {replacementFor} from './replacement.js'
import {type Mismatch, mismatchOf} from './spelling.js'
import type {Vocabulary} from './vocabulary.js'
import {Word, type Words} from './words.js'

interface Match extends Window {
  readonly key: string
  readonly forms: readonly Form[]
  /** The words, the last one without its plural's `s`. */
  readonly words: readonly Word[]
  readonly isPlural: boolean
}

type Verdict = 'accepted' | 'tolerated' | 'unknown' | Slip

/**
 * Finds names of which the letters are right: accepted ones, and those whose capitals, accents or
 * spaces are at fault. The longest names are taken first.
 */
export function readExact(reading: Reading, run: Run): void {
  const matches: Match[] = []
  for (const from of run.openings) addMatchesAt(reading, run, from, matches)
  if (matches.length === 0) return
  matches.sort((a, b) => b.key.length - a.key.length || a.from - b.from)
  for (const match of matches) {
    if (isCovered(run, match)) continue
    const verdict = judge(reading, run, match)
    if (verdict === 'unknown') continue
    if (verdict === 'tolerated') {
      run.tolerated.fill(1, match.from, match.to)
      // Tags say nothing of how the words of a text are written.
      if (!run.isTag) reading.phrases.add(plain(textOf(run, match)).toLowerCase())
      continue
    }
    run.covered.fill(match.isPlural ? covers.plural : covers.name, match.from, match.to)
    if (verdict === 'accepted') {
      reading.mentions.push({run, from: match.from, to: match.to, forms: match.forms})
      for (const form of match.forms) if (form.role !== 'surname') reading.present.add(form.entry)
    } else reading.slips.push(verdict)
  }
}

function addMatchesAt({index}: Reading, {words}: Run, from: number, found: Match[]): void {
  if (!(words.clues(from) & clue.begins)) return
  // Names shorter than a beginning are told by no beginning.
  const longest = Math.max(index.longestFrom(words.beginning(from)), beginningLength - 1)
  let hash = emptyHash
  let length = 0
  const end = Math.min(words.length, from + index.mostWords)
  for (let to = from; to < end; to++) {
    if (to > from && words.gap(to) === 'break') return
    const {key} = words.type(to) ?? {key: ''}
    const hashWithoutLast = addToHash(hash, key, key.length - 1)
    hash = addToHash(hashWithoutLast, key, key.length, key.length - 1)
    length += key.length
    if (length > longest + 1) return
    if (index.mayBe(spread(hash))) {
      const whole = words.key(from, to + 1)
      const forms = index.formsOf(whole)
      if (forms.length > 0) {
        const window = words.slice(from, to + 1)
        found.push({from, to: to + 1, key: whole, forms, words: window, isPlural: false})
        continue
      }
    }
    if (key.length >= shortestNear && key.endsWith('s') && index.mayBe(spread(hashWithoutLast))) {
      const singular = words.key(from, to + 1).slice(0, -1)
      const forms = index.formsOf(singular).filter((d) => d.kind !== 'person' && d.words.length < 3)
      const last = words.get(to)
      if (forms.length === 0 || !last) continue
      const shortened = withoutLastLetter(last, index.vocabulary)
      const all = [...words.slice(from, to), shortened]
      found.push({from, to: to + 1, key: singular, forms, words: all, isPlural: true})
    }
  }
}

function withoutLastLetter(word: Word, vocabulary: Vocabulary): Word {
  const {text, start, end, gap, startsSentence, technical} = word
  const type = vocabulary.types[vocabulary.numberOf(text, 0, text.length - 1)] ?? word.type
  return new Word(type, start, end - 1, gap, startsSentence, technical)
}

function judge(reading: Reading, run: Run, match: Match): Verdict {
  const {index} = reading
  const {forms, words} = match
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return 'unknown'
  const written = run.text.slice(first.start, last.end)
  const surface = plain(written)
  const ofName = forms.filter((d) => d.role !== 'not' && d.role !== 'ignore')
  const isOfName = ofName.length > 0
  for (const form of forms) {
    if (form.role === 'ignore' && (form.text === surface || !isOfName)) return 'accepted'
  }
  const listed = forms.find(
    (d) => d.role === 'not' && (d.text === surface || (!isOfName && startsUpperCase(surface)))
  )
  if (first.technical && !(isWholeChunk(run, match) && /\p{Lu}/u.test(written))) {
    return ofName.some((d) => d.text === surface) ? 'accepted' : 'unknown'
  }
  if (listed) return listedSlip(run, words, listed)
  const fitting = ofName.filter((d) => gapsFit(words, d))
  if (fitting.length === 0) return 'unknown'
  const mismatches: Mismatch[] = []
  for (const form of fitting) {
    const mismatch = mismatchOf(run.text, words, form, run.setting)
    if (!mismatch) return 'accepted'
    mismatches.push(mismatch)
  }
  mismatches.sort((a, b) => a.differences - b.differences)
  const [best] = mismatches
  if (!best || !isAtFault(reading, run, match, best)) return 'tolerated'
  const named = mismatches.filter((d) => d.form.role === 'name' && d.form.entry === best.form.entry)
  const isShort = best.form.key.length < shortestNear
  const isUsual = isOrdinary(reading, best.form.key) || index.isGivenName(best.form.key)
  const isAccount = words.length === 1 && best.form.kind === 'person' && best.form.words.length > 1
  // `There is no SQL in it.`
  const mayBePhrase =
    words.length > 1 &&
    best.faults.has('spaces') &&
    areOrdinary(reading, words) &&
    !isSpeltApart(match, best.form)
  // `How security now matters`: a word of the language in small letters may be no part of the name.
  const mayBeSentence =
    words.length > 1 &&
    best.faults.size === 1 &&
    best.faults.has('capitals') &&
    words
      .slice(best.first, best.last + 1)
      .every((d) => isLowerCase(d.text) && isOrdinary(reading, d.key))
  // The `Appstore` of one firm is not the `App Store` of another.
  const mayBeOther =
    words.length === 1 && best.form.words.length > 1 && isLowerCase(first.text.slice(1))
  // `Via Venini 42` is a street, `Venini42` a venue.
  const hasNumber = words.length > 1 && words.some((d) => (d.shape & shape.number) > 0)
  const mayBeWords = mayBePhrase || mayBeSentence || (hasNumber && best.faults.has('spaces'))
  const isClear = !isShort && !isUsual && !isAccount && !mayBeWords && !mayBeOther
  return spellingSlip(run, words, [...named, best], isClear)
}

function listedSlip(run: Run, words: readonly Word[], wrong: Form): Slip {
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? start
  const written = run.text.slice(start, end)
  const expected = [wrong.name]
  const {name} = wrong
  return {text: run.position, start, end, expected, sure: true, name, written, fault: 'listed'}
}

/** @param mismatches Ways to put it right, best first. */
function spellingSlip(
  run: Run,
  words: readonly Word[],
  mismatches: readonly Mismatch[],
  isClear: boolean
): Verdict {
  const replacements = mismatches.flatMap((mismatch) => {
    const {form, first, last} = mismatch
    const keep = (word: Word, right: Word): boolean => {
      const position = words.indexOf(word)
      const outside = position < first || position > last
      return outside || (!mismatch.faults.has('spaces') && plain(word.text) === right.text)
    }
    return replacementFor(run.text, words, form, keep) ?? []
  })
  const [main] = replacements
  const best = mismatches.at(-1)
  if (!main || !best) return 'unknown'
  const {form, faults} = best
  const [fault = 'spaces'] = faults
  const expected = new Set(
    replacements.flatMap((d) => (d.start === main.start && d.end === main.end ? d.expected : []))
  )
  return {
    text: run.position,
    start: main.start,
    end: main.end,
    expected: [...expected],
    sure: isClear && form.role !== 'surname' && expected.size === 1,
    name: form.role === 'surname' ? form.name : (mismatches[0] ?? best).form.text,
    written: run.text.slice(words[0]?.start, words.at(-1)?.end),
    fault
  }
}

/** Whether letters that are right in another dress are a mistake. */
function isAtFault(reading: Reading, run: Run, match: Match, mismatch: Mismatch): boolean {
  const {form, faults} = mismatch
  const {words, from} = match
  if (faults.has('look-alikes')) return true
  if (run.isTag || isSpeltOut(words)) return false
  const text = words.map((d) => d.text).join('')
  if (words.length === 1 && /\p{Lu}{2}/u.test(text) && isVoucher(run.words, from)) return false
  if (!/\p{Lu}/u.test(text)) return isLowerCaseAtFault(reading, run, match, mismatch)
  if (form.role === 'surname') return isSurnameAtFault(reading, run, from, mismatch)
  if (words.length === 1) {
    // A handle or an account, unless a sentence leads to it: `avec JeanDupont`.
    if (form.kind === 'person' && form.words.length > 1) return isInSentence(run, from)
    if (form.words.length === 1) return isWordAtFault(reading, run, match, mismatch)
  }
  if (faults.has('spaces') && words.slice(1).some((d) => d.gap === 'space')) {
    return !isOrdinaryPhrase(reading, run, match, form)
  }
  return true
}

/** Whether words are the letters of one, read out one by one: `B-O-T-O`. */
function isSpeltOut(words: readonly Word[]): boolean {
  return (
    words.length > 2 &&
    words.every((d, index) => d.key.length === 1 && (index === 0 || d.gap === 'tight'))
  )
}

/** Whether a word in small letters stands before a word. */
function isInSentence({words}: Run, at: number): boolean {
  const before = words.get(at - 1)
  return before !== undefined && words.gap(at) === 'space' && /^\p{Ll}+$/u.test(before.text)
}

/** Names in lower case are tags, commands and words of the language, unless they are people's. */
function isLowerCaseAtFault(
  reading: Reading,
  run: Run,
  {words, from}: Match,
  {form, faults}: Mismatch
): boolean {
  if (form.role === 'surname' || faults.has('spaces')) return false
  if (form.kind === 'person') return form.words.length > 1
  const isRare = form.key.length > shortestNear && !isOrdinary(reading, form.key)
  if (form.kind === 'place') return isRare && words.length === 1 && form.words.length === 1
  // `l’etalab` is the institution; `etalab` may be its account.
  const before = run.words.get(from - 1)
  const elided = words[0]?.gap === 'tight' && before !== undefined && /^[ld]$/i.test(before.text)
  return (
    form.kind === 'organisation' &&
    elided &&
    words.length === 1 &&
    form.words.length === 1 &&
    isRare
  )
}

/** A surname alone may be another person's: only its accents are compared. */
function isSurnameAtFault(
  reading: Reading,
  run: Run,
  from: number,
  {form, faults}: Mismatch
): boolean {
  const before = run.words.get(from - 1)
  if (run.words.gap(from) === 'space' && before && startsUpperCase(before.text)) return false
  if (form.key.length < shortestNear || isOrdinary(reading, form.key)) return false
  if (reading.dictionary.hasProperName(form.key)) return false
  return faults.has('accents') && !faults.has('spaces')
}

function isWordAtFault(
  reading: Reading,
  run: Run,
  {words, from}: Match,
  {form, faults}: Mismatch
): boolean {
  const [word] = words
  if (!word) return false
  const {text} = word
  const ordinary = isOrdinary(reading, form.key)
  if (isUpperCase(text) && isShoutedWith(run.words, from)) return false
  // `Php`, which is no word of a language, in the middle of a sentence.
  const isAcronym = isUpperCase(form.text) && form.key.length === 3 && !word.startsSentence
  if (isAcronym && startsUpperCase(text)) return !isKnownWord(reading, form.key)
  if (faults.has('accents')) return !(ordinary && word.startsSentence)
  // Only capitals inside a word tell it from a word of the language: `Rust` and `RUST`, `Axe`.
  if (!/\p{Ll}\p{Lu}/u.test(form.text) && (isLowerCase(text.slice(1)) || isUpperCase(text))) {
    return !ordinary
  }
  return true
}

/** Whether a word beside a word is all in capitals too, and long enough to be no acronym. */
function isShoutedWith(words: Words, at: number): boolean {
  return [words.get(at - 1), words.get(at + 1)].some(
    (word) => word !== undefined && word.key.length > 3 && isUpperCase(word.text)
  )
}

function isKnownWord({dictionary}: Reading, key: string): boolean {
  return dictionary.hasWord(key) || dictionary.hasProperName(key)
}

/** Whether a word in capitals is what a customer types: `the coupon code ATELIER`. */
function isVoucher(words: Words, at: number): boolean {
  return words
    .slice(Math.max(0, at - 2), at)
    .some((d) => /^(?:codes?|coupons?|promo|discount)$/.test(d.key))
}

/** Whether words that make a name when joined are just words: `open code`, `dev tools`. */
function isOrdinaryPhrase(
  {phrases, ...reading}: Reading,
  run: Run,
  match: Match,
  form: Form
): boolean {
  const {words} = match
  if (isSpeltApart(match, form)) return false
  const shouts = words.some((d) => d.text.length > 1 && isUpperCase(d.text))
  if (!shouts && phrases.has(plain(textOf(run, match)).toLowerCase())) return true
  if (!shouts && areOrdinary(reading, words)) return true
  const capitals = words.filter((d) => startsUpperCase(d.text)).length
  const rest = words.slice(1).map((d) => d.text)
  return (
    capitals === 1 &&
    words[0]?.startsSentence === true &&
    form.words.length === 1 &&
    rest.every(isLowerCase)
  )
}

/** Whether words could stand in any sentence: words of the language, of which one has a capital at most. */
function areOrdinary({dictionary}: Pick<Reading, 'dictionary'>, words: readonly Word[]): boolean {
  const capitals = words.filter((d) => startsUpperCase(d.text)).length
  return capitals < 2 && words.every((d) => d.key.length < 4 || dictionary.hasWord(d.key))
}

/** Whether words are the parts of a name in its own capitals, in a sentence: `a Docker file`. */
function isSpeltApart({words}: Match, form: Form): boolean {
  const [first, ...rest] = words
  if (!first || first.startsSentence || !startsUpperCase(form.text)) return false
  const isJoined = words.map((d) => plain(d.text)).join('') === form.text
  return isJoined && rest.every((d) => isLowerCase(d.text))
}

function isOrdinary({dictionary}: Reading, key: string): boolean {
  return key.length < 4 || dictionary.hasWord(key)
}

/** Whether a window is all of what looks like a domain or a file: `Quick.js`, `Booking.com`. */
function isWholeChunk({text, words}: Run, {from, to}: Window): boolean {
  const inside = words.slice(from, to)
  const {technical: chunk, start = 0} = inside[0] ?? {}
  if (inside.some((d) => d.technical !== chunk)) return false
  const isChunk = (word: Word | undefined): boolean => word?.technical === chunk
  if (isChunk(words.get(from - 1)) || isChunk(words.get(to))) return false
  return (
    to - from > 1 && !/[#@~$/\\_=]/.test(text.slice(Math.max(0, start - 1), inside.at(-1)?.end))
  )
}

/**
 * Finds parts of names in capitals in which a small L stands for a capital I, or a zero for an O:
 * too short for a near miss, but nobody writes `lA` on purpose.
 */
export function readLookAlikes(reading: Reading, run: Run): void {
  if (run.isTag || !(run.clues & clue.disguised)) return
  for (const from of run.openings) {
    if (!(run.words.clues(from) & clue.disguised) || run.covered[from]) continue
    const word = run.words.get(from)
    if (!word || word.technical) continue
    const right = reading.index.capitalsLooking(lookOf(word.text))
    if (right === undefined || right === word.text) continue
    if (!isUpperCase(word.text.replace(/l/g, 'I').replace(/0/g, 'O'))) continue
    run.covered[from] = 1
    reading.slips.push({
      text: run.position,
      start: word.start,
      end: word.end,
      expected: [right],
      sure: word.text.length > 2 || word.text.startsWith('l'),
      name: right,
      written: word.text,
      fault: 'look-alikes'
    })
  }
}
