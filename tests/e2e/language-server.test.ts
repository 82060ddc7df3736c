import {cpSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {applyTextEdits, type Diagnostic, LanguageClient, offsetAt} from './language-client.js'
import {folderIn, start, writeFiles} from './programs.js'

const project = inject('project')
const fixture = fileURLToPath(new URL('../../fixtures/site/', import.meta.url))
const lintCommand = path.join(project, 'node_modules/.bin/episode-lint')

let workspace: string
let client: LanguageClient

beforeAll(async () => {
  workspace = folderIn(project, {})
  cpSync(fixture, workspace, {recursive: true})
  client = await LanguageClient.open(project, workspace)
})

afterAll(() => client.close())

interface Found {
  readonly ruleId: string
  readonly fatal: boolean
  readonly reason: string
  readonly note: string
  readonly url: string
  readonly actual: string
  readonly expected: readonly string[]
  readonly place: {
    readonly start: {readonly offset: number}
    readonly end: {readonly offset: number}
  }
}

async function lint(name: string, text: string): Promise<readonly Found[]> {
  const words = ['--stdin', '--stdin-filename', name, '--format', 'json']
  const {out} = await start(lintCommand, words, {cwd: workspace, input: text})
  return JSON.parse(out)[0].messages
}

const read = (name: string): string => readFileSync(path.join(workspace, name), 'utf8')

const shape = (
  text: string,
  {range, code, severity, message, codeDescription, data}: Diagnostic
) => ({
  start: offsetAt(text, range.start),
  end: offsetAt(text, range.end),
  code,
  severity,
  message,
  link: codeDescription?.href,
  expected: data?.expected
})

const inOrder = (a: {start: number; code?: string | undefined}, b: typeof a): number =>
  a.start - b.start || ((a.code ?? '') < (b.code ?? '') ? -1 : 1)

describe('a session', () => {
  const posts = ['posts/fr/barrages.md', 'posts/en/silt.md']

  it.each(posts)('%s: shows what the command finds, with exact ranges', async (name) => {
    for (const convert of [(text: string) => text, (text: string) => text.replace(/\n/g, '\r\n')]) {
      const text = convert(read(name))
      const shown = await client.openText(name, text)
      const found = await lint(name, text)
      expect(found.length).toBeGreaterThan(1)
      expect(shown.map((d) => shape(text, d)).sort(inOrder)).toEqual(
        found
          .map(({place, ruleId, fatal, reason, note, url, expected}) => ({
            start: place.start.offset,
            end: place.end.offset,
            code: ruleId,
            severity: fatal ? 1 : 2,
            message: `${reason}\n${note}`,
            link: url,
            expected
          }))
          .sort(inOrder)
      )
      expect(shown.every((d) => d.source === 'remark-lint')).toBe(true)
      expect(await client.closeText(name)).toEqual([])
    }
  })

  it.each(posts)(
    '%s: offers each replacement as a quick fix for exactly its range',
    async (name) => {
      const text = read(name)
      const shown = await client.openText(name, text)
      let fixes = 0
      for (const diagnostic of shown) {
        const {start: from, end: to, expected = []} = shape(text, diagnostic)
        const actions = await client.quickFixes(name, diagnostic)
        expect(actions).toHaveLength(expected.length)
        for (const [at, action] of actions.entries()) {
          const edits = action.edit.changes[client.uri(name)] ?? []
          expect(applyTextEdits(text, edits)).toBe(
            text.slice(0, from) + expected[at] + text.slice(to)
          )
          fixes++
        }
      }
      expect(fixes).toBeGreaterThan(1)
      await client.closeText(name)
    }
  )

  it.each(posts)('%s: Format Document does what --fix does', async (name) => {
    const text = read(name)
    await client.openText(name, text)
    const edits = await client.format(name)
    const formatted = applyTextEdits(text, edits ?? [])
    const words = ['--stdin', '--stdin-filename', name, '--fix']
    const fixed = await start(lintCommand, words, {cwd: workspace, input: text})
    expect(formatted).not.toBe(text)
    expect(formatted).toBe(fixed.out)
    // In a fixed text there is nothing to do.
    await client.changeText(name, formatted)
    expect(await client.format(name)).toBeNull()
    await client.closeText(name)
  })

  it('follows the text as it changes', async () => {
    const name = 'posts/new.md'
    const head = '---\ntitle: Le lac\n---\n\n'
    const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((d) => d.code)
    expect(codes(await client.openText(name, `${head}Rien.\n`))).not.toContain('episode-alt-text')
    const shown = await client.changeText(name, `${head}![](lac.jpg)\n`)
    expect(codes(shown)).toContain('episode-alt-text')
    const after = await client.changeText(name, `${head}![Un lac gelé](lac.jpg)\n`)
    expect(codes(after)).not.toContain('episode-alt-text')
    await client.closeText(name)
  })

  it('shows the first of hundreds of findings, and how many more there are', async () => {
    const name = 'posts/many.md'
    const text = '![](une-image-au-nom-assez-long-pour-que-la-ligne-le-soit.jpg)\n\n'.repeat(600)
    const shown = await client.openText(name, text)
    expect(shown.length).toBe(61)
    expect(shown.some((d) => /5\d\d (more findings|autres remarques)/.test(d.message))).toBe(true)
    await client.closeText(name)
  })

  it('shows findings of many open posts at once', async () => {
    const names = Array.from({length: 6}, (_, at) => `posts/open-${at}.md`)
    for (const name of names) await client.openText(name, '![](a.jpg)\n\n'.repeat(50))
    const answers = names.map((name) => client.nextPublication(client.uri(name)))
    client.notify('workspace/didChangeWatchedFiles', {changes: []})
    for (const shown of await Promise.all(answers)) expect(shown.length).toBe(11)
    for (const name of names) await client.closeText(name)
  })

  it('answers while one types in a long transcript', async () => {
    const name = 'posts/long.md'
    const line = 'Le Conseil se réunit, et **les autres** écoutent ce que l’on y dit.\n\n'
    const text = `---\ntitle: Long\n---\n\n${line.repeat(900)}`
    expect(text.length).toBeGreaterThan(60_000)
    await client.openText(name, text)
    const began = performance.now()
    for (let at = 0; at < 5; at++) await client.changeText(name, `${text}${'a'.repeat(at)}\n`)
    // Wide of what it takes, so that a slow machine passes: growth is measured elsewhere.
    expect((performance.now() - began) / 5).toBeLessThan(4000)
    await client.closeText(name)
  })
})

describe('trouble', () => {
  const name = 'posts/post.md'
  const text = '---\ntitle: A\n---\n\nLe Conseil du radio.\n'
  let folder: string
  let editor: LanguageClient

  beforeAll(async () => {
    folder = folderIn(project, {})
    editor = await LanguageClient.open(project, folder)
  })

  afterAll(async () => {
    expect(editor.isAlive).toBe(true)
    await editor.close()
  })

  async function show(files: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
    writeFiles(folder, files)
    const shown = await editor.openText(name, text)
    await editor.closeText(name)
    return shown
  }

  const errors = (shown: readonly Diagnostic[]): string =>
    shown
      .filter((d) => d.severity === 1)
      .map((d) => d.message)
      .join('\n')

  const configuration = (options: string): string =>
    `plugins:\n  - - remark-lint-episode\n    - ${options}\n`

  it('of a configuration that isn’t YAML is shown, with its file', async () => {
    const shown = await show({'.remarkrc.yml': 'plugins:\n  - [remark-lint-episode\n'})
    expect(errors(shown)).toContain('.remarkrc.yml')
  })

  it('of a missing names file is shown, and gone as soon as there is one', async () => {
    const shown = await show({'.remarkrc.yml': configuration('names: names.yml')})
    expect(errors(shown)).toContain('names.yml')
    expect(errors(shown)).not.toMatch(/^ +at /m)
    const after = await show({
      'names.yml': '- name: Conseil de la radio\n  not: [Conseil du radio]\n'
    })
    expect(errors(after)).toBe('')
    expect(after.map((d) => d.code)).toContain('episode-known-names')
  })

  it('of a broken names file is shown; a change of it is seen at once', async () => {
    const broken = await show({'names.yml': '- name: [\n'})
    expect(errors(broken)).toContain('names.yml')
    const mended = await show({'names.yml': '- name: Autre chose\n'})
    expect(mended.map((d) => d.code)).not.toContain('episode-known-names')
    rmSync(path.join(folder, 'names.yml'))
  })

  it('of a wrong option is shown', async () => {
    const shown = await show({
      '.remarkrc.yml': configuration('rules: {episode-alt-text: loud}')
    })
    expect(errors(shown)).toContain('episode-alt-text')
  })

  it('of a missing or broken schema is shown; a change of it is seen at once', async () => {
    const settings = {'.remarkrc.yml': configuration('schema: episode.schema.json')}
    expect(errors(await show(settings))).toContain('episode.schema.json')
    expect(errors(await show({'episode.schema.json': '{"type": '}))).toContain(
      'episode.schema.json'
    )
    const strict = await show({'episode.schema.json': '{"type": "object", "required": ["guid"]}'})
    expect(errors(strict)).toBe('')
    expect(strict.map((d) => d.message).join()).toContain('guid')
    const lax = '{"type": "object", "description": "All is well."}'
    const free = await show({'episode.schema.json': lax})
    expect(free.map((d) => d.code)).not.toContain('episode-metadata')
  })

  it('of a plugin that isn’t installed is shown', async () => {
    const shown = await show({'.remarkrc.yml': 'plugins: [remark-lint-absent]\n'})
    expect(errors(shown)).toContain('remark-lint-absent')
  })

  it('is over when the configuration is whole again', async () => {
    const shown = await show({'.remarkrc.yml': configuration('locale: fr')})
    expect(errors(shown)).toBe('')
  })
})
