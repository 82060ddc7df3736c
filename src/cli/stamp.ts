import {createHash} from 'node:crypto'
import {readFileSync, statSync} from 'node:fs'

/** A file as it was at some time. */
export interface Stamp {
  /** Time of the last change, in milliseconds. */
  readonly modified: number
  /** In bytes. */
  readonly size: number
  readonly hash: string
}

/**
 * File systems keep times as coarse as two seconds: a file changed again within that time may keep
 * both time and size.
 */
const coarsestTime = 2000

/** The stamp of a file as it is now, or undefined where there is none. */
export function stampOf(file: string): Stamp | undefined {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats?.isFile()) return undefined
  return {modified: stats.mtimeMs, size: stats.size, hash: hashOf(readFileSync(file))}
}

/**
 * Whether a file holds what it held: one stat, and its content only where time can't tell.
 *
 * @param noted When the stamp was noted down, in milliseconds.
 */
export function isSame(file: string, stamp: Stamp, noted: number): boolean {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats || stats.size !== stamp.size) return false
  if (stats.mtimeMs === stamp.modified && stats.mtimeMs < noted - coarsestTime) return true
  return hashOf(readFileSync(file)) === stamp.hash
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url')
}
