import {describe, expect, it} from 'vitest'
import {type FrontMatter, readFrontMatter} from '../src/post/front-matter.js'
import {Source} from '../src/post/source.js'

const posts = {
  yaml: `---
# how the site sees it
title: "Le moulin \\u00e0 eau : « l’\\"autre\\" rive »"
'guest': 'Odile d''Arvane'
description: >-
  Une visite du moulin,
  de la roue

  et du bief.
folded: une phrase qui
  continue ici
transcript: |
  Bonjour.
    En retrait.
"a/b~c": {deep: [un, "deux\\ttrois"]}
date: 2025-05-12
draft: false
---
`,
  toml: `+++
# how the site sees it
title = "Le moulin \\u00e0 eau : « l’\\"autre\\" rive »"
guest = 'Odile d''Arvane'
date = 2025-05-12
draft = false
description = """
Une visite du moulin, \\
  de la roue
et du bief."""
"a/b~c" = {deep = ["un", "deux\\ttrois"]}
[[guests]]
name = "Ines"
[[guests]]
name = "Odile"
+++
`.replace("'Odile d''Arvane'", '"Odile d\'Arvane"'),
  json: `{
  "title": "Le moulin \\u00e0 eau : « l’\\"autre\\" rive »",
  "guest": "Odile d'Arvane",
  "emoji": "\\ud83c\\udf99 micro",
  "a/b~c": {"deep": ["un", "deux\\ttrois"]},
  "date": "2025-05-12",
  "draft": false
}
`
}

const variants: Record<string, (text: string) => string> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'byte order mark': (text) => `\uFEFF${text}`
}

/** Each word of a string with what stands in the file at its place. */
function words(source: Source, {strings}: FrontMatter, pointer: string): [string, string][] {
  const string = strings.find((d) => d.pointer === pointer)
  return [...(string?.mapped.text.matchAll(/\S+/g) ?? [])].map((match) => {
    const range = string?.mapped.range(match.index, match.index + match[0].length)
    return [match[0], range ? source.slice(range) : '']
  })
}

