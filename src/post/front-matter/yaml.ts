import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  stringify,
  type YAMLMap
} from 'yaml'
import type {Range, Source} from '../source.js'
import {readPlainYaml} from './plain-yaml.js'
import {
  type Comment,
  type Duplicate,
  escapePointer,
  type FrontMatterError,
  type FrontMatterString,
  type Insertion,
  isRecord,
  type Reading
} from './reading.js'
import {mapScalar, type Spelling} from './scalar.js'
import {documentOf} from './yaml-document.js'
import {diagnoseYaml} from './yaml-errors.js'

/** The most values that aliases may expand to: far more than any post holds, far less than a bomb. */
const mostValues = 20_000

/** Reads YAML 1.2 with the place of every key and value. */
export function readYaml(source: Source, content: Range): Reading {
  return (
    readPlainYaml(source, content, () => parseYaml(source, content)) ?? parseYaml(source, content)
  )
}

/** The same for all YAML there is. */
export function parseYaml(source: Source, content: Range): Reading {
  const document = documentOf(source.slice(content))
  const reader = new YamlReader(source, content.start)
  reader.visit(document.contents, '')
  const errors: FrontMatterError[] = [
    ...diagnoseYaml(source, content, document),
    ...aliasErrors(source, document, reader)
  ].sort((a, b) => a.range.start - b.range.start)
  const data = errors.length === 0 ? dataOf(source, document, reader, errors) : undefined
  return {
    data: isRecord(data) ? data : undefined,
    notMapping: errors.length === 0 && data !== null && data !== undefined && !isRecord(data),
    errors,
    duplicates: reader.duplicates,
    comments: commentsOf(source, content, reader),
    strings: reader.strings,
    values: reader.values,
    keys: reader.keys,
    insertion: (pointer, key, value) =>
      insertion(source, content, reader, document.contents, pointer, key, value)
  }
}

/** The data; what only shows while it is put together is added to the errors. */
function dataOf(
  source: Source,
  document: Document.Parsed,
  reader: YamlReader,
  errors: FrontMatterError[]
): unknown {
  try {
    return document.toJS({maxAliasCount: -1})
  } catch {
    // `<<` wants a group of keys, or an alias of one (YAML's merge key).
    const merge = [...reader.keys].find(([pointer]) => pointer.endsWith('/<<'))?.[1]
    const line = source.line(source.lineAt(merge?.start ?? 0))
    errors.push({kind: 'syntax', range: line, value: source.slice(line)})
    return undefined
  }
}

class YamlReader {
  readonly strings: FrontMatterString[] = []
  readonly values = new Map<string, Range>()
  readonly keys = new Map<string, Range>()
  readonly maps = new Map<string, YAMLMap>()
  readonly duplicates: Duplicate[] = []
  readonly aliases: Alias[] = []
  readonly scalars: Range[] = []
  readonly #source: Source
  readonly #shift: number

  constructor(source: Source, shift: number) {
    this.#source = source
    this.#shift = shift
  }

  rangeOf(node: {range?: readonly number[] | null | undefined}): Range {
    return {
      start: (node.range?.[0] ?? 0) + this.#shift,
      end: (node.range?.[1] ?? 0) + this.#shift
    }
  }

  visit(node: unknown, pointer: string): void {
    if (isMap(node)) this.#map(node, pointer)
    else if (isSeq(node)) {
      this.values.set(pointer, this.rangeOf(node))
      for (const [index, item] of node.items.entries()) this.visit(item, `${pointer}/${index}`)
    } else if (isAlias(node)) {
      this.values.set(pointer, this.rangeOf(node))
      this.aliases.push(node)
    } else if (isScalar(node)) {
      const range = this.#trimmed(node)
      this.scalars.push(range)
      this.values.set(pointer, range)
      if (typeof node.value === 'string') {
        const mapped = mapScalar(this.#source, this.#inner(node, range), node.value, spelling(node))
        this.strings.push({pointer, value: node.value, range, mapped})
      }
    }
  }

  #map(node: YAMLMap, pointer: string): void {
    this.maps.set(pointer, node)
    if (pointer !== '') this.values.set(pointer, this.rangeOf(node))
    const seen = new Map<string, Range>()
    for (const {key, value} of node.items) {
      if (!isScalar(key)) continue
      // The merge key's value is a symbol of that name.
      const name = typeof key.value === 'symbol' ? '<<' : String(key.value)
      const at = `${pointer}/${escapePointer(name)}`
      const range = this.rangeOf(key)
      const first = seen.get(name)
      if (first && name !== '<<') this.duplicates.push({key: name, range, first})
      seen.set(name, first ?? range)
      this.scalars.push(range)
      this.keys.set(at, range)
      this.visit(value, at)
    }
  }

