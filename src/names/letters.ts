import {codeUnitAt} from '../code-unit.js'

/**
 * Letters as a matcher of names compares them: without case, accents and invisible characters.
 */

/** Letters that Unicode does not decompose but that people write as plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n'
}

/** Cyrillic and Greek letters that look like a Latin one (Unicode UTS #39, the usual few). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x'
}

/** Zero-width space, joiners, word joiner, byte order mark, soft hyphen: they show nothing. */
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g

/** What the capitals of a word look like, as bits. */
export const shape = {
  /** It has a capital somewhere. */
  capital: 1,
  /** It begins with one. */
  initial: 2,
  /** All its letters are capitals. */
  upper: 4,
  /** A capital follows a small letter: `GitHub`. */
  inner: 8,
  /** All of it is digits from 0 to 9. */
  number: 16
} as const

/** How many letters a key's beginning has. */
export const beginningLength = 4

/** What {@link addToHash} begins with (FNV-1a). */
export const emptyHash = 0x811c9dc5

/** Goes on with a hash over the letters of a text from an offset to a length. */
export function addToHash(hash: number, text: string, length = text.length, from = 0): number {
  let result = hash
  const end = Math.min(length, text.length)
  for (let index = from; index < end; index++) {
    result = Math.imul(result ^ codeUnitAt(text, index), 0x01000193)
  }
  return result
}

/** A 32-bit hash of the first letters of a text. */
export function hashOf(text: string, length = text.length): number {
  return spread(addToHash(emptyHash, text, length))
}

/** Makes the high bits of a hash count among the low ones. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** What the capitals of a word look like (see {@link shape}). */
export function shapeOf(word: string): number {
  if (isLowerCase(word)) return /[^0-9]/.test(word) ? 0 : shape.number
  let found: number = shape.capital
  if (startsUpperCase(word)) found |= shape.initial
  if (isUpperCase(word)) found |= shape.upper
  if (/\p{Ll}\p{Lu}/u.test(word)) found |= shape.inner
  return found
}

/**
 * Folds a word: lower case, no accents, no invisible characters, ligatures spelt out. Look-alike
 * letters of another script count as the Latin ones only in a word that has Latin letters too.
 */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  const bare = word
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  if (/^[a-z0-9+#.]*$/.test(bare)) return bare
  const mixed = /[a-z]/.test(bare) && /[\u0370-\u052F]/.test(bare)
  let folded = ''
  for (const character of bare) {
    folded += plainLetters[character] ?? ((mixed && lookAlikes[character]) || character)
  }
  return folded
}

/** Whether a word mixes letters of scripts that look alike. */
export function mixesScripts(word: string): boolean {
  return /[A-Za-z]/.test(word) && /[\u0370-\u052F]/.test(word)
}

/**
 * What two spellings have in common that only differ in letters which look the same in print: small
 * L, capital I and 1; O and 0.
 */
export function lookOf(word: string): string {
  return word
    .replace(/[lI1|]/g, 'l')
    .replace(/[O0]/g, 'o')
    .toLowerCase()
}

/** Words of Latin letters, each one character, and of signs that keyboards have, with single spaces. */
const nearlyPlain = /^[!-~À-ÖØ-öø-ſ]*(?: [!-~À-ÖØ-öø-ſ]+)*$/

/** The same text for the purposes of spelling: NFC, one apostrophe, one hyphen, one space. */
export function plain(text: string): string {
  if (nearlyPlain.test(text)) return text.replaceAll('`', "'")
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[’‘ʼʹ′`´＇]/g, "'")
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/\s+/g, ' ')
}

/** Removes accents and keeps all else. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}

const sounds = new Map<string, string>()
/** More than a site has different words: a long-lived editor forgets and begins anew. */
const mostKnown = 50_000

/**
 * How a word sounds, roughly, to a French or English ear: what is written by ear comes out equal.
 *
 * @param key Folded.
 */
export function soundOf(key: string): string {
  const before = sounds.get(key)
  if (before !== undefined) return before
  const sound = key
    .replace(/ph/g, 'f')
    .replace(/qu|ck|c(?![eiyh])/g, 'k')
    .replace(/ie$/, 'i')
    .replace(/c(?!h)|[zyw]/g, (letter) => soundOfLetter[letter] ?? letter)
    .replace(/([tkrg])h/g, '$1')
    .replace(/(.)\1+/g, '$1')
  if (sounds.size >= mostKnown) sounds.clear()
  sounds.set(key, sound)
  return sound
}

const soundOfLetter: Readonly<Record<string, string>> = {c: 's', z: 's', y: 'i', w: 'v'}

export function isUpperCase(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

export function isLowerCase(text: string): boolean {
  return text === text.toLowerCase()
}

/** Whether a word begins with a capital and goes on without one. */
export function isCapitalised(word: string): boolean {
  const [first = ''] = word
  return isUpperCase(first) && isLowerCase(word.slice(first.length))
}

export function startsUpperCase(word: string): boolean {
  const [first = ''] = word
  return isUpperCase(first)
}

export function capitalise(word: string): string {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}

/** Whether a folded word only joins the words of a name: an article, a preposition, `and`. */
export function isConnector(key: string): boolean {
  return /^(?:d|l|de|du|des|la|le|les|et|en|au|aux|a|of|the|for|and|in|on|to|pour|sur|par)$/.test(
    key
  )
}

/** Whether a folded word is an article with which a name may begin, or do without. */
export function isArticle(key: string): boolean {
  return /^(?:the|an?|l|l[ae]|les|une?|der|die|das|el|los|las|il|lo)$/.test(key)
}
