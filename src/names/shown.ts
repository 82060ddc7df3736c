import type {Slip} from './reading.js'

/**
 * What to call a slip, and what it should be: all of the name where it is short, for one word of it says
 * little.
 *
 * @param part What is to be replaced, as the text has it.
 */
export function shownWords(
  {written, expected: [right = ''], name}: Slip,
  part: string
): {readonly written: string; readonly expected: string} {
  // The sign of an accent may stand behind the name.
  const misspelt = written.includes(part) ? part : part.slice(0, -1)
  const at = indexOfWord(written, misspelt)
  const end = at + misspelt.length
  const whole = `${written.slice(0, at)}${right}${written.slice(end)}`
  if (Math.max(lengthOf(whole), lengthOf(written)) <= longestShown)
    return {written, expected: whole}
  if (right === '') return {written: part, expected: name}
  if (lengthOf(misspelt) > longestUntelling) return {written: part, expected: right}
  // `et` for `et à` says nothing without the words beside it.
  const before = /[^ ]* ?$/.exec(written.slice(0, at))?.[0] ?? ''
  const after = /^ ?[^ ]*/.exec(written.slice(end))?.[0] ?? ''
  return {written: `${before}${misspelt}${after}`, expected: `${before}${right}${after}`}
}

/** Where words stand in a text: not inside a longer word, if they stand elsewhere too. */
function indexOfWord(text: string, words: string): number {
  const isLetterAt = (offset: number): boolean => /\p{L}/u.test(text.charAt(offset))
  let at = text.indexOf(words)
  while (at >= 0 && (isLetterAt(at - 1) || isLetterAt(at + words.length)))
    at = text.indexOf(words, at + 1)
  return at < 0 ? Math.max(0, text.indexOf(words)) : at
}

/** How many characters a reader sees, however they are encoded. */
function lengthOf(text: string): number {
  return text.normalize('NFC').length
}

const longestShown = 24
const longestUntelling = 4
