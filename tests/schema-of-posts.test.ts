import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {schemaOfPosts} from '../src/schema/of-posts.js'
import {episodeLint} from './episode-lint.js'
import {temporaryFolder} from './lint.js'

const seasons = ['The valley', 'The city']
const posts = Array.from({length: 20}, (_, index) => ({
  title: `Episode ${index + 1}`,
  date: `2024-01-${String(index + 1).padStart(2, '0')}`,
  duration: `${30 + index}:00`,
  episode: index + 1,
  series: seasons[index % 2],
  explicit: false,
  tags: ['mill', `tag ${index}`],
  image: {path: `${index}.jpg`, alt: `Wheel ${index}`},
  number: index % 2 === 0 ? index : String(index),
  video: index % 3 === 0 ? `film-${index}` : '',
  ...(index < 3 ? {guest: 'Odile Marchetti'} : {})
}))

describe('a schema from the posts of a site', () => {
  it('wants what nearly all have, in the type and form that they have it in', () => {
    expect(schemaOfPosts(posts)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Post',
      type: 'object',
      required: [
        'title',
        'date',
        'duration',
        'episode',
        'series',
        'explicit',
        'tags',
        'image',
        'number'
      ],
      properties: {
        title: {type: 'string', minLength: 1},
        date: {type: 'string', minLength: 1, format: 'post-date'},
        duration: {type: 'string', minLength: 1, format: 'duration'},
        episode: {type: 'integer'},
        series: {type: 'string', minLength: 1, enum: ['The city', 'The valley']},
        explicit: {type: 'boolean'},
        tags: {type: 'array', items: {type: 'string', minLength: 1}, minItems: 1},
        image: {
          type: 'object',
          required: ['path', 'alt'],
          properties: {
            path: {type: 'string', minLength: 1},
            alt: {type: 'string', minLength: 1}
          }
        },
        number: {},
        video: {}
      }
    })
  })

  it('leaves out the one that does otherwise', () => {
    const other = {...posts[0], date: 'soon', duration: 'long', episode: 'x', series: 'The Valey'}
    const {properties} = schemaOfPosts([...posts, other]) as {
      properties: Record<string, unknown>
    }
    expect(properties).toMatchObject({
      date: {format: 'post-date'},
      duration: {format: 'duration'},
      episode: {type: 'integer'},
      series: {enum: ['The city', 'The valley']}
    })
  })

  it('takes no list of values from few posts, from titles, or where each has its own', () => {
    const {properties} = schemaOfPosts(
      posts.map((_, index) => ({
        subtitle: seasons[index % 2],
        place: `Mill ${index}`,
        ...(index < 8 ? {host: 'Jane Williams'} : {})
      }))
    ) as {properties: Record<string, object>}
    for (const schema of Object.values(properties))
      expect(schema).toEqual({type: 'string', minLength: 1})
    expect(Object.keys(properties)).toEqual(['subtitle', 'place', 'host'])
  })

  it('is none where there are too few posts', () => {
    expect(schemaOfPosts(posts.slice(0, 4))).toBeUndefined()
  })
})

describe('init', () => {
  const post = (number: number, more = ''): string =>
    `---\ntitle: Episode ${number}\nseason: 1\n${more}---\n\nWords.\n`

  it('writes a schema that finds the post which does otherwise', async () => {
    const cwd = temporaryFolder({
      'README.md': '---\nlayout: page\n---\n',
      ...Object.fromEntries(
        Array.from({length: 12}, (_, index) => [`posts/${index}.md`, post(index, 'host: Jane\n')])
      ),
      'posts/last.md': post(13)
    })
    const {out, code} = await episodeLint(cwd, ['init'])
    expect(code).toBe(0)
    expect(out).toContain('schemas/episode.schema.json (from the front matter of 13 posts)')
    const checked = await episodeLint(cwd, ['--no-cache', 'posts'])
    expect(checked.out).toContain('posts/last.md')
    expect(checked.out).toContain('The key `host` is missing')
    expect(checked.out).toContain('1 finding in 1 of 13 posts')
  })

  it('leaves a schema that is there', async () => {
    const cwd = temporaryFolder({
      'schemas/episode.schema.json': '{"required": ["guest"]}',
      ...Object.fromEntries(Array.from({length: 6}, (_, index) => [`${index}.md`, post(index)]))
    })
    expect((await episodeLint(cwd, ['init'])).code).toBe(0)
    const file = path.join(cwd, 'schemas/episode.schema.json')
    expect(readFileSync(file, 'utf8')).toBe('{"required": ["guest"]}')
    expect((await episodeLint(cwd, ['--no-cache', '0.md'])).out).toContain('`guest` is missing')
  })
})
