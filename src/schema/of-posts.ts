import {isRecord} from '../post/front-matter/reading.js'
import {formats} from './formats.js'

type Data = Readonly<Record<string, unknown>>
type Schema = Readonly<Record<string, unknown>>

/** Fewer posts tell nothing of what a site wants. */
const leastPosts = 5
/** What so many of all posts have, the others lack by mistake. */
const nearlyAll = 0.9
/** What fewer posts have is their own affair. */
const leastShare = 0.2
/** A list of categories or series has no more values than these, each in several posts. */
const mostValues = 8
const leastUses = 2
/** Of the values of a key, so many make a list of values, and not a coincidence. */
const leastValues = 10

/** Keys of which the values are words of their own in each post. */
const ownWords =
  /title|titre|name|description|summary|excerpt|subtitle|url|link|href|path|file|id$/i

/**
 * Derives a JSON Schema (2020-12) from the front matter of a site's posts: what nearly all of them have
 * is required, in the type and form that they have it in, so that the exceptions are found.
 *
 * @param posts The data of each post's front matter.
 * @returns Undefined where there are too few posts to tell.
 */
export function schemaOfPosts(posts: readonly Data[]): Schema | undefined {
  if (posts.length < leastPosts) return undefined
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Post',
    ...groupSchema(posts)
  }
}

function groupSchema(groups: readonly Data[]): Schema {
  const keys = [...new Set(groups.flatMap((group) => Object.keys(group)))]
  const common = keys.filter((key) => shareOf(groups, key) >= leastShare)
  const required = keys.filter((key) => shareOf(groups, key) >= nearlyAll)
  return {
    type: 'object',
    required,
    properties: Object.fromEntries(
      common.map((key) => {
        const written = groups.filter((group) => Object.hasOwn(group, key)).map((d) => d[key])
        const values = written.filter(isThere)
        // Templates of posts have keys that many posts leave empty.
        const mayBeEmpty = values.length < nearlyAll * written.length
        return [key, mayBeEmpty ? {} : valueSchema(key, values)]
      })
    )
  }
}

function shareOf(groups: readonly Data[], key: string): number {
  return groups.filter((group) => isThere(group[key])).length / groups.length
}

function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== ''
}

function valueSchema(key: string, values: readonly unknown[]): Schema {
  const isMost = (test: (value: unknown) => boolean): boolean =>
    values.filter(test).length >= nearlyAll * values.length
  if (isMost((value) => typeof value === 'boolean')) return {type: 'boolean'}
  if (isMost(Number.isInteger)) return {type: 'integer'}
  if (isMost((value) => typeof value === 'number')) return {type: 'number'}
  if (isMost(Array.isArray)) {
    const items = values.filter(Array.isArray).flat()
    const isOfTexts = items.length > 0 && items.every((item) => typeof item === 'string')
    return {
      type: 'array',
      ...(isOfTexts ? {items: {type: 'string', minLength: 1}} : {}),
      minItems: 1
    }
  }
  if (isMost((value) => isRecord(value) && !Array.isArray(value))) {
    return groupSchema(values.filter(isRecord))
  }
  const texts = values.filter((value): value is string => typeof value === 'string')
  // Some quote a number, others don't: the site takes both.
  if (texts.length < nearlyAll * values.length) return {}
  const format = formatOf(key, texts)
  const allowed = format === undefined ? allowedOf(key, texts) : undefined
  return {
    type: 'string',
    minLength: 1,
    ...(format === undefined ? {} : {format}),
    ...(allowed === undefined ? {} : {enum: allowed})
  }
}

/** The format that the key's name speaks of, where nearly all values have it. */
function formatOf(key: string, texts: readonly string[]): string | undefined {
  const format = /date|published|updated/i.test(key)
    ? 'post-date'
    : /duration|durée|duree|length/i.test(key)
      ? 'duration'
      : undefined
  const check = format === undefined ? undefined : formats[format]
  return check && texts.filter(check).length >= nearlyAll * texts.length ? format : undefined
}

/** The few values that a key has, where nearly all posts have one that others have too. */
function allowedOf(key: string, texts: readonly string[]): readonly string[] | undefined {
  if (texts.length < leastValues || ownWords.test(key)) return undefined
  const uses = new Map<string, number>()
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1)
  const shared = [...uses].filter(([, count]) => count >= leastUses)
  const covered = shared.reduce((sum, [, count]) => sum + count, 0)
  // What is the same everywhere may be another tomorrow.
  if (shared.length < 2 || shared.length > mostValues || covered < nearlyAll * texts.length)
    return undefined
  return shared.map(([text]) => text).sort()
}
