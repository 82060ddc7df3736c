import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeLint} from './episode-lint.js'
import {temporaryFolder} from './lint.js'

const names = `- name: Conseil de la radio
  not: [Conseil du radio]
`
const configuration = `plugins:
  - - remark-lint-episode
    - names: names.yml
      rules:
        episode-front-matter: false
        episode-metadata: false
`
const site = {'.remarkrc.yml': configuration, 'names.yml': names}
const wrong = '\uFEFFLe Conseil du radio\r\nse réunit.\r\n\r\nLe Conseil du radio vote.'
const right = wrong.replaceAll('du radio', 'de la radio')
const onlyNames = ['--rule', 'episode-known-names']

const read = (cwd: string, name: string): string => readFileSync(path.join(cwd, name), 'utf8')

function git(cwd: string, ...words: string[]): string {
  return execFileSync('git', words, {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org'
    }
  })
}

describe('--fix', () => {
  it('tells in the language of the messages how many it made', async () => {
    const cwd = temporaryFolder({...site, 'posts/a.md': wrong})
    const {trouble} = await episodeLint(cwd, ['--fix', '--locale', 'fr', 'posts', ...onlyNames])
    expect(trouble).toBe('episode-lint: 2 corrections faites dans 1 billet\n')
  })

  it('makes the safe fixes, keeps all other bytes, the mode, and links', async () => {
    const cwd = temporaryFolder({...site, 'posts/a.md': wrong})
    chmodSync(path.join(cwd, 'posts/a.md'), 0o664)
    symlinkSync('posts/a.md', path.join(cwd, 'link.md'))
    const {code, trouble, out} = await episodeLint(cwd, ['--fix', 'link.md', ...onlyNames])
    expect(trouble).toBe('episode-lint: 2 fixes made in 1 post\n')
    expect(out).toContain('Nothing to mend')
    expect(code).toBe(0)
    expect(read(cwd, 'posts/a.md')).toBe(right)
    expect(statSync(path.join(cwd, 'posts/a.md')).mode & 0o777).toBe(0o664)
    expect(lstatSync(path.join(cwd, 'link.md')).isSymbolicLink()).toBe(true)
    expect(readdirSync(path.join(cwd, 'posts'))).toEqual(['a.md'])
  })

  it('leaves ignored findings, those without a fix and other rules’ alone', async () => {
    const post = `<!--lint ignore episode-known-names-->\n\n${wrong.slice(1)}\r\n\r\n![](a.jpg)\r\n`
    const cwd = temporaryFolder({...site, 'a.md': post})
    const {code, out} = await episodeLint(cwd, [
      '--fix',
      ...onlyNames,
      '--rule',
      'episode-alt-text'
    ])
    expect(read(cwd, 'a.md')).toBe(post.replace(/du radio(?= vote)/, 'de la radio'))
    expect(out).toContain('a.jpg')
    expect(code).toBe(1)
    writeFileSync(path.join(cwd, 'a.md'), post)
    await episodeLint(cwd, ['--fix', '--rule', 'episode-alt-text'])
    await episodeLint(cwd, ['--fix', '--quiet', ...onlyNames])
    expect(read(cwd, 'a.md')).toBe(post)
  })

  it('says which post can’t be written and goes on', async () => {
    const cwd = temporaryFolder({...site, 'a.md': wrong, 'b/c.md': wrong})
    if (process.getuid?.() === 0) return
    chmodSync(path.join(cwd, 'a.md'), 0o444)
    const {code, trouble} = await episodeLint(cwd, ['--fix', ...onlyNames])
    expect(code).toBe(2)
    expect(trouble).toContain('a.md: ')
    expect(read(cwd, 'b/c.md')).toBe(right)
  })

  it('prints the post on standard input with its fixes', async () => {
    const cwd = temporaryFolder(site)
    const {code, out} = await episodeLint(cwd, ['--stdin', '--fix', ...onlyNames], {stdin: wrong})
    expect(out).toBe(right)
    expect(code).toBe(0)
  })
})

describe('--diff', () => {
  it('shows what --fix would change, as git takes it, and writes nothing', async () => {
    const cwd = temporaryFolder({...site, 'posts/été "1".md': wrong, 'b.md': 'Rien.\n'})
    const {code, out, trouble} = await episodeLint(cwd, ['--diff', ...onlyNames])
    expect(trouble).toBe('')
    expect(code).toBe(1)
    expect(read(cwd, 'posts/été "1".md')).toBe(wrong)
    git(cwd, 'init', '-q')
    writeFileSync(path.join(cwd, 'fix.patch'), out)
    git(cwd, 'apply', 'fix.patch')
    expect(read(cwd, 'posts/été "1".md')).toBe(right)
    expect(await episodeLint(cwd, ['--diff', ...onlyNames])).toEqual({
      code: 0,
      out: '',
      trouble: ''
    })
  })

  it('works on standard input', async () => {
    const cwd = temporaryFolder(site)
    const {code, out} = await episodeLint(cwd, ['--stdin', '--diff', ...onlyNames], {stdin: wrong})
    expect(out).toContain('\n-Le Conseil du radio vote.\n\\ No newline at end of file\n+')
    expect(code).toBe(1)
  })
})

