// Builds dist/: a few files with all they need, because Node reads one file of 500 kB several times
// faster than two hundred small ones, and a hook that takes a second is disabled.
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import {compileSchemas} from './compile-schemas.mjs'
import {fasterParser} from './faster-parser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')

fs.rmSync(dist, {recursive: true, force: true})
compileSchemas()

// Each can be named to `remark --report`.
const reporters = ['pretty', 'json', 'github', 'gitlab', 'sarif', 'junit', 'html']

// White space and comments cost a tenth of a short run; names are kept for stack traces.
const minify = {compress: false, mangle: false}

// CommonJS, because the command keeps its compiled code (see src/cli/code-cache.ts), which Node.js 20
// lets nobody do for ES modules.
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: {
    index: 'src/index.ts',
    run: 'src/cli/run.ts',
    worker: 'src/cli/worker.ts',
    ...Object.fromEntries(
      reporters.map((name) => [`reporters/${name}`, `src/reporters/${name}.ts`])
    )
  },
  // Ajv is needed for schemas of the user's own only, and is loaded when one is met; the pool
  // starts files of its own.
  external: [/^ajv(-formats)?(\/|$)/, 'tinypool'],
  plugins: [fasterParser()]
})
const {output} = await bundle.write({
  dir: dist,
  format: 'cjs',
  exports: 'named',
  minify,
  entryFileNames: '[name].cjs',
  // Side by side with the entries, so that `new URL('./thread.cjs', import.meta.url)` holds in all.
  chunkFileNames: '[name]-[hash].cjs'
})
await bundle.close()

// What the command and its threads begin with: no more than what loads the rest.
for (const [name, file] of Object.entries({cli: 'main', thread: 'thread'})) {
  const start = await rolldown({cwd: root, platform: 'node', input: `src/cli/${file}.ts`})
  await start.write({file: path.join(dist, `${name}.cjs`), format: 'cjs', minify})
  await start.close()
}
fs.chmodSync(path.join(dist, 'cli.cjs'), 0o755)

for (const name of ['index', ...reporters.map((reporter) => `reporters/${reporter}`)]) {
  fs.writeFileSync(
    path.join(dist, `${name}.js`),
    `import {createRequire} from 'node:module'

export default createRequire(import.meta.url)('./${path.basename(name)}.cjs').default
`
  )
}

execFileSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {cwd: root, stdio: 'inherit'}
)
writeLicences(output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])))

/**
 * Writes the licences of the packages whose code is in the bundle: they ask for it.
 *
 * @param {readonly string[]} modules
 */
function writeLicences(modules) {
  const folders = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [])
  )
  const texts = [...folders].sort().map((folder) => {
    const {name, version, license} = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8')
    )
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : ''
    return `## ${name} ${version} (${license})\n\n${text}\n`
  })
  const head = '# Licences of the packages whose code is part of these files\n\n'
  fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENCES.md'), head + texts.join('\n'))
}
