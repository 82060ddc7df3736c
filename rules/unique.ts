import path from 'node:path'
import {episodeNumbers} from '../src/numbers.js'
import {type Player, playerOf, playerOfTag} from '../src/players.js'
import type {FrontMatterString} from '../src/post/front-matter.js'
import type {Post} from '../src/post/post.js'
import type {Range} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

type Field = 'player' | 'guid' | 'identifier' | 'number' | 'description' | 'title'

/** Episodes that share another one's number or title by design. */
const extra =
  /\b(?:faq|bonus|trailer|teaser|bande[- ]annonce|hors[- ]s[ée]rie|extraits?|best of|rediffusion|rerun|replay|part(?:ie)?\.? ?\d|\d ?\/ ?\d)(?!\p{L})/iu
/** A description that is shorter says too little to be a copy. */
const shortestDescription = 15

export const unique = defineRule({
  id: 'episode-unique',
  pillar: 'metadata',
  summary: 'A player, an identifier, an episode’s number and a description stand in one post only.',
  why: 'Most posts begin as a copy of the last one. What isn’t changed then plays last week’s episode, hides it in podcast applications, or makes two entries of a list look the same. Within a post, the same player twice is found; over a run of the command line, what two posts share, with both places. Bonus episodes and trailers may have their episode’s number, and a player’s show page or playlist may stand in all posts.',
  defaults: {
    fields: ['player', 'guid', 'identifier', 'number', 'description', 'title'] as readonly Field[]
  },
  options: {
    fields: {
      schema: {
        type: 'array',
        items: {enum: ['player', 'guid', 'identifier', 'number', 'description', 'title']},
        uniqueItems: true
      },
      description: 'What no two posts may have in common.'
    }
  },
  examples: [
    {
      name: 'The same player twice',
      text: '<iframe src="https://player.vimeo.com/video/123456" title="The mill"></iframe>\n\nText.\n\n<iframe src="⟦https://player.vimeo.com/video/123456?h=1⟧" title="The wheel"></iframe>\n'
    },
    {
      name: 'Le même lecteur deux fois, par des balises du site',
      text: '{%- dailymotion "x8abcde" -%}\n\n{% dailymotion "⟦x8abcde⟧" %}\n\n{{< youtube aBcDeFgHiJk >}}\n\n{{< youtube id="⟦aBcDeFgHiJk⟧" >}}\n\n{{< soundcloud soundcloud-url="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/111111" >}}\n\n{{< soundcloud width="100" soundcloud-url="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/222222" >}}\n\n{{< vimeo title="The-wheel" video-id="333333" >}}\n\n{{< vimeo title="The-wheel" video-id="444444" >}}\n\n{{< vimeo title="The-dam" video-id="⟦444444⟧" >}}\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Players of podcast hosts',
      text: '<iframe src="https://anchor.fm/the-mill/embed/episodes/The-wheel-e1a2b3c/a-a9z8y7" title="The wheel"></iframe>\n\n<iframe src="⟦https://podcasters.spotify.com/pod/show/the-mill/embed/episodes/The-wheel-e1a2b3c⟧" title="The wheel"></iframe>\n\n<iframe src="https://share.transistor.fm/e/0a1b2c3d" title="One"></iframe>\n\n<iframe src="⟦https://share.transistor.fm/e/0a1b2c3d/dark⟧" title="One"></iframe>\n\n<iframe src="https://www.buzzsprout.com/1234/56789?iframe=true" title="Two"></iframe>\n\n<iframe src="⟦https://www.buzzsprout.com/1234/56789-the-wheel?iframe=true⟧" title="Two"></iframe>\n\n<iframe src="https://html5-player.libsyn.com/embed/episode/id/123456/height/90" title="Three"></iframe>\n\n<iframe src="⟦//html5-player.libsyn.com/embed/episode/id/123456/theme/custom⟧" title="Three"></iframe>\n'
    },
    {
      name: 'The newest episode of a show, and anchors',
      text: '<iframe src="https://share.transistor.fm/e/the-mill/latest" title="Newest"></iframe>\n\n<iframe src="https://share.transistor.fm/e/the-mill/latest" title="Newest"></iframe>\n\n{{< anchor "players" >}}\n\n{{< anchor "players" >}}\n'
    },
    {
      name: 'Two players, and one episode on two services',
      text: '---\naudio: https://media.example/mill.mp3\n---\n<audio src="https://media.example/mill.mp3" controls></audio>\n\n{% youtube "aBcDeFgHiJk" %}\n\n{% vimeo "123456" %}\n'
    },
    {
      name: 'A show page that all posts share, and a link to another post’s recording',
      text: '<iframe src="https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk"></iframe>\n<iframe src="https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk"></iframe>\n\n[Watch](https://www.youtube.com/watch?v=aBcDeFgHiJk) and [again](https://www.youtube.com/watch?v=aBcDeFgHiJk).\n'
    },
    {
      name: 'Players, where they are no field',
      text: '{% vimeo "123456" %}\n\n{% vimeo "123456" %}\n',
      options: {fields: ['guid']}
    }
  ],
  check({post, options, report, claim}) {
    const {data} = post.frontMatter
    const fields = new Set(options.fields)
    const language = text(data?.lang ?? data?.language ?? data?.locale).toLowerCase()
    const key = (...parts: readonly string[]): string => [...parts, language].join('|')
    const isDraft = data?.draft === true
    if (fields.has('player')) {
      const first = new Map<string, number>()
      for (const {service, id, range} of players(post)) {
        const name = `${service}:${id}`
        const line = first.get(name)
        if (line === undefined) {
          first.set(name, post.source.lineAt(range.start))
          if (!isDraft) claim({range, message: 'player', values: {id}, key: key('player', name)})
        } else report({range, message: 'embedTwice', values: {id, line}})
      }
    }
    if (!data || isDraft) return
    const strings = new Map(post.frontMatter.strings.map((d) => [d.pointer, d]))
    const guid = strings.get('/guid')
    if (guid && fields.has('guid') && guid.value.trim() !== '') {
      const id = guid.value.trim()
      claim({range: guid.range, message: 'guid', values: {id}, key: key('guid', id)})
    }
    if (fields.has('identifier')) {
      for (const {pointer, value, range} of post.frontMatter.strings) {
        if (pointer === '/guid' || !isIdentifier(pointer, value)) continue
        const kind = key('identifier', folderOf(post), pointer)
        const id = value.trim()
        const values = {id, name: pointer.split('/').at(-1) ?? ''}
        claim({
          range: firstLine(post, range),
          message: 'identifier',
          values,
          key: `${kind}|${id}`,
          among: kind
        })
      }
    }
    const description = strings.get('/description') ?? strings.get('/Description')
    if (description && fields.has('description')) {
      const words = plain(description)
      if (words.length >= shortestDescription) {
        const range = firstLine(post, description.range)
        claim({range, message: 'description', values: {words}, key: key('description', words)})
      }
    }
    const title = strings.get('/title')
    const series = plainText(text(data.series))
    const type = text(data.episodeType)
    if (
      !title ||
      series === '' ||
      extra.test(title.value.normalize('NFC')) ||
      !/^(?:full)?$/.test(type)
    )
      return
    const place = key(series, folderOf(post))
    if (fields.has('title')) {
      const words = plain(title)
      const range = firstLine(post, title.range)
      claim({range, message: 'title', values: {words}, key: `title|${place}|${words}`})
    }
    const {season, episode} = episodeNumbers(post)
    const number =
      episode.find((d) => d.place === 'key') ?? episode.find((d) => d.place === 'title')
    if (fields.has('number') && number) {
      const range = number.range ?? firstLine(post, title.range)
      const values = {number: String(number.value), series: text(data.series)}
      const inSeason = String(season[0]?.value ?? '')
      claim({range, message: 'number', values, key: `number|${place}|${inSeason}|${number.value}`})
    }
  }
})