for (const [format, text] of Object.entries(posts)) {
  for (const [variant, change] of Object.entries(variants)) {
    describe(`${format}, ${variant}`, () => {
      const source = new Source(`${change(text)}${change('\nText.\n')}`)
      const read = readFrontMatter(source)

      it('has the data', () => {
        expect(read.errors).toEqual([])
        expect(read.problem).toBeUndefined()
        expect(read.format).toBe(format)
        expect(read.data).toMatchObject({
          title: 'Le moulin à eau : « l’"autre" rive »',
          guest: "Odile d'Arvane",
          date: '2025-05-12',
          draft: false,
          'a/b~c': {deep: ['un', 'deux\ttrois']}
        })
      })

      it('knows where it begins and ends', () => {
        expect(source.slice(read.range)).toBe(change(text).replace('\uFEFF', '').trimEnd())
      })

      it('knows where keys and values stand', () => {
        const slice = (range: ReturnType<FrontMatter['valueRange']>) => range && source.slice(range)
        expect(slice(read.valueRange('/draft'))).toBe('false')
        expect(slice(read.valueRange('/a~1b~0c/deep/0'))).toMatch(/^"?un"?$/)
        expect(slice(read.keyRange('/a~1b~0c/deep'))).toMatch(/^"?deep"?$/)
        expect(slice(read.nearestRange('/a~1b~0c/deep/7'))).toMatch(/^\[/)
      })

      it('knows where the words of a string stand', () => {
        expect(words(source, read, '/title')).toEqual([
          ['Le', 'Le'],
          ['moulin', 'moulin'],
          ['à', '\\u00e0'],
          ['eau', 'eau'],
          [':', ':'],
          ['«', '«'],
          ['l’"autre"', 'l’\\"autre\\"'],
          ['rive', 'rive'],
          ['»', '»']
        ])
        for (const {pointer, value, mapped} of read.strings) {
          expect(mapped.text.replace(/\s+/g, ' ').trim(), pointer).toBe(
            value.replace(/\s+/g, ' ').trim()
          )
          for (const [word, place] of words(source, read, pointer)) {
            if (!/[\\']/.test(place)) expect(place, pointer).toBe(word)
          }
        }
      })

      it('writes a key where it belongs', () => {
        for (const pointer of ['', '/a~1b~0c']) {
          const insertion = read.insertion(pointer, 'added', 'a value')
          if (!insertion) throw new Error(`nowhere to write below "${pointer}"`)
          const {at, text: added} = insertion
          const after = new Source(source.text.slice(0, at) + added + source.text.slice(at))
          const {data, errors} = readFrontMatter(after)
          expect(errors).toEqual([])
          const group = pointer === '' ? data : data?.['a/b~c']
          expect(group).toHaveProperty('added', 'a value')
          expect(JSON.stringify(data).replace(/,"added":"a value"/, '')).toBe(
            JSON.stringify(read.data)
          )
        }
      })
    })
  }
}

describe('what looks like front matter', () => {
  it.each([
    ['a thematic break', '---\n\nText.\n'],
    ['a template', '{% set x = 1 %}\n\nText.\n'],
    ['a set heading', 'Title\n---\n\ntitle: no\n']
  ])('%s is none', (_, text) => {
    expect(readFrontMatter(new Source(text)).problem?.kind).toBe('absent')
  })

  it('may be in a language of its own', () => {
    const read = readFrontMatter(new Source('---js\n{title: "x"}\n---\n'))
    expect(read.problem).toBeUndefined()
    expect(read.data).toBeUndefined()
  })

  it('may be JSON between the fences of YAML', () => {
    const read = readFrontMatter(new Source('---json\n{"title": "x"}\n---\n'))
    expect(read.data).toEqual({title: 'x'})
  })
})

describe('a merge key', () => {
  it('brings the keys of another group', () => {
    const read = readFrontMatter(
      new Source('---\nbase: &base {lang: fr}\npost:\n  <<: *base\n---\n')
    )
    expect(read.data).toMatchObject({post: {lang: 'fr'}})
  })

  it('that names no group is an error at its line', () => {
    const source = new Source('---\ntitle: x\n<<: words\n---\n')
    const read = readFrontMatter(source)
    expect(read.data).toBeUndefined()
    expect(read.errors.map(({kind, range}) => [kind, source.slice(range)])).toEqual([
      ['syntax', '<<: words']
    ])
  })
})

describe('a line that ends with a quote after an open one and a blank line', () => {
  const read = (after: string) =>
    readFrontMatter(new Source(`---\ntitle: "The mill\n\nThe dam."\n${after}---\n\nText.\n`))

  it('closes it where a key or the end follows', () => {
    for (const after of ['', 'date: 2025-05-12\n']) {
      expect(read(after).problem).toBeUndefined()
      expect(read(after).errors.map((d) => d.kind)).toEqual(['continued'])
    }
  })

  it('is text of a post whose front matter is not closed where text follows', () => {
    expect(read('The wheel turns.\n').problem?.kind).toBe('unclosed')
    expect(read('The wheel turns.\n\n').problem?.kind).toBe('unclosed')
  })
})

describe('what is found after a slip that hides it', () => {
  const read = (text: string) => {
    const source = new Source(`---\n${text}---\n`)
    return readFrontMatter(source).errors.map(({kind, range}) => [kind, source.slice(range)])
  }

  it('has its place in the post, above the slip as below', () => {
    const slip = 'hosts:\n  - name: Odile\n    Arvane\n'
    expect(read(`${slip}title: "The mill\n`)).toEqual([
      ['continued', '    Arvane'],
      ['quote', '"The mill']
    ])
    expect(read(`text: |\n  "The wheel\n${slip}title: "The mill\n`)).toEqual([
      ['quote', '"The wheel'],
      ['continued', '    Arvane']
    ])
  })

  it('is told up to a number that costs no time', () => {
    const errors = read('- name: Odile\n  Arvane\n'.repeat(200))
    expect(errors).toEqual(Array.from({length: 50}, () => ['continued', '  Arvane']))
  })
})
