import type {Root} from 'mdast'
import {remark} from 'remark'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {sourceCompiler} from '../src/compiler.js'
import remarkLintEpisode, {type Options} from '../src/index.js'
import {limitTogether} from '../src/limit.js'
import {only} from './lint.js'

const pictures = (count: number): string =>
  Array.from({length: count}, (_, at) => `![](studio-${at}.jpg)\n\n`).join('')

function process(value: string, options: Options, cwd = '/'): VFile {
  const file = new VFile({value, path: 'post.md', cwd})
  return remark().use(remarkLintEpisode, options).processSync(file)
}

describe('messages', () => {
  it('name the form of the list that they propose', () => {
    const names = [{name: 'LILYGO', kind: 'brand', also: ['LilyGo']}] as const
    const {messages} = process('A Lilygo board.\n', {...only('episode-known-names'), names})
    expect(messages[0]?.reason).toBe('Wrong capitals in `Lilygo`: it is `LILYGO`')
    expect(messages[0]?.note).toContain('has `LILYGO`')
  })

  it('say of a picture alone in a link that it names the link', () => {
    const text = '<a href="/listen"><img src="play.png"></a>\n'
    const {messages} = process(text, only('episode-alt-text'))
    expect(messages.map((d) => d.reason)).toEqual([
      'Link with no words: its picture `play.png` has no text'
    ])
  })

  it('show the words beside a slip that says nothing by itself', () => {
    const name = 'Bureau de la durée, de l’accueil et à la navigation'
    const text = 'Le Bureau de la durée, du l’accueil et à la navigation.\n'
    const options = {...only('episode-known-names'), names: [{name}], locale: 'fr'} as const
    expect(process(text, options).messages.map((d) => d.reason)).toEqual([
      '`durée, du l’accueil` est mal écrit\u00A0: `durée, de l’accueil`'
    ])
  })
})

describe('the compiler', () => {
  it('gives the source back byte for byte where nothing is fixed', () => {
    const source = '\uFEFF---\ntitle:   "A"\r\n---\r\n\r\n*   a\r\n\r\n![](a.jpg)\r\n'
    expect(String(process(source, only('episode-alt-text')))).toBe(source)
  })

  it('leaves printing to remark where the option says so', () => {
    const source = '*   a\n+   b\n'
    expect(String(process(source, {...only('episode-alt-text'), fix: false}))).not.toBe(source)
  })

  it('stands aside and says so where another plugin changed the tree', () => {
    const addHeading = () => (tree: Root) => {
      tree.children.unshift({type: 'heading', depth: 1, children: [{type: 'text', value: 'New'}]})
    }
    const file = remark()
      .use(remarkLintEpisode, {...only('episode-alt-text'), locale: 'fr'})
      .use(addHeading)
      .processSync('+   a\n')
    expect(String(file)).toBe('# New\n\n* a\n')
    expect(file.messages.map(String).join()).toContain('un autre module a modifié le billet')
  })

  it('keeps its peace where a plugin only adds notes to the tree', () => {
    const addNotes = () => (tree: Root) => {
      tree.data = {}
      delete tree.position
    }
    const file = remark().use(remarkLintEpisode).use(addNotes).processSync('+   a\n')
    expect(String(file)).toBe('+   a\n')
  })

  it('makes safe fixes until none is left, and names the rules whose fixes it refuses', () => {
    const parse = (text: string) => unified().use(remarkParse).parse(text)
    const rule = (from: string, to: string, ruleId: string) => (file: VFile) => {
      const at = String(file).indexOf(from)
      if (at < 0) return
      const point = (offset: number) => ({line: 1, column: offset + 1, offset})
      const place = {start: point(at), end: point(at + from.length)}
      const message = file.message(`${from}!`, {place, ruleId, source: 'test'})
      message.actual = from
      message.expected = [to]
      message.fix = 'safe'
    }
    const rules = [rule('a', 'b', 'up'), rule('b', 'a', 'down'), rule('xx', 'x', 'shorten')]
    const compile = sourceCompiler({
      locale: 'en',
      parse,
      before: undefined,
      lint(file) {
        for (const check of rules) check(file)
        return file.messages
      }
    })
    const file = new VFile('a xxxx')
    expect(compile(parse('a xxxx'), file)).toBe('a x')
    expect(file.messages.map((d) => [d.ruleId, d.note])).toEqual([
      ['fix', expect.stringContaining('`down` and `up`')]
    ])
  })
})

describe('the number of findings of one post', () => {
  it('is limited, and the last message says how many are left out', () => {
    const {messages} = process(pictures(75), only('episode-alt-text'))
    expect(messages).toHaveLength(61)
    expect(messages.at(-1)).toMatchObject({
      reason: '15 more findings are not shown',
      line: 121,
      fatal: false
    })
  })

  it('can be set, or be unlimited', () => {
    const findings = (maxFindings: number | false) =>
      process(pictures(75), {...only('episode-alt-text'), maxFindings}).messages.length
    expect(findings(75)).toBe(75)
    expect(findings(3)).toBe(4)
    expect(findings(false)).toBe(75)
  })

  it('keeps errors before warnings', () => {
    const file = process(`![](a.jpg)\n\n<iframe src="https://player.example/1"></iframe>\n`, {
      schema: false,
      maxFindings: 1,
      rules: {'episode-frame-title': 'error', 'episode-front-matter': false}
    })
    expect(file.messages[0]?.fatal).toBe(true)
  })

  it('is shared by the posts that are open in an editor, those with few keeping all', () => {
    const open = (count: number) => {
      const file = new VFile({data: {lspDocumentUri: 'file:///post.md'}})
      for (let at = 0; at < count; at++) file.message(`Finding ${at}`)
      return file
    }
    const files = [open(90), open(4), open(50)]
    limitTogether(files, 60, 'en')
    expect(files.map((file) => file.messages.length)).toEqual([29, 4, 29])
  })
})

describe('a configuration that can’t be used', () => {
  it('is an error on the post, whatever the post ignores, and not an exception', () => {
    const options = {rules: {'episode-alt-text': 'loud'}} as unknown as Options
    const {messages} = process('<!--lint disable-->\n\n![](a.jpg)\n', options)
    expect(messages).toMatchObject([{ruleId: 'configuration', fatal: true}])
    expect(messages[0]?.reason).toContain('rules.episode-alt-text')
  })

  it('says so in English where its language is one that there are no messages in', () => {
    const {messages} = process('![](a.jpg)\n', {locale: 'de'} as unknown as Options)
    expect(messages).toMatchObject([{ruleId: 'configuration', fatal: true}])
    expect(messages[0]?.reason).toContain('`locale`: expected "en", "fr", not "de"')
  })
})
