import {mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {fileExists, observe, readCached} from '../src/file-access.js'
import {episodeLint} from './episode-lint.js'
import {temporaryFolder} from './lint.js'

const empty = '---\nimage:\n  path: a.svg\n  alt: ""\n---\n\nBonjour.\n'
/** As long as `empty`, with nothing to find. */
const filled = empty.replace('alt: ""', 'alt: Xy')
const longAgo = new Date('2020-01-01')

function site(): string {
  const cwd = temporaryFolder({'a.md': empty})
  mkdirSync(path.join(cwd, 'node_modules'))
  utimesSync(path.join(cwd, 'a.md'), longAgo, longAgo)
  return cwd
}

function cacheFile(cwd: string): string {
  const folder = path.join(cwd, 'node_modules/.cache/remark-lint-episode')
  return path.join(folder, readdirSync(folder)[0] ?? '')
}

const lintAlt = async (cwd: string, ...more: string[]) =>
  (await episodeLint(cwd, ['--rule', 'episode-alt-text', ...more])).code

/** Writes what nobody could tell from the old content by time and size. */
function swapUnseen(cwd: string): void {
  writeFileSync(path.join(cwd, 'a.md'), filled)
  utimesSync(path.join(cwd, 'a.md'), longAgo, longAgo)
}

describe('the cache of results', () => {
  it('answers for a post whose time and size are the same, without reading it', async () => {
    const cwd = site()
    expect(await lintAlt(cwd)).toBe(1)
    swapUnseen(cwd)
    expect(await lintAlt(cwd)).toBe(1)
    expect(await lintAlt(cwd, '--no-cache')).toBe(0)
  })

  it('reads again what changed so lately that its time says nothing', async () => {
    const cwd = site()
    writeFileSync(path.join(cwd, 'a.md'), empty)
    expect(await lintAlt(cwd)).toBe(1)
    writeFileSync(path.join(cwd, 'a.md'), filled)
    expect(await lintAlt(cwd)).toBe(0)
  })

  it('asks again when the options change', async () => {
    const cwd = site()
    await lintAlt(cwd)
    swapUnseen(cwd)
    writeFileSync(
      path.join(cwd, '.remarkrc.json'),
      '{"plugins": [["remark-lint-episode", {"locale": "fr"}]]}'
    )
    expect(await lintAlt(cwd)).toBe(0)
  })

  it('keeps what it knows of posts that a run leaves out', async () => {
    const cwd = site()
    writeFileSync(path.join(cwd, 'b.md'), 'Salut.')
    await lintAlt(cwd)
    await lintAlt(cwd, 'b.md')
    swapUnseen(cwd)
    expect(await lintAlt(cwd)).toBe(1)
  })

  it('passes over a file that is torn or not its own', async () => {
    const cwd = site()
    await lintAlt(cwd)
    const file = cacheFile(cwd)
    const whole = readFileSync(file, 'utf8')
    const strange = [
      whole.slice(0, whole.length / 2),
      whole.replace('alternative', 'altered'),
      '{}',
      '',
      'null\nnull'
    ]
    for (const content of strange) {
      writeFileSync(file, content)
      expect(await lintAlt(cwd)).toBe(1)
    }
  })
})

describe('what a check learns from the disk', () => {
  it('is observed, also when it was learned before', () => {
    const cwd = temporaryFolder({'names.yml': '[]'})
    const file = path.join(cwd, 'names.yml')
    const look = () => {
      readCached(file, (text) => text)
      fileExists(path.join(cwd, 'absent.svg'))
    }
    look()
    expect(observe(look).dependencies).toEqual({
      files: [file],
      lookups: [[path.join(cwd, 'absent.svg'), false]]
    })
  })

  it('is parsed again only after the file changed', () => {
    const cwd = temporaryFolder({'names.yml': 'one'})
    const file = path.join(cwd, 'names.yml')
    let parsed = 0
    const parse = (text: string) => {
      parsed++
      return text
    }
    const read = () => readCached(file, parse)
    expect([read(), read(), parsed]).toEqual(['one', 'one', 1])
    writeFileSync(file, 'three')
    expect([read(), parsed]).toEqual(['three', 2])
  })

  it('is kept apart for each question that is asked of the file', () => {
    const cwd = temporaryFolder({'a.md': 'one'})
    const file = path.join(cwd, 'a.md')
    expect(readCached(file, (text) => text.length)).toBe(3)
    expect(readCached(file, (text) => text.toUpperCase())).toBe('ONE')
  })
})