describe('--baseline', () => {
  it('hides what is written in it, not what is new, wherever lines move', async () => {
    const cwd = temporaryFolder({...site, 'posts/a.md': wrong, 'posts/b.md': 'Rien.\n'})
    const run = (...words: string[]) => episodeLint(cwd, [...words, ...onlyNames])
    expect(await run('--write-baseline')).toMatchObject({code: 0, out: ''})
    expect((await run()).code).toBe(1)
    const baseline = ['--baseline', 'episode-baseline.json']
    expect((await run(...baseline)).code).toBe(0)
    writeFileSync(path.join(cwd, 'posts/a.md'), `# Titre\n\n${wrong.slice(1)}`)
    expect((await run(...baseline)).code).toBe(0)
    writeFileSync(path.join(cwd, 'posts/a.md'), `${wrong}\r\n\r\nAu Conseil du radio, rien.\r\n`)
    const {out} = await run(...baseline)
    expect(out).toContain('1 finding in')
    expect(out).toContain('Au Conseil')
    // What the baseline knows isn't fixed either.
    await run('--fix', ...baseline)
    expect(read(cwd, 'posts/a.md')).toBe(`${wrong}\r\n\r\nAu Conseil de la radio, rien.\r\n`)
  })

  it('finds it below another folder too, keeps posts that weren’t checked, and tells what is gone', async () => {
    const cwd = temporaryFolder({
      ...site,
      'posts/a.md': wrong,
      'posts/b.md': wrong,
      'posts/c.md': wrong
    })
    await episodeLint(cwd, ['--write-baseline', ...onlyNames])
    writeFileSync(path.join(cwd, 'posts/a.md'), right)
    const below = path.join(cwd, 'posts')
    const baseline = ['--baseline', '../episode-baseline.json', '--verbose', ...onlyNames]
    expect(await episodeLint(below, baseline)).toMatchObject({
      code: 0,
      trouble: expect.stringContaining('2 of the baseline’s findings are gone')
    })
    execFileSync('rm', ['posts/c.md'], {cwd})
    await episodeLint(below, ['--write-baseline', ...baseline, 'a.md'])
    const {posts} = JSON.parse(read(cwd, 'episode-baseline.json'))
    expect(Object.keys(posts)).toEqual(['posts/b.md'])
  })

  it('fails where the file is missing or something else', async () => {
    const cwd = temporaryFolder({...site, 'a.md': wrong, 'x.json': '[]', 'y.json': '{'})
    for (const name of ['absent.json', 'x.json', 'y.json']) {
      const {code, trouble} = await episodeLint(cwd, ['--baseline', name])
      expect(code).toBe(2)
      expect(trouble).toContain(name)
    }
  })
})

describe('--changed', () => {
  it('takes what isn’t committed, or what changed since the branch began', async () => {
    const cwd = temporaryFolder({
      'site/old.md': 'Vieux.',
      'site/edited.md': 'Un.',
      'site/gone.md': 'Parti.',
      'elsewhere.md': 'Ailleurs.'
    })
    const below = path.join(cwd, 'site')
    const list = async (word: string): Promise<string[]> =>
      (await episodeLint(below, ['--list-files', word])).out.split('\n').filter(Boolean)
    git(cwd, 'init', '-q', '-b', 'main')
    expect(await list('--changed')).toEqual(['edited.md', 'gone.md', 'old.md'])
    git(cwd, 'add', '.')
    git(cwd, 'commit', '-q', '-m', 'One')
    expect(await list('--changed')).toEqual([])
    git(cwd, 'checkout', '-q', '-b', 'work')
    writeFileSync(path.join(below, 'edited.md'), 'Deux.')
    git(cwd, 'rm', '-q', 'site/gone.md')
    git(cwd, 'commit', '-q', '-a', '-m', 'Two')
    writeFileSync(path.join(below, 'épisode neuf.md'), 'Neuf.')
    mkdirSync(path.join(below, 'node_modules'))
    writeFileSync(path.join(below, 'node_modules/x.md'), 'Pas à nous.')
    expect(await list('--changed')).toEqual(['épisode neuf.md'])
    expect(await list('--changed=main')).toEqual(['edited.md', 'épisode neuf.md'])
    git(cwd, 'stash', '-q', '-u')
    const nothing = await episodeLint(below, ['--changed'])
    expect(nothing.trouble).toContain('left out by --changed')
    expect(nothing.code).toBe(0)
  })

  it('says what to do where git can’t tell', async () => {
    const cwd = temporaryFolder({'a.md': 'Un.'})
    expect(await episodeLint(cwd, ['--changed'])).toMatchObject({code: 2})
    git(cwd, 'init', '-q')
    const {code, trouble} = await episodeLint(cwd, ['--changed=origin/main'])
    expect(code).toBe(2)
    expect(trouble).toContain('git fetch origin main')
    const spaced = await episodeLint(cwd, ['--changed', 'origin/main'])
    expect(spaced.trouble).toContain('write --changed=BRANCH')
  })
})

