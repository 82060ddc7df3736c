import {closest, editDistance} from '../closest.js'
import {monthOf} from '../months.js'

/**
 * Keys that sites write and that are near a key of some schema by chance: words of their own.
 */
const ownWords = new Set([
  'cost',
  'data',
  'ghost',
  'gist',
  'guess',
  'host',
  'post',
  'posts',
  'radio',
  'reason',
  'rating',
  'type',
  'vimeo',
  'cast',
  'lists',
  'image',
  'images',
  'tile',
  'lang',
  'link',
  'update',
  'updated',
  'drafted',
  'dated'
])

/** Words that end with an s whether there is one or several. */
const invariable = new Set(['series'])

/**
 * The key that a misspelt key stands for, of the keys that the schema knows and the post lacks.
 *
 * @returns Undefined where the key is a word of its own (`guest` beside `guests`).
 */
export function nearKey(key: string, absent: readonly string[]): string | undefined {
  const plain = bare(key)
  return (
    absent.find((known) => bare(known) === plain) ??
    absent.find((known) => {
      if (ownWords.has(plain) || isNumberOf(plain, bare(known))) return false
      const length = Math.min(plain.length, known.length)
      const distance = editDistance(plain, bare(known))
      if (distance === 1) return length >= 4 && plain[0] === bare(known)[0]
      return distance === 2 && length >= 8
    })
  )
}

/** Without what sites write differently at will: capitals, hyphens, underscores. */
function bare(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}

/** Whether one is the other's singular or plural. */
function isNumberOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long === `${short}s` && !invariable.has(long)
}

/** The allowed value that a misspelt one stands for. */
export function nearValue(value: string, allowed: readonly string[]): string | undefined {
  return allowed.find((d) => bare(d) === bare(value)) ?? closest(value, allowed)
}

/** A date as people write it. */
export interface WrittenDate {
  /** Whether it is in the right order already, and only the day isn't in the calendar. */
  readonly ordered: boolean
  /** What it can mean, as `2025-05-12`. */
  readonly readings: readonly string[]
}

/** Reads a date in another order or in words: `12/05/2025`, `12 mai 2025`, `May 12, 2025`. */
export function readDate(value: string, isDate: DateCheck): WrittenDate | undefined {
  const text = value.trim().normalize('NFC').toLowerCase()
  const iso = (year: number, month: number, day: number): string[] =>
    isDate(year, month, day)
      ? [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`]
      : []
  const numbers = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/.exec(text)
  if (numbers) {
    const readings = iso(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]))
    return {ordered: readings.length === 0, readings}
  }
  const reversed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (reversed) {
    const [, a, b, year] = reversed.map(Number)
    const readings = [
      ...iso(year ?? 0, b ?? 0, a ?? 0),
      ...(a === b ? [] : iso(year ?? 0, a ?? 0, b ?? 0))
    ]
    return {ordered: readings.length === 0, readings}
  }
  const words =
    /^(?:\p{L}+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+)\.? (\d{4})$/u.exec(text) ??
    /^(?:\p{L}+\.?, )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text)
  if (!words) return undefined
  const [, first = '', second = '', year = ''] = words
  const [day, name] = /\d/.test(first) ? [first, second] : [second, first]
  const month = monthOf(name)
  if (month === undefined) return undefined
  const readings = iso(Number(year), month, Number(day))
  return {ordered: readings.length === 0, readings}
}

type DateCheck = (year: number, month: number, day: number) => boolean
