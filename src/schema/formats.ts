/** Judges a string by what it stands for. */
export type FormatCheck = (value: string) => boolean

/** Where values that name files are looked for; without it, every file counts as there. */
let files: ((value: string) => boolean) | undefined

/**
 * Runs a validation for a post whose files can be looked for.
 *
 * A schema is compiled once for all posts, and a check of a format is told nothing but the value; so
 * what the value is relative to stands here for as long as the (synchronous) validation runs.
 */
export function withFiles<Value>(exists: (value: string) => boolean, validate: () => Value): Value {
  files = exists
  try {
    return validate()
  } finally {
    files = undefined
  }
}

/** Whether a date of the Gregorian calendar exists. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/
/** YAML takes an hour of one digit (YAML 1.1, timestamps). No zone is more than 14 hours away. */
const timePattern =
  /^([01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?: ?(?:Z|[+-](?:0\d|1[0-4]):?(?:\d\d)?))?$/i

function date(value: string): boolean {
  const match = datePattern.exec(value)
  return match !== null && isDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** A date, or a date and a time with or without a zone, as YAML, TOML and the generators take it. */
function postDate(value: string): boolean {
  if (/^(?:git )?(?:last modified|created)$/i.test(value)) return true
  const [, day = '', time] = /^(\S{10})(?:[Tt ](.+))?$/.exec(value) ?? []
  return date(day) && (time === undefined || timePattern.test(time))
}

const clock =
  /^(?!(?:0+:)*0+$)(?!(?:2[4-9]|[3-9]\d|\d{3}):[0-5]?\d:00$)(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:\.\d+)?$/
const iso = /^P(?=\d|T\d)(?:\d+W|(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/

/**
 * `42:10`, `1:02:03`, `PT42M10S` (ISO 8601) or a number of seconds. No episode lasts nothing, and
 * `49:45:00` is what spreadsheets make of 49 minutes and 45 seconds.
 */
function duration(value: string): boolean {
  return clock.test(value) || iso.test(value) || /^\d+(?:\.\d+)?$/.test(value)
}

function url(value: string): boolean {
  return /^https?:\/\/[^\s/]+\.?[^\s]*$/i.test(value) && URL.canParse(value)
}

const mediaExtension =
  /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|mp4|m4v|mov|webm|ogv|mkv|m3u8)(?:[?#].*)?$/i

/** The address of a sound or film: with a protocol and a media file's extension. */
function mediaUrl(value: string): boolean {
  return url(value) && mediaExtension.test(value)
}

/** What an episode's feed knows it by: anything without white space around it (RSS 2.0 `guid`). */
function guid(value: string): boolean {
  return value !== '' && value.trim() === value && !/[\r\n\t]/.test(value)
}

/** The formats that posts need besides those of JSON Schema. */
export const formats: Readonly<Record<string, FormatCheck>> = {
  date,
  'post-date': postDate,
  duration,
  url,
  'media-url': mediaUrl,
  guid,
  slug: (value) => /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u.test(value),
  'relative-file': (value) => files?.(value) ?? true
}
