import path from 'node:path'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** Lines and columns of a finding, 1-based, in UTF-16 units, the end not included. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Where a finding is; the first character's place for what is about the post as a whole. */
export function regionOf({place}: VFileMessage): Region {
  const start = place && 'start' in place ? place.start : place
  const end = place && 'start' in place ? place.end : place
  return {
    startLine: start?.line ?? 1,
    startColumn: start?.column ?? 1,
    endLine: end?.line ?? 1,
    endColumn: end?.column ?? 1
  }
}

/**
 * The path that a report gives a post, with `/` between folders.
 *
 * @param root The folder that it is relative to; default: the file's working folder. A post outside
 *   of it keeps its absolute path.
 */
export function pathIn(file: VFile, root = file.cwd): string {
  if (file.path === undefined) return 'stdin'
  const absolute = path.resolve(file.cwd, file.path)
  const relative = path.relative(root, absolute)
  const isOutside = relative.startsWith('..') || path.isAbsolute(relative)
  return (isOutside ? absolute : relative).split(path.sep).join('/')
}

/** The messages to report: all, or errors only where a vfile reporter is told to be silent. */
export function messagesOf(file: VFile, silent: boolean | undefined): readonly VFileMessage[] {
  return silent ? file.messages.filter((message) => message.fatal) : file.messages
}
