import {rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {compilations} from '../src/schema/custom.js'
import {endOf, lint, startOf, temporaryFolder} from './lint.js'

const rule = 'episode-metadata'

function check(text: string, schema: object | string, where: {cwd?: string; path?: string} = {}) {
  const settings = typeof schema === 'string' ? {schema} : {schema: {...schema}}
  return (['en', 'fr'] as const).map((locale) =>
    lint(text, {...settings, locale}, where).filter((d) => d.ruleId === rule)
  )
}

// Every keyword of 2020-12 and draft-07 that Ajv reports on, with front matter that breaks it.
const keywords: readonly [keyword: string, schema: object, yaml: string][] = [
  ['type', {properties: {a: {type: 'integer'}}}, 'a: x'],
  ['enum', {properties: {a: {enum: ['full', 'bonus']}}}, 'a: other'],
  ['const', {properties: {a: {const: 'full'}}}, 'a: other'],
  ['minimum', {properties: {a: {minimum: 2}}}, 'a: 1'],
  ['maximum', {properties: {a: {maximum: 2}}}, 'a: 3'],
  ['exclusiveMinimum', {properties: {a: {exclusiveMinimum: 2}}}, 'a: 2'],
  ['exclusiveMaximum', {properties: {a: {exclusiveMaximum: 2}}}, 'a: 2'],
  ['multipleOf', {properties: {a: {multipleOf: 2}}}, 'a: 3'],
  ['minLength', {properties: {a: {minLength: 3}}}, 'a: xy'],
  ['maxLength', {properties: {a: {maxLength: 3}}}, 'a: wxyz'],
  ['pattern', {properties: {a: {pattern: '^x$'}}}, 'a: y'],
  ['format', {properties: {a: {format: 'email'}}}, 'a: y'],
  ['minItems', {properties: {a: {minItems: 2}}}, 'a: [x]'],
  ['maxItems', {properties: {a: {maxItems: 1}}}, 'a: [x, y]'],
  ['uniqueItems', {properties: {a: {uniqueItems: true}}}, 'a: [x, x]'],
  ['contains', {properties: {a: {contains: {const: 1}}}}, 'a: [2, 3]'],
  ['minContains', {properties: {a: {contains: {const: 1}, minContains: 2}}}, 'a: [1, 3]'],
  ['maxContains', {properties: {a: {contains: {const: 1}, maxContains: 1}}}, 'a: [1, 1]'],
  ['prefixItems', {properties: {a: {prefixItems: [{type: 'string'}]}}}, 'a: [1]'],
  ['items', {properties: {a: {prefixItems: [{}], items: false}}}, 'a: [1, 2]'],
  [
    'unevaluatedItems',
    {properties: {a: {prefixItems: [{}], unevaluatedItems: false}}},
    'a: [1, 2]'
  ],
  ['additionalProperties', {properties: {b: {}}, additionalProperties: false}, 'a: 1'],
  ['unevaluatedProperties', {properties: {b: {}}, unevaluatedProperties: false}, 'a: 1'],
  ['required', {required: ['b']}, 'a: 1'],
  ['dependentRequired', {dependentRequired: {a: ['b']}}, 'a: 1'],
  ['dependentSchemas', {dependentSchemas: {a: {required: ['b']}}}, 'a: 1'],
  ['minProperties', {properties: {a: {minProperties: 2}}}, 'a: {b: 1}'],
  ['maxProperties', {properties: {a: {maxProperties: 1}}}, 'a: {b: 1, c: 2}'],
  ['propertyNames', {propertyNames: {pattern: '^[a-z]+$'}}, 'A1: 1'],
  ['patternProperties', {patternProperties: {'^a': {type: 'integer'}}}, 'ab: x'],
  ['not', {properties: {a: {not: {const: 1}}}}, 'a: 1'],
  ['allOf', {properties: {a: {allOf: [{type: 'integer'}]}}}, 'a: x'],
  ['anyOf', {properties: {a: {anyOf: [{type: 'integer'}, {type: 'boolean'}]}}}, 'a: x'],
  ['oneOf', {properties: {a: {oneOf: [{type: 'integer'}, {minimum: 0}]}}}, 'a: 1'],
  ['if', {if: {properties: {a: {const: 2}}}, else: {required: ['b']}}, 'a: 1'],
  ['false', {properties: {a: false}}, 'a: 1'],
  [
    'dependencies',
    {$schema: 'http://json-schema.org/draft-07/schema#', dependencies: {a: ['b']}},
    'a: 1'
  ],
  [
    'additionalItems',
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: {a: {items: [{}], additionalItems: false}}
    },
    'a: [1, 2]'
  ]
]

