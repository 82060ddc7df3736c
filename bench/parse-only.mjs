// The floor: parses posts with remark and front matter on one core, and does nothing else.
//   node bench/parse-only.mjs PATH
import fs from 'node:fs'
import path from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const [target = '.'] = process.argv.slice(2)
const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze()
const files = fs.statSync(target).isDirectory()
  ? fs
      .readdirSync(target)
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(target, name))
  : [target]
for (const file of files) processor.parse(fs.readFileSync(file, 'utf8'))
console.log(`${files.length} files`)
