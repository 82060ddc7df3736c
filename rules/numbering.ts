import path from 'node:path'
import type {NumberPlace} from '../src/messages/en/content.js'
import {withoutAccents} from '../src/months.js'
import {
  dateInFileName,
  dayExpression,
  type EpisodeNumbers,
  episodeNumbers,
  type NumberClaim,
  readRecordingName
} from '../src/numbers.js'
import {plainText} from '../src/post/markdown.js'
import type {Post} from '../src/post/post.js'
import {destinationRange} from '../src/post/resource.js'
import type {Range} from '../src/post/source.js'
import {mayHoldWeekday, wrongWeekdays} from '../src/post/weekdays.js'
import {defineRule} from '../src/rule.js'

export const numbering = defineRule({
  id: 'episode-numbering',
  pillar: 'metadata',
  summary: 'Season, episode number and date are the same in title, keys, file and folder name.',
  why: 'A post that is copied to begin a new one keeps a number here and a date there. Lists and feeds sort by the one, readers see the other. What a post says only once can’t disagree, and isn’t looked at; a date is left alone where the post speaks of the day that its file is named by; years and counts in titles aren’t numbers of episodes. Over a run of the command line, a recording is found whose file has the number of another episode, if most posts of the folder have files of their own number.',
  defaults: {
    places: ['title', 'series', 'key', 'file', 'folder'] as readonly NumberPlace[],
    patterns: [] as readonly string[],
    dates: true
  },
  options: {
    places: {
      schema: {
        type: 'array',
        items: {enum: ['title', 'series', 'key', 'file', 'folder']},
        uniqueItems: true
      },
      description:
        'Where numbers are read: the title, the key `series`, the keys `season` and `episode`, the names of file and folder.'
    },
    patterns: {
      schema: {type: 'array', items: {type: 'string', minLength: 1}},
      description:
        'Regular expressions for numbers that the site writes in its own way, with groups named `season` and `episode`: `No (?<episode>[0-9]+)`.'
    },
    dates: {
      schema: {type: 'boolean'},
      description: 'Whether to compare the key `date` with a date in the name of file or folder.'
    }
  },
  examples: [
    {
      name: 'Le titre et le nom du fichier',
      text: '---\ntitle: "Saison 2 Épisode #⟦4⟧ : le moulin"\n---\n',
      path: 'saison2-episode3-moulin.md',
      settings: {locale: 'fr'}
    },
    {
      name: 'Season in the title and in the series',
      text: '---\ntitle: S⟦3⟧E1 The mill\nseries: Water, season 2\n---\n'
    },
    {
      name: 'Keys and title',
      text: '+++\ntitle = "Episode ⟦12⟧: the mill"\nepisode = 13\n+++\n'
    },
    {
      name: 'Keys and folder',
      text: '{"title": "The mill", "season": ⟦2⟧, "episode": 4}\n',
      path: 's3e4/index.md'
    },
    {
      name: 'The date in the file name',
      text: '---\ntitle: The mill\ndate: ⟦2024-05-18⟧\n---\n',
      path: '2024-05-17-the-mill.md'
    },
    {
      name: 'Des dates dans le nom du dossier et du fichier',
      text: '---\ntitle: Le moulin\ndate: ⟦2025-03-15⟧\n---\n',
      path: 'moulin-14mars2025/moulin.md',
      settings: {locale: 'fr'}
    },
    {
      name: 'A post that speaks of the day in its file name was only published on another',
      text: '---\ntitle: Jeudi 16 octobre 2025, soirée au moulin\ndate: 2025-09-27\n---\n',
      path: '2025-10-16-le-moulin.md',
      settings: {locale: 'fr'}
    },
    {
      name: 'The same in English, in the text',
      text: '---\ntitle: An evening at the mill\ndate: 2025-09-27\n---\n\nJoin us on October 16th, 2025.\n',
      path: '2025-10-16-the-mill.md'
    },
    {
      name: 'A day of another year',
      text: '---\ntitle: The mill\ndate: ⟦2025-09-27⟧\n---\n\nWe met on 16 October 2023, and 16 octopuses came.\n',
      path: '2025-10-16-the-mill.md'
    },
    {
      name: 'A title that is the post’s first heading',
      text: '# The mill, episode #⟦90⟧\n\n## Episode 3\n',
      path: 'episode-072.md'
    },
    {
      name: 'Numbers in a way of the site’s own',
      text: '---\ntitle: "No ⟦4⟧, the mill"\nepisode: 5\n---\n',
      options: {patterns: ['^No (?<episode>[0-9]+)']}
    },
    {
      name: 'Keys that are called otherwise',
      text: '---\ntitle: Episode 12, the mill\npodcast_episode_number: ⟦11⟧\n---\n',
      path: 'ep12-the-mill.md'
    },
    {
      name: 'A number that counts on over all seasons, and two numbers in a file’s name',
      text: '---\ntitle: "Season 2, episode 1: the mill"\n---\n',
      path: 'episode-10-the-mill.md'
    },
    {
      name: 'Two numbers in a file’s name',
      text: '---\ntitle: "The mill, episode 1"\n---\n',
      path: 'episode-10-mill-episode-01.md'
    },
    {
      name: 'A weekday that isn’t that of its date',
      text: '---\ntitle: Recorded ⟦Monday⇢Tuesday⟧, November 16, 2021\n---\n\n⟦Dimanche⇢Jeudi⟧ 24 novembre 2016, le ⟦mardi⇢mercredi⟧ 1er mars 2017. ⟦Freitag⇢Mittwoch⟧, 15. Februar 2012\n'
    },
    {
      name: 'Front matter that blank lines stand before is read once',
      text: '\n+++\n\ntitle = "Recorded ⟦Monday⇢Tuesday⟧, November 16, 2021"\n\n+++\n\nText.\n'
    },
    {
      name: 'Weekdays of their dates, and what only looks like one',
      text: 'Tuesday, November 16, 2021. Jeudi 24 novembre 2016. Mittwoch, den 15. Februar 2012. Miércoles 15 de febrero de 2012. Monday 31 June 2021. Spring 1 March 2021. Monday 2 Mills 2021. Monday, 3 May\n'
    },
    {
      name: 'All agree',
      text: '---\ntitle: "Saison 2 Épisode #3 : le moulin"\nseries: Eau saison 2\nseason: 2\nepisode: "3"\ndate: 2025-02-11\n---\n',
      path: 's02e03-11022025.md'
    },
    {
      name: 'Years and counts in titles, and nothing to compare',
      text: '---\ntitle: "Top 10 : bilan 2024, déjà 100 épisodes"\nepisode: 7\ndate: 2025-01-02\n---\n',
      path: 'bilan-2024.md'
    },
    {
      name: 'A day that differs by its time zone',
      text: '---\ntitle: The mill\ndate: 2024-05-17T23:30:00-04:00\n---\n',
      path: '2024-05-18-the-mill.md'
    },
    {
      name: 'Places and dates that the options leave alone',
      text: '---\ntitle: Episode 4, the mill\ndate: 2024-05-18\n---\n',
      path: 'episode-3-2024-05-17.md',
      options: {places: ['title', 'key'], dates: false}
    }
  ],
  check({post, options, report, claim}) {
    const {frontMatter} = post
    const places = new Set(options.places)
    const numbers = episodeNumbers(post, options.patterns)
    for (const kind of ['season', 'episode'] as const) {
      const claims = numbers[kind].filter((d) => places.has(d.place))
      const [here, there] = disagreement(claims)
      if (!here?.range || !there) continue
      report({
        range: here.range,
        message: kind,
        values: {
          here: String(here.value),
          place: here.place,
          there: String(there.value),
          other: there.place
        }
      })
    }
    for (const {range, name, there, here} of recordings(post, numbers)) {
      const values = {name, here, there}
      const role = here === there ? 'habit' : 'exception'
      claim({range, message: 'recording', values, key: path.dirname(post.path ?? ''), role})
    }
    if (!options.dates) return
    for (const {mapped} of mayHoldWeekday(post.source.text) ? post.prose : []) {
      for (const {range, written, expected} of wrongWeekdays(mapped)) {
        report({range, message: 'weekday', values: {written, expected}, expected: [expected]})
      }
    }
    const date = frontMatter.strings.find((d) => d.pointer === '/date')
    const range = frontMatter.valueRange('/date')
    const value = date?.value ?? frontMatter.data?.date
    const named = dateOfNames(post)
    if (!range || typeof value !== 'string' || !named) return
    const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0]
    if (day === undefined || day === named.date) return
    const apart = Math.abs(Date.parse(day) - Date.parse(named.date)) / 86_400_000
    if (value.length > day.length && apart <= 1) return
    // The file is named by the day that the post is about; it can have been published before.
    const dayOfFile = dayExpression(named.date)
    if (post.prose.some(({mapped}) => dayOfFile.test(withoutAccents(mapped.text)))) return
    report({
      range,
      message: 'date',
      values: {here: day, place: 'key', there: named.date, other: named.place}
    })
  }
})

