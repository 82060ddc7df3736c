import {describe, expect, it} from 'vitest'
import {findAddresses, isAddressOrPath} from '../src/post/addresses.js'
import {addScalar} from '../src/post/aligned-text.js'
import {MappedTextBuilder, objectReplacement} from '../src/post/mapped-text.js'
import {Source} from '../src/post/source.js'

describe('MappedText', () => {
  // In the file: `L&eacute;a,  ici` from 10 on; read: `Léa, ici`.
  const builder = new MappedTextBuilder()
  builder.add('L', 10, 1)
  builder.add('é', 11, 8)
  builder.add('a', 19, 1)
  builder.add(',', 20, 1)
  builder.add(' ', 21, 2)
  builder.add('ici', 23, 3)
  const mapped = builder.build()

  it('maps characters that stand for themselves one by one', () => {
    expect(mapped.range(2, 4)).toEqual({start: 19, end: 21})
    expect(mapped.range(6, 7)).toEqual({start: 24, end: 25})
  })

  it('maps what is spelt out as one', () => {
    expect(mapped.range(1, 2)).toEqual({start: 11, end: 19})
    expect(mapped.range(0, 3)).toEqual({start: 10, end: 20})
    expect(mapped.range(4, 5)).toEqual({start: 21, end: 23})
  })

  it('maps an empty stretch to the place before the next character', () => {
    expect(mapped.range(2, 2)).toEqual({start: 19, end: 19})
    expect(mapped.range(8, 8)).toEqual({start: 26, end: 26})
    expect(mapped.range(3, 1)).toEqual({start: 20, end: 20})
  })

  it('puts objects in the place of stretches', () => {
    const masked = mapped.withObjects([
      {start: 1, end: 2},
      {start: 5, end: 8}
    ])
    expect(masked.text).toBe(`L${objectReplacement}a, ${objectReplacement}`)
    expect(masked.range(1, 2)).toEqual({start: 11, end: 19})
    expect(masked.range(2, 5)).toEqual({start: 19, end: 23})
    expect(masked.range(5, 6)).toEqual({start: 23, end: 26})
  })

  it('is empty without pieces', () => {
    const empty = new MappedTextBuilder()
    expect(empty.isBlank).toBe(true)
    expect(empty.build().text).toBe('')
  })
})

describe('addScalar', () => {
  const read = (raw: string, value: string, words: string): string => {
    const source = new Source(`key = ${raw}\n`)
    const builder = new MappedTextBuilder()
    addScalar(builder, source, {start: 6, end: 6 + raw.length}, value)
    const mapped = builder.build()
    expect(mapped.text).toBe(value)
    const at = value.indexOf(words)
    return source.slice(mapped.range(at, at + words.length))
  }

  it.each([
    ['a JSON string', '"L\\u00e9a \\/ Zo\\u00eb\\n!"', 'Léa / Zoë\n!', 'Zoë\n!', 'Zo\\u00eb\\n!'],
    ['a surrogate pair in JSON', '"a \\ud83d\\udcfb b"', 'a 📻 b', '📻', '\\ud83d\\udcfb'],
    ['eight digits', '"a \\U0001F4FB b"', 'a 📻 b', '📻', '\\U0001F4FB'],
    ['a literal of TOML', "'C:\\dossier'", 'C:\\dossier', 'dossier', 'dossier'],
    [
      'three quotes of TOML',
      '"""\nUn \\\n   "mot"\n"""',
      'Un "mot"\n',
      'Un "mot"',
      'Un \\\n   "mot"'
    ],
    ['a literal of several lines', "'''\nl'été\n\\a'''", "l'été\n\\a", '\\a', '\\a'],
    ['a doubled quote at the start', "'''oui''!'", "'oui'!", "'oui'!", "''oui''!"],
    ['an empty string with quotes around', "''", '', '', ''],
    ['a quote that is the value’s own', '"\\"', '"', '"', '\\"']
  ])('reads %s', (_name, raw, value, words, expected) => {
    expect(read(raw, value, words)).toBe(expected)
  })

  it('stands for all of what it can’t follow', () => {
    expect(read('!odd', 'something else', 'else')).toBe('!odd')
  })
})

describe('findAddresses', () => {
  const found = (text: string) => findAddresses(text).map((d) => text.slice(d.start, d.end))

  it('finds addresses of the web, without what ends a sentence', () => {
    expect(found('Voir (https://a.example/b?c=d_e), www.b.example. HTTP://C.example !')).toEqual([
      'https://a.example/b?c=d_e',
      'www.b.example',
      'HTTP://C.example'
    ])
  })

  it('finds addresses of e-mail, but no handles', () => {
    expect(found('odile.m@mail.example.org, @odile, a@b, é@x.fr.')).toEqual([
      'odile.m@mail.example.org',
      'é@x.fr'
    ])
  })

  it('finds the web address in which an @ stands once', () => {
    expect(found('https://a.example/@odile@b.example/1 x')).toEqual([
      'https://a.example/@odile@b.example/1'
    ])
  })
})

describe('isAddressOrPath', () => {
  it.each(['https://a.example', '/img/a', './a b.svg', 'img/a.webp', 'a@b.example', 'mailto:a@b'])(
    'takes %s for one',
    (value) => expect(isAddressOrPath(value)).toBe(true)
  )
  it.each(['Node.js', 'IA/Data', 'CSS / HTML', 'Épisode 3 : le moulin', 'a.', ''])(
    'takes %j for words',
    (value) => expect(isAddressOrPath(value)).toBe(false)
  )
})
