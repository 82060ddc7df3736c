// Measures what the names matcher finds in texts that the project owns, kind by kind.
//   node bench/detection/run.mjs [--missed]
import fs from 'node:fs'
import {importSource} from '../../scripts/import-source.mjs'

const {measure, tableOf} = await importSource('bench/detection/measure.ts')
const {rows, missed} = measure()
const table = tableOf(rows)
console.log(table)
if (process.argv.includes('--missed')) for (const line of missed) console.log(`missed ${line}`)
fs.writeFileSync(
  new URL('RESULTS.md', import.meta.url),
  `# Detection of misspelt names

Each kind of mistake is put into each name of a list (\`corpus.ts\`) once in each of sixteen sentences,
French and English; the last row is text without a mistake, with much that looks like one. Recall:
found among the mistakes. Precision: mistakes among the findings. Exact fix: the right spelling is
among the quick fixes. Safe: fixed without asking. Made by \`node bench/detection/run.mjs\`.

${table}
`
)
