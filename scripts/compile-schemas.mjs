// Compiles the schemas that every run needs to code, so that Ajv is loaded only for schemas of the
// user's own. Run by the build and before the tests; the result is not kept in git.
import fs from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {_} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'

const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** @type {readonly {name: string, schema: string, formats: readonly string[]}[]} */
const schemas = [
  {
    name: 'episode',
    schema: 'schemas/episode.schema.json',
    formats: ['post-date', 'relative-file', 'guid', 'duration']
  }
]

/** Compiles what is out of date. */
export function compileSchemas() {
  for (const {name, schema, formats} of schemas) {
    const source = at(schema)
    if (!fs.existsSync(source)) continue
    const target = at(`src/schema/compiled/${name}.js`)
    const newest = Math.max(...[source, at('scripts/compile-schemas.mjs')].map(timeOf))
    if (fs.existsSync(target) && timeOf(target) > newest) continue
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      strict: true,
      code: {source: true, formats: _`require("formats")`},
      formats: Object.fromEntries(formats.map((format) => [format, () => true]))
    })
    const code = standalone.default(ajv, ajv.compile(JSON.parse(fs.readFileSync(source, 'utf8'))))
    const text = `// Made from ${schema}.\nexport default (require) => {const module = {exports: {}};\n${code}\nreturn module.exports}\n`
    // Whole or not at all: several test workers may start at once.
    const temporary = `${target}.${process.pid}`
    fs.writeFileSync(temporary, text)
    fs.renameSync(temporary, target)
  }
}

function timeOf(file) {
  return fs.statSync(file).mtimeMs
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) compileSchemas()