describe('--since', () => {
  it('leaves out posts of earlier days, in every kind of front matter', async () => {
    const cwd = temporaryFolder({
      'yaml-old.md': '---\ntitle: A\ndate: 2019-05-12\n---\n',
      'yaml-new.md': '\uFEFF---\r\ndate: "2025-05-12T10:00:00Z"\r\n---\r\n',
      'toml-old.md': '+++\ndate = 2019-05-12\n+++\n',
      'json-old.md': '{\n  "date": "2019-05-12"\n}\n',
      '2019-05-12-old.md': 'Un.',
      '2019-05-12-folder/index.md': 'Deux.',
      'undated.md': '---\ntitle: A\n---\ndate: 2019-05-12\n',
      '2019-05-12-moved.md': '---\ndate: 2025-05-12\n---\n'
    })
    const {out} = await episodeLint(cwd, ['--list-files', '--since', '2025-05-12'])
    expect(out).toBe('2019-05-12-moved.md\nundated.md\nyaml-new.md\n')
    expect((await episodeLint(cwd, ['--since', 'yesterday'])).trouble).toContain('2025-05-12')
  })
})

describe('reports', () => {
  it('adds GitHub’s to the one for people in a workflow, with paths from its root', async () => {
    const cwd = temporaryFolder({...site, 'posts/a.md': wrong})
    const environment = {GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: path.dirname(cwd)}
    const {out} = await episodeLint(cwd, onlyNames, {environment})
    expect(out).toContain('2 findings')
    expect(out).toContain(`::warning file=${path.basename(cwd)}/posts/a.md,line=1,`)
    const chosen = await episodeLint(cwd, ['--format', 'json', ...onlyNames], {environment})
    expect(chosen.out).not.toContain('::warning')
  })

  it('come several at once, not two into one file', async () => {
    const cwd = temporaryFolder({...site, 'posts/a.md': wrong})
    const formats = ['-f', 'sarif=a.sarif', '-f', 'junit=b.xml', '-f', 'html', '-o', 'c.html']
    expect((await episodeLint(cwd, [...formats, ...onlyNames])).out).toBe('')
    expect(JSON.parse(read(cwd, 'a.sarif')).runs[0].results).toHaveLength(2)
    expect(read(cwd, 'b.xml')).toContain('<failure')
    expect(read(cwd, 'c.html')).toContain('<mark>Conseil du radio</mark>')
    const {code, trouble} = await episodeLint(cwd, ['-f', 'json', '-f', 'sarif', '-o', 'x'])
    expect(code).toBe(2)
    expect(trouble).toContain('Two reports')
  })
})

describe('init and explain', () => {
  it('writes a configuration that works, once', async () => {
    const cwd = temporaryFolder({'posts/a.md': '![](a.jpg)\n'})
    const {code, out} = await episodeLint(cwd, ['init'], {environment: {LANG: 'fr_FR.UTF-8'}})
    expect(code).toBe(0)
    expect(out).toContain('.remarkrc.yml, names.yml')
    const checked = await episodeLint(cwd, ['--rule', 'episode-alt-text', 'posts'])
    expect(checked).toMatchObject({code: 1, trouble: ''})
    expect(checked.out).toContain('remarque')
    expect((await episodeLint(cwd, ['init'])).code).toBe(2)
  })

  it('tells all about a rule, and which rules there are', async () => {
    expect((await episodeLint('/', ['explain', 'alt-text'])).out).toContain('# episode-alt-text')
    expect((await episodeLint('/', ['explain'])).out).toMatch(/^episode-alt-text {2,}\S/m)
    const {code, trouble} = await episodeLint('/', ['explain', 'episode-alt-txt'])
    expect(code).toBe(2)
    expect(trouble).toContain('Did you mean episode-alt-text?')
  })
})
