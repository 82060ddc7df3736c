import path from 'node:path'
import {ConfigurationError} from './configuration-error.js'
import type {NumberPlace} from './messages/en/content.js'
import {monthPattern, withoutAccents} from './months.js'
import type {MappedText} from './post/mapped-text.js'
import type {Post} from './post/post.js'
import type {Range} from './post/source.js'
import {isDate} from './schema/formats.js'

/** A number that a post says of itself, and where. */
export interface NumberClaim {
  readonly value: number
  readonly place: NumberPlace
  /** Where it stands in the post; undefined for names of files and folders. */
  readonly range: Range | undefined
}

/** What a post says of its place in the series. */
export interface EpisodeNumbers {
  readonly season: readonly NumberClaim[]
  readonly episode: readonly NumberClaim[]
}

// Latin letters only, by their codes: classes of all letters take V8 long to compile.
const both =
  /(?<![a-zà-öø-ɏ0-9])s(?:aison)?[ ._-]?0*(\d{1,3})[ ._-]?e(?:p(?:isode)?)?[ ._-]?0*(\d{1,4})(?![a-zà-öø-ɏ0-9])/i
const seasonAlone = /(?<![a-zà-öø-ɏ0-9])(?:saison|season)[ ._-]?(?:n° ?|#)?0*(\d{1,3})(?!\d)/i
const episodeAlone =
  /(?<![a-zà-öø-ɏ0-9])(?:(?:é|e\u0301?)pisode|ep\.?)[ ._-]?(?:n° ?|no\.? ?|# ?)?0*(\d{1,4})(?!\d|[.,]\d)/i
const leadingNumber = /^\s*#0*(\d{1,4})(?!\d)/

/** What sites call the keys of these numbers. */
const keyPatterns = {
  season: /^(?:podcast_?)?season(?:_?(?:number|no|nr))?$/i,
  episode: /^(?:podcast_?)?(?:episode|ep)(?:_?(?:number|no|nr))?$/i
} as const

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern)
  if (known) return known
  try {
    const expression = new RegExp(pattern, 'diu')
    expressions.set(pattern, expression)
    return expression
  } catch {
    throw new ConfigurationError(
      `Option \`rules.episode-numbering.patterns\`: ${JSON.stringify(pattern)} is no regular expression`
    )
  }
}

/**
 * Reads season and episode from all that names the post: keys, title, series, file and folder.
 *
 * @param patterns Regular expressions of the site's own, with groups named `season` and `episode`;
 *   where one matches, it alone counts.
 * @throws {ConfigurationError} A pattern is no regular expression.
 */
export function episodeNumbers(post: Post, patterns: readonly string[] = []): EpisodeNumbers {
  const own = patterns.map(expressionOf)
  const season: NumberClaim[] = []
  const episode: NumberClaim[] = []
  const {data, strings, valueRange} = post.frontMatter
  for (const [key, list] of [
    ['season', season],
    ['episode', episode]
  ] as const) {
    const name = Object.keys(data ?? {}).find((d) => keyPatterns[key].test(d)) ?? key
    const value = data?.[name]
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Number.isInteger(number)) {
      list.push({value: number, place: 'key', range: valueRange(`/${name}`)})
    }
  }
  const title = strings.find((d) => d.pointer === '/title')
  const mappedTitle = title?.mapped ?? titleHeading(post)
  if (mappedTitle) read(mappedTitle.text, 'title', (start, end) => mappedTitle.range(start, end))
  const series = strings.find((d) => d.pointer === '/series')
  if (series) read(series.mapped.text, 'series', (start, end) => series.mapped.range(start, end))
  if (post.path !== undefined) {
    const absolute = path.resolve(post.cwd, post.path)
    const file = path.basename(absolute, path.extname(absolute))
    if (file !== 'index') read(file, 'file', () => undefined)
    const relative = path.relative(post.cwd, absolute)
    if (relative.includes(path.sep)) {
      const folder = path.basename(path.dirname(absolute))
      read(folder, 'folder', () => undefined)
    }
  }
  // After the first season, a number without its season counts all episodes: `Season 2: Episode 1` may
  // be `episode-10`.
  const isLater = season.some(({value}) => value > 1)
  const withSeason = new Set(season.map(({place}) => place))
  const counted = episode.filter(
    ({place}) => !isLater || withSeason.has(place) || !/^(?:file|folder)$/.test(place)
  )
  return {season, episode: counted}

  function read(
    text: string,
    place: NumberPlace,
    rangeOf: (start: number, end: number) => Range | undefined
  ): void {
    const add = (list: NumberClaim[], match: RegExpExecArray | null, group: number): void => {
      const digits = match?.[group]
      if (!match || digits === undefined) return
      // The number alone: the last one of the match for an episode, the first for a season.
      const inside = group === 2 ? match[0].lastIndexOf(digits) : match[0].search(/[1-9]|0(?!\d)/)
      const start = match.index + inside
      list.push({value: Number(digits), place, range: rangeOf(start, start + digits.length)})
    }
    for (const expression of own) {
      const groups = expression.exec(text)?.indices?.groups
      if (!groups) continue
      for (const [list, indices] of [
        [season, groups.season],
        [episode, groups.episode]
      ] as const) {
        const value = indices ? Number(text.slice(...indices)) : Number.NaN
        if (indices && Number.isInteger(value))
          list.push({value, place, range: rangeOf(...indices)})
      }
      return
    }
    const pair = both.exec(text)
    add(season, pair ?? seasonAlone.exec(text), 1)
    if (place === 'series') return
    if (pair) add(episode, pair, 2)
    else {
      const alone = episodeAlone.exec(text)
      // Of two numbers, either may be meant: `episode-10-nyc-episode-01`.
      const other = alone && episodeAlone.exec(text.slice(alone.index + alone[0].length))
      if (other && Number(other[1]) !== Number(alone[1])) return
      add(episode, alone ?? (place === 'title' ? leadingNumber.exec(text) : null), 1)
    }
  }
}

