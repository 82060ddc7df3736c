import {readWord} from './letters.js'

/** What stands between two words. */
export type Gap =
  /** Nothing: the script changes (`私はGitHubを`). */
  | 'none'
  /** A hyphen, apostrophe, dot, colon… with no space on either side. */
  | 'tight'
  | 'space'
  /** A comma and a space. */
  | 'comma'
  /** A dot and a space: an initial, or the end of a sentence. */
  | 'dot'
  /** Anything that ends a phrase: brackets, quotes, a dash, a picture. */
  | 'break'

/** A word of a text: letters, marks and digits, with the signs that belong to it (`C++`, `.NET`). */
export interface Word {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The word without case and accents (see `fold`). */
  readonly key: string
  /** What its capitals look like (see `shape`). */
  readonly shape: number
  /** Hashes of the key and of its first letters (see `hashOf`). */
  readonly hash: number
  readonly beginning: number
  /** What stands before it. */
  readonly gap: Gap
  /** Whether a capital says nothing here: the text, or a sentence, begins. */
  readonly startsSentence: boolean
  /** Number of the address, file name, handle or the like that it is part of, or 0. */
  readonly technical: number
}

/** Classes of characters. */
const unknown = 0
const letter = 1
/** Of a script without spaces between words, or whose particles come without one. */
const spacelessLetter = 2
/** Belongs to the word that it stands in, and begins none: accents, zero-width joiners. */
const inner = 3
const other = 4

/** The class of each UTF-16 unit that has been met. */
const classes = new Uint8Array(0x10000)
const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function classOf(text: string, index: number): number {
  const code = text.charCodeAt(index)
  const known = classes[code] ?? unknown
  if (known !== unknown) return known
  // Half a character is judged with its other half each time.
  if (code >= 0xd800 && code <= 0xdbff) {
    return classOfCharacter(String.fromCodePoint(text.codePointAt(index) ?? code))
  }
  if (code >= 0xdc00 && code <= 0xdfff) return inner
  const found = classOfCharacter(String.fromCharCode(code))
  classes[code] = found
  return found
}

function classOfCharacter(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return spaceless.test(character) ? spacelessLetter : letter
  return /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character) ? inner : other
}

const dot = 0x2e

/** Splits a text into words. Linear in the text. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = []
  const chunks = technicalChunks(text)
  let chunk = 0
  let before = 0
  let index = 0
  while (index < text.length) {
    const kind = classOf(text, index)
    if (kind === other || kind === inner) {
      index++
      continue
    }
    let start = index
    index++
    while (index < text.length) {
      const next = classOf(text, index)
      if (next !== kind && next !== inner) break
      index++
    }
    if (kind === letter) {
      if (text.charCodeAt(start - 1) === dot && /^$|[\s(«“"']/.test(text.charAt(start - 2))) start--
      const sign = text.charCodeAt(index)
      if (sign === 0x2b || sign === 0x23) index += signLength(text, index)
    }
    while ((chunks[chunk]?.end ?? Number.POSITIVE_INFINITY) <= start) chunk++
    const isTechnical = (chunks[chunk]?.start ?? Number.POSITIVE_INFINITY) < index
    const word = text.slice(start, index)
    const {key, shape, hash, beginning} = readWord(word)
    let gap: Gap = 'break'
    let startsSentence = true
    if (words.length > 0) {
      // One space, as nearly always.
      if (start === before + 1 && text.charCodeAt(before) === 0x20) {
        gap = 'space'
        startsSentence = false
      } else {
        const between = text.slice(before, start)
        gap = gapOf(between)
        startsSentence = /[.!?…:;\n•–—]|^\s*-\s/.test(between)
      }
    }
    const technical = isTechnical ? chunk + 1 : 0
    words.push({
      start,
      end: index,
      text: word,
      key,
      shape,
      hash,
      beginning,
      gap,
      startsSentence,
      technical
    })
    before = index
  }
  return words
}

/** `C++`, `Google+`, `C#`, but not `A+B`. */
function signLength(text: string, index: number): number {
  return /^(?:\+{1,2}|#)(?![\p{L}\p{N}+#])/u.exec(text.slice(index, index + 3))?.[0].length ?? 0
}

function gapOf(between: string): Gap {
  if (between === '') return 'none'
  if (/^[-'’‘ʼ.:&·‐‑/_=\\]$/.test(between)) return 'tight'
  if (/^\s+$/.test(between)) return /\n[^\n]*\n/.test(between) ? 'break' : 'space'
  if (/^,\s+$/.test(between)) return 'comma'
  if (/^\.\s+$/.test(between)) return 'dot'
  return between === ' & ' ? 'space' : 'break'
}

interface Chunk {
  readonly start: number
  readonly end: number
}

const boundary = /[\s\uFFFC]/
const opening = /^[([{«“”"'‘’*<>,;:!?…]+/
const closing = /[)\]}»“”"'‘’*<>,;:!?….]+$/

/**
 * What is written for machines among the words: addresses, e-mail, handles, hashtags, files,
 * repositories, packages, subreddits, code with no code formatting. Found by white space and signs.
 */
function technicalChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  const sign = /[@#/\\_=]|\.(?=[^\s.])|\(\)|:\/\//g
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    let from = match.index
    while (from > 0 && !boundary.test(text.charAt(from - 1))) from--
    let to = match.index
    while (to < text.length && !boundary.test(text.charAt(to))) to++
    sign.lastIndex = to
    const whole = text.slice(from, to)
    let start = from + (opening.exec(whole)?.[0].length ?? 0)
    let body = text.slice(start, to).replace(closing, '')
    // An article that is elided stands outside: d'example.org, l’@example.
    const elided = /^\p{L}{1,2}['’](?=[^\s'’]*[@.])/u.exec(body)
    if (elided) {
      start += elided[0].length
      body = body.slice(elided[0].length)
    }
    if (
      body !== '' &&
      isTechnical(body, text.slice(start + body.length, start + body.length + 2))
    ) {
      chunks.push({start, end: start + body.length})
    }
  }
  return chunks
}

function isTechnical(body: string, after: string): boolean {
  if (/:\/\/|^www\.|^[#@~$]|[\p{L}\p{N}]@[\p{L}\p{N}]|[\\_=]/iu.test(body)) return true
  if (after === '()' || body.endsWith('(')) return true
  if (body.includes('/')) {
    // `JavaScript/CSS` is prose; `facebook/react`, `r/podcasting` and `src/index` are not.
    return /[@.]/.test(body) || body.split('/').some((d) => !/^\p{Lu}/u.test(d))
  }
  // A product that is named like its script: `Next.js`.
  if (/^\p{Lu}[\p{L}\p{N}]*\.js$/iu.test(body) && /^\p{Lu}/u.test(body)) return false
  // A last part in lower case ends a domain or a file name; a capital begins a new sentence.
  const ending = /[\p{L}\p{N}-]\.(\p{Ll}[\p{Ll}\p{N}]{1,9}|\d?\p{L}{2,4})$/u.exec(body)?.[1]
  return ending !== undefined ? !/^\p{Lu}\p{Ll}+$/u.test(ending) : body.includes('@')
}
