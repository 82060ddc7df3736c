import type {Post} from '../post.js'
import type {Range} from '../source.js'
import {quoted} from './yaml-errors.js'

/** A value that a comment cuts short. */
export interface CutValue {
  /** Of the value, as it was meant. */
  readonly range: Range
  /** What YAML reads of it. */
  readonly value: string
  readonly comment: string
  readonly expected: string
}

/** Values in which a `#` was meant as text, and begins a comment (YAML 1.2 §6.6): `Épisode #1`. */
export function cutValues({frontMatter: {format, comments}, source}: Post): readonly CutValue[] {
  if (format !== 'yaml') return []
  return comments.flatMap((comment): CutValue[] => {
    // Who comments leaves a space.
    if (!/^#[\p{L}\p{N}]/u.test(source.slice(comment))) return []
    const line = source.line(source.lineAt(comment.start))
    const before = source.text.slice(line.start, comment.start)
    const [, key = '', value = ''] =
      /^([ \t]*(?:-[ \t]+)*[\w-]+:[ \t]+)(.*?)[ \t]*$/.exec(before) ?? []
    const isText =
      value === '' ? /^\d/.test(comment.text) : /\p{L}/u.test(value) && !notPlain.test(value)
    if (key === '' || !isText) return []
    const range = {start: line.start + key.length, end: comment.end}
    return [
      {range, value, comment: source.slice(comment), expected: quoted(source.slice(range).trim())}
    ]
  })
}

/** Values that say no more than they do: quoted, collections, anchors, and words with a meaning. */
const notPlain = /^(?:["'[{|>&*!%@`]|(?:true|false|yes|no|on|off|null)$)/i

/** A quote that has no partner. */
export interface LoneQuote {
  readonly range: Range
  /** What it ends. */
  readonly value: string
}

/** Quotes that end a value without quotes, in which every other has a partner: they are text, and show. */
export function loneQuotes({frontMatter: {errors, strings}, source}: Post): readonly LoneQuote[] {
  // Where the front matter can't be read, the values aren't what they were meant to be.
  if (errors.length > 0) return []
  return strings.flatMap(({range}) => {
    if (source.text.charAt(range.end - 1) !== '"') return []
    const value = source.slice(range)
    const words = value.replace(/`[^`]*`/g, '')
    const quotes = words.split('"').length - 1
    // After a digit, it stands for inches; `„` and `“` may have it as their partner.
    const isText = /^["|>]|\d"|[„“]/.test(words)
    if (quotes % 2 === 0 || isText) return []
    return [{range: {start: range.end - 1, end: range.end}, value}]
  })
}
