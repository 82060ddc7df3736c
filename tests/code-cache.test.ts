import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {CodeCache} from '../src/cli/code-cache.js'

const folder = mkdtempSync(path.join(os.tmpdir(), 'episode-code-'))
const kept = path.join(folder, 'kept', 'code.bin')
afterAll(() => rmSync(folder, {recursive: true}))

beforeEach(() => {
  rmSync(path.dirname(kept), {recursive: true, force: true})
  mkdirSync(path.join(folder, 'deep'), {recursive: true})
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const {basename} = require('node:path')
exports.greet = (name) => require('./deep/words.cjs').hello + basename(__filename) + name`
  )
  writeFileSync(path.join(folder, 'deep', 'words.cjs'), `exports.hello = require('./sign.cjs')`)
  writeFileSync(path.join(folder, 'deep', 'sign.cjs'), `module.exports = '«é» '`)
})

/** What the file of the cache says, and how it was called: once for each time it is called. */
function greet(): string {
  const cache = new CodeCache(folder, kept)
  const {greet} = cache.load('main.cjs') as {greet: (name: string) => string}
  const greeting = greet(', Ines')
  cache.save()
  return greeting
}

describe('the cache of compiled code', () => {
  it('loads files with what they require, and keeps their code', () => {
    expect(greet()).toBe('«é» main.cjs, Ines')
    const {ino} = statSync(kept)
    expect(greet()).toBe('«é» main.cjs, Ines')
    // All of it was known and taken: nothing was written again.
    expect(statSync(kept).ino).toBe(ino)
  })

  it('takes no code of another source, be it as long', () => {
    greet()
    writeFileSync(path.join(folder, 'deep', 'sign.cjs'), `module.exports = '»é« '`)
    expect(greet()).toBe('»é« main.cjs, Ines')
    expect(greet()).toBe('»é« main.cjs, Ines')
  })

  it('forgets the code of files that are gone', () => {
    greet()
    writeFileSync(path.join(folder, 'deep', 'words.cjs'), `exports.hello = 'hello '`)
    expect(readFileSync(kept).includes('sign.cjs')).toBe(true)
    rmSync(path.join(folder, 'deep', 'sign.cjs'))
    expect(greet()).toBe('hello main.cjs, Ines')
    expect(readFileSync(kept).includes('sign.cjs')).toBe(false)
  })

  it.each([
    ['cut off', (code: Buffer) => code.subarray(0, code.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    ['not one', () => Buffer.from('words '.repeat(50))],
    [
      'changed in one byte',
      (code: Buffer) => code.with(code.length - 99, 255 - (code.at(-99) ?? 0))
    ]
  ])('does without one that is %s, and makes it anew', (_, damage) => {
    greet()
    const whole = readFileSync(kept)
    writeFileSync(kept, damage(whole))
    expect(greet()).toBe('«é» main.cjs, Ines')
    const {ino} = statSync(kept)
    greet()
    expect(statSync(kept).ino).toBe(ino)
  })

  it('costs nothing where it can not be kept', () => {
    writeFileSync(path.dirname(kept), 'a file where the folder would be')
    expect(greet()).toBe('«é» main.cjs, Ines')
    rmSync(path.dirname(kept))
  })
})
