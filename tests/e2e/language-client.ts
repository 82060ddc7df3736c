import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {cleanEnvironment} from './programs.js'

/** `remark-language-server` is this call of `unified-language-server` and nothing more. */
const server = `import {createUnifiedLanguageServer} from 'unified-language-server'
import {remark} from 'remark'

process.title = 'remark-language-server'

createUnifiedLanguageServer({
  configurationSection: 'remark',
  defaultProcessor: remark,
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc'
})
`

interface Position {
  readonly line: number
  readonly character: number
}

export interface EditorRange {
  readonly start: Position
  readonly end: Position
}

export interface Diagnostic {
  readonly range: EditorRange
  readonly message: string
  readonly severity?: number
  readonly code?: string
  readonly source?: string
  readonly codeDescription?: {readonly href: string}
  readonly data?: {readonly expected?: readonly string[]}
}

export interface TextEdit {
  readonly range: EditorRange
  readonly newText: string
}

export interface CodeAction {
  readonly title: string
  readonly isPreferred?: boolean
  readonly edit: {readonly changes: Readonly<Record<string, readonly TextEdit[]>>}
}

interface Publication {
  readonly uri: string
  readonly diagnostics: readonly Diagnostic[]
}

interface Packet {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: {readonly message: string}
}

/** What an editor is to a language server: one session over standard input and output. */
export class LanguageClient {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #answers = new Map<number, (packet: Packet) => void>()
  readonly #publications: Publication[] = []
  readonly #workspace: string
  #waiting: (() => void)[] = []
  #rest = Buffer.alloc(0)
  #id = 0
  #version = 0

  private constructor(project: string, workspace: string) {
    const file = path.join(project, 'server.mjs')
    writeFileSync(file, server)
    this.#workspace = workspace
    // The editor may start the server anywhere.
    this.#child = spawn(process.execPath, [file, '--stdio'], {
      cwd: '/',
      env: cleanEnvironment()
    })
    this.#child.stdout.on('data', (data: Buffer) => this.#read(data))
    this.#child.stderr.resume()
  }

  /** @param project Where the server and its packages are installed. */
  static async open(project: string, workspace: string): Promise<LanguageClient> {
    const client = new LanguageClient(project, workspace)
    const uri = pathToFileURL(workspace).href
    await client.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{uri, name: 'site'}],
      capabilities: {workspace: {workspaceFolders: true}}
    })
    client.notify('initialized', {})
    return client
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.#workspace, name)).href
  }

  /** Shows a text to the server and waits for what it says of it. */
  async openText(name: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name)
    this.#version++
    const answer = this.nextPublication(uri)
    this.notify('textDocument/didOpen', {
      textDocument: {uri, languageId: 'markdown', version: this.#version, text}
    })
    return answer
  }

  /** Changes a text that is open and waits for what the server says of it. */
  async changeText(name: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name)
    this.#version++
    const answer = this.nextPublication(uri)
    this.notify('textDocument/didChange', {
      textDocument: {uri, version: this.#version},
      contentChanges: [{text}]
    })
    return answer
  }

  async closeText(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name)
    const answer = this.nextPublication(uri)
    this.notify('textDocument/didClose', {textDocument: {uri}})
    return answer
  }

  async format(name: string): Promise<readonly TextEdit[] | null> {
    const options = {tabSize: 2, insertSpaces: true}
    const result = await this.request('textDocument/formatting', {
      textDocument: {uri: this.uri(name)},
      options
    })
    return result as readonly TextEdit[] | null
  }

  async quickFixes(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const result = await this.request('textDocument/codeAction', {
      textDocument: {uri: this.uri(name)},
      range: diagnostic.range,
      context: {diagnostics: [diagnostic]}
    })
    return (result ?? []) as readonly CodeAction[]
  }

  async nextPublication(uri: string): Promise<readonly Diagnostic[]> {
    const seen = this.#publications.length
    const limit = Date.now() + 20_000
    for (;;) {
      const found = this.#publications.slice(seen).find((d) => d.uri === uri)
      if (found) return found.diagnostics
      if (Date.now() > limit) throw new Error(`The server says nothing of ${uri}`)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        setTimeout(resolve, 500)
      })
    }
  }

  request(method: string, params: unknown): Promise<unknown> {
    this.#id++
    const id = this.#id
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({result, error}) => {
        if (error) reject(new Error(error.message))
        else resolve(result)
      })
      this.#send({id, method, params})
    })
  }

  notify(method: string, params: unknown): void {
    this.#send({method, params})
  }

  async close(): Promise<void> {
    await this.request('shutdown', null)
    this.notify('exit', null)
    await new Promise((resolve) => this.#child.once('close', resolve))
  }

  #send(packet: Packet): void {
    const text = JSON.stringify({jsonrpc: '2.0', ...packet})
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }

  #read(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data])
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.#rest.subarray(0, end).toString()
      const length = Number(/Content-Length: (\d+)/i.exec(head)?.[1])
      if (this.#rest.length < end + 4 + length) return
      const body = this.#rest.subarray(end + 4, end + 4 + length).toString()
      this.#rest = this.#rest.subarray(end + 4 + length)
      this.#receive(JSON.parse(body))
    }
  }

  #receive(packet: Packet): void {
    if (packet.method === undefined) {
      if (packet.id === undefined) return
      this.#answers.get(packet.id)?.(packet)
      this.#answers.delete(packet.id)
    } else if (packet.id !== undefined) {
      // The server's own requests (registering for changes) need no more than a yes.
      this.#send({id: packet.id, result: null})
    } else if (packet.method === 'textDocument/publishDiagnostics') {
      this.#publications.push(packet.params as Publication)
      for (const wake of this.#waiting) wake()
      this.#waiting = []
    }
  }
}

/** UTF-16 offset of an editor's position, whose lines and characters count from 0. */
export function offsetAt(text: string, {line, character}: Position): number {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return (starts[line] ?? text.length) + character
}

/** What an editor makes of a text by edits that don't overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map(({range, newText}) => ({
      start: offsetAt(text, range.start),
      end: offsetAt(text, range.end),
      newText
    }))
    .sort((a, b) => b.start - a.start)
  return sorted.reduce(
    (result, {start, end, newText}) => result.slice(0, start) + newText + result.slice(end),
    text
  )
}
