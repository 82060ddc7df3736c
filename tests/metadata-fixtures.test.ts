import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {endOf, lint, startOf} from './lint.js'

const own = new Set<string | undefined>(
  rules.filter((rule) => ['metadata', 'upkeep'].includes(rule.pillar)).map((rule) => rule.id)
)

const folder = fileURLToPath(new URL('../fixtures/metadata/', import.meta.url))
const posts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.md'))
  .sort()

const variants: Record<string, (text: string) => string> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'byte order mark': (text) => `\uFEFF${text}`,
  'byte order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
}

describe('posts with mistakes in their metadata', () => {
  it('give exactly the findings of metadata-findings.txt', async () => {
    const found = posts.flatMap((post) =>
      lint(readFileSync(path.join(folder, post), 'utf8'), {locale: 'en'}, {cwd: folder, path: post})
        .filter((d) => own.has(d.ruleId))
        .map(
          (d) =>
            `${post}:${d.line}:${d.column} ${d.ruleId} ${d.reason} → ${JSON.stringify(d.expected)}`
        )
    )
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('../fixtures/metadata-findings.txt')
  })

  for (const post of posts) {
    it.each(Object.entries(variants))(`${post}, %s: what is reported stands there`, (_, change) => {
      const original = readFileSync(path.join(folder, post), 'utf8')
      const text = change(original)
      const where = {cwd: folder, path: post}
      const found = lint(text, {}, where)
      expect(found.length).toBe(lint(original, {}, where).length)
      for (const message of found) {
        expect(text.slice(startOf(message), endOf(message))).toBe(message.actual)
      }
    })
  }
})
