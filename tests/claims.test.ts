import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {concludeClaims} from '../src/claims.js'
import remarkLintEpisode from '../src/index.js'

function claimsOf(path: string, text: string) {
  const file = new VFile({path, cwd: '/site', value: text})
  const processor = unified().use(remarkParse).use(remarkLintEpisode, {schema: false})
  processor.runSync(processor.parse(file), file)
  const claims = (file.data.episodeClaims ?? []).map(({claim, line, note, reason}) => ({
    claim,
    line,
    note,
    reason
  }))
  return {path, claims}
}

const episode = (title: string, more = '', body = ''): string =>
  `---\ntitle: ${title}\nseries: Water\n${more}---\n\n${body}\n`

function conflicts(posts: Readonly<Record<string, string>>): readonly string[] {
  const claims = Object.entries(posts).map(([path, text]) => claimsOf(path, text))
  const found = concludeClaims(claims)
  expect(concludeClaims(claims.reverse()), 'the order of posts').toEqual(found)
  return found.map(({path, message}) => `${path}: ${message.reason} | ${message.note}`)
}

describe('claims', () => {
  it('name both places', () => {
    const player = '{% youtube "aBcDeFgHiJk" %}'
    const found = conflicts({
      'posts/a.md': episode('The mill', '', player),
      'posts/b.md': episode('The wheel', '', player)
    })
    expect(found).toHaveLength(2)
    expect(found[0]).toContain('posts/a.md: The player `aBcDeFgHiJk` is in another post too')
    expect(found[0]).toContain('See `posts/b.md:6`.')
    expect(found[1]).toContain('See `posts/a.md:6`.')
  })

  it.each([
    [
      'a description',
      'description: Ines shows us the wheel\n',
      'description: Ines shows us  the wheel\n'
    ],
    ['an identifier', 'guid: abc-1\n', 'guid: abc-1\n'],
    ['a number', 'episode: 3\n', 'episode: 3\n']
  ])('find %s that two posts share', (_, first, second) => {
    expect(
      conflicts({'a.md': episode('The mill', first), 'b.md': episode('The wheel', second)})
    ).toHaveLength(2)
  })

  it('find one title in one series', () => {
    expect(conflicts({'a.md': episode('The mill'), 'b.md': episode('The mill')})).toHaveLength(2)
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
  ])('leave %s alone', (_, first, second) => {
    expect(conflicts({'a.md': first, 'b.md': second})).toEqual([])
  })
})
