import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {rulesTable} from '../src/docs.js'
import {episodeLint} from './episode-lint.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The first findings and the last line: as much as a reader wants to see. */
function abridged(out: string): string {
  const [first = ''] = out.split('\n\n')
  const findings = first.split(/\n(?= {2}[⚠✖])/)
  return [...findings.slice(0, 6), '  […]', '', out.trimEnd().split('\n').at(-1)].join('\n')
}

/** The table in a page of results. */
function tableOf(page: string): string {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
}

// Parts of README are generated: `npm run docs` writes them, and a stale one fails here.
it('README shows what the example prints and lists all rules', async () => {
  const example: string = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).scripts.example
  const words = example.split(' ').slice(2)
  const {out, trouble} = await episodeLint(root, words)
  expect(trouble).toBe('')
  const parts: Record<string, string> = {
    output: `\`\`\`text\n${abridged(out)}\n\`\`\``,
    rules: rulesTable(rules, 'docs/rules/'),
    names: tableOf(readFileSync(`${root}bench/detection/RESULTS.md`, 'utf8'))
  }
  const readme = readFileSync(`${root}README.md`, 'utf8').replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, open: string, name: string, close: string) => `${open}\n${parts[name]}\n\n${close}`
  )
  await expect(readme).toMatchFileSnapshot(`${root}README.md`)
})
