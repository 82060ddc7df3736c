import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {beforeAll, describe, expect, inject, it} from 'vitest'
import {git, gitEnvironment} from './git.js'
import {type Ended, folderIn, start, writeFiles} from './programs.js'

const project = inject('project')
const lintStaged = path.join(
  path.dirname(createRequire(import.meta.url).resolve('lint-staged/package.json')),
  'bin/lint-staged.js'
)

const good = `---
title: A
---

Le Conseil de la radio vote.

Rien de plus.

Encore moins.

Fin.
`
const bad = good.replace('Conseil de la', 'Conseil du')

describe('lint-staged', () => {
  let site: string
  const run = (): Promise<Ended> =>
    start(process.execPath, [lintStaged], {cwd: site, environment: gitEnvironment()})
  const onDisk = (name: string): string => readFileSync(path.join(site, name), 'utf8')
  const staged = (name: string): Promise<string> => git(site, 'show', `:${name}`)

  beforeAll(async () => {
    site = folderIn(project, {
      'package.json': '{"lint-staged": {"*.md": "episode-lint --fix"}}',
      '.remarkrc.yml':
        'plugins:\n  - - remark-lint-episode\n    - schema: false\n      names: names.yml\n',
      'names.yml': '- name: Conseil de la radio\n  not: [Conseil du radio]\n'
    })
    await git(site, 'init', '-q', '-b', 'main')
    await git(site, 'add', '.')
    await git(site, 'commit', '-q', '-m', 'One')
  })

  it('mends what is staged and keeps the unstaged part of the file as it is', async () => {
    writeFiles(site, {'posts/a.md': bad})
    await git(site, 'add', '.')
    const more = `${bad}\nEncore du texte : le Conseil du radio.\n`
    writeFiles(site, {'posts/a.md': more})
    const {code, trouble} = await run()
    expect(code, trouble).toBe(0)
    expect(await staged('posts/a.md')).toBe(good)
    expect(onDisk('posts/a.md')).toBe(`${good}\nEncore du texte : le Conseil du radio.\n`)
  })

  it('refuses a post with findings that no fix mends, and leaves everything as it was', async () => {
    const post = `${bad}\n![](a.jpg)\n`
    writeFiles(site, {'posts/b.md': post})
    await git(site, 'add', 'posts/b.md')
    const {code, out, trouble} = await run()
    expect(code).toBe(1)
    expect(out + trouble).toContain('episode-alt-text')
    expect(onDisk('posts/b.md')).toBe(post)
    expect(await staged('posts/b.md')).toBe(post)
  })
})