  /** A block scalar's range without the line endings after it, which are no part of what is seen. */
  #trimmed(node: Scalar): Range {
    const range = this.rangeOf(node)
    if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') return range
    let {end} = range
    while (end > range.start && /\s/.test(this.#source.text.charAt(end - 1))) end--
    return {start: range.start, end}
  }

  #inner(node: Scalar, range: Range): Range {
    if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
      return {start: range.start + 1, end: Math.max(range.start + 1, range.end - 1)}
    }
    if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
      const next = this.#source.line(this.#source.lineAt(range.start) + 1).start
      const first = /\S/.exec(this.#source.text.slice(next, range.end))
      const {end} = this.rangeOf(node)
      return {start: Math.min(end, next + (first?.index ?? 0)), end}
    }
    return range
  }
}

function spelling(node: Scalar): Spelling {
  if (node.type === 'QUOTE_DOUBLE') return 'escaped'
  return node.type === 'QUOTE_SINGLE' ? 'doubled' : 'plain'
}

/**
 * Aliases that lead nowhere, or to more than a post can hold: a few lines can stand for billions of
 * values. What counts is the size that they expand to, not their number.
 */
function aliasErrors(
  source: Source,
  document: Document.Parsed,
  reader: YamlReader
): readonly FrontMatterError[] {
  if (reader.aliases.length === 0) return []
  const errors: FrontMatterError[] = []
  const targets = new Map<Alias, Node | undefined>()
  for (const alias of reader.aliases) {
    const target = alias.resolve(document)
    targets.set(alias, target)
    if (target) continue
    const range = reader.rangeOf(alias)
    const raw = source.slice(range)
    errors.push({
      kind: 'special-character',
      range,
      value: raw,
      expected: [JSON.stringify(raw)],
      certain: false
    })
  }
  const sizes = new Map<unknown, number>()
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node)
    if (known !== undefined) return known
    // An alias inside of what it stands for never ends.
    sizes.set(node, Number.POSITIVE_INFINITY)
    let size = 1
    if (isAlias(node)) size = sizeOf(targets.get(node))
    else if (isMap(node)) for (const item of node.items) size += sizeOf(item)
    else if (isSeq(node)) for (const item of node.items) size += sizeOf(item)
    else if (isPair(node)) size = sizeOf(node.key) + sizeOf(node.value)
    sizes.set(node, size)
    return size
  }
  if (sizeOf(document.contents) > mostValues && errors.length === 0) {
    const largest = reader.aliases.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))
    const range = reader.rangeOf(largest)
    errors.push({kind: 'too-large', range, value: source.slice(range)})
  }
  return errors
}

function commentsOf(source: Source, content: Range, reader: YamlReader): readonly Comment[] {
  const text = source.slice(content)
  if (!text.includes('#')) return []
  const comments: Comment[] = []
  // YAML 1.2 §6.6: a comment begins a line or follows white space.
  for (const match of text.matchAll(/(^|[ \t])#([^\r\n]*)/gm)) {
    const start = content.start + match.index + (match[1]?.length ?? 0)
    if (reader.scalars.some((range) => range.start <= start && start < range.end)) continue
    const end = start + 1 + (match[2]?.length ?? 0)
    comments.push({start, end, text: (match[2] ?? '').trim()})
  }
  return comments
}

function insertion(
  source: Source,
  content: Range,
  reader: YamlReader,
  root: unknown,
  pointer: string,
  key: string,
  value: unknown
): Insertion | undefined {
  const map = reader.maps.get(pointer)
  const pair = value === undefined ? `${key}:` : `${key}: ${scalarText(value)}`
  if (!map) {
    if (pointer !== '' || isNode(root)) return undefined
    return {at: content.start, text: `${pair}${source.lineEnding}`}
  }
  const range = reader.rangeOf(map)
  if (map.flow) {
    const empty = map.items.length === 0
    let at = range.end - 1
    while (/\s/.test(source.text.charAt(at - 1))) at--
    return {at, text: empty ? pair : `, ${pair}`}
  }
  const firstKey = map.items[0]?.key
  if (!isNode(firstKey)) return undefined
  const {start} = reader.rangeOf(firstKey)
  const indent = ' '.repeat(start - source.line(source.lineAt(start)).start)
  let end = Math.min(range.end, content.end)
  while (end > start && /\s/.test(source.text.charAt(end - 1))) end--
  return {at: source.line(source.lineAt(end)).end, text: `${source.lineEnding}${indent}${pair}`}
}

/** A value as YAML on one line. */
function scalarText(value: unknown): string {
  return stringify(value, {collectionStyle: 'flow', lineWidth: 0, singleQuote: true})
    .trim()
    .replace(/\s*\n\s*/g, ' ')
}
