// npm runs this before it packs or publishes, after an install in a clone, and when it installs the
// package straight from git. In the last case, which is how the pre-commit framework installs a
// hook, the build's tools aren't there: they are installed first.
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

// The settings of the npm that called: global or another folder's, they would lead astray.
const strange =
  /^npm_config_(global|location|prefix|local_prefix|dry_run|ignore_scripts|omit|include|only|production|package_lock.*|workspaces?.*|json|pack_destination)$/i

if (!hasTools()) {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !strange.test(name) && name !== 'NODE_ENV')
  )
  const words = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev'
  ]
  run('npm', words, {...environment, NODE_ENV: 'development'})
}
run(process.execPath, ['scripts/build.mjs'], process.env)
unlinkClone()

function hasTools() {
  try {
    require.resolve('rolldown')
    require.resolve('typescript')
    return true
  } catch {
    return false
  }
}

/**
 * While npm makes ready what it is to install globally from git, it runs `npm install` in its clone,
 * takes that for global too, and puts a link to the clone where the package is about to be unpacked:
 * the files would go into the clone, and away with it. Here is the last chance to give the place back.
 */
function unlinkClone() {
  const {
    npm_config_global_prefix: prefix,
    npm_config_global: isGlobal,
    npm_package_name: name
  } = process.env
  const isClone = /^git-clone/.test(path.basename(root))
  if (isGlobal !== 'true' || !isClone || !prefix || !name) return
  const library = process.platform === 'win32' ? prefix : path.join(prefix, 'lib')
  const place = path.join(library, 'node_modules', name)
  if (!fs.lstatSync(place, {throwIfNoEntry: false})?.isSymbolicLink()) return
  if (fs.realpathSync(place) !== fs.realpathSync(root)) return
  fs.unlinkSync(place)
  fs.mkdirSync(place)
}

/** Nothing goes to standard output: pre-commit reads the name of the package there. */
function run(command, words, env) {
  const isScript = command === 'npm' && process.platform === 'win32'
  execFileSync(command, words, {cwd: root, env, stdio: ['ignore', 2, 2], shell: isScript})
}
