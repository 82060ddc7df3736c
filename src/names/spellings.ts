import {escapeExpression} from '../regular-expression.js'
import {loadDictionary} from './dictionary.js'
import {fold} from './letters.js'

/** A name that a post writes otherwise elsewhere. */
export interface OtherSpelling {
  /** Which of the texts it stands in. */
  readonly text: number
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  readonly written: string
  /** How the post writes it mostly. */
  readonly usual: string
  /** How often. */
  readonly times: number
}

interface Occurrence {
  readonly text: number
  readonly start: number
}

/**
 * A capital behind a small letter, in Latin letters. Without the flag `u`, which makes V8 ten times slower:
 * all of a post is searched for it.
 */
const innerCapital = /[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]/
const innerCapitals = new RegExp(innerCapital, 'g')
const shortest = 5

/**
 * Finds words with a capital inside (`RailsConf`) that are written with other capitals, or as two words,
 * elsewhere in the same post. Which is right, nobody can tell from the post: the rarer spelling is
 * reported; of two that are as frequent, the one without a capital inside. Linear in the texts.
 *
 * @param isKnown Whether a word is on the list of names, and compared with it.
 */
export function otherSpellings(
  texts: readonly string[],
  isKnown: (word: string) => boolean
): readonly OtherSpelling[] {
  const keys = new Set<string>()
  for (const text of texts) {
    let after = 0
    for (const {index} of text.matchAll(innerCapitals)) {
      if (index < after) continue
      const [start, end] = wordAround(text, index)
      after = end
      const word = text.slice(start, end)
      if (word.length < shortest || isPart(text, start, end) || isKnown(word)) continue
      keys.add(word.toLowerCase())
    }
  }
  if (keys.size === 0) return []
  const groups = new Map<string, Map<string, Occurrence[]>>()
  const anyKey = new RegExp([...keys].map(escapeExpression).join('|'), 'gi')
  for (const [text, value] of texts.entries()) {
    for (const {0: written, index: start} of value.matchAll(anyKey)) {
      // Small letters are tags and commands, capitals throughout are emphasis.
      if (written === written.toLowerCase() || written === written.toUpperCase()) continue
      if (isPart(value, start, start + written.length)) continue
      const key = written.toLowerCase()
      const group = groups.get(key) ?? new Map<string, Occurrence[]>()
      groups.set(key, group)
      const places = group.get(written) ?? []
      group.set(written, places)
      places.push({text, start})
    }
  }
  return [...groups.values()]
    .flatMap((group) => [...inOneWord(group), ...inTwoWords(group, texts)])
    .filter(({written}) => !areOrdinary(written))
    .sort((a, b) => a.text - b.text || a.start - b.start)
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u

/** Where the word begins and ends that holds an offset. */
function wordAround(text: string, offset: number): readonly [start: number, end: number] {
  let start = offset
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--
  let end = offset
  while (end < text.length && wordCharacter.test(text.charAt(end))) end++
  return [start, end]
}

/** Whether a stretch of a text is part of a longer word, an address, a handle or a file name. */
function isPart(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{M}\p{N}_@#/\\.=&+-]/u.test(text.charAt(start - 1)) ||
    /^(?:[\p{L}\p{M}\p{N}_@/=+-]|\.\p{L})/u.test(text.slice(end, end + 3))
  )
}

type Group = ReadonlyMap<string, readonly Occurrence[]>

/** The other spellings of a word in one word. */
function inOneWord(group: Group): readonly OtherSpelling[] {
  if (group.size < 2) return []
  const all = [...group].sort(
    ([a, here], [b, there]) =>
      there.length - here.length || Number(innerCapital.test(b)) - Number(innerCapital.test(a))
  )
  const [most, ...others] = all
  if (!most) return []
  const [usual, {length: times}] = most
  return others.flatMap(([written, places]) => {
    // A sentence begins with a capital, whatever the name does.
    if (written.slice(1) === usual.slice(1)) return []
    return places.map((place) => spelling(place, written, usual, times))
  })
}

/** Places where a word of two parts stands in two words, and less often than in one. */
function inTwoWords(group: Group, texts: readonly string[]): readonly OtherSpelling[] {
  return [...group].flatMap(([usual, {length: times}]) => {
    const [, first, second] = /^(\p{Lu}\p{Ll}+)(\p{Lu}[\p{L}\p{N}]+)$/u.exec(usual) ?? []
    if (first === undefined || second === undefined) return []
    const written = `${first} ${second}`
    const found = texts.flatMap((value, text) =>
      placesOf(value, written).map((start) => spelling({text, start}, written, usual, times))
    )
    return found.length < times ? found : []
  })
}

function spelling(
  {text, start}: Occurrence,
  written: string,
  usual: string,
  times: number
): OtherSpelling {
  return {text, start, end: start + written.length, written, usual, times}
}

/** Whether there is nothing but words of the language: `Data Science`, `Notebooks`. */
function areOrdinary(written: string): boolean {
  const dictionary = loadDictionary()
  return written.split(' ').every((part) => dictionary.hasWord(fold(part)))
}

/** Where words stand in a text as words of their own. */
function placesOf(text: string, words: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + words.length)
    if (!/[\p{L}\p{M}\p{N}_@#-]/u.test(around)) found.push(at)
  }
  return found
}
