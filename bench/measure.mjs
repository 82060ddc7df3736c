import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const here = fileURLToPath(new URL('.', import.meta.url))
export const root = path.join(here, '..')

/**
 * Installs the peers beside this file if they aren't there. No package's script runs: rumdl's binary
 * comes in a package of its own for each platform.
 */
export function installPeers() {
  if (fs.existsSync(path.join(here, 'node_modules/rumdl'))) return
  console.error('Installing the peers into bench/node_modules')
  // Not `npm ci`: it wants rumdl's packages for other platforms in the lock file, and npm leaves out
  // those that it couldn't fetch when the file was made.
  const done = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: here,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32'
    }
  )
  if (done.status !== 0) throw new Error('The peers could not be installed')
}

/**
 * A folder in which the peers and this package can be loaded from any folder below.
 *
 * @returns {string} Its path.
 */
export function makeWorkFolder() {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'episode-bench-'))
  const modules = path.join(work, 'node_modules')
  fs.mkdirSync(modules)
  for (const name of fs.readdirSync(path.join(here, 'node_modules'))) {
    if (name.startsWith('.')) continue
    fs.symlinkSync(path.join(here, 'node_modules', name), path.join(modules, name), 'junction')
  }
  fs.symlinkSync(root, path.join(modules, 'remark-lint-episode'), 'junction')
  return work
}

/**
 * @typedef Usage What a process took.
 * @property {number} wall Milliseconds from its start to its end.
 * @property {number | undefined} cpu Milliseconds of all its threads and processes together.
 * @property {number | undefined} memory Most bytes resident at a time.
 */

/** GNU time tells what a process used; elsewhere only the clock is read. */
const timer =
  /GNU/.test(spawnSync('/usr/bin/time', ['--version'], {encoding: 'utf8'}).stderr ?? '') ||
  /GNU/.test(spawnSync('/usr/bin/time', ['--version'], {encoding: 'utf8'}).stdout ?? '')

/**
 * Runs a process to its end and measures it.
 *
 * @param {readonly string[]} command
 * @param {{cwd: string, cache: string}} surroundings Where caches of any tool may be written.
 * @returns {Promise<Usage>}
 */
export async function measure(command, {cwd, cache}) {
  const report = path.join(cache, 'usage.txt')
  const [program = '', ...rest] = timer
    ? ['/usr/bin/time', '-q', '-o', report, '-f', '%U %S %M', ...command]
    : command
  const start = process.hrtime.bigint()
  const status = await new Promise((resolve, reject) => {
    const child = spawn(program, rest, {cwd, env: environment(cache), stdio: 'ignore'})
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ?? code))
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0 && status !== 1) throw new Error(`${command.join(' ')}: ended with ${status}`)
  if (!timer) return {wall, cpu: undefined, memory: undefined}
  const [user = 0, system = 0, kibibytes = 0] = fs
    .readFileSync(report, 'utf8')
    .split(/\s+/)
    .map(Number)
  return {wall, cpu: (user + system) * 1000, memory: kibibytes * 1024}
}

/**
 * Runs a process and gives what it printed.
 *
 * @param {readonly string[]} command
 * @param {{cwd: string, cache: string}} surroundings
 */
export function outputOf([program = '', ...rest], {cwd, cache}) {
  const {stdout, stderr, error} = spawnSync(program, rest, {
    cwd,
    env: environment(cache),
    encoding: 'utf8',
    maxBuffer: 2 ** 30
  })
  if (error) throw error
  return {stdout, stderr}
}

/** @param {string} cache */
function environment(cache) {
  const {FORCE_COLOR, NODE_OPTIONS, ...rest} = process.env
  return {...rest, NO_COLOR: '1', XDG_CACHE_HOME: cache}
}

/**
 * @param {readonly number[]} values
 * @returns {number} The value in the middle.
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * How long something takes on this thread.
 *
 * @param {() => void} action
 * @returns {number} Milliseconds.
 */
export function timeOf(action) {
  const start = process.hrtime.bigint()
  action()
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** The command of this package. */
export function ownCommand() {
  const {bin} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  return path.join(root, bin['episode-lint'])
}

/** @param {string} name Of a package in bench/node_modules. */
export function versionOf(name) {
  const file = path.join(here, 'node_modules', name, 'package.json')
  return JSON.parse(fs.readFileSync(file, 'utf8')).version
}
