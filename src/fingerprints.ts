import {createHash} from 'node:crypto'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {linesOf} from './reporters/excerpt.js'
import {pathIn, regionOf} from './reporters/places.js'

/** UTF-16 units of a line that are taken on either side of a finding. */
const contextWidth = 40

/**
 * A name for each finding of a post that stays the same while the post changes elsewhere.
 *
 * It is made of the post's path, the rule, the words of the finding and next to it, and, where the
 * same mistake stands in the same words several times, its number among them. It holds no line
 * numbers: inserted lines don't make old findings new.
 *
 * @param root The folder that paths are relative to; default: the file's working folder.
 * @returns 32 hexadecimal digits for each message; different ones for different messages of a post.
 */
export function fingerprintsOf(file: VFile, root?: string): ReadonlyMap<VFileMessage, string> {
  const lines = linesOf(file)
  const name = pathIn(file, root)
  const counts = new Map<string, number>()
  const fingerprints = new Map<VFileMessage, string>()
  const sorted = [...file.messages].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  )
  for (const message of sorted) {
    const words = [name, message.ruleId ?? '', ...wordsOf(message, lines)].join('\u0000')
    const occurrence = counts.get(words) ?? 0
    counts.set(words, occurrence + 1)
    const hash = createHash('sha256').update(`${words}\u0000${occurrence}`).digest('hex')
    fingerprints.set(message, hash.slice(0, 32))
  }
  return fingerprints
}

function wordsOf(message: VFileMessage, lines: readonly string[]): string[] {
  if (!message.place) return [normalise(message.reason)]
  const {startLine, startColumn, endLine, endColumn} = regionOf(message)
  const first = lines[startLine - 1] ?? ''
  const last = lines[endLine - 1] ?? ''
  return [
    first.slice(Math.max(0, startColumn - 1 - contextWidth), startColumn - 1),
    message.actual ?? '',
    last.slice(endColumn - 1, endColumn - 1 + contextWidth)
  ].map(normalise)
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
