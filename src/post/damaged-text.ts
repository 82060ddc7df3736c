import {findComposed} from './composed.js'

/** A stretch of text that isn't what its author wrote. */
export interface Damage {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** What it was before: a damage by a wrong encoding can be undone exactly. */
  readonly original: string
}

/**
 * What Windows-1252 has for the bytes from 0x80 to 0x9F. Written out: `TextDecoder` of Node.js 20 takes
 * the name for that of ISO 8859-1.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/** The bytes that begin or continue characters of UTF-8, by what is shown for them. */
const bytes = new Map<string, number>()
// ISO 8859-1 has control characters in place of the first 32, which show as nothing.
for (let byte = 0x80; byte <= 0xf4; byte++) bytes.set(String.fromCharCode(byte), byte)
for (const [index, character] of [...windows1252].entries()) bytes.set(character, 0x80 + index)

function classOf(first: number, last: number): string {
  return `[${[...bytes].flatMap(([character, byte]) => (byte >= first && byte <= last ? character : [])).join('')}]`
}

const following = classOf(0x80, 0xbf)
/** What is left of characters that take two, three and four bytes (Unicode 15.0, table 3-7). */
const remains = `(?:${classOf(0xc2, 0xdf)}${following}|${classOf(0xe0, 0xef)}${following}{2}|${classOf(0xf0, 0xf4)}${following}{3})`
const stretch = new RegExp(`${remains}+`, 'g')
/**
 * A space that was part of a character becomes an ordinary one now and then: `voilÃ `. No word ends
 * with a capital of this kind after a small letter.
 */
const lostSpace = /(?<=[\p{Ll}«])[ÂÃ](?=[ \n.,;:!?)]|$)|â€(?=[ \n.,;:!?)]|$)/gu
/** As a word of its own, it may be a letter that is talked about. */
const loneLetter = /(?<=^|\s)Ã(?=[ \n])/g
const originalOfLostSpace: Readonly<Record<string, string>> = {Â: '', Ã: 'à', 'â€': '”'}

/** Letters and signs of Western European texts, and pictures: a single one is taken for these only. */
const usual =
  /^(?:[\u00A0-\u00FFŒœŠšŸŽžƒ\u2010-\u203A\u20AC\u2100-\u2BFF\uFEFF\u{1F000}-\u{1FAFF}]|\uFE0F)+$/u
/** Signs that may well stand behind a capital: `MAÇÃ”`. */
const closing = /^[\u00A0«»‘’“”–—•…·]$/

/**
 * Finds text that was written as UTF-8 and read as Windows-1252 (WHATWG Encoding, §9): `Ã©` for `é`,
 * `â€™` for `’`. What stands in one word is one damage.
 */
export function findWrongEncoding(text: string): readonly Damage[] {
  return findComposed(text, findIn)
}

function findIn(text: string): readonly Damage[] {
  const found: Damage[] = []
  for (const match of text.matchAll(stretch)) {
    const original = undo(match[0])
    if (original === undefined || isOnPurpose(text, match.index, match[0])) continue
    found.push({start: match.index, end: match.index + match[0].length, original})
  }
  const others = found.length > 0 ? [...text.matchAll(loneLetter)] : []
  for (const match of [...text.matchAll(lostSpace), ...others]) {
    const original = originalOfLostSpace[match[0]] ?? ''
    found.push({start: match.index, end: match.index + match[0].length, original})
  }
  return joined(
    found.sort((a, b) => a.start - b.start),
    text
  )
}

/** What was written, or nothing where the letters can't have come from UTF-8. */
function undo(damaged: string): string | undefined {
  try {
    const original = utf8.decode(
      Uint8Array.from(Array.from(damaged), (character) => bytes.get(character) ?? 0)
    )
    const isPlausible = usual.test(original) || /^\p{L}{2,}$/u.test(original)
    if (!isPlausible) return undefined
    // Damaged twice: `Ã¢â‚¬â„¢`.
    return original.replaceAll('\uFEFF', '').replace(stretch, (again) => undo(again) ?? again)
  } catch {
    return undefined
  }
}

function isOnPurpose(text: string, start: number, damaged: string): boolean {
  return closing.test(damaged.charAt(1)) && /\p{Lu}/u.test(text.charAt(start - 1))
}

/** Makes one of what stands in one word. */
function joined(damages: readonly Damage[], text: string): readonly Damage[] {
  const all: Damage[] = []
  for (const damage of damages) {
    const before = all.at(-1)
    const between = before && text.slice(before.end, damage.start)
    if (before && between !== undefined && !/\s/.test(between)) {
      const original = `${before.original}${between}${damage.original}`
      all[all.length - 1] = {start: before.start, end: damage.end, original}
    } else all.push(damage)
  }
  return all
}

/** Character references of letters and signs; those of HTML's own are written about. */
const reference = /&(?:amp;)?(?!(?:lt|gt);)(?:[a-z]+\d{0,2}|#\d{2,6}|#x[\da-f]{2,5});/gi

/**
 * Finds character references that may have been escaped once too often, in a word or beside one:
 * `&amp;eacute;`, which a page shows as `&eacute;`. With spaces around, they are words about HTML.
 *
 * @param text Prose; references are resolved in it or not.
 * @returns `original` is the reference.
 */
export function findReferences(text: string): readonly Damage[] {
  return [...text.matchAll(reference)].flatMap((match): Damage[] => {
    const start = match.index
    const end = start + match[0].length
    const around = `${text.charAt(start - 1)}${text.charAt(end)}`
    if (!/[\p{L}\p{N}]/u.test(around)) return []
    return [{start, end, original: match[0].replace(/^&amp;(?=.)/i, '&')}]
  })
}
