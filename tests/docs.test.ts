import {readdirSync, rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {rulePage, rulesIndex} from '../src/docs.js'
import {parseExample} from '../src/examples.js'
import {catalogues} from '../src/messages/catalogue.js'
import type {Example, Rule} from '../src/rule.js'
import {lint, only, temporaryFolder} from './lint.js'

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url))

function reasonsOf(rule: Rule, example: Example): string[] {
  const cwd = temporaryFolder(example.files)
  try {
    return lint(
      parseExample(example.text).text,
      only(rule.id, example.options, example.settings),
      example.path === undefined ? {cwd} : {cwd, path: example.path}
    ).map((d) => d.reason.replaceAll(cwd, '…'))
  } finally {
    rmSync(cwd, {recursive: true})
  }
}

// The pages are generated: `npm run docs` writes them, and a stale one fails here.
describe('docs/rules', () => {
  for (const rule of rules) {
    it(`${rule.id} has an up-to-date page`, async () => {
      await expect(rulePage(rule, reasonsOf)).toMatchFileSnapshot(`${folder}${rule.id}.md`)
    })
  }

  it('lists all rules', async () => {
    await expect(rulesIndex(rules)).toMatchFileSnapshot(`${folder}README.md`)
  })

  it('has no page of a rule that is gone', () => {
    const pages = readdirSync(folder).sort()
    expect(pages).toEqual([...rules.map((rule) => `${rule.id}.md`), 'README.md'].sort())
  })
})

describe('rules', () => {
  it('are all listed: every file of rules/ is, once', () => {
    const files = readdirSync(new URL('../rules/', import.meta.url)).filter((d) => d !== 'index.ts')
    expect(files.sort()).toEqual(
      rules.map((rule) => `${rule.id.replace(/^episode-/, '')}.ts`).sort()
    )
  })

  it('are all translated, and nothing is translated that no rule says', () => {
    for (const catalogue of Object.values(catalogues)) {
      const withMessages = Object.entries(catalogue).filter(
        ([, messages]) => Object.keys(messages).length > 0
      )
      expect(withMessages.map(([id]) => id).sort()).toEqual(rules.map((rule) => rule.id).sort())
    }
  })

  it('tell each thing once: no two examples of a rule have one name, or one text', () => {
    for (const {id, examples} of rules) {
      const names = examples.map((d) => d.name)
      const inputs = examples.map(({name, ...rest}) => JSON.stringify(rest))
      expect(names, id).toEqual([...new Set(names)])
      expect(inputs, id).toEqual([...new Set(inputs)])
    }
  })

  it('document each option that a user can set', () => {
    for (const rule of rules) {
      expect(Object.keys(rule.options).sort(), rule.id).toEqual(Object.keys(rule.defaults).sort())
    }
  })
})
