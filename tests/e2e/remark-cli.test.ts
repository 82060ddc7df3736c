import {cpSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, inject, it} from 'vitest'
import {type Ended, folderIn, start} from './programs.js'

const project = inject('project')
const fixture = fileURLToPath(new URL('../../fixtures/site/', import.meta.url))
const binaries = path.join(project, 'node_modules/.bin')

const remark = (cwd: string, ...words: string[]): Promise<Ended> =>
  start(path.join(binaries, 'remark'), ['--no-stdout', '--no-color', ...words], {cwd})

const picture = '---\ntitle: A\n---\n\n![](a.jpg)\n'
const configuration = `plugins:
  - - remark-lint-episode
    - schema: false
      names:
        - {name: Conseil de la radio, not: [Conseil du radio]}
`
const site = (files: Readonly<Record<string, string>>): string =>
  folderIn(project, {'.remarkrc.yml': configuration, ...files})

describe('remark-cli', () => {
  it('prints findings, and fails with --frail', async () => {
    const cwd = site({'a.md': picture})
    const calm = await remark(cwd, 'a.md')
    expect(calm.trouble).toMatch(/^5:1\S* +warning .* episode-alt-text +remark-lint$/m)
    expect(calm.code).toBe(0)
    expect((await remark(cwd, 'a.md', '--frail')).code).toBe(1)
  })

  it('obeys ignore comments of all kinds, and reports the idle ones', async () => {
    const posts = {
      'disable.md': `<!--lint disable episode-alt-text-->\n\n![](a.jpg)\n\n<!--lint enable episode-alt-text-->\n\n![](b.jpg)\n`,
      'ignore.md': `![](a.jpg)\n\n<!--lint ignore episode-alt-text-->\n\n![](b.jpg)\n\n![](c.jpg)\n`,
      'all.md': `<!--lint disable-->\n\n![](a.jpg)\n`
    }
    const cwd = site(posts)
    const lines = async (name: string): Promise<string[]> =>
      (await remark(cwd, name)).trouble.match(/^\d+(?=:.*episode-alt-text)/gm) ?? []
    expect(await lines('disable.md')).toEqual(['7'])
    expect(await lines('ignore.md')).toEqual(['1', '7'])
    expect(await lines('all.md')).toEqual([])
  })

  it('writes with --output what --fix writes', async () => {
    const text = '\uFEFF---\ntitle:   "A"\r\n---\r\n\r\n+   Le Conseil du radio\r\n*   vote.\r\n'
    const cwd = site({'a.md': text, 'b.md': text})
    await remark(cwd, 'a.md', '--output')
    await start(path.join(binaries, 'episode-lint'), ['--fix', 'b.md'], {cwd})
    const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8')
    expect(read('a.md')).toBe(read('b.md'))
    expect(read('a.md')).toContain('Conseil de la radio\r\n*   vote.')
  })

  it('shows a broken configuration as an error on the post', async () => {
    const cwd = folderIn(project, {
      '.remarkrc.yml': 'plugins:\n  - - remark-lint-episode\n    - names: absent.yml\n',
      'a.md': picture
    })
    const {code, trouble} = await remark(cwd, 'a.md')
    expect(code).toBe(1)
    expect(trouble).toContain('absent.yml')
    expect(trouble).not.toMatch(/^ +at /m)
  })

  it('takes our reporters', async () => {
    const cwd = folderIn(project, {})
    cpSync(fixture, cwd, {recursive: true})
    for (const name of ['sarif', 'gitlab', 'github', 'junit', 'html', 'json', 'pretty']) {
      const reporter = `remark-lint-episode/reporters/${name}`
      const {code, trouble} = await remark(cwd, 'posts', '--report', reporter)
      expect(code, trouble).toBe(0)
      expect(trouble).toContain('episode-alt-text')
      expect(trouble).toContain('posts/fr/barrages.md')
    }
  })
})
