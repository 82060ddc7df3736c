import {monthOf, withoutAccents} from '../months.js'
import type {MappedText} from './mapped-text.js'
import type {Range} from './source.js'

/** A weekday that isn't the one of the date beside it. */
export interface WrongWeekday {
  /** Of the weekday. */
  readonly range: Range
  /** Weekday and date as they stand in the text. */
  readonly written: string
  /** The weekday of the date, in the same language. */
  readonly expected: string
}

/** Sunday first, as `Date` counts; without accents. */
const weekdays: readonly (readonly string[])[] = [
  'sunday monday tuesday wednesday thursday friday saturday',
  'dimanche lundi mardi mercredi jeudi vendredi samedi',
  'sonntag montag dienstag mittwoch donnerstag freitag samstag',
  'domingo lunes martes miércoles jueves viernes sábado',
  'domenica lunedì martedì mercoledì giovedì venerdì sabato',
  'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'
].map((names) => names.split(' '))

const dated =
  /(?<!\p{L})(?<weekday>\p{L}{4,12}),? {1,2}(?:(?:the|le|den|el|il) )?(?:(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:of |de |d')?(?<month>\p{L}{3,10})|(?<monthFirst>\p{L}{3,10})\.? (?<dayLast>\d{1,2})(?:st|nd|rd|th)?)\.?,? (?:de |del )?(?<year>(?:19|20)\d\d)(?![\d-])/gu

const anyWeekday = new RegExp(
  weekdays
    .flat()
    .map((name) => name.replace(/[áéì]/g, '.{1,2}'))
    .join('|'),
  'i'
)
/** A weekday is the first of its date, and the year the last. */
const longestDate = 45

/** Whether a text may hold a weekday with its date in words: a quick no for most, which have no year. */
export function mayHoldWeekday(text: string): boolean {
  for (const {index} of text.matchAll(/(?:19|20)\d\d/g)) {
    if (anyWeekday.test(text.slice(Math.max(0, index - longestDate), index))) return true
  }
  return false
}

/** Finds weekdays of dates with their year in words: `Monday, November 16, 2021` was a Tuesday. */
export function wrongWeekdays(mapped: MappedText): readonly WrongWeekday[] {
  const {text} = mapped
  if (!mayHoldWeekday(text)) return []
  return [...text.matchAll(dated)].flatMap((match): WrongWeekday[] => {
    const {weekday = '', day, month, monthFirst, dayLast, year} = match.groups ?? {}
    const names = weekdays.find((d) => d.some((name) => isSame(name, weekday)))
    const monthNumber = monthOf(month ?? monthFirst ?? '')
    if (!names || monthNumber === undefined) return []
    const date = new Date(Date.UTC(Number(year), monthNumber - 1, Number(day ?? dayLast)))
    const right = names[date.getUTCDay()] ?? ''
    // A day that isn't in the calendar has no weekday.
    if (date.getUTCMonth() !== monthNumber - 1 || isSame(right, weekday)) return []
    const expected = /^\p{Lu}/u.test(weekday)
      ? right.charAt(0).toUpperCase() + right.slice(1)
      : right
    const start = match.index
    return [{range: mapped.range(start, start + weekday.length), written: match[0], expected}]
  })
}

function isSame(name: string, written: string): boolean {
  return withoutAccents(name) === withoutAccents(written)
}
