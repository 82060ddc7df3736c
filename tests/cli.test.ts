import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeLint} from './episode-lint.js'
import {temporaryFolder} from './lint.js'

const emptyAlt = '---\ntitle: Un titre\nimage:\n  path: ./a.svg\n  alt: ""\n---\n\nBonjour.\n'
const onlyAlt = '{"plugins": [["remark-lint-episode", {"locale": "fr"}]]}'

const altOnly = ['--rule', 'episode-alt-text']

describe('front matter that is absent', () => {
  const absent = ['--rule', 'episode-front-matter', '--no-cache', '--format', 'json', 'posts/a.md']

  it('is told of where any post beside has some', async () => {
    const cwd = temporaryFolder({
      'posts/a.md': '# Un\n',
      'posts/b.md': '# Deux\n',
      'posts/c.md': '+++\ntitle = "Trois"\n+++\n'
    })
    expect((await episodeLint(cwd, absent)).out).toContain('episode-front-matter')
  })

  it('is what a site wants where no post of the folder has any', async () => {
    const cwd = temporaryFolder({
      'posts/README.md': '---\ntitle: Posts\n---\n',
      'posts/a.md': '# Un\n',
      'posts/b.md': '# Deux\n',
      'posts/c.md': '# Trois\n'
    })
    expect((await episodeLint(cwd, absent)).code).toBe(0)
    const two = temporaryFolder({'posts/a.md': '# Un\n', 'posts/b.md': '# Deux\n'})
    expect((await episodeLint(two, absent)).code).toBe(0)
    const keys = 'title: Un\ndate: 2025-05-12\n---\n\nTexte.\n'
    const unopened = temporaryFolder({'posts/a.md': keys, 'posts/b.md': keys})
    expect((await episodeLint(unopened, absent)).code).toBe(0)
    const one = temporaryFolder({'posts/a.md': '# Un\n'})
    expect((await episodeLint(one, absent)).out).toContain('episode-front-matter')
  })
})

describe('lines that run on', () => {
  const chapters = '00:00 Welcome\n02:15 The archive\n14:40 The studio\n'
  const run = ['--rule', 'episode-line-breaks', '--no-cache', 'posts/a.md']

  it('are told of where other posts of the folder are written otherwise', async () => {
    const cwd = temporaryFolder({
      'posts/a.md': chapters,
      'posts/b.md': chapters,
      'posts/c.md': chapters.replaceAll('\n', '  \n')
    })
    expect((await episodeLint(cwd, run)).out).toContain('and the 2 lines below it')
  })

  it('are told of where another post of the folder breaks them', async () => {
    const cwd = temporaryFolder({
      'posts/a.md': chapters,
      'posts/b.md': chapters,
      'posts/c.md': chapters,
      'posts/d.md': chapters.replaceAll('\n', '\\\n')
    })
    expect((await episodeLint(cwd, run)).code).toBe(1)
  })

  it('are no habit of a site of Jekyll where only two other posts have some', async () => {
    const posts = {'_posts/a.md': chapters, '_posts/b.md': chapters, '_posts/c.md': chapters}
    const runJekyll = [...run.slice(0, -1), '_posts/a.md']
    expect((await episodeLint(temporaryFolder(posts), runJekyll)).code).toBe(1)
    const four = temporaryFolder({...posts, '_posts/d.md': chapters})
    expect((await episodeLint(four, runJekyll)).code).toBe(0)
    const three = temporaryFolder({
      'posts/a.md': chapters,
      'posts/b.md': chapters,
      'posts/c.md': chapters
    })
    expect((await episodeLint(three, run)).code).toBe(0)
  })

  it('are so where they are questions with their answers', async () => {
    const asked = '**What?**\nThis.\n\n**And what?**\nThat.\n'
    const cwd = temporaryFolder({'posts/a.md': asked, 'posts/b.md': asked, 'posts/c.md': asked})
    expect((await episodeLint(cwd, run)).code).toBe(0)
    const broken = temporaryFolder({
      'posts/a.md': asked,
      'posts/b.md': asked.replaceAll('?**\n', '?**  \n'),
      'posts/c.md': asked
    })
    expect((await episodeLint(broken, run)).code).toBe(1)
  })

  it('are what a site wants where most posts of the folder have some', async () => {
    const cwd = temporaryFolder({
      'posts/a.md': chapters,
      'posts/b.md': chapters,
      'posts/c.md': `> ${chapters.replaceAll('\n', '\n> ')}\n`,
      'posts/d.md': 'Words.\n'
    })
    expect((await episodeLint(cwd, run)).code).toBe(0)
  })
})

