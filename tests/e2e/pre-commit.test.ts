import {execFileSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {git, gitEnvironment} from './git.js'
import {type Ended, start, writeFiles} from './programs.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let hooks: string
let revision: string

/** The package as a repository that a hook can be installed from: what git would have of it. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'episode-hooks-'))
  hooks = path.join(folder, 'hooks')
  mkdirSync(hooks)
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const names = execFileSync('git', words, {cwd: root, encoding: 'utf8'}).split('\u0000')
  for (const name of names.filter(Boolean)) {
    if (!statSync(path.join(root, name), {throwIfNoEntry: false})) continue
    cpSync(path.join(root, name), path.join(hooks, name))
  }
  await git(hooks, 'init', '-q', '-b', 'main')
  await git(hooks, 'add', '.')
  await git(hooks, 'commit', '-q', '-m', 'One')
  revision = (await git(hooks, 'rev-parse', 'HEAD')).trim()
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('npm install from git, as pre-commit 4.6.1 and later do it', () => {
  it('builds the package with no step by hand', async () => {
    const prefix = path.join(folder, 'global')
    const words = ['install', '-g', '--prefix', prefix, `git+file://${hooks}#${revision}`]
    const installed = await start('npm', words, {cwd: folder, environment: gitEnvironment()})
    expect(installed.code, installed.trouble).toBe(0)
    const {out} = await start(path.join(prefix, 'bin/episode-lint'), ['--version'], {cwd: folder})
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

const hasPreCommit = await start('pre-commit', ['--version'], {cwd: root}).then(
  ({code}) => code === 0,
  () => false
)
if (!hasPreCommit) {
  console.warn(
    'pre-commit is not installed: its tests are skipped (Debian: apt-get install pre-commit)'
  )
}

describe.runIf(hasPreCommit)('the pre-commit framework', () => {
  const good = '---\ntitle: A\n---\n\nLe Conseil de la radio vote.\n'
  const bad = good.replace('de la radio', 'du radio')
  let site: string

  const configuration = (hook: string): string => `repos:
  - repo: ${hooks}
    rev: ${revision}
    hooks:
      - id: ${hook}
`

  async function commit(files: Readonly<Record<string, string>>): Promise<Ended> {
    writeFiles(site, files)
    await git(site, 'add', '.')
    return start('git', ['commit', '-m', 'Posts'], {cwd: site, environment: environment()})
  }

  function environment(): NodeJS.ProcessEnv {
    return gitEnvironment({PRE_COMMIT_HOME: path.join(folder, 'pre-commit')})
  }

  beforeAll(async () => {
    site = path.join(folder, 'site')
    writeFiles(site, {
      '.pre-commit-config.yaml': configuration('episode-lint'),
      '.remarkrc.yml':
        'plugins:\n  - - remark-lint-episode\n    - schema: false\n      names: names.yml\n',
      'names.yml': '- name: Conseil de la radio\n  not: [Conseil du radio]\n'
    })
    await git(site, 'init', '-q', '-b', 'main')
    const {code, out} = await start('pre-commit', ['install', '--install-hooks'], {
      cwd: site,
      environment: environment()
    })
    expect(code, out).toBe(0)
  })

  it('lets a good post pass', async () => {
    const {code, trouble} = await commit({'posts/good.md': good})
    expect(code, trouble).toBe(0)
    expect(trouble).toMatch(/episode-lint\.+Passed/)
  })

  it('refuses a bad post and names file and line', async () => {
    const {code, trouble} = await commit({'posts/bad.md': bad})
    expect(code).not.toBe(0)
    expect(trouble).toMatch(/episode-lint\.+Failed/)
    expect(trouble).toContain('posts/bad.md')
    expect(trouble).toMatch(/5:4 .*Conseil du radio/)
  })

  it('mends it with episode-lint-fix, and the next commit passes', async () => {
    writeFileSync(path.join(site, '.pre-commit-config.yaml'), configuration('episode-lint-fix'))
    const {code, trouble} = await commit({})
    expect(code).not.toBe(0)
    expect(trouble).toContain('files were modified by this hook')
    expect(readFileSync(path.join(site, 'posts/bad.md'), 'utf8')).toBe(good)
    expect((await commit({})).code).toBe(0)
  })

  it('checks many posts in one batch', async () => {
    const files = Object.fromEntries(
      Array.from({length: 300}, (_, at) => [`many/${at}.md`, at % 100 === 0 ? bad : good])
    )
    writeFileSync(path.join(site, '.pre-commit-config.yaml'), configuration('episode-lint'))
    const {trouble} = await commit(files)
    expect(trouble).toContain('3 findings in 3 of 300 posts')
  })
})