/** What the name of a recording says of the episode that it holds. */
export interface RecordingName {
  /** Without folders and extension. */
  readonly name: string
  readonly season: number | undefined
  readonly episode: number
}

const recording = /([^/\\?#]+)\.(?:mp3|m4a|ogg|opus|aac|wav|flac|mp4|m4v|webm)(?:[?#]|$)/i
/** A show's letters and a number: `MW_012_the_wheel`. */
const numberedName = /^[a-z]{1,12}[-_. ]?0*(\d{1,4})(?=[-_. ]|$)/i

/** Reads the number in the name of a sound or film file; undefined where it has none, or several. */
export function readRecordingName(address: string): RecordingName | undefined {
  const name = recording.exec(address.replaceAll('%20', ' '))?.[1]
  if (name === undefined) return undefined
  const numbers = name.match(/\d+/g) ?? []
  const [, season, ofSeason] = both.exec(name) ?? []
  if (season !== undefined && numbers.length === 2) {
    return {name, season: Number(season), episode: Number(ofSeason)}
  }
  const episode = (episodeAlone.exec(name) ?? numberedName.exec(name))?.[1]
  if (episode === undefined || numbers.length !== 1) return undefined
  return {name, season: undefined, episode: Number(episode)}
}

/** The words of the heading that is the title of a post without one among its keys. */
function titleHeading(post: Post): MappedText | undefined {
  const [heading] = post.outline.all('heading')
  if (heading?.node.depth !== 1 || heading.parent?.node.type !== 'root') return
  return post.prose.find(({kind, mapped}) => {
    if (kind !== 'heading') return false
    const {start} = mapped.range(0, 1)
    return heading.start <= start && start < heading.end
  })?.mapped
}

const months = Array.from({length: 12}, (_, index) => `(${monthPattern(index + 1)})`).join('|')
const dateInName = new RegExp(
  `(?<!\\d)(?:(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)|(\\d\\d)[-_.]?(\\d\\d)[-_.]?(20\\d\\d)|(\\d{1,2})[-_. ]?(?:${months})[-_. ]?(20\\d\\d))(?!\\d)`
)

/** The date in the name of a file or folder, as `2025-03-12`, in the usual spellings. */
export function dateInFileName(name: string): string | undefined {
  const match = dateInName.exec(withoutAccents(name))
  if (!match) return undefined
  const groups = match.slice(1)
  const iso = (year: string, month: number, day: string): string | undefined =>
    isDate(Number(year), month, Number(day))
      ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
      : undefined
  const [y, m, d, dayFirst, monthSecond, yearLast, day] = groups
  if (y !== undefined) return iso(y, Number(m), d ?? '')
  if (yearLast !== undefined) return iso(yearLast, Number(monthSecond), dayFirst ?? '')
  const month = groups.slice(7, 19).findIndex((name) => name !== undefined) + 1
  return iso(groups[19] ?? '', month, day ?? '')
}

/**
 * An expression for a day in words (`16 octobre`, `October 16th, 2025`) or signs (`16/10`,
 * `2025-10-16`), with its year or without one, in a text without accents (see `withoutAccents`).
 *
 * @param date The day, as `2025-10-16`.
 */
export function dayExpression(date: string): RegExp {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = `(?:${monthPattern(Number(month))})(?!\\p{L})\\.?`
  const number = `0?${Number(day)}(?:er|st|nd|rd|th)?`
  const inSigns = `0?${Number(day)}[/.]0?${Number(month)}|${date}`
  const otherYear = `,?[ /.-]+(?!${year})\\p{N}{4}`
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${number}(?: of)?[ \u00A0]${name}|${name} ${number}|${inSigns})(?!\\p{N}|${otherYear})`,
    'iu'
  )
}
