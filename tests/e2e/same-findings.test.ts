import {cpSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, inject, it} from 'vitest'
import {git, gitEnvironment} from './git.js'
import {LanguageClient} from './language-client.js'
import {folderIn, start} from './programs.js'

const project = inject('project')
const fixture = fileURLToPath(new URL('../../fixtures/site/', import.meta.url))
const binaries = path.join(project, 'node_modules/.bin')

interface ReportedFile {
  readonly path: string
  readonly messages: readonly {
    readonly line: number
    readonly column: number
    readonly ruleId: string
    readonly reason: string
    readonly note: string
  }[]
}

function rows(report: string): string[] {
  const files: ReportedFile[] = JSON.parse(report)
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) =>
      file.messages.map(
        (d) => `${file.path}:${d.line}:${d.column} ${d.ruleId} ${d.reason}\n${d.note}`
      )
    )
}

describe('one folder of posts', () => {
  it('has the same findings in the same order in all four ways of use', async () => {
    const site = folderIn(project, {})
    cpSync(fixture, site, {recursive: true})
    const command = path.join(binaries, 'episode-lint')

    const byCommand = rows((await start(command, ['--format', 'json', 'posts'], {cwd: site})).out)
    expect(byCommand.length).toBeGreaterThan(15)

    const reporter = ['--report', 'remark-lint-episode/reporters/json']
    const remark = await start(
      path.join(binaries, 'remark'),
      ['--no-stdout', 'posts', ...reporter],
      {
        cwd: site
      }
    )
    expect(rows(remark.trouble)).toEqual(byCommand)

    // Every hook runs the command with the names of the staged posts.
    await git(site, 'init', '-q', '-b', 'main')
    await git(site, 'add', '.')
    const names = (await git(site, 'diff', '--cached', '--name-only', '--', '*.md')).trim()
    await start(command, ['--format', 'json=report.json', ...names.split('\n').reverse()], {
      cwd: site,
      environment: gitEnvironment()
    })
    expect(rows(readFileSync(path.join(site, 'report.json'), 'utf8'))).toEqual(byCommand)

    const editor = await LanguageClient.open(project, site)
    const shown: string[] = []
    for (const name of names.split('\n').sort()) {
      const text = readFileSync(path.join(site, name), 'utf8')
      for (const {range, code, message} of await editor.openText(name, text)) {
        const {line, character} = range.start
        shown.push(`${name}:${line + 1}:${character + 1} ${code} ${message}`)
      }
    }
    await editor.close()
    expect(shown).toEqual(byCommand)
  })
})
