import {fold} from './letters.js'

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
  /** What stands before it. */
  readonly gap: Gap
  /** Whether a capital says nothing here: the text, or a sentence, begins. */
  readonly startsSentence: boolean
  /** Number of the address, file name, handle or the like that it is part of, or 0. */
  readonly technical: number
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]*/gu

/** Scripts that are written without spaces or that take their particles without one. */
const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
const maybeSpaceless =
  /[\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u2E80-\uDFFF\uF900-\uFAFF\uFF66-\uFFDC]/

/** Splits a text into words. Linear in the text. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = []
  let at = 0
  let technicalNow = 0
  let technicalCount = 0
  const chunks = technicalChunks(text)
  let chunk = 0
  const add = (start: number, end: number): void => {
    while (chunks[chunk] && (chunks[chunk]?.end ?? 0) <= start) chunk++
    const inside = chunks[chunk]
    if (inside && inside.start < end) {
      if (technicalNow !== inside.start + 1) {
        technicalNow = inside.start + 1
        technicalCount++
      }
    } else technicalNow = 0
    const word = text.slice(start, end)
    const between = text.slice(at, start)
    const gap = words.length === 0 ? 'break' : gapOf(between)
    words.push({
      start,
      end,
      text: word,
      key: fold(word),
      gap,
      startsSentence: words.length === 0 || /[.!?…:;\n•–—]|^\s*-\s/.test(between),
      technical: technicalNow === 0 ? 0 : technicalCount
    })
    at = end
  }
  for (const match of text.matchAll(wordPattern)) {
    let start = match.index
    let end = start + match[0].length
    if (maybeSpaceless.test(match[0])) {
      let from = start
      for (const part of match[0].matchAll(spaceless)) {
        const partStart = start + part.index
        if (partStart > from) add(from, partStart)
        from = partStart + part[0].length
        add(partStart, from)
      }
      if (from < end) add(from, end)
      continue
    }
    if (text.charCodeAt(start - 1) === 0x2e && /^$|[\s(«“"']/.test(text.charAt(start - 2))) start--
    const sign = /^(?:\+{1,2}|#)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))
    if (sign) end += sign[0].length
    add(start, end)
  }
  return words
}

function gapOf(between: string): Gap {
  if (between === ' ') return 'space'
  if (between === '') return 'none'
  if (/^[-'’‘ʼ.:&·‐‑/_=\\]$/.test(between)) return 'tight'
  if (/^[^\S\n]*\n?[^\S\n]*$/.test(between)) return 'space'
  if (/^,\s$/.test(between)) return 'comma'
  if (/^\.\s$/.test(between)) return 'dot'
  if (/^\s&\s$/.test(between)) return 'space'
  return 'break'
}

interface Chunk {
  readonly start: number
  readonly end: number
}

const opening = /^[([{«“”"'‘’*<>,;:!?…]+/
const closing = /[)\]}»“”"'‘’*<>,;:!?….]+$/

/**
 * What is written for machines among the words: addresses, e-mail, handles, hashtags, files,
 * repositories, packages, subreddits, code with no code formatting. Found by white space and signs.
 */
function technicalChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  if (!/[@#/\\_=.]/.test(text)) return chunks
  for (const match of text.matchAll(/[^\s\uFFFC]+/g)) {
    const whole = match[0]
    if (!/[@#/\\_=.(]/.test(whole)) continue
    const before = opening.exec(whole)?.[0].length ?? 0
    let body = whole.slice(before).replace(closing, '')
    if (body === '') continue
    let start = match.index + before
    // An article that is elided stands outside: d'example.org, l’@example.
    const elided = /^\p{L}{1,2}['’](?=[^\s'’]*[@.])/u.exec(body)
    if (elided) {
      start += elided[0].length
      body = body.slice(elided[0].length)
    }
    if (isTechnical(body, text.slice(start + body.length, start + body.length + 2))) {
      chunks.push({start, end: start + body.length})
    }
  }
  return chunks
}

function isTechnical(body: string, after: string): boolean {
  if (/:\/\/|^www\.|^[#@~$]|[\p{L}\p{N}]@[\p{L}\p{N}]|[\\_=]/iu.test(body)) return true
  if (after === '()') return true
  if (body.includes('/')) {
    // `JavaScript/CSS` is prose; `facebook/react`, `r/podcasting` and `src/index` are not.
    return /[@.]/.test(body) || body.split('/').some((d) => !/^\p{Lu}/u.test(d))
  }
  // A product that is named like its script: `Next.js`.
  if (/^\p{Lu}[\p{L}\p{N}]*\.js$/iu.test(body) && /^\p{Lu}/u.test(body)) return false
  // A last part in lower case ends a domain or a file name; a capital begins a new sentence.
  return /[\p{L}\p{N}-]\.(?:\p{Ll}[\p{Ll}\p{N}]{1,9}|\d?\p{L}{2,4})$/u.test(body) &&
    !/\.\p{Lu}\p{Ll}+$/u.test(body)
    ? true
    : /@/.test(body)
}
