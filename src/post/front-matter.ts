import type {Root} from 'mdast'
import {isMap, isScalar, isSeq, parseDocument} from 'yaml'
import type {Range, Source} from './source.js'

/** The languages that front matter is written in. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json'

/** A string of the front matter, with the place of its words. */
export interface FrontMatterString {
  /** JSON Pointer to the value (RFC 6901). */
  readonly pointer: string
  readonly value: string
  /** The whole value, quotes included. */
  readonly range: Range
}

/** What a post says of itself before its text begins. */
export interface FrontMatter {
  readonly format: FrontMatterFormat | undefined
  /** From the first fence to the last, both included; empty at the start where there is none. */
  readonly range: Range
  /** What stands between the fences. */
  readonly content: Range
  /** The data, or undefined where there is none or it can't be read. */
  readonly data: Readonly<Record<string, unknown>> | undefined
  /** Syntax errors of the front matter's own language. */
  readonly errors: readonly {readonly reason: string; readonly range: Range}[]
  /** The place of the value at a JSON Pointer, quotes included. */
  valueRange(pointer: string): Range | undefined
  /** The place of the key of a JSON Pointer's value. */
  keyRange(pointer: string): Range | undefined
  /** Every string among the values, in document order. */
  readonly strings: readonly FrontMatterString[]
}

const nothing = {
  data: undefined,
  errors: [],
  strings: [],
  valueRange: () => undefined,
  keyRange: () => undefined
}

/** Reads the front matter of a post. Only YAML's place and data for now. */
export function readFrontMatter(source: Source, tree: Root): FrontMatter {
  const first = tree.children[0]
  const start = first?.position?.start.offset
  const end = first?.position?.end.offset
  if (first?.type !== 'yaml' || start === undefined || end === undefined) {
    const empty = {start: source.byteOrderMark, end: source.byteOrderMark}
    return {format: undefined, range: empty, content: empty, ...nothing}
  }
  const range = {start: start + source.byteOrderMark, end: end + source.byteOrderMark}
  const firstLine = source.lineAt(range.start)
  const contentStart = source.line(firstLine + 1).start
  const content = {start: contentStart, end: source.line(source.lineAt(range.end)).start}
  return {format: 'yaml', range, content, ...readYaml(source.slice(content), content.start)}
}

function readYaml(text: string, shift: number): Omit<FrontMatter, 'format' | 'range' | 'content'> {
  const document = parseDocument(text, {uniqueKeys: false, strict: true})
  const values = new Map<string, Range>()
  const keys = new Map<string, Range>()
  const strings: FrontMatterString[] = []
  const rangeOf = (node: {range?: [number, number, number] | null | undefined}): Range => ({
    start: (node.range?.[0] ?? 0) + shift,
    end: (node.range?.[1] ?? 0) + shift
  })
  const read = (node: unknown, pointer: string): void => {
    if (isMap(node)) {
      if (pointer !== '') values.set(pointer, rangeOf(node))
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue
        const at = `${pointer}/${escapePointer(String(pair.key.value))}`
        keys.set(at, rangeOf(pair.key))
        read(pair.value, at)
      }
    } else if (isSeq(node)) {
      values.set(pointer, rangeOf(node))
      for (const [index, item] of node.items.entries()) read(item, `${pointer}/${index}`)
    } else if (isScalar(node)) {
      values.set(pointer, rangeOf(node))
      if (typeof node.value === 'string') {
        strings.push({pointer, value: node.value, range: rangeOf(node)})
      }
    }
  }
  read(document.contents, '')
  const errors = document.errors.map((error) => ({
    reason: error.message,
    range: {start: error.pos[0] + shift, end: error.pos[1] + shift}
  }))
  const data: unknown = errors.length === 0 ? document.toJS() : undefined
  return {
    data: data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : undefined,
    errors,
    strings,
    valueRange: (pointer) => values.get(pointer),
    keyRange: (pointer) => keys.get(pointer)
  }
}

/** One reference token of a JSON Pointer (RFC 6901 §3). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
