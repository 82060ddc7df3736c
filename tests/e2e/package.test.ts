import {cpSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, inject, it} from 'vitest'
import {folderIn, start} from './programs.js'

const project = inject('project')
const fixture = fileURLToPath(new URL('../../fixtures/site/', import.meta.url))

describe('the packed package in an empty project', () => {
  it('has the command', async () => {
    const {code, out} = await start('npx', ['--no-install', 'episode-lint', '--version'], {
      cwd: project
    })
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(code).toBe(0)
  })

  it('checks on several threads what it checks on one', async () => {
    const site = folderIn(project, {})
    for (const copy of ['a', 'b', 'c', 'd', 'e']) {
      cpSync(fixture, path.join(site, copy), {recursive: true})
    }
    const run = (concurrency: string) =>
      start(
        path.join(project, 'node_modules/.bin/episode-lint'),
        ['--no-cache', '--format', 'json', '--concurrency', concurrency],
        {cwd: site}
      )
    const [one, two] = [await run('1'), await run('2')]
    expect(one.code).toBe(1)
    expect(JSON.parse(one.out)).toHaveLength(30)
    expect(two).toEqual(one)
  })

  it('ends quietly when its reader has seen enough', async () => {
    const site = folderIn(project, {})
    for (let copy = 0; copy < 20; copy++)
      cpSync(fixture, path.join(site, `${copy}`), {recursive: true})
    const command = path.join(project, 'node_modules/.bin/episode-lint')
    const words = ['-c', `"${command}" --no-cache --format json | head -c 1`]
    expect(await start('sh', words, {cwd: site})).toEqual({code: 0, out: '[', trouble: ''})
  })

  it('can be imported, with its schemas, and has types', async () => {
    const script = `
      import {createRequire} from 'node:module'
      import {existsSync} from 'node:fs'
      import {remark} from 'remark'
      import plugin from 'remark-lint-episode'
      import reportSarif from 'remark-lint-episode/reporters/sarif'
      const file = remark().use(plugin).processSync('![](a.jpg)')
      const {runs} = JSON.parse(reportSarif([file]))
      const require = createRequire(import.meta.url)
      const {exports: {'.': {types}}} = require('remark-lint-episode/package.json')
      const folder = require.resolve('remark-lint-episode/package.json').replace(/package\\.json$/, '')
      console.log(JSON.stringify([
        runs[0].results.length > 0,
        existsSync(folder + types),
        existsSync(folder + 'README.md')
      ]))`
    const words = ['--input-type=module', '--eval', script]
    const {out, trouble} = await start(process.execPath, words, {cwd: project})
    expect(trouble).toBe('')
    expect(out).toBe('[true,true,true]\n')
  })
})
