import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {settleClaims} from '../src/cli/claims.js'
import type {LintResult} from '../src/cli/result.js'
import remarkLintEpisode from '../src/index.js'

function claimsOf(path: string, text: string): LintResult {
  const file = new VFile({path, cwd: '/site', value: text})
  const processor = unified().use(remarkParse).use(remarkLintEpisode, {schema: false})
  processor.runSync(processor.parse(file), file)
  const claims = (file.data.episodeClaims ?? []).map((message) => ({
    ruleId: message.ruleId,
    source: message.source,
    fatal: message.fatal,
    line: message.line,
    column: message.column,
    place: message.place,
    reason: message.reason,
    actual: message.actual,
    expected: message.expected,
    note: message.note,
    url: message.url,
    fix: message.fix,
    claim: message.claim,
    claimRole: message.claimRole,
    claimAmong: message.claimAmong
  }))
  return {path, messages: [], claims, dependencies: {files: [], lookups: []}}
}

const episode = (title: string, more = '', body = ''): string =>
  `---\ntitle: ${title}\nseries: Water\n${more}---\n\n${body}\n`

async function conflicts(posts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const results = Object.entries(posts).map(([path, text]) => claimsOf(path, text))
  const settled = await settleClaims(results, async () => 'en')
  return settled.flatMap(({path, messages}) =>
    messages.map(({reason, note}) => `${path}: ${reason} | ${note}`)
  )
}