describe('which posts', () => {
  it('searches folders, leaves out what git and remark ignore, and other people’s folders', async () => {
    const cwd = temporaryFolder({
      'posts/a.md': 'Un.',
      'posts/deep/b.markdown': 'Deux.',
      'posts/note.txt': 'Trois.',
      'posts/draft.md': 'Quatre.',
      'posts/deep/kept.md': 'Cinq.',
      '_site/c.md': 'Six.',
      'node_modules/d/e.md': 'Sept.',
      '.gitignore': '_site/\n*.md\n!posts/**\n',
      'posts/.remarkignore': 'draft.md\n'
    })
    const {out, code} = await episodeLint(cwd, ['--list-files'])
    expect(out).toBe('posts/a.md\nposts/deep/b.markdown\nposts/deep/kept.md\n')
    expect(code).toBe(0)
  })

  it('takes a named file that git ignores, but not one that .remarkignore lists', async () => {
    const cwd = temporaryFolder({
      'a.md': 'Un.',
      'b.md': 'Deux.',
      'c.txt': 'Trois.',
      '.gitignore': 'a.md',
      '.remarkignore': 'b.md'
    })
    const {out} = await episodeLint(cwd, ['--list-files', 'a.md', 'b.md', 'c.txt', './a.md'])
    expect(out).toBe('a.md\nc.txt\n')
  })

  it('expands globs itself, for shells that don’t', async () => {
    const cwd = temporaryFolder({'x/a.md': 'Un.', 'y/b.md': 'Deux.', 'y/c.txt': 'Trois.'})
    expect((await episodeLint(cwd, ['--list-files', '*/*.md'])).out).toBe('x/a.md\ny/b.md\n')
  })

  it('fails on a name that leads nowhere', async () => {
    const cwd = temporaryFolder({'a.md': 'Un.'})
    for (const name of ['absent', 'absent.md', '*.txt']) {
      const {code, out, trouble} = await episodeLint(cwd, [name])
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(trouble).toContain(name)
      expect(trouble).not.toMatch(/^\s+at /m)
    }
  })

  it('says why no post was checked', async () => {
    const cwd = temporaryFolder({'a.txt': 'Un.'})
    expect((await episodeLint(cwd, [])).trouble).toContain('no Markdown file')
    writeFileSync(path.join(cwd, 'a.md'), 'Un.')
    writeFileSync(path.join(cwd, '.remarkignore'), 'a.md')
    expect((await episodeLint(cwd, [])).trouble).toContain('left out by .remarkignore')
  })
})