/**
 * Of several numbers the one that is alone with its value, if it stands in the post and can be
 * changed there; with two that differ, the first that stands in the post.
 */
function disagreement(
  claims: readonly NumberClaim[]
): readonly [here: NumberClaim | undefined, there: NumberClaim | undefined] {
  const values = new Set(claims.map((d) => d.value))
  if (values.size < 2) return [undefined, undefined]
  const inPost = claims.filter((d) => d.range !== undefined)
  const count = (value: number): number => claims.filter((d) => d.value === value).length
  // The title is what readers see and what is most often left over from a copy.
  const ordered = [...inPost].sort(
    (a, b) =>
      count(a.value) - count(b.value) || Number(b.place === 'title') - Number(a.place === 'title')
  )
  const here = ordered[0]
  return [here, claims.find((d) => d.value !== here?.value)]
}

interface Recording {
  readonly range: Range
  /** Of the file. */
  readonly name: string
  /** The numbers of its episode and of the post's: `3`, `s2e3`. */
  readonly there: string
  readonly here: string
}

/** The post's recordings of which the file's name has a number like the post's. */
function recordings(post: Post, {season, episode}: EpisodeNumbers): readonly Recording[] {
  const [own] = episode
  if (!own || episode.some((d) => d.value !== own.value)) return []
  return addressesOfRecordings(post).flatMap(({value, range}) => {
    const read = readRecordingName(value)
    if (!read) return []
    const isOfSeason = read.season !== undefined
    if (isOfSeason && season.length === 0) return []
    const there = isOfSeason ? `s${read.season}e${read.episode}` : String(read.episode)
    const here = isOfSeason ? `s${season[0]?.value}e${own.value}` : String(own.value)
    if (here !== there && hasWordsOf(read.name, post)) return []
    return [{range, name: read.name, there, here}]
  })
}

