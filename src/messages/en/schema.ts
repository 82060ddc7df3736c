import {type MessageText, quote} from '../message.js'

/** What JSON Schema calls the kinds of values. */
export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null'

/** What a finding on a value says: the key, the value, and what the schema tells of it. */
export interface ValueWords {
  readonly key: string
  readonly value: string
  /** What the schema says of the key: its description, else its title; empty where it has none. */
  readonly about: string
  /** A value that the schema gives as an example; empty where it gives none. */
  readonly example: string
}

const typeWords: Readonly<Record<TypeName, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  null: 'nothing'
}

function either(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

function such({about, example}: ValueWords): string {
  const words = about === '' ? '' : `${about}${/[.!?]$/.test(about) ? '' : '.'}`
  const sample = example === '' ? '' : `For instance: \`${example}\`.`
  return [words, sample].filter((d) => d !== '').join(' ')
}

function note(advice: string, words: ValueWords): string {
  return [advice, such(words)].filter((d) => d !== '').join(' ')
}

const count = (limit: number, one: string, many: string): string =>
  `${limit} ${limit === 1 ? one : many}`

export const schema = {
  required: (words: ValueWords): MessageText => ({
    reason: `The key ${quote(words.key)} is missing`,
    note: note('The site wants this key in every post of this kind. Add it.', words)
  }),
  nearKey: (words: ValueWords & {known: string}): MessageText => ({
    reason: `Unknown key ${quote(words.key, 24)}: is ${quote(words.known, 24)} meant?`,
    note: note(`The site reads \`${words.known}\`, and knows nothing of this one.`, words)
  }),
  unknownKey: (words: ValueWords): MessageText => ({
    reason: `The key ${quote(words.key)} isn’t one that the site knows`,
    note: 'The schema allows no other keys than those it lists. Take it out, or add it to the schema.'
  }),
  empty: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key)} is empty`,
    note: note('Write a value, or take the key out if the post doesn’t need it.', words)
  }),
  type: (words: ValueWords & {types: readonly TypeName[]}): MessageText => ({
    reason: `${quote(words.key, 19)} should be ${either(words.types.map((d) => typeWords[d]))}`,
    note: note(`It is ${quote(words.value)}.`, words)
  }),
  enum: (words: ValueWords & {allowed: readonly string[]}): MessageText => ({
    reason: `${quote(words.value, 24)} isn’t a known value of ${quote(words.key, 24)}`,
    note: note(`Known are: ${words.allowed.map((d) => quote(d)).join(', ')}.`, words)
  }),
  const: (words: ValueWords & {allowed: string}): MessageText => ({
    reason: `${quote(words.key, 24)} must be ${quote(words.allowed, 30)}`,
    note: note(`It is ${quote(words.value)}.`, words)
  }),
  minimum: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} must be ${words.limit} or more, not ${quote(words.value, 12)}`,
    note: note('The number is too small.', words)
  }),
  maximum: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} must be ${words.limit} or less, not ${quote(words.value, 12)}`,
    note: note('The number is too large.', words)
  }),
  exclusiveMinimum: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} must be more than ${words.limit}`,
    note: note('The number is too small.', words)
  }),
  exclusiveMaximum: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} must be less than ${words.limit}`,
    note: note('The number is too large.', words)
  }),
  multipleOf: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} must be a multiple of ${words.limit}`,
    note: note(`It is ${quote(words.value)}.`, words)
  }),
  minLength: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} is too short: ${quote(words.value, 20)}`,
    note: note(`At least ${count(words.limit, 'character is', 'characters are')} wanted.`, words)
  }),
  maxLength: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} is longer than ${count(words.limit, 'character', 'characters')}`,
    note: note('Shorten it: what is longer is cut off or breaks the page.', words)
  }),
  pattern: (words: ValueWords): MessageText => ({
    reason:
      words.example === ''
        ? `${quote(words.key, 24)} isn’t written as expected: ${quote(words.value, 20)}`
        : `Expected ${quote(words.key, 16)} such as ${quote(words.example, 16)}, not ${quote(words.value, 16)}`,
    note: note('The site reads this value only in one form.', words)
  }),
  format: (words: ValueWords & {format: string}): MessageText => ({
    reason: `${quote(words.value, 30)} isn’t ${formatWords[words.format] ?? 'of the expected form'}`,
    note: note(formatNotes[words.format] ?? 'The site can’t read the value in this form.', words)
  }),
  impossibleDate: (words: ValueWords): MessageText => ({
    reason: `There is no such day: ${quote(words.value)}`,
    note: 'The calendar doesn’t have this date. Check the day and the month.'
  }),
  dateOrder: (words: ValueWords): MessageText => ({
    reason: `Expected a date such as \`2025-05-12\`, not ${quote(words.value, 24)}`,
    note: 'Year, month, day: in this order sites of all languages read the same day, and posts sort rightly.'
  }),
  timeInDate: (words: ValueWords): MessageText => ({
    reason: `Expected a date without a time: ${quote(words.value, 30)}`,
    note: 'The schema of the site takes the day alone here.'
  }),
  missingFile: (words: ValueWords): MessageText => ({
    reason: `There is no file ${quote(words.value)}`,
    note: 'The path is seen from the post’s folder. Put the file there, or correct the path: the page shows nothing in its place.'
  }),
  fileCase: (words: ValueWords & {actual: string}): MessageText => ({
    reason: `The file is called ${quote(words.actual, 50)}`,
    note: 'Capitals and small letters count on most servers: the page shows nothing where they differ.'
  }),
  minItems: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} needs at least ${count(words.limit, 'item', 'items')}`,
    note: note('Items are missing from this list.', words)
  }),
  maxItems: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} takes at most ${count(words.limit, 'item', 'items')}`,
    note: note('There are too many items in this list.', words)
  }),
  uniqueItems: (words: ValueWords): MessageText => ({
    reason: `${quote(words.value, 34)} stands twice in ${quote(words.key, 24)}`,
    note: 'Each item may stand in the list once. Take one out.'
  }),
  contains: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} lacks an item that must be in it`,
    note: note(
      `The schema wants at least ${count(words.limit, 'item', 'items')} of a certain kind in this list, or no more of them than it says.`,
      words
    )
  }),
  extraItem: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} takes no more than ${count(words.limit, 'item', 'items')}`,
    note: note('There is no place for the items after that.', words)
  }),
  dependentRequired: (words: ValueWords & {because: string}): MessageText => ({
    reason: `The key ${quote(words.key, 21)} is missing, as ${quote(words.because, 21)} is there`,
    note: note('The one has no meaning without the other.', words)
  }),
  minProperties: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} needs at least ${count(words.limit, 'key', 'keys')}`,
    note: note('Keys are missing from this group.', words)
  }),
  maxProperties: (words: ValueWords & {limit: number}): MessageText => ({
    reason: `${quote(words.key, 24)} takes at most ${count(words.limit, 'key', 'keys')}`,
    note: note('There are too many keys in this group.', words)
  }),
  propertyNames: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key)} isn’t a name that a key may have here`,
    note: 'The schema says how keys of this group are written. Rename the key.'
  }),
  not: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key, 24)} mustn’t be ${quote(words.value, 30)}`,
    note: note('The schema rules this value out.', words)
  }),
  anyOf: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key, 24)} fits none of the forms it may have`,
    note: note(`It is ${quote(words.value)}.`, words)
  }),
  severalForms: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key, 24)} fits two forms of which it may have one`,
    note: note('Take out what makes it ambiguous.', words)
  }),
  if: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key, 24)} doesn’t fit the rest of the front matter`,
    note: note('What the schema wants here depends on another key.', words)
  }),
  forbidden: (words: ValueWords): MessageText => ({
    reason: `${quote(words.key)} has no place here`,
    note: 'The schema allows nothing here. Take it out.'
  }),
  other: (words: ValueWords & {keyword: string}): MessageText => ({
    reason: `${quote(words.key, 24)} isn’t what the schema wants (${words.keyword})`,
    note: note(`It is ${quote(words.value)}.`, words)
  })
}

