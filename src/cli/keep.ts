import {randomBytes} from 'node:crypto'
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/**
 * Writes a file that can be made again: whole or not at all, so that runs side by side don't harm
 * each other. Where it can't be written, nothing happens.
 */
export function keepFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(temporary, content)
    renameSync(temporary, file)
  } catch {
    try {
      rmSync(temporary, {force: true})
    } catch {
      // A folder of its path is none.
    }
  }
}