/** Words of a link to the post's own recording; others may lead to another episode. */
const formats =
  /^(?:(?:download|listen|écouter|télécharger)\b.{0,20}|(?:the |le )?(?:mp3|m4a|ogg|opus|flac|wav|audio)(?: (?:file|fichier|version))?)$/i

/** What may be the address of a recording: in front matter, players, and links that say nothing else. */
function addressesOfRecordings({
  frontMatter,
  html,
  outline,
  source
}: Post): readonly {readonly value: string; readonly range: Range}[] {
  const keys = frontMatter.strings.filter((d) => !/\/\d+(?:\/|$)/.test(d.pointer))
  const players = html.tokens.flatMap((token) => {
    if (token.kind !== 'start' || !/^(?:audio|source|video)$/.test(token.name)) return []
    const address = token.attributes.find((d) => d.name === 'src')
    return address ? {value: address.value, range: address.valueRange} : []
  })
  const links = outline.all('link').flatMap((link) => {
    const range = formats.test(plainText(link.node).trim()) && destinationRange(source, link)
    return range ? {value: link.node.url, range} : []
  })
  return [...keys, ...players, ...links]
}

/** Whether the name of a file has a word of the post's title or of its own file's name. */
function hasWordsOf(name: string, {frontMatter, path: file = ''}: Post): boolean {
  const title = frontMatter.strings.find((d) => d.pointer === '/title')?.value ?? ''
  const own = new Set(wordsOf(`${title} ${path.basename(file, path.extname(file))}`))
  return wordsOf(name).some(
    (d) => own.has(d) && !/^(?:s?\d+|s\d+e\d+|ep|ep\d+|[ée]pisode)$/.test(d)
  )
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function dateOfNames(
  post: Post
): {readonly date: string; readonly place: 'file' | 'folder'} | undefined {
  if (post.path === undefined) return undefined
  const file = dateInFileName(path.basename(post.path, path.extname(post.path)))
  if (file !== undefined) return {date: file, place: 'file'}
  const folder = dateInFileName(path.basename(path.dirname(post.path)))
  return folder === undefined ? undefined : {date: folder, place: 'folder'}
}
