import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {here, ownCommand, versionOf} from './measure.mjs'

/**
 * @typedef Contestant
 * @property {string} id
 * @property {string} title
 * @property {(target: string) => readonly string[]} command What checks a post or a folder of posts.
 * @property {boolean} [changes] Whether a post is changed before each run.
 * @property {(output: {stdout: string, stderr: string}, target: string) => number} [count] How many
 *   posts it checked, by what it printed.
 * @property {(target: string) => readonly string[]} [counting] The command that prints it, where it
 *   is not the one that is measured.
 */

const node = process.execPath
const modules = path.join(here, 'node_modules')

/** What runs at each size, in this order, over and over. */
export function contestants() {
  const own = ownCommand()
  const ownCount = {
    counting: (/** @type {string} */ target) => [
      node,
      own,
      '--no-cache',
      '--format',
      'json',
      target
    ],
    count: (/** @type {{stdout: string}} */ {stdout}) => JSON.parse(stdout).length
  }
  /** @type {Contestant[]} */
  const all = [
    {
      id: 'node',
      title: 'Node doing nothing',
      command: () => [node, path.join(here, 'nothing.mjs')]
    },
    {
      id: 'parse',
      title: 'parse only, one core',
      command: (target) => [node, path.join(here, 'parse-only.mjs'), target],
      count: ({stdout}) => Number.parseInt(stdout, 10)
    },
    {
      id: 'cold',
      title: 'episode-lint, no cache',
      command: (target) => [node, own, '--no-cache', target],
      ...ownCount
    },
    {
      id: 'cached',
      title: 'episode-lint, nothing changed',
      command: (target) => [node, own, target],
      ...ownCount
    },
    {
      id: 'changed',
      title: 'episode-lint, one post changed',
      command: (target) => [node, own, target],
      changes: true,
      ...ownCount
    },
    remark('remark-schema', `remark-cli ${versionOf('remark-cli')}, schema rule`),
    remark('remark-recommended', 'remark-cli, schema rule and recommended preset'),
    {
      id: 'markdownlint',
      title: `markdownlint-cli2 ${versionOf('markdownlint-cli2')}`,
      command: (target) => [
        node,
        path.join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
        '--config',
        'peers/.markdownlint-cli2.jsonc',
        target.endsWith('.md') ? target : `${target}/**/*.md`
      ],
      count: ({stdout, stderr}) => firstNumber(/Linting: (\d+) file/, stdout + stderr)
    },
    {
      id: 'rumdl',
      title: `rumdl ${versionOf('rumdl')} (native, all cores)`,
      command: (target) => [rumdl(), 'check', '--no-cache', '--config', 'peers/rumdl.toml', target],
      count: ({stdout, stderr}) => firstNumber(/(\d+) files?\b(?! fixed)/, stdout + stderr)
    }
  ]
  return all
}

/**
 * @param {'remark-schema' | 'remark-recommended'} id
 * @param {string} title
 * @returns {Contestant}
 */
function remark(id, title) {
  const command = (/** @type {string[]} */ ...options) => [
    node,
    path.join(modules, 'remark-cli/cli.js'),
    '--no-config',
    '--rc-path',
    `peers/${id}.json`,
    '--no-stdout',
    '--no-color',
    ...options
  ]
  return {
    id,
    title,
    command: (target) => command('--quiet', target),
    counting: (target) => command(target),
    count: ({stderr}) => stderr.match(/^posts\/\S+\.md/gm)?.length ?? 0
  }
}

/** rumdl's own program, not the script that npm starts it with. */
function rumdl() {
  const require = createRequire(path.join(modules, 'rumdl/package.json'))
  const {optionalDependencies} = require('./package.json')
  for (const name of Object.keys(optionalDependencies)) {
    const file = path.join(modules, name, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
    if (fs.existsSync(file)) return file
  }
  throw new Error('rumdl has no program for this platform')
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 */
function firstNumber(pattern, text) {
  return Number(pattern.exec(text)?.[1] ?? Number.NaN)
}
