import {escapePointer, type FrontMatter} from './front-matter.js'
import {MappedTextBuilder} from './mapped-text.js'
import type {Picture} from './media.js'
import type {Range, Source} from './source.js'

/** Two keys of the front matter, dots between their levels, `*` for every item of a list. */
export interface PicturePair {
  /** Where the picture's address stands (`image.path`). */
  readonly picture: string
  /** Where its alternative text stands (`image.alt`). */
  readonly alternative: string
}

/** A picture that the front matter names. */
export interface FrontMatterPicture extends Picture {
  /**
   * Whether the address has a group of keys to itself (`image: {path, alt}`), which is made for an
   * alternative text to stand there too. A lone `image: cover.jpg` isn't.
   */
  readonly grouped: boolean
}

/**
 * Finds the pictures that a post's front matter names, with their alternative texts.
 *
 * @param pairs Which keys belong together; of several with one picture key, the first whose
 *   alternative is there counts.
 */
export function readFrontMatterPictures(
  source: Source,
  frontMatter: FrontMatter,
  pairs: readonly PicturePair[]
): readonly FrontMatterPicture[] {
  const found = new Map<string, FrontMatterPicture>()
  if (!frontMatter.data) return []
  const strings = new Map(frontMatter.strings.map((d) => [d.pointer, d]))
  for (const pair of pairs) {
    const [first = ''] = /^[^.]*/.exec(pair.picture) ?? []
    if (first !== '*' && !Object.hasOwn(frontMatter.data, first)) continue
    const path = pair.picture.split('.')
    for (const {pointer, indexes} of matches(frontMatter.data, path)) {
      const address = strings.get(pointer)
      if (!address || address.value.trim() === '') continue
      if (found.get(pointer)?.alternative) continue
      const alternative = toPointer(pair.alternative.split('.'), indexes)
      const value = strings.get(alternative)
      const key = frontMatter.keyRange(alternative)
      const range: Range | undefined = value ? emptyBlockAsKey(source, value.range, key) : key
      found.set(pointer, {
        start: address.range.start,
        end: address.range.end,
        address: address.value,
        alternative: range && {mapped: value?.mapped ?? new MappedTextBuilder().build(), range},
        label: frontMatter.keyRange(pointer) ?? address.range,
        decorative: false,
        link: undefined,
        caption: undefined,
        grouped: path.length > 1 && pair.alternative.startsWith(`${path.slice(0, -1).join('.')}.`)
      })
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** An empty value that can't be seen (`alt: |`) is shown at its key. */
function emptyBlockAsKey(source: Source, range: Range, key: Range | undefined): Range {
  return /\S/.test(source.slice(range)) ? range : (key ?? range)
}

interface Match {
  readonly pointer: string
  /** What the stars of the path stood for, in order. */
  readonly indexes: readonly string[]
}

function matches(data: unknown, path: readonly string[]): readonly Match[] {
  let level: readonly (Match & {readonly value: unknown})[] = [
    {pointer: '', indexes: [], value: data}
  ]
  for (const key of path) {
    level = level.flatMap(({pointer, indexes, value}) => {
      if (value === null || typeof value !== 'object') return []
      const entries: [string, unknown][] = Object.entries(value)
      if (key === '*') {
        if (!Array.isArray(value)) return []
        return entries.map(([index, item]) => ({
          pointer: `${pointer}/${index}`,
          indexes: [...indexes, index],
          value: item
        }))
      }
      const entry = entries.find(([name]) => name === key)
      return entry ? [{pointer: `${pointer}/${escapePointer(key)}`, indexes, value: entry[1]}] : []
    })
  }
  return level
}

function toPointer(path: readonly string[], indexes: readonly string[]): string {
  let next = 0
  return path
    .map((key) => `/${key === '*' ? (indexes[next++] ?? '*') : escapePointer(key)}`)
    .join('')
}