/** Keys that posts may well share the value of: pictures, people, times, parts of the site. */
const shared =
  /image|img|picture|photo|cover|thumb|banner|logo|avatar|icon|author|guest|host|speaker|date|time|duration|length|size|bytes|layout|template|series|season|categor|tag|licen[cs]e|feed|site|home|repo|location|venue/i

/** Whether a value of the front matter stands for one episode: an address, a file, an id of a service. */
function isIdentifier(pointer: string, value: string): boolean {
  const text = value.trim()
  // Members of lists are links, guests, tags.
  if (shared.test(pointer) || /\/\d+(?:\/|$)/.test(pointer)) return false
  if (text.length < 6 || /\s/.test(text) || /^\d{4}-\d\d|^\d+(?:[:.]\d+)*$/.test(text)) return false
  return /\d/.test(text) || /[/.]/.test(text)
}

/** The players of a post's body, in document order. */
function players(post: Post): readonly (Player & {readonly range: Range})[] {
  const found: (Player & {readonly range: Range})[] = []
  const known = new Set<string>()
  for (const token of post.html.tokens) {
    if (token.kind !== 'start' || !/^(?:iframe|video|audio|source|embed)$/.test(token.name))
      continue
    for (const {name, value, valueRange} of token.attributes) {
      const player = name === 'src' ? playerOf(value) : undefined
      if (player) found.push({...player, range: valueRange})
    }
  }
  for (const template of post.templates) {
    if (template.kind !== 'tag' || template.start < post.frontMatter.range.end) continue
    const player = playerOfTag(template.name, post.source.slice(template))
    if (!player || known.has(`${template.start}`)) continue
    known.add(`${template.start}`)
    const start = template.start + player.at
    const end = start + (/^[^\s"'>%}]+/.exec(post.source.text.slice(start))?.[0].length ?? 0)
    found.push({service: player.service, id: player.id, range: {start, end}})
  }
  return found.sort((a, b) => a.range.start - b.range.start)
}

/**
 * The part of the site that a post stands in: series of the same name (“Season 1”) in two parts of
 * a site are two series.
 */
function folderOf(post: Post): string {
  if (post.path === undefined) return ''
  const relative = path.relative(post.cwd, path.resolve(post.cwd, post.path))
  return relative.split(path.sep).slice(0, -1).slice(0, 2).join('/')
}

function firstLine(post: Post, range: Range): Range {
  const {end} = post.source.line(post.source.lineAt(range.start))
  return {start: range.start, end: Math.min(range.end, end)}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function plain(string: FrontMatterString): string {
  return plainText(string.value)
}

function plainText(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