const formatWords: Readonly<Record<string, string>> = {
  date: 'a date',
  'post-date': 'a date',
  'date-time': 'a date with a time',
  'iso-date-time': 'a date with a time',
  time: 'a time of day',
  'iso-time': 'a time of day',
  duration: 'a duration such as `42:10`',
  url: 'a web address',
  uri: 'a web address',
  'uri-reference': 'an address or path',
  'media-url': 'the address of a media file',
  email: 'an e-mail address',
  guid: 'an identifier',
  uuid: 'a UUID',
  slug: 'a short name such as `the-mill`',
  regex: 'a regular expression'
}

const formatNotes: Readonly<Record<string, string>> = {
  date: 'Write year, month and day: `2025-05-12`.',
  'post-date': 'Write year, month and day: `2025-05-12`.',
  'date-time': 'Write date, time and zone: `2025-05-12T08:00:00+02:00`.',
  time: 'Write hours, minutes and seconds: `08:00:00Z`.',
  duration: 'Minutes and seconds (`42:10`), hours too (`1:02:03`), `PT42M10S`, or seconds alone.',
  url: 'It begins with `https://` and has no spaces.',
  uri: 'It begins with `https://` and has no spaces.',
  'media-url': 'It begins with `https://` and ends with `.mp3`, `.mp4` or the like.',
  email: 'It has the form `name@example.org`.',
  guid: 'It is one line without spaces around it.',
  slug: 'Only small letters, digits and hyphens between them.'
}