describe('configuration', () => {
  const mjs = 'export default {plugins: [["remark-lint-episode", {locale: "fr"}]]}'
  const configurations: Record<string, string> = {
    '.remarkrc': onlyAlt,
    '.remarkrc.json': onlyAlt,
    '.remarkrc.yml': 'plugins:\n  - - remark-lint-episode\n    - locale: fr\n',
    '.remarkrc.yaml': 'plugins:\n  remark-lint-episode:\n    locale: fr\n',
    '.remarkrc.mjs': mjs,
    'package.json': `{"remarkConfig": ${onlyAlt}}`
  }
  for (const [name, content] of Object.entries(configurations)) {
    it(`reads ${name} above the post`, async () => {
      const cwd = temporaryFolder({[name]: content, 'posts/a.md': emptyAlt})
      const {out, code} = await episodeLint(cwd, ['posts', ...altOnly])
      expect(out).toContain('Texte alternatif vide')
      expect(out).toContain('1 remarque dans 1 billet sur 1')
      expect(code).toBe(1)
    })
  }

  it('passes over a package.json that says nothing of remark', async () => {
    const cwd = temporaryFolder({
      '.remarkrc.json': onlyAlt,
      'posts/package.json': '{"name": "x"}',
      'posts/a.md': emptyAlt
    })
    expect((await episodeLint(cwd, altOnly)).out).toContain('Texte alternatif')
  })

  it('finds the plugin in a preset and merges its rules', async () => {
    const cwd = temporaryFolder({
      'preset.mjs': 'export default {plugins: [["remark-lint-episode", {locale: "fr"}]]}',
      '.remarkrc.json':
        '{"plugins": ["./preset.mjs", ["remark-lint-episode", {"rules": {"episode-alt-text": ["error"]}}]]}',
      'a.md': emptyAlt
    })
    const {out} = await episodeLint(cwd, altOnly)
    expect(out).toContain('✖')
    expect(out).toContain('Texte alternatif')
  })

  it('says what is wrong with a broken one, once for all posts', async () => {
    const cwd = temporaryFolder({'.remarkrc.json': '{"plugins": [', 'a.md': 'Un.', 'b.md': 'Deux.'})
    const {code, out, trouble} = await episodeLint(cwd, [])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(trouble.match(/\.remarkrc\.json/g)).toHaveLength(1)
  })

  it('leaves reports and the baseline as they are where a broken one let no post be checked', async () => {
    const cwd = temporaryFolder({
      'a.md': emptyAlt,
      '.remarkrc.json': '{"plugins": [["remark-lint-episode", {"locale": "de"}]]}',
      'report.json': 'the last report',
      'episode-baseline.json': 'the last baseline'
    })
    const {code, out} = await episodeLint(cwd, ['--format', 'json=report.json', 'a.md'])
    expect([code, out]).toEqual([2, ''])
    expect(readFileSync(path.join(cwd, 'report.json'), 'utf8')).toBe('the last report')
    expect((await episodeLint(cwd, ['--write-baseline', 'a.md'])).code).toBe(2)
    expect(readFileSync(path.join(cwd, 'episode-baseline.json'), 'utf8')).toBe('the last baseline')
  })

  it('prints the configuration that applies to a post', async () => {
    const cwd = temporaryFolder({'.remarkrc.json': onlyAlt, 'a/b.md': 'Un.'})
    const printed = JSON.parse((await episodeLint(cwd, ['--print-config', 'a/b.md'])).out)
    expect(printed).toEqual({
      file: path.join(cwd, '.remarkrc.json'),
      options: {folder: cwd, locale: 'fr'}
    })
  })
})

