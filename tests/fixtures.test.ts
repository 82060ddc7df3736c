import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Options} from '../src/index.js'
import {lint} from './lint.js'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** All rules, as the fixtures' own `.remarkrc.yml` has them. */
const options: Options = {names: 'names.yml'}

function posts(site: string): string[] {
  return readdirSync(path.join(fixtures, site), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .sort()
}

function findings(site: string, post: string, convert: (text: string) => string): string[] {
  const cwd = path.join(fixtures, site)
  const text = convert(readFileSync(path.join(cwd, post), 'utf8'))
  return lint(text, options, {cwd, path: post}).map(
    (d) => `${post}:${d.line}:${d.column} ${d.ruleId} ${d.reason}`
  )
}

const lineEnds = {
  LF: (text: string) => text,
  CRLF: (text: string) => text.replaceAll('\n', '\r\n')
}

describe('the example site', () => {
  it('gives exactly the findings of site-findings.txt', async () => {
    const found = posts('site').flatMap((post) => findings('site', post, lineEnds.LF))
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('../fixtures/site-findings.txt')
  })

  it.each(posts('site'))('gives the same ones with CRLF: %s', (post) => {
    expect(findings('site', post, lineEnds.CRLF)).toEqual(findings('site', post, lineEnds.LF))
  })
})

describe('posts without a mistake', () => {
  it('come with front matter of each format and with all that HTML allows, in each language', () => {
    expect(posts('clean')).toEqual(
      [
        ...['en-html', 'en-json', 'en-toml', 'en-yaml'],
        ...['fr-html', 'fr-json', 'fr-toml', 'fr-yaml']
      ].map((d) => `posts/${d}.md`)
    )
  })

  for (const [lineEnd, convert] of Object.entries(lineEnds)) {
    it.each(posts('clean'))(`%s has no finding (${lineEnd})`, (post) => {
      expect(findings('clean', post, convert)).toEqual([])
    })
  }
})
