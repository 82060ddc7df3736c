import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {afterAll} from 'vitest'
import {rules} from '../rules/index.js'
import remarkLintEpisode, {type Options} from '../src/index.js'
import type {RuleId} from '../src/rule.js'

/** Runs the plugin on a text and gives its messages in the order of their places. */
export function lint(
  value: string | Uint8Array,
  options: Options = {},
  where: {path?: string; cwd?: string} = {}
): VFileMessage[] {
  const file = new VFile({value, path: where.path ?? 'post.md', cwd: where.cwd ?? '/'})
  const processor = unified().use(remarkParse).use(remarkLintEpisode, options)
  processor.runSync(processor.parse(file), file)
  return file.messages.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b))
}

/** Options that run one rule alone. */
export function only(id: RuleId, options: object = {}, settings: object = {}): Options {
  return {
    schema: false,
    ...settings,
    rules: {
      ...Object.fromEntries(rules.map((rule) => [rule.id, false])),
      [id]: ['warn', options]
    }
  }
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true})
})

/** Makes a folder with these files in it: path → content. It is removed after the file's last test. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'episode-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
  return folder
}

/** Where a message begins: UTF-16 offset into the file. */
export function startOf(message: VFileMessage): number {
  const {place} = message
  return (place && 'start' in place ? place.start.offset : place?.offset) ?? 0
}

/** Where a message ends, not included. */
export function endOf(message: VFileMessage): number {
  const {place} = message
  return (place && 'start' in place ? place.end.offset : place?.offset) ?? 0
}
