import {describe, expect, it} from 'vitest'
import {findAddresses, isAddressOrPath} from '../src/post/addresses.js'
import {MappedTextBuilder, objectReplacement} from '../src/post/mapped-text.js'

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
