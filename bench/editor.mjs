#!/usr/bin/env node
// Measures how soon an editor has the findings after a key press in a post of 60 kB.
//   node bench/editor.mjs
import {spawn} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {here, installPeers, makeWorkFolder, median, timeOf} from './measure.mjs'
import {post, writeSite} from './site.mjs'

const changes = 25
/** Before these, code is still being compiled. */
const firstChanges = 10

/** @returns {Promise<{bytes: number, parse: number, answer: number}>} Milliseconds, medians. */
export async function measureEditor() {
  installPeers()
  const work = makeWorkFolder()
  try {
    const folder = path.join(work, 'site')
    writeSite(folder, 1)
    const text = post(60_000)
    const file = path.join(folder, 'posts/long.md')
    fs.writeFileSync(file, text)
    const server = new Server(folder, path.join(work, 'language-server.mjs'))
    try {
      const answers = await server.type(file, text)
      return {bytes: Buffer.byteLength(text), parse: parseTime(text), answer: median(answers)}
    } finally {
      server.stop()
    }
  } finally {
    fs.rmSync(work, {recursive: true, force: true})
  }
}

/** @param {string} text */
function parseTime(text) {
  const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze()
  const times = Array.from({length: changes}, () => timeOf(() => processor.parse(text)))
  return median(times.slice(firstChanges))
}

/** A language server, spoken to over standard input and output. */
class Server {
  #child
  #folder
  #input = Buffer.alloc(0)
  #last = 0
  /** @type {(message: {id?: number, method?: string, params?: {uri?: string, version?: number}}) => void} */
  #receive = () => {}

  /**
   * @param {string} folder The workspace.
   * @param {string} program Where the server's program is put: it loads modules from there.
   */
  constructor(folder, program) {
    this.#folder = folder
    fs.copyFileSync(path.join(here, 'language-server.mjs'), program)
    this.#child = spawn(process.execPath, [program, '--stdio'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit']
    })
    this.#child.stdout.on('data', (chunk) => this.#read(chunk))
  }

  stop() {
    this.#child.kill()
  }

  /**
   * Opens a post and changes it again and again.
   *
   * @param {string} file
   * @param {string} text
   * @returns {Promise<number[]>} Milliseconds from each change to its findings.
   */
  async type(file, text) {
    const rootUri = pathToFileURL(this.#folder).href
    await this.#request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{uri: rootUri, name: 'site'}],
      capabilities: {}
    })
    this.#notify('initialized', {})
    const uri = pathToFileURL(file).href
    const opened = this.#findings(uri)
    this.#notify('textDocument/didOpen', {
      textDocument: {uri, languageId: 'markdown', version: 0, text}
    })
    await opened
    const times = []
    for (let version = 1; version <= changes; version++) {
      const answered = this.#findings(uri)
      const start = process.hrtime.bigint()
      this.#notify('textDocument/didChange', {
        textDocument: {uri, version},
        contentChanges: [{text: `${text}\nOne more word${'s'.repeat(version)}.\n`}]
      })
      await answered
      times.push(Number(process.hrtime.bigint() - start) / 1e6)
    }
    return times.slice(firstChanges)
  }

  /** @param {string} uri */
  #findings(uri) {
    return this.#until(
      (d) => d.method === 'textDocument/publishDiagnostics' && d.params?.uri === uri
    )
  }

  /**
   * @param {string} method
   * @param {object} params
   */
  #request(method, params) {
    const id = ++this.#last
    const answered = this.#until((d) => d.id === id)
    this.#send({id, method, params})
    return answered
  }

  /**
   * @param {string} method
   * @param {object} params
   */
  #notify(method, params) {
    this.#send({method, params})
  }

  /** @param {object} message */
  #send(message) {
    const text = JSON.stringify({jsonrpc: '2.0', ...message})
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }

  /** @param {(message: {id?: number, method?: string, params?: {uri?: string}}) => boolean} isIt */
  #until(isIt) {
    return new Promise((resolve, reject) => {
      const died = (/** @type {number | null} */ code) =>
        reject(new Error(`The language server ended with ${code}`))
      this.#child.once('exit', died)
      this.#receive = (message) => {
        if (!isIt(message)) return
        this.#child.off('exit', died)
        resolve(message)
      }
    })
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    this.#input = Buffer.concat([this.#input, chunk])
    for (;;) {
      const head = /^(?:.*\r\n)*?Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(
        this.#input.toString('latin1')
      )
      if (!head) return
      const end = head[0].length + Number(head[1])
      if (this.#input.length < end) return
      const message = JSON.parse(this.#input.toString('utf8', head[0].length, end))
      this.#input = this.#input.subarray(end)
      if (message.id !== undefined && message.method !== undefined) this.#answer(message)
      else this.#receive(message)
    }
  }

  /**
   * What the server asks of its client: settings, of which there are none.
   *
   * @param {{id: number, params?: {items?: unknown[]}}} request
   */
  #answer({id, params}) {
    this.#send({id, result: params?.items?.map(() => null) ?? null})
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {bytes, parse, answer} = await measureEditor()
  console.log(`A post of ${(bytes / 1000).toFixed(0)} kB, medians of ${changes - firstChanges}`)
  console.log(`parsing alone: ${parse.toFixed(1)} ms`)
  console.log(`change to findings: ${answer.toFixed(1)} ms, ${(answer / parse).toFixed(2)} times`)
}
