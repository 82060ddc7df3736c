import {describe, expect, it} from 'vitest'
import {episodeLint} from './episode-lint.js'
import {temporaryFolder} from './lint.js'

const episode = (title: string, more = '', body = ''): string =>
  `---\ntitle: ${title}\nseries: Water\n${more}---\n\n${body}\n`

async function conflicts(posts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const words = ['--rule', 'episode-unique', '--no-cache', '-f', 'json']
  const {out} = await episodeLint(temporaryFolder(posts), words)
  const files: readonly {path: string; messages: {reason: string; note: string}[]}[] =
    JSON.parse(out)
  return files.flatMap(({path, messages}) =>
    messages.map(({reason, note}) => `${path}: ${reason} | ${note}`)
  )
}

describe('posts of one run', () => {
  it('name both places', async () => {
    const player = '{% youtube "aBcDeFgHiJk" %}'
    const found = await conflicts({
      'posts/a.md': episode('The mill', '', player),
      'posts/b.md': episode('The wheel', '', player)
    })
    expect(found).toHaveLength(2)
    expect(found[0]).toContain('posts/a.md: The player `aBcDeFgHiJk` is in another post too')
    expect(found[0]).toContain('It also stands in `posts/b.md:6`.')
    expect(found[1]).toContain('It also stands in `posts/a.md:6`.')
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
