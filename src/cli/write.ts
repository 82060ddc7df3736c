import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'

/**
 * Replaces a file's content in one step: whoever reads it meanwhile, and whatever happens, finds the
 * old content or the new one. The mode stays; a symbolic link stays one.
 *
 * @param file Absolute path of a file that exists.
 * @throws {Error} The file may not be written, or its folder.
 */
export function replaceFile(file: string, content: string): void {
  const target = realpathSync(file)
  accessSync(target, constants.W_OK)
  const {mode} = statSync(target)
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, content, {flag: 'wx', mode: mode & 0o777})
    // The mask of the process may have taken bits away.
    chmodSync(temporary, mode & 0o7777)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}
