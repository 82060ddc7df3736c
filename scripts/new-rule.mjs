// Starts a new rule: `npm run new-rule -- episode-my-rule links` writes its file and lists it; the
// tests then say what is missing until it is documented and translated.
import fs from 'node:fs'
import {fileURLToPath} from 'node:url'

const pillars = ['metadata', 'alternative-text', 'lists', 'names', 'html', 'links', 'upkeep']
const [id, pillar] = process.argv.slice(2)
if (!/^episode-[a-z]+(-[a-z]+)*$/.test(id ?? '') || !pillars.includes(pillar ?? '')) {
  console.error(`Usage: npm run new-rule -- episode-ID PILLAR\nPillars: ${pillars.join(', ')}`)
  process.exit(2)
}

const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const name = id.replace(/^episode-/, '')
const variable = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
const file = at(`rules/${name}.ts`)
if (fs.existsSync(file)) {
  console.error(`rules/${name}.ts is there already`)
  process.exit(2)
}

fs.writeFileSync(
  file,
  `import {defineRule} from '../src/rule.js'

export const ${variable} = defineRule({
  id: '${id}',
  pillar: '${pillar}',
  summary: 'One sentence that says what the rule finds.',
  why: 'Why a reader or listener is worse off.',
  defaults: {},
  options: {},
  examples: [
    {name: 'What goes wrong', text: 'A post with ⟦teh⇒the⟧ mistake.\\n'},
    {name: 'What looks alike and is right', text: 'A post without it.\\n'}
  ],
  check({post, report}) {
    for (const match of post.source.text.matchAll(/\\bteh\\b/g)) {
      const range = {start: match.index, end: match.index + match[0].length}
      report({range, message: 'found', values: {word: match[0]}, expected: ['the'], fix: 'safe'})
    }
  }
})
`
)
edit('rules/index.ts', (text) =>
  text
    .replace(/(?=\n\/\*\* All rules)/, `import {${variable}} from './${name}.js'\n`)
    .replace(/\]\s*$/, `, ${variable}]\n`)
)
for (const locale of ['en', 'fr']) {
  const values = locale === 'en' ? '{word}: {word: string}): MessageText' : '{word})'
  edit(`src/messages/${locale}/${pillar}.ts`, (text) =>
    text.replace(
      /\n\}\s*$/,
      `,
  '${id}': {
    found: (${values} => ({
      reason: \`\${quote(word)} …\`,
      note: '…'
    })
  }
}
`
    )
  )
}
console.log(`rules/${name}.ts is written and listed. Next: its words in src/messages/, then
  npm run format && npm run docs && npm test`)

/** @param {string} name @param {(text: string) => string} change */
function edit(name, change) {
  fs.writeFileSync(at(name), change(fs.readFileSync(at(name), 'utf8')))
}
