import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readPlainYaml} from '../src/post/front-matter/plain-yaml.js'
import {parseYaml} from '../src/post/front-matter/yaml.js'
import {Source} from '../src/post/source.js'

const before = '---\n'

function read(text: string) {
  const source = new Source(`${before}${text}---\n`)
  const content = {start: before.length, end: before.length + text.length}
  const parse = () => parseYaml(source, content)
  return {plain: readPlainYaml(source, content, parse), parsed: parse()}
}

/** All that a reading says, without its function. */
function told({insertion, strings, ...rest}: ReturnType<typeof parseYaml>) {
  const places = strings.map(({pointer, value, range, mapped}) => {
    return {pointer, value, range, text: mapped.text, mapped: mapped.range(0, mapped.text.length)}
  })
  return {...rest, strings: places, inserted: insertion('', 'new-key', 'a')}
}

const front = `layout: layouts/post.njk
title: "Saison 1 – épisode #4 : le bief"
description: Une visite du moulin, avec l’équipe
date: 2025-05-12
image:
  path: ./images/bief.svg
  alt: 'Portrait d’Odile'
  size:
    width: 1200
    wide: true
tags:
  - Podcast
  - "Eau"
guests:
- Odile d'Arvane
- Ines Calder
draft: false
series:
episode: 4
`

describe('plain YAML', () => {
  it('is read as a parser reads it, with every place', () => {
    const {plain, parsed} = read(front)
    expect(plain && told(plain)).toEqual(told(parsed))
  })

  it.each([
    'a: b # comment\n',
    '# comment\na: b\n',
    'a: "b \\" c"\n',
    "a: 'b ''c'\n",
    'a: [b]\n',
    'a: |\n  b\n',
    'a: b: c\n',
    'a: b\n  c\n',
    'a: b\n  c: d\n',
    'a: b\na: c\n',
    'a:\n    b: c\n  d: e\n',
    'a: *b\n',
    'a: null\n',
    'a: 1.5\n',
    'a: 007\n',
    'a: 0x1F\n',
    'a: yes\n',
    'a:b\n',
    'a:\tb\n',
    'a: b\r\n',
    'a: \n',
    '- a\n',
    'a:\n  - b: c\n',
    'a:\n  - b\n  c: d\n',
    '__proto__: b\n',
    'a: b\n\nc: d\n',
    ''
  ])('leaves %j to the parser', (text) => {
    expect(read(text).plain).toBeUndefined()
  })

  it('never reads what a parser reads otherwise', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', '', '', '', '', '  ', '  ', '    '),
        fc.constantFrom(
          ...['a:', 'b:', 'c-d:', '_e:', 'f:', 'g:', 'h:', 'i:', '-', '-', '-'],
          ...['null:', '- j:', '"k":', 'l']
        ),
        fc.constantFrom(
          ...['', '', ' ', ' word', ' two words', " l'eau", ' "quoted # one"', " 'single: one'"],
          ...[' 12', ' 0', ' 012', ' 2025-05-12', ' true', ' True', ' null', ' ~', ' yes', ' 1e3'],
          ...[' ./a.svg', ' /b', ' ..', ' .5', ' a: b', ' a:', ' a #b', ' a#b', '  far', ' end '],
          ...[' "open', ' "a" b', ' &anchor', ' [a]', ' {a: b}', ' > ', ' é', ' – dash', ' "a\\n"']
        )
      )
      .map((parts) => parts.join(''))
    let plainly = 0
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 6}), fc.boolean(), (lines, last) => {
        const {plain, parsed} = read(`${lines.join('\n')}${last ? '\n' : ''}`)
        if (!plain) return
        plainly++
        expect(told(plain)).toEqual(told(parsed))
      }),
      {numRuns: 8000, seed: 4}
    )
    expect(plainly).toBeGreaterThan(200)
  })
})
