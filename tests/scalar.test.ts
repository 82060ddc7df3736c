import {describe, expect, it} from 'vitest'
import {mapScalar, type Spelling} from '../src/post/front-matter/scalar.js'
import {Source} from '../src/post/source.js'

const cases: readonly [
  name: string,
  spelling: Spelling,
  raw: string,
  value: string,
  words: string,
  place: string
][] = [
  [
    'a JSON string',
    'escaped',
    'L\\u00e9a \\/ Zo\\u00eb\\n!',
    'Léa / Zoë\n!',
    'Zoë\n!',
    'Zo\\u00eb\\n!'
  ],
  ['a surrogate pair in JSON', 'escaped', 'a \\ud83d\\udcfb b', 'a 📻 b', '📻', '\\ud83d\\udcfb'],
  ['eight digits', 'escaped', 'a \\U0001F4FB b', 'a 📻 b', '📻', '\\U0001F4FB'],
  ['a literal of TOML', 'plain', 'C:\\dossier', 'C:\\dossier', 'dossier', 'dossier'],
  [
    'an escaped line end',
    'escaped',
    'Un \\\n   "mot"\n',
    'Un "mot"\n',
    'Un "mot"',
    'Un \\\n   "mot"'
  ],
  ['a doubled quote at the start', 'doubled', "''oui''!", "'oui'!", "'oui'!", "''oui''!"],
  ['a folded line', 'plain', 'un\r\n    deux', 'un deux', 'deux', 'deux'],
  ['an empty string', 'escaped', '', '', '', '']
]

describe('mapScalar', () => {
  it.each(cases)('reads %s', (_name, spelling, raw, value, words, place) => {
    const source = new Source(`key = "${raw}"\n`)
    const mapped = mapScalar(source, {start: 7, end: 7 + raw.length}, value, spelling)
    expect(mapped.text).toBe(value)
    const at = value.indexOf(words)
    if (words !== '') {
      expect(source.slice(mapped.range(at, at + words.length))).toBe(place)
    }
  })
})
