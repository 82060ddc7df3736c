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

const known = new Map<string, string>()
/** A transcript has a few thousand different words; more than this comes from a long-lived editor. */
const mostKnown = 50_000

/**
 * Folds a word: lower case, no accents, no invisible characters, ligatures spelt out. Look-alike
 * letters of another script count as the Latin ones only in a word that has Latin letters too.
 */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  const before = known.get(word)
  if (before !== undefined) return before
  const bare = word
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const mixed = /[a-z]/.test(bare) && /[\u0370-\u052F]/.test(bare)
  let folded = ''
  for (const character of bare) {
    folded += plainLetters[character] ?? ((mixed && lookAlikes[character]) || character)
  }
  if (known.size >= mostKnown) known.clear()
  known.set(word, folded)
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

/** The same text for the purposes of spelling: NFC, one apostrophe, one hyphen, one space. */
export function plain(text: string): string {
  if (/^[\x21-\x7E]*$/.test(text)) return text.replaceAll('`', "'")
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

/**
 * How a word sounds, roughly, to a French or English ear: what is written by ear comes out equal.
 */
export function soundOf(key: string): string {
  return key
    .replace(/ph/g, 'f')
    .replace(/qu|ck|c(?![eiyh])/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/ie\b/g, 'i')
    .replace(/w/g, 'v')
    .replace(/([tkrg])h/g, '$1')
    .replace(/(.)\1+/g, '$1')
}

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