describe('keywords', () => {
  it.each(keywords)('%s has its sentence in both languages, said once', (_name, schema, yaml) => {
    const [english = [], french = []] = check(`---\n${yaml}\n---\n`, schema)
    for (const found of [english, french]) {
      expect(found).toHaveLength(1)
      for (const {reason} of found) {
        expect(reason.length, reason).toBeLessThanOrEqual(80)
        // The last resort, which names the keyword.
        expect(reason).not.toMatch(/\([a-zA-Z ]+\)$/)
        expect(reason).not.toMatch(/must (?:match|have|NOT)|undefined|\[object/)
      }
    }
    expect(french[0]?.reason).not.toBe(english[0]?.reason)
  })
})

const good: Readonly<Record<string, string>> = {
  title: 'The mill at dawn',
  description: 'Ines Calder shows us the wheel.',
  date: '2025-05-12',
  image: '{path: "https://media.example/mill.webp", alt: A wheel}',
  tags: '[Water]'
}

const post = (keys: Readonly<Record<string, string>>): string =>
  `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n`

describe('the shipped schema', () => {
  const values: readonly [key: string, good: string, bad: string][] = [
    ['title', 'The mill', 'Hm'],
    ['description', 'Ines Calder shows us the wheel.', 'Short'],
    ['date', '2025-05-12T08:00:00Z', 'tomorrow'],
    ['date', '2025-05-12T08:00:00+14:00', '2025-05-12T08:00:00-23:00'],
    ['date', '2025-05-12 8:00:00', '2025-05-12 25:00:00'],
    ['image', good.image ?? '', 'mill.webp'],
    ['tags', '[Water, Mill]', '[Water, Water]'],
    ['layout', 'post.njk', '3'],
    ['series', 'Season 2', '3'],
    ['season', '2', '-1'],
    ['episode', '12', '[12]'],
    ['episodeType', 'bonus', 'bonsu'],
    ['guid', '0f3b8c1e', '" x"'],
    ['duration', '42:10', 'forty minutes'],
    ['duration', '23:45:00', '49:45:00'],
    ['duration', '0:00:12', '00:00:00'],
    ['audio', 'https://media.example/mill.mp3', '3'],
    ['video', 'https://media.example/mill.mp4', '3'],
    ['transcript', './mill.vtt', '3'],
    ['guests', '[Ines Calder]', '3'],
    ['hosts', '[Odile Marchetti]', '3'],
    ['explicit', 'false', '3'],
    ['draft', 'true', '"perhaps"'],
    ['permalink', '/mill/', '3'],
    ['slug', 'the-mill', '3']
  ]

  it.each(values)('takes `%s: %s` and refuses `%s`', (key, right, wrong) => {
    const found = (value: string) =>
      lint(post({...good, [key]: value})).filter((d) => d.ruleId === rule)
    expect(found(right)).toEqual([])
    expect(found(wrong)).toHaveLength(1)
  })

  it.each(Object.keys(good))('wants `%s`', (key) => {
    const {[key]: _, ...others} = good
    expect(lint(post(others)).filter((d) => d.ruleId === rule)).toHaveLength(1)
  })
})

describe('places', () => {
  const bodies = {
    yaml: '---\ntitle: 3\nseries: "Eau"\nseason: \'deux\'\nguests:\n  - 4\nnested: {kind: bonsu}\n---\n',
    toml: '+++\ntitle = 3\nseries = "Eau"\nseason = \'deux\'\nguests = [4]\n[nested]\nkind = "bonsu"\n+++\n',
    json: '{\n"title": 3,\n"series": "Eau",\n"season": "deux",\n"guests": [4],\n"nested": {"kind": "bonsu"}\n}\n'
  }
  const schema = {
    required: ['date'],
    properties: {
      title: {type: 'string'},
      season: {type: 'integer'},
      guests: {items: {type: 'string'}},
      nested: {required: ['x'], properties: {kind: {enum: ['full', 'bonus']}}}
    }
  }
  const variants: Record<string, (text: string) => string> = {
    LF: (text) => text,
    CRLF: (text) => text.replaceAll('\n', '\r\n'),
    'byte order mark': (text) => `\uFEFF${text}`
  }
  for (const [format, text] of Object.entries(bodies)) {
    it.each(Object.entries(variants))(
      `${format}, %s: the slice is what is reported`,
      (_, change) => {
        const changed = change(text)
        const [found = []] = check(changed, schema)
        expect(found).toHaveLength(6)
        for (const message of found) {
          expect(changed.slice(startOf(message), endOf(message))).toBe(message.actual)
        }
        const told = found.map((d) => d.actual).filter((d) => d !== '')
        expect(told.map((d) => d?.replace(/["']/g, '')).sort()).toEqual(['3', '4', 'bonsu', 'deux'])
      }
    )
  }
})

describe('schema files', () => {
  it('are compiled once for a thousand posts, and again once they change', () => {
    const cwd = temporaryFolder({
      'schema.yml': 'properties: {a: {$ref: "part.json"}}\n',
      'part.json': '{"type": "string"}'
    })
    try {
      const run = () => check('---\na: 1\n---\n', 'schema.yml', {cwd})[0]
      const before = compilations()
      for (let post = 0; post < 500; post++) expect(run()).toHaveLength(1)
      expect(compilations() - before).toBe(1)
      writeFileSync(path.join(cwd, 'part.json'), '{"type": ["integer", "string"]}')
      expect(run()).toEqual([])
      expect(compilations() - before).toBe(2)
    } finally {
      rmSync(cwd, {recursive: true})
    }
  })

  it.each([
    ['https://schemas.example/a.json', /never fetched/],
    ['../outside.json', /leads out of the folder/],
    ['absent.json', /no such file/]
  ])('refuse a reference to %s', (reference, words) => {
    const cwd = temporaryFolder({
      'schema.json': JSON.stringify({properties: {a: {$ref: reference}}})
    })
    try {
      const [found] = lint('---\na: 1\n---\n', {schema: 'schema.json'}, {cwd}).filter(
        (d) => d.fatal
      )
      expect(`${found?.reason} ${found?.note}`).toMatch(words)
    } finally {
      rmSync(cwd, {recursive: true})
    }
  })
})
