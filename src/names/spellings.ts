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

/** A word with a capital in it that is no part of an address, a handle or a file name. */
const word =
  /(?<![\p{L}\p{M}\p{N}_@#/\\.=&+-])(?:\p{Lu}[\p{L}\p{M}\p{N}]{4,}|\p{Ll}+\p{Lu}[\p{L}\p{M}\p{N}]+)(?![\p{L}\p{M}\p{N}_@/=+-]|\.\p{L})/gu
const innerCapital = /\p{Ll}\p{Lu}/u
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
  if (!texts.some((text) => innerCapital.test(text))) return []
  const keys = new Set<string>()
  const words: (Occurrence & {readonly written: string})[] = []
  for (const [text, value] of texts.entries()) {
    for (const {0: written, index} of value.matchAll(word)) {
      if (written.length < shortest) continue
      words.push({text, start: index, written})
      if (innerCapital.test(written)) keys.add(written.toLowerCase())
    }
  }
  const groups = new Map<string, Map<string, Occurrence[]>>()
  for (const {text, start, written} of words) {
    const key = written.toLowerCase()
    // Capitals throughout are emphasis.
    if (!keys.has(key) || written === written.toUpperCase()) continue
    let group = groups.get(key)
    if (!group) {
      group = new Map()
      groups.set(key, group)
    }
    const places = group.get(written)
    if (places) places.push({text, start})
    else group.set(written, [{text, start}])
  }
  return [...groups.values()]
    .flatMap((group) => [...inOneWord(group), ...inTwoWords(group, texts)])
    .filter(({written, usual}) => !isKnown(usual) && !areOrdinary(written))
    .sort((a, b) => a.text - b.text || a.start - b.start)
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
