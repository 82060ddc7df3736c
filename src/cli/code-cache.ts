import {existsSync, readFileSync} from 'node:fs'
import module, {createRequire} from 'node:module'
import os from 'node:os'
import path from 'node:path'
import {Script} from 'node:vm'
import {crc32} from 'node:zlib'
import manifest from '../../package.json' with {type: 'json'}
import {keepFile} from './keep.js'

/** Compiled code of one of the package's files. */
interface Code {
  /** Of the source: V8 itself only compares its length. */
  readonly checksum: number
  readonly data: Buffer
}

/** A file of the package that was loaded. */
interface Loaded {
  readonly script: Script
  readonly module: {exports: unknown}
  readonly checksum: number
  /** What came from the cache. */
  readonly code: Code | undefined
}

/**
 * Loads the package's own files with the machine code that an earlier run compiled: compiling takes
 * longer than checking a post. From Node.js 22.1 on, Node does that by itself.
 *
 * What can't be read or written, was damaged, or was made by another version of Node or of this
 * package, counts as nothing; `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as it does in Node.
 */
export class CodeCache {
  readonly #folder: string
  readonly #file: string
  readonly #known: ReadonlyMap<string, Code>
  readonly #loaded = new Map<string, Loaded>()

  /**
   * @param folder Where the files are.
   * @param file Where the code is kept.
   */
  constructor(folder: string, file = codeFile()) {
    this.#folder = folder
    this.#file = file
    this.#known = read(file)
  }

  /**
   * Loads a file as CommonJS, with all that it requires beside it. It can't import ES modules.
   *
   * @param name In the folder.
   * @returns What it exports.
   */
  load(name: string): unknown {
    const before = this.#loaded.get(name)
    if (before) return before.module.exports
    const filename = path.join(this.#folder, name)
    const source = readFileSync(filename)
    const checksum = crc32(source)
    const known = this.#known.get(name)
    const code = known?.checksum === checksum ? known : undefined
    const script = new Script(
      `(function (exports, require, module, __filename) {${source.toString('utf8')}\n})`,
      {filename, ...(code ? {cachedData: code.data} : {})}
    )
    const module = {exports: {}}
    const isUsed = code !== undefined && script.cachedDataRejected === false
    this.#loaded.set(name, {script, module, checksum, code: isUsed ? code : undefined})
    const others = createRequire(filename)
    const require = (id: string): unknown =>
      id.startsWith('./') || id.startsWith('../')
        ? this.load(path.join(path.dirname(name), id))
        : others(id)
    script.runInThisContext()(module.exports, require, module, filename)
    return module.exports
  }

  /** Writes the code of all that was loaded, whole or not at all, where there is some that isn't known. */
  save(): void {
    if ([...this.#loaded.values()].every(({code}) => code !== undefined)) return
    // Files that are gone were those of another build.
    const parts = new Map(
      [...this.#known].filter(([name]) => existsSync(path.join(this.#folder, name)))
    )
    for (const [name, {script, checksum, code}] of this.#loaded) {
      parts.set(name, code ?? {checksum, data: script.createCachedData()})
    }
    keepFile(this.#file, pack(parts))
  }
}

/**
 * Loads a file of the package in the way that is fastest with this version of Node.
 *
 * @param folder Where the file is.
 * @returns What it exports, and what keeps the compiled code for the next time: to be called when
 *   most of it has run.
 */
export function loadFast(folder: string, name: string): {exports: unknown; keep: () => void} {
  // The types are those of Node.js 20.
  const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache')
  if (typeof enableCompileCache === 'function') enableCompileCache()
  if (typeof enableCompileCache === 'function' || process.env.NODE_DISABLE_COMPILE_CACHE === '1') {
    return {exports: createRequire(path.join(folder, name))(`./${name}`), keep() {}}
  }
  const cache = new CodeCache(folder)
  return {exports: cache.load(name), keep: () => cache.save()}
}

function codeFile(): string {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const name = `code-${manifest.version}-${process.version}-${process.arch}.bin`
  return path.join(base, manifest.name, name)
}

/** A checksum of all that follows, and the length of the list of parts that stands before them. */
const lengthOfHead = 8

type Part = readonly [name: string, checksum: number, length: number]

function pack(parts: ReadonlyMap<string, Code>): Buffer {
  const list = [...parts].map(([name, {checksum, data}]): Part => [name, checksum, data.length])
  const names = Buffer.from(JSON.stringify(list))
  const body = Buffer.concat([names, ...[...parts.values()].map(({data}) => data)])
  const head = Buffer.alloc(lengthOfHead)
  head.writeUInt32LE(crc32(body), 0)
  head.writeUInt32LE(names.length, 4)
  return Buffer.concat([head, body])
}

function read(file: string): ReadonlyMap<string, Code> {
  const parts = new Map<string, Code>()
  try {
    const content = readFileSync(file)
    const body = content.subarray(lengthOfHead)
    // V8 trusts the code that it is given: a damaged one would end the process.
    if (crc32(body) !== content.readUInt32LE(0)) return parts
    let at = content.readUInt32LE(4)
    const list: readonly Part[] = JSON.parse(body.toString('utf8', 0, at))
    for (const [name, checksum, length] of list) {
      parts.set(name, {checksum, data: body.subarray(at, at + length)})
      at += length
    }
  } catch {
    // Nothing was kept yet, or nothing that can be read.
  }
  return parts
}
