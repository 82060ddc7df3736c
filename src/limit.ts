import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Locale} from './messages/catalogue.js'
import {pluginMessages} from './messages/plugin.js'
import {reportOwn} from './report.js'

/**
 * Findings of one post that are reported unless the configuration says otherwise.
 *
 * The language server writes a text report into a stream of 16 KiB that nobody reads, and publishes
 * nothing once it is full. A line of that report has at most about 240 bytes.
 */
export const defaultMaximum = 60

/** The part of unified-engine's `FileSet` that is needed here. */
export interface FileSet {
  valueOf(): readonly VFile[]
  use(completer: {(files: FileSet): void; pluginId: string}): unknown
}

/** Whether a file comes from a language server, which reports all open posts into one stream. */
export function isOpenInEditor(file: VFile): boolean {
  return 'lspDocumentUri' in file.data
}

/**
 * Leaves the first findings of a post, errors before warnings, and says how many there were more.
 *
 * @param maximum How many messages may stay.
 */
export function limitMessages(file: VFile, maximum: number, locale: Locale): void {
  if (file.messages.length <= maximum) return
  const sorted = [...file.messages].sort(
    (a, b) => Number(b.fatal ?? 0) - Number(a.fatal ?? 0) || startOf(a) - startOf(b)
  )
  const left = sorted.slice(maximum)
  const shown = new Set(sorted.slice(0, maximum))
  file.messages = file.messages.filter((message) => shown.has(message))
  reportOwn(
    file,
    'too-many',
    pluginMessages[locale].tooMany({left: left.length, shown: maximum}),
    left[0]?.place
  )
}

/**
 * Shares what the language server's stream can hold among the posts of one of its runs: those with
 * few findings keep them all.
 */
export function limitTogether(files: readonly VFile[], maximum: number, locale: Locale): void {
  const open = files.filter(isOpenInEditor).sort((a, b) => a.messages.length - b.messages.length)
  let room = maximum
  for (const [index, file] of open.entries()) {
    const share = Math.max(1, Math.floor(room / (open.length - index)))
    room -= Math.min(share, file.messages.length)
    limitMessages(file, share, locale)
  }
}

function startOf({place}: VFileMessage): number {
  return (place && 'start' in place ? place.start.offset : place?.offset) ?? 0
}
