import {MappedTextBuilder} from '../mapped-text.js'
import type {Range, Source} from '../source.js'
import {escapePointer, type FrontMatterString} from './reading.js'

/**
 * The values of keys that stand without fences, a line each, as Pelican and MultiMarkdown have them:
 * `Tags: water, mills`. Keys are in small letters, as both compare them.
 *
 * @param range Of all the keys.
 */
export function readPlainKeys(source: Source, {start, end}: Range): readonly FrontMatterString[] {
  const found: FrontMatterString[] = []
  for (let number = source.lineAt(start); number <= source.lineAt(end); number++) {
    const line = source.line(number)
    const [, before = '', key = '', value = ''] =
      /^(\uFEFF?([A-Za-z][\w-]*):[\t ]*)(.*?)[\t ]*$/.exec(source.slice(line)) ?? []
    if (value === '') continue
    const at = line.start + before.length
    const builder = new MappedTextBuilder()
    builder.add(value, at, value.length)
    const range = {start: at, end: at + value.length}
    const pointer = `/${escapePointer(key.toLowerCase())}`
    found.push({pointer, value, range, mapped: builder.build()})
  }
  return found
}
