import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** What a program came to. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly trouble: string
}

export interface StartOptions {
  readonly cwd: string
  readonly environment?: NodeJS.ProcessEnv
  readonly input?: string
}

/** Runs a program to its end. */
export function start(
  command: string,
  words: readonly string[],
  {cwd, environment = cleanEnvironment(), input = ''}: StartOptions
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {cwd, env: environment})
    let out = ''
    let trouble = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      trouble += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({code, out, trouble}))
    // A program may end without having read what it was given.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** The environment without what the npm and vitest that run these tests put there. */
export function cleanEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|vitest|node_env|test$|init_cwd|force_color|github_|git_)/i.test(name)
  )
  return {...Object.fromEntries(kept), NO_COLOR: '1', ...more}
}

/** Makes a folder with these files below another one: path → content. */
export function folderIn(parent: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(parent, 'site-'))
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
}
