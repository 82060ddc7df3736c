import {describe, expect, it} from 'vitest'
import {settleClaims} from '../src/cli/claims.js'
import type {LintResult, PlainMessage} from '../src/cli/result.js'

function claim(key: string, line: number, ruleId = 'episode-unique'): PlainMessage {
  return {
    ruleId,
    source: 'remark-lint',
    fatal: false,
    line,
    column: 1,
    place: undefined,
    reason: `\`${key}\` stands in two posts`,
    actual: key,
    expected: [],
    note: 'One of them is wrong.',
    url: undefined,
    fix: undefined,
    claim: key,
    claimRole: undefined,
    claimAmong: undefined
  }
}

function result(path: string, ...claims: PlainMessage[]): LintResult {
  return {path, messages: [], claims, dependencies: {files: [], lookups: []}}
}

async function notes(...results: LintResult[]): Promise<(string | undefined)[][]> {
  const settled = await settleClaims(results, async () => 'en')
  return settled.map(({messages}) => messages.map((d) => d.note))
}

describe('claims of a run', () => {
  it('are findings in each post, with the place of the other', async () => {
    expect(await notes(result('a.md', claim('k', 4)), result('b.md', claim('k', 9)))).toEqual([
      ['It also stands in `b.md:9`. One of them is wrong.'],
      ['It also stands in `a.md:4`. One of them is wrong.']
    ])
  })

  it('meet only where rule and key are the same, and in two posts', async () => {
    const found = await notes(
      result('a.md', claim('k', 1), claim('k', 5)),
      result('b.md', claim('l', 1)),
      result('c.md', claim('k', 1, 'episode-numbering'))
    )
    expect(found).toEqual([[], [], []])
  })

  it('tell the exceptions of a habit that most posts have', async () => {
    const habit = (name: string) => result(name, {...claim('k', 2), claimRole: 'habit'})
    const exception = (name: string) => result(name, {...claim('k', 7), claimRole: 'exception'})
    const told = ['Most posts do otherwise: `a.md:2` and `b.md:2`. One of them is wrong.']
    expect(await notes(habit('a.md'), habit('b.md'), exception('c.md'))).toEqual([[], [], told])
    expect(await notes(habit('a.md'), exception('c.md'))).toEqual([[], []])
    expect(await notes(habit('a.md'), habit('b.md'), exception('c.md'), exception('d.md'))).toEqual(
      [[], [], [], []]
    )
    expect(await notes(exception('c.md'), exception('d.md'))).toEqual([[], []])
  })

  it('count the places they leave out', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => result(`${name}.md`, claim('k', 1)))
    expect((await notes(...many))[0]).toEqual([
      'It also stands in `b.md:1`, `c.md:1` and `d.md:1` (+2). One of them is wrong.'
    ])
  })

  it('stand in the order of their places among the other findings', async () => {
    const other = {...claim('x', 5), claim: undefined}
    const a = {...result('a.md', claim('k', 7), claim('l', 2)), messages: [other]}
    const b = result('b.md', claim('k', 1), claim('l', 1))
    const [settled] = await settleClaims([a, b], async () => 'en')
    expect(settled?.messages.map((d) => d.line)).toEqual([2, 5, 7])
  })
})
