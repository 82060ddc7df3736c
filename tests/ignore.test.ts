import {describe, expect, it} from 'vitest'
import {lint} from './lint.js'

const found = (text: string) =>
  lint(text, {schema: {properties: {season: {type: 'integer'}, draft: {type: 'boolean'}}}})
    .map((d) => `${d.line} ${d.ruleId}`)
    .filter((d) => !d.endsWith('episode-frame-title'))

describe('comments in front matter', () => {
  it.each([
    ['on the line', '---\nseason: two # lint ignore episode-metadata -- as the site has it\n---\n'],
    ['above the line', '---\n# lint ignore episode-metadata\nseason: two\n---\n'],
    ['for all rules', '---\nseason: two # lint ignore\n---\n'],
    ['in TOML', '+++\nseason = "two" # lint ignore episode-metadata\n+++\n']
  ])('hide what is found %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('hide nothing else', () => {
    expect(found('---\n# lint ignore episode-metadata\nseason: two\ndraft: 3\n---\n')).toEqual([
      '4 episode-metadata'
    ])
    expect(found('---\nseason: "two # lint ignore episode-metadata"\n---\n')).toEqual([
      '2 episode-metadata'
    ])
  })
})

describe('comments that hide nothing', () => {
  it('are found, there and below', () => {
    expect(
      found(
        '---\nseason: 2 # lint ignore episode-metadata\n---\n\n<!--lint ignore episode-alt-text-->\n\nText.\n\n<!--lint disable episode-alt-text-->\n'
      )
    ).toEqual(['2 episode-unused-ignore', '5 episode-unused-ignore', '9 episode-unused-ignore'])
  })

  it('are not those that hide something', () => {
    expect(
      found('---\ntitle: x\n---\n\n<!--lint ignore episode-alt-text-->\n\n![](mill.webp)\n')
    ).toEqual([])
  })
})
