import {rmSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {fixedExample, parseExample} from '../src/examples.js'
import {endOf, lint, only, startOf, temporaryFolder} from './lint.js'

const lineEnds = {LF: (text: string) => text, CRLF: (text: string) => text.replaceAll('\n', '\r\n')}

for (const rule of rules) {
  describe(rule.id, () => {
    it('has examples of both sorts', () => {
      const marked = rule.examples.filter((d) => parseExample(d.text).findings.length > 0)
      expect(marked.length).toBeGreaterThan(0)
      expect(marked.length).toBeLessThan(rule.examples.length)
    })

    for (const example of rule.examples) {
      for (const [lineEnd, convert] of Object.entries(lineEnds)) {
        it(`${example.name} (${lineEnd})`, () => {
          const parsed = parseExample(convert(example.text))
          const cwd = temporaryFolder(example.files)
          const run = (text: string) =>
            lint(text, only(rule.id, example.options, example.settings), {
              cwd,
              ...(example.path === undefined ? {} : {path: example.path})
            })
          try {
            const found = run(parsed.text).map((message) => ({
              range: {start: startOf(message), end: endOf(message)},
              actual: message.actual,
              expected: message.expected ?? [],
              fix: message.fix
            }))
            expect(found).toEqual(parsed.findings)
            for (const message of run(parsed.text)) {
              expect(message.reason.length, message.reason).toBeLessThanOrEqual(80)
              expect(message.note).toBeTruthy()
            }
            // What all fixes together make of the text needs no fix any more.
            const left = run(fixedExample(parsed)).filter((d) => d.expected?.length)
            expect(left.map((d) => d.reason)).toEqual([])
          } finally {
            rmSync(cwd, {recursive: true})
          }
        })
      }
    }
  })
}