describe('what two posts share', () => {
  it('are files of one number and posts of another, where most agree', async () => {
    const post = (number: number, file: string): string =>
      `---\ntitle: Episode ${number}, the ${['mill', 'wheel', 'dam', 'weir'][number]}\naudio: /a/${file}.mp3\n---\n`
    const posts = {
      'p/0.md': post(0, 'mw_000_mill'),
      'p/1.md': post(1, 'mw_001_wheel'),
      'p/2.md': post(2, 'mw_001_wheel'),
      'p/3.md': post(3, 'mw_003_the_sluice')
    }
    expect((await conflicts(posts)).filter((d) => d.includes('file'))).toEqual([
      expect.stringContaining(
        'p/2.md: Episode 2 plays the file of 1: `mw_001_wheel` | Most posts do'
      )
    ])
    // The file has a word of the title: another way of counting.
    const renamed = {...posts, 'p/2.md': post(2, 'mw_001_dam')}
    expect((await conflicts(renamed)).filter((d) => d.includes('file'))).toEqual([])
    // In a player, and in a link that says nothing but the format.
    const inPlayer = {...posts, 'p/2.md': post(2, 'x').replace('audio: /a/x.mp3\n', '')}
    for (const [body, count] of [
      ['<audio src="/a/mw_001.mp3"></audio>', 1],
      ['<audio><source src="/a/mw_001.mp3"></audio>', 1],
      ['[MP3](/a/mw_001.mp3)', 1],
      ['[The first one](/a/mw_001.mp3)', 0],
      ['<a href="/a/mw_001.mp3">MP3</a>', 0]
    ] as const) {
      const found = await conflicts({...inPlayer, 'p/2.md': `${inPlayer['p/2.md']}\n${body}\n`})
      expect(found.filter((d) => d.includes('plays the file'))).toHaveLength(count)
    }
    // The post itself doesn't know its number; the file has two; a list has others' files; a season
    // that the post doesn't have.
    for (const odd of [
      post(2, 'mw_001').replace('---\ntitle', '---\nepisode: 7\ntitle'),
      post(2, 'mw_001_take_3'),
      post(2, 'x').replace('audio: /a/x.mp3', 'more: [/a/mw_001.mp3]'),
      post(2, 's1e1')
    ]) {
      const found = await conflicts({...posts, 'p/2.md': odd})
      expect(found.filter((d) => d.includes('file'))).toEqual([])
    }
    // No post agrees: the files are counted otherwise.
    const shifted = {
      'p/1.md': post(1, 'mw_002'),
      'p/2.md': post(2, 'mw_003'),
      'p/3.md': post(3, 'mw_004')
    }
    expect((await conflicts(shifted)).filter((d) => d.includes('file'))).toEqual([])
  })

  it('name both places', async () => {
    const player = '{% youtube "aBcDeFgHiJk" %}'
    const found = await conflicts({
      'posts/a.md': episode('The mill', '', player),
      'posts/b.md': episode('The wheel', '', player)
    })
    expect(found).toHaveLength(2)
    expect(found[0]).toContain('posts/a.md: The player `aBcDeFgHiJk` is in another post too')
    expect(found[0]).toContain('`posts/b.md:6`')
    expect(found[1]).toContain('`posts/a.md:6`')
  })

  const films = (ids: readonly string[], key = 'youtube') =>
    Object.fromEntries(
      ids.map((id, index) => [`posts/${index}.md`, episode(`T${index}`, `${key}: ${id}\n`)])
    )

  it('is found in any key of which nearly all posts have a value of their own', async () => {
    const found = await conflicts(
      films(['aB1', 'aB2', 'aB3', 'aB4', 'aB1'].map((id) => `${id}cdefgh`))
    )
    expect(found).toHaveLength(2)
    expect(found[0]).toContain('posts/0.md: `youtube` is `aB1cdefgh` in another post too')
    expect(found[0]).toContain('`posts/4.md:4`')
    const files = ['a', 'b', 'c', 'd', 'a'].map((name) => `/audio/${name}.mp3`)
    expect(await conflicts(films(files, 'audio'))).toHaveLength(2)
  })

  it.each([
    ['too few posts tell', films(['aB1cdefgh', 'aB2cdefgh', 'aB3cdefgh', 'aB1cdefgh'])],
    [
      'many posts share values',
      films(['aB1cdefgh', 'aB1cdefgh', 'aB2cdefgh', 'aB2cdefgh', 'aB3cdefgh', 'aB4cdefgh'])
    ],
    [
      'the key is a picture’s',
      films(
        ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'a.jpg'].map((d) => `/img/${d}`),
        'cover'
      )
    ],
    [
      'the values are words',
      films(['alpha', 'bravos', 'charlie', 'deltas', 'alphas', 'alphas'], 'topic')
    ],
    [
      'the values are times',
      films(['41:10', '1:42:10', '43:10', '44:10', '45:10', '1:42:10'], 'runs')
    ]
  ])('is nothing where %s', async (_, posts) => {
    expect(await conflicts(posts)).toEqual([])
  })

  it.each([
    [
      'a description',
      'description: Ines shows us the wheel\n',
      'description: Ines shows us  the wheel\n'
    ],
    ['an identifier', 'guid: abc-1\n', 'guid: abc-1\n'],
    ['a number', 'episode: 3\n', 'episode: 3\n']
  ])('find %s that two posts share', async (_, first, second) => {
    expect(
      await conflicts({'a.md': episode('The mill', first), 'b.md': episode('The wheel', second)})
    ).toHaveLength(2)
  })

  it('find one title in one series', async () => {
    expect(
      await conflicts({'a.md': episode('The mill'), 'b.md': episode('The mill')})
    ).toHaveLength(2)
  })

  it.each([
    [
      'a bonus of the same number',
      episode('Episode 3, the mill'),
      episode('Episode 3 FAQ, the mill')
    ],
    ['two series', episode('Episode 3, a'), episode('Episode 3, b').replace('Water', 'Wind')],
    ['no series', '---\ntitle: "Episode 3: a"\n---\n', '---\ntitle: "Episode 3: b"\n---\n'],
    ['two languages', episode('a', 'lang: en\nguid: x\n'), episode('b', 'lang: fr\nguid: x\n')],
    ['a draft', episode('a', 'guid: x\n'), episode('b', 'guid: x\ndraft: true\n')]
  ])('leave %s alone', async (_, first, second) => {
    expect(await conflicts({'a.md': first, 'b.md': second})).toEqual([])
  })
})

describe('template tags of a site', () => {
  const card = '{% card %}\nText.\n{% endcard %}'

  it('come in pairs where most posts use them in pairs', async () => {
    const found = await conflicts({
      'posts/a.md': episode('The mill', '', card),
      'posts/b.md': episode('The wheel', '', card),
      'posts/c.md': episode('The bief', '', '{% card %}\nText.')
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('posts/c.md: `{% card %}` is never closed')
    expect(found[0]).toContain('`posts/a.md:6` and `posts/b.md:6`')
  })

  it('may stand alone where some do, and where the engine lets them', async () => {
    const set = '{% set a %}b{% endset %}'
    const found = await conflicts({
      'posts/a.md': episode('The mill', '', `${card}\n\n${set}`),
      'posts/b.md': episode('The wheel', '', `{% card %}\n\n${set}`),
      'posts/c.md': episode('The bief', '', '{% set a = 1 %}')
    })
    expect(found).toEqual([])
  })
})
