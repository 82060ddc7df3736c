import {rmSync} from 'node:fs'
import type {VFileMessage} from 'vfile-message'
import {afterAll, describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {parseExample} from '../src/examples.js'
import type {Options} from '../src/index.js'
import {endOf, lint, startOf, temporaryFolder} from './lint.js'

interface Case {
  readonly name: string
  readonly text: string
  readonly options: Options
  readonly where: {readonly cwd: string; readonly path?: string}
}

// Every example of every rule, under all rules at once.
const cases: readonly Case[] = rules.flatMap((rule) =>
  rule.examples.map((example) => ({
    name: `${rule.id}: ${example.name}`,
    text: parseExample(example.text).text,
    options: {schema: false, ...example.settings},
    where: {
      cwd: temporaryFolder(example.files),
      ...(example.path === undefined ? {} : {path: example.path})
    }
  }))
)

afterAll(() => {
  for (const {where} of cases) rmSync(where.cwd, {recursive: true})
})

const sameLineEnds = (text: string | undefined) => text?.replaceAll('\r\n', '\n').normalize('NFC')

/** A finding without what depends on how the same text is encoded. */
const essence = ({ruleId, reason, line, actual, expected}: VFileMessage) => ({
  ruleId,
  reason: sameLineEnds(reason),
  line,
  actual: sameLineEnds(actual),
  expected: expected?.map(sameLineEnds)
})

const variants: Record<string, (text: string) => string> = {
  'CRLF for LF': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'decomposed accents': (text) => text.normalize('NFD'),
  'composed accents': (text) => text.normalize('NFC')
}

describe('findings', () => {
  for (const {name, text, options, where} of cases) {
    it(`stand in the file and are the same however it is encoded — ${name}`, () => {
      const found = lint(text, options, where)
      for (const message of found) {
        const [start, end] = [startOf(message), endOf(message)]
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end)).toBe(message.actual)
      }
      for (const [variant, change] of Object.entries(variants)) {
        const changed = change(text)
        const other = lint(changed, options, where)
        expect(other.map(essence), variant).toEqual(found.map(essence))
        for (const message of other) {
          expect(changed.slice(startOf(message), endOf(message)), variant).toBe(message.actual)
        }
      }
      const bytes = lint(new TextEncoder().encode(`\uFEFF${text}`), options, where)
      expect(bytes.map(essence), 'bytes').toEqual(found.map(essence))
    })
  }
})
