import type {Form} from './forms.js'
import {
  capitalise,
  isCapitalised,
  isUpperCase,
  plain,
  startsUpperCase,
  withoutAccents
} from './letters.js'
import type {Word} from './words.js'

/** What to write instead of a stretch of text. */
export interface Replacement {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  readonly expected: string
}

/**
 * What turns a stretch of text into a name: only the words from the first wrong one to the last, with
 * the capitals of a surname or a title kept, and with the text's kind of apostrophe.
 *
 * @param words The words of the text that stand for the name.
 * @param keep Says of a word whose letters are right whether its spelling may stay.
 */
export function replacementFor(
  text: string,
  words: readonly Word[],
  form: Form,
  keep: (word: Word, right: Word) => boolean
): Replacement | undefined {
  const right = form.words
  const same = (a: Word | undefined, b: Word | undefined): boolean =>
    a !== undefined && b !== undefined && a.key === b.key && keep(a, b)
  const gap = (value: string, of: readonly Word[], index: number): string =>
    plain(value.slice(of[index - 1]?.end, of[index]?.start))
  // A gap that is not the name's takes the words on both its sides along.
  const isAligned = words.length === right.length
  const sameGap = (index: number): boolean =>
    !isAligned ||
    index <= 0 ||
    index >= words.length ||
    gap(text, words, index) === gap(form.text, right, index)
  let front = 0
  while (
    front < Math.min(words.length, right.length) &&
    same(words[front], right[front]) &&
    sameGap(front + 1)
  ) {
    front++
  }
  let back = 0
  while (
    back < Math.min(words.length, right.length) - front &&
    same(words[words.length - 1 - back], right[right.length - 1 - back]) &&
    sameGap(words.length - 1 - back)
  ) {
    back++
  }
  // Something has to stand on both sides: a lost or an added word takes its neighbour along.
  if (front + back >= words.length || front + back >= right.length) {
    if (front > 0) front--
    else if (back > 0) back--
  }
  const wrong = words.slice(front, words.length - back)
  const fixed = right.slice(front, right.length - back)
  const [first] = wrong
  const last = wrong.at(-1)
  const [rightFirst] = fixed
  const rightLast = fixed.at(-1)
  if (!first || !last || !rightFirst || !rightLast) return undefined
  let expected = ''
  if (wrong.length === fixed.length) {
    for (const [index, word] of fixed.entries()) {
      const written = wrong[index]
      if (!written) continue
      if (index > 0) expected += form.text.slice(fixed[index - 1]?.end, word.start)
      expected += same(written, word)
        ? written.text
        : inStyleOf(plain(written.text), word.text, form)
    }
  } else {
    expected = form.text.slice(rightFirst.start, rightLast.end)
    const shouted = wrong.every((d) => isUpperCase(d.text)) && wrong.some((d) => d.text.length > 1)
    if (shouted && form.kind === 'person') expected = expected.toUpperCase()
    else if (startsUpperCase(first.text) && form.words.length > 2) expected = capitalise(expected)
  }
  // `Inc.` and `N.K.` end with a dot, which the text may have, or the end of a sentence bring along.
  const ending = /^[.!?]+(?=\s|$)/.exec(form.text.slice(rightLast.end))?.[0] ?? ''
  if (!text.startsWith(ending, last.end)) expected += ending
  if (text.includes('’') && !text.includes("'")) expected = expected.replaceAll("'", '’')
  // `Poore'` for `Pooré`: the accent is written as a sign of its own.
  const typed = /^['´`’](?![\p{L}\p{N}])/u.test(text.slice(last.end, last.end + 2))
  const isAccent =
    typed && withoutAccents(rightLast.text) === last.text && last.text !== rightLast.text
  return {start: first.start, end: last.end + (isAccent ? 1 : 0), expected}
}

/** Gives a word of a name the capitals that the text gives it, where those are a style. */
function inStyleOf(written: string, right: string, form: Form): string {
  if (form.kind === 'person' && isUpperCase(written) && written.length > 1) {
    return right.toUpperCase()
  }
  if (form.words.length > 1 && form.kind !== 'brand' && isCapitalised(written)) {
    return capitalise(right)
  }
  return right
}
