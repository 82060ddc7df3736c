import {cpSync, existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, inject, it} from 'vitest'
import {parse, parseAllDocuments} from 'yaml'
import {git} from './git.js'
import {cleanEnvironment, type Ended, folderIn, start, writeFiles} from './programs.js'

const project = inject('project')
const root = fileURLToPath(new URL('../..', import.meta.url))
const fixture = path.join(root, 'fixtures/site')
const guide = readFileSync(path.join(root, 'docs/ci.md'), 'utf8').replace(/ +\|/g, ' |')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

let site: string

/** A branch that changes one post, in a repository that has the package installed. */
beforeAll(async () => {
  const origin = folderIn(project, {'.gitignore': 'node_modules\n'})
  cpSync(fixture, origin, {recursive: true})
  await git(origin, 'init', '-q', '-b', 'main')
  await git(origin, 'add', '.')
  await git(origin, 'commit', '-q', '-m', 'One')
  site = `${origin}-clone`
  await git(project, 'clone', '-q', origin, site)
  await git(site, 'checkout', '-q', '-b', 'work')
  writeFiles(site, {'posts/new.md': '![](a.jpg)\n'})
  await git(site, 'add', '.')
  await git(site, 'commit', '-q', '-m', 'Two')
  writeFiles(site, {
    'node_modules/.bin/episode-lint': `#!/bin/sh\nexec "${project}/node_modules/.bin/episode-lint" "$@"\n`
  })
  await start('chmod', ['+x', 'node_modules/.bin/episode-lint'], {cwd: site})
})

describe('action.yml', () => {
  const {inputs, runs} = parse(read('action.yml'))
  const [step] = runs.steps

  function run(given: Readonly<Record<string, string>>, more = {}): Promise<Ended> {
    const values = Object.entries<{default: string}>(inputs).map(([name, input]) => [
      `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
      given[name] ?? input.default
    ])
    const environment = cleanEnvironment({...Object.fromEntries(values), ...more})
    return start('bash', ['--noprofile', '--norc', '-c', step.run], {cwd: site, environment})
  }

  it('hands every input to its script, and the guide tells them all', () => {
    for (const [name, {description}] of Object.entries<{description: string}>(inputs)) {
      expect(description).toBeTruthy()
      expect(guide).toContain(`| \`${name}\` |`)
      if (name !== 'working-directory') {
        expect(Object.values(step.env)).toContain(`\${{ inputs.${name} }}`)
      }
    }
  })

  it('fails with annotations, and writes the reports that are asked for', async () => {
    const {code, out, trouble} = await run({'sarif-file': 'a.sarif', paths: 'posts/fr\nposts/en'})
    expect(trouble).toBe('')
    expect(code).toBe(1)
    expect(out).toContain('::warning file=posts/fr/barrages.md,line=')
    expect(JSON.parse(readFileSync(path.join(site, 'a.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  it('checks only what a pull request changes, and tolerates as many warnings as it is told', async () => {
    const given = {'only-changed': 'true'}
    const {out, code} = await run(given, {GITHUB_BASE_REF: 'main'})
    expect(out).toContain('posts/new.md')
    expect(out).not.toContain('barrages')
    expect(code).toBe(1)
    const calm = await run({...given, 'max-warnings': '99'}, {GITHUB_BASE_REF: 'main'})
    expect(calm.code).toBe(0)
  })
})

describe('templates/episode-lint.yml', () => {
  const [head, body] = parseAllDocuments(read('templates/episode-lint.yml')).map((d) => d.toJS())
  const {inputs} = head.spec

  it('writes both reports, also where it fails, and the guide tells all inputs', async () => {
    const job = body['episode-lint']
    for (const [name, {description}] of Object.entries<{description: string}>(inputs)) {
      expect(description).toBeTruthy()
      expect(guide).toContain(`| \`${name}\` |`)
    }
    const script = job.script
      .join('\n')
      .replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_: string, name: string) =>
        String(inputs[name].default)
      )
    const environment = cleanEnvironment({CI_PROJECT_DIR: site})
    const {code, out} = await start('sh', ['-c', script], {cwd: site, environment})
    expect(code).toBe(1)
    expect(out).toContain('posts/fr/barrages.md')
    const {codequality, junit} = job.artifacts.reports
    expect(JSON.parse(readFileSync(path.join(site, codequality), 'utf8')).length).toBeGreaterThan(9)
    expect(existsSync(path.join(site, junit))).toBe(true)
  })
})
