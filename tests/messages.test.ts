import {describe, expect, it} from 'vitest'
import {catalogues} from '../src/messages/catalogue.js'
import type {MessageMaker} from '../src/messages/message.js'

const long = 'a-rather-long-name-of-an-element-or-of-an-attribute-or-whatever-else'

/** What is short by its nature; all other values of a message may be as long as they like. */
const short: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(['line', 'otherLine', 'innerLine', 'partLine'].map((d) => [d, 12345])),
  ...Object.fromEntries(['limit', 'length', 'lines', 'times'].map((d) => [d, 1234])),
  ...Object.fromEntries(['style', 'found', 'marker', 'others', 'sign'].map((d) => [d, ';'])),
  ...Object.fromEntries(['tag', 'other', 'inner', 'opener'].map((d) => [d, `</${long}>`])),
  after: 'indentation',
  element: 'iframe',
  fence: '---',
  format: 'json',
  here: '2025-05-12',
  there: '2025-06-12',
  isMissing: true,
  marks: 3,
  number: '1234',
  keyword: 'unevaluatedProperties',
  place: 'key',
  types: ['integer', 'boolean', 'object'],
  allowed: [long, long, long]
}

const parts = ['paragraph', 'heading', 'list', 'item', 'quote', 'emphasis', 'link', 'table', 'code']

/** Values for any message: what it asks for is long, where it isn't short by its nature. */
function valuesFor(id: string, message: string, part: string): Readonly<Record<string, unknown>> {
  return new Proxy(short, {
    get(target, name) {
      if (name === 'part') return part
      if (name === 'other' && id === 'episode-numbering') return 'file'
      if (name === 'allowed' && message === 'const') return long
      return Reflect.has(target, name) ? Reflect.get(target, name) : long
    }
  })
}

describe('messages', () => {
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    for (const [id, messages] of Object.entries(catalogue)) {
      for (const [name, maker] of Object.entries<MessageMaker>(messages)) {
        it(`${id} ${name} fits into a line in ${locale}, whatever it speaks of`, () => {
          for (const part of parts) {
            const {reason, note} = maker(valuesFor(id, name, part))
            expect([...reason].length, reason).toBeLessThanOrEqual(80)
            expect(`${reason}${note}`).not.toMatch(/undefined|\[object/)
            if (locale === 'fr')
              expect(`${reason} ${note}`).not.toMatch(/ [:;!?»](?![^`]*`[^`]*$)|« /)
          }
        })
      }
    }
  }
})
