import {readdirSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {fileExists} from '../file-access.js'

/** What became of a file that the front matter names. */
export type FileState =
  | {readonly kind: 'there'}
  | {readonly kind: 'absent'}
  /** It is there under a name with other capitals. */
  | {readonly kind: 'case'; readonly actual: string}

const there: FileState = {kind: 'there'}

/** Whether a value names a file beside the post or a known way from it. */
export function isOwnPath(value: string): boolean {
  return /^\.\.?\/[^\s#?][^\n]*\.[a-z][a-z0-9]{1,4}$/i.test(value)
}

/** Whether a value can be a path at all: an address or a place on the site has no file to look for. */
export function isLocalPath(value: string): boolean {
  return value !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/|#|~|@|\{)/i.test(value)
}

/**
 * Looks for a file that a value names.
 *
 * @param folder Absolute path of the post's folder.
 * @param lenient Whether a way to a folder that isn't there counts as found: posts are often
 *   checked without the pictures that lie elsewhere.
 */
export function findFile(value: string, folder: string, lenient: boolean): FileState {
  const [name = ''] = value.split(/[?#]/)
  const file = [name, decoded(name)].map((d) => path.resolve(folder, d)).find(fileExists)
  if (file === undefined) {
    const missing = path.resolve(folder, name)
    const holder = path.dirname(missing)
    if (lenient && value.startsWith('../') && !fileExists(holder)) return there
    const sibling = siblingOf(missing)
    return sibling === undefined ? {kind: 'absent'} : {kind: 'case', actual: sibling}
  }
  // On disks that are blind to case, the true name tells whether a server will find it.
  if (process.platform === 'linux') return there
  const actual = path.basename(realpathSync.native(file))
  const wanted = path.basename(file)
  const differs = actual !== wanted && actual.toLowerCase() === wanted.toLowerCase()
  return differs ? {kind: 'case', actual} : there
}

function siblingOf(missing: string): string | undefined {
  const wanted = path.basename(missing).normalize('NFC').toLowerCase()
  const folder = path.dirname(missing)
  try {
    const sibling = readdirSync(folder).find((d) => d.normalize('NFC').toLowerCase() === wanted)
    // What is said rests on this file being there: whoever keeps the result has to know.
    return sibling !== undefined && fileExists(path.join(folder, sibling)) ? sibling : undefined
  } catch {
    return undefined
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