describe('findings', () => {
  it('prints JSON in the shape of vfile-reporter-json', async () => {
    const cwd = temporaryFolder({'a.md': emptyAlt})
    const {out, code} = await episodeLint(cwd, ['--format', 'json', ...altOnly])
    const [file] = JSON.parse(out)
    expect(file).toMatchObject({path: 'a.md', cwd, history: ['a.md']})
    expect(file.messages).toMatchObject([
      {
        ruleId: 'episode-alt-text',
        source: 'remark-lint',
        fatal: false,
        line: 5,
        column: 8,
        actual: '""',
        expected: []
      }
    ])
    expect(code).toBe(1)
  })

  it('underlines the range under the source line', async () => {
    const cwd = temporaryFolder({'a.md': emptyAlt})
    const {out} = await episodeLint(cwd, altOnly)
    expect(out).toContain('a.md\n  ⚠ 5:8  Empty alternative text for `./a.svg`  episode-alt-text\n')
    expect(out).toContain('\n      5 │   alt: ""\n        │        ^^\n')
    expect(out).not.toContain('\u001B')
  })

  it('uses colours in a terminal unless NO_COLOR says no', async () => {
    const cwd = temporaryFolder({'a.md': emptyAlt})
    const colours = async (environment: Record<string, string>, ...more: string[]) =>
      (await episodeLint(cwd, [...altOnly, ...more], {terminal: true, environment})).out.includes(
        '\u001B'
      )
    expect(await colours({})).toBe(true)
    expect(await colours({NO_COLOR: '1'})).toBe(false)
    expect(await colours({NO_COLOR: '1'}, '--color')).toBe(true)
    expect(await colours({TERM: 'dumb'})).toBe(false)
    expect(await colours({}, '--no-color')).toBe(false)
  })

  it('exits with 0 as long as warnings are tolerated, never with errors', async () => {
    const cwd = temporaryFolder({'a.md': emptyAlt})
    expect((await episodeLint(cwd, [...altOnly, '--max-warnings', '1'])).code).toBe(0)
    expect((await episodeLint(cwd, [...altOnly, '--max-warnings', '0'])).code).toBe(1)
    expect((await episodeLint(cwd, [...altOnly, '--quiet'])).code).toBe(0)
    writeFileSync(
      path.join(cwd, '.remarkrc.json'),
      '{"plugins": [["remark-lint-episode", {"rules": {"episode-alt-text": "error"}}]]}'
    )
    expect((await episodeLint(cwd, [...altOnly, '--max-warnings', '9'])).code).toBe(1)
    expect((await episodeLint(cwd, [...altOnly, '--quiet'])).code).toBe(1)
  })

  it('reads standard input under the name it is given', async () => {
    const cwd = temporaryFolder({'posts/.remarkrc.json': onlyAlt})
    const {out, code} = await episodeLint(
      cwd,
      ['--stdin', '--stdin-filename', 'posts/new.md', ...altOnly],
      {stdin: emptyAlt}
    )
    expect(out).toContain('posts/new.md')
    expect(out).toContain('Texte alternatif')
    expect(code).toBe(1)
  })

  it('writes a report to a file', async () => {
    const cwd = temporaryFolder({'a.md': emptyAlt})
    const {out} = await episodeLint(cwd, [
      '--format',
      'json=report.json',
      '-f',
      'pretty',
      ...altOnly
    ])
    expect(out).toContain('1 finding')
    const report = JSON.parse(execFileSync('cat', ['report.json'], {cwd, encoding: 'utf8'}))
    expect(report[0].messages).toHaveLength(1)
  })
})

describe('trouble', () => {
  it('names the option that was meant', async () => {
    const {code, trouble} = await episodeLint(temporaryFolder(), ['--fromat', 'json'])
    expect(code).toBe(2)
    expect(trouble).toContain('Did you mean --format?')
  })

  it('refuses values that mean nothing', async () => {
    const cwd = temporaryFolder({'a.md': 'Un.'})
    const wrong: [string[], string][] = [
      [['--locale', 'de'], 'en or fr'],
      [['--max-warnings', 'few'], 'whole number'],
      [['--concurrency', '0'], 'whole number'],
      [['--format', 'jsom'], 'Did you mean json?'],
      [['--rule', 'episode-alt-txt'], 'Did you mean episode-alt-text?'],
      [['--config', 'absent.json'], 'no such file']
    ]
    for (const [words, answer] of wrong) {
      const {code, trouble} = await episodeLint(cwd, words)
      expect(trouble).toContain(answer)
      expect(code).toBe(2)
    }
  })

  it('says that a file holds no text, and checks the others', async () => {
    const cwd = temporaryFolder({'b.md': emptyAlt})
    writeFileSync(path.join(cwd, 'a.md'), new Uint8Array([0x23, 0x00, 0xff]))
    writeFileSync(path.join(cwd, 'c.md'), new Uint8Array([0x23, 0xe9, 0x0a]))
    mkdirSync(path.join(cwd, 'd'))
    const {code, out, trouble} = await episodeLint(cwd, altOnly)
    expect(code).toBe(2)
    expect(trouble).toContain('a.md: this is not a text file')
    expect(trouble).toContain('c.md: this is not UTF-8 text')
    expect(out).toContain('b.md')
  })

  it('reports an ignore comment whose keyword is misspelt, at its place', async () => {
    const cwd = temporaryFolder({'a.md': `${emptyAlt}\n<!--lint ignorex episode-alt-text-->\n`})
    const {code, out, trouble} = await episodeLint(cwd, altOnly)
    expect(trouble).toBe('')
    expect(out).toContain('✖ 10:1  Unknown keyword `ignorex`')
    expect(out).toContain('Empty alternative text')
    expect(code).toBe(1)
  })

  it('tells its options and its version', async () => {
    expect((await episodeLint('/', ['--help'])).out).toContain('--max-warnings N')
    expect((await episodeLint('/', ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
