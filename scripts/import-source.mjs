import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Imports a TypeScript module of the project without a build: Node 20 reads none by itself.
 *
 * @param {string} file Relative to the project's folder.
 * @returns {Promise<any>} What the module exports.
 */
export async function importSource(file) {
  const folder = path.join(root, '.cache/source')
  const name = `${file.replaceAll(/[/.]/g, '-')}.mjs`
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: {[name]: file},
    external: [/^ajv(-formats)?(\/|$)/, 'tinypool']
  })
  await bundle.write({dir: folder, format: 'esm', entryFileNames: '[name]'})
  await bundle.close()
  fs.accessSync(path.join(folder, name))
  return import(pathToFileURL(path.join(folder, name)).href)
}
