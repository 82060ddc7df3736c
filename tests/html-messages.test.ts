import {describe, expect, it} from 'vitest'
import {catalogues} from '../src/messages/catalogue.js'
import type {MessageMaker} from '../src/messages/message.js'

const long = 'a-rather-long-name-of-an-element-or-of-an-attribute'

/** The longest that each value of a message may be. */
const values = {
  ...Object.fromEntries(
    ['text', 'name', 'sample', 'character', 'end', 'start'].map((d) => [d, long])
  ),
  ...Object.fromEntries(['tag', 'other', 'inner', 'opener'].map((d) => [d, `</${long}>`])),
  ...Object.fromEntries(['line', 'otherLine', 'innerLine', 'partLine'].map((d) => [d, 12345]))
}

const parts = ['paragraph', 'heading', 'list', 'item', 'quote', 'emphasis', 'link', 'table', 'code']

describe('messages on HTML', () => {
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    for (const [id, messages] of Object.entries(catalogue)) {
      if (!/^episode-(?:html|shortcode)/.test(id)) continue
      for (const [name, maker] of Object.entries<MessageMaker>(messages)) {
        it(`${id} ${name} fits into a line in ${locale}, whatever it speaks of`, () => {
          for (const part of parts) {
            const {reason, note} = maker({...values, part})
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
