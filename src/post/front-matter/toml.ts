import {type AST, ParseError, parseTOML} from 'toml-eslint-parser'
import {escapeExpression} from '../../regular-expression.js'
import type {Range, Source} from '../source.js'
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
import {mapScalar} from './scalar.js'

const nothing = {values: new Map<string, Range>(), keys: new Map<string, Range>()}

/** Reads TOML 1.0 with the place of every key and value. */
export function readToml(source: Source, content: Range): Reading {
  let program: AST.TOMLProgram
  const text = source.slice(content)
  try {
    program = parseTOML(text, {tomlVersion: '1.0'})
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const duplicate = /multiple times/i.test(error.message)
      ? duplicateAt(source, content, error)
      : undefined
    return {
      data: undefined,
      notMapping: false,
      errors: duplicate ? [] : [diagnose(source, content, error)],
      duplicates: duplicate ? [duplicate] : [],
      comments: looseComments(text, content.start),
      strings: [],
      ...nothing,
      insertion: () => undefined
    }
  }
  const reader = new TomlReader(source, content.start)
  const data = reader.read(program.body[0])
  return {
    data,
    notMapping: false,
    errors: [],
    duplicates: [],
    comments: program.comments.map((comment) => ({
      ...reader.rangeOf(comment),
      text: comment.value.trim()
    })),
    strings: reader.strings,
    values: reader.values,
    keys: reader.keys,
    insertion: (pointer, key, value) => insertion(source, content, reader, pointer, key, value)
  }
}

type Table = Record<string, unknown>

class TomlReader {
  readonly strings: FrontMatterString[] = []
  readonly values = new Map<string, Range>()
  readonly keys = new Map<string, Range>()
  /** Where the last value of each table ends; the root's is that before the first table. */
  readonly tableEnds = new Map<string, number>()
  readonly inline = new Map<string, Range>()
  readonly #source: Source
  readonly #shift: number

  constructor(source: Source, shift: number) {
    this.#source = source
    this.#shift = shift
  }

  rangeOf({range}: {readonly range: readonly [number, number]}): Range {
    return {start: range[0] + this.#shift, end: range[1] + this.#shift}
  }

  read(top: AST.TOMLTopLevelTable): Table {
    const root: Table = {}
    for (const item of top.body) {
      if (item.type === 'TOMLKeyValue') {
        this.#pair(root, '', item)
        this.tableEnds.set('', this.rangeOf(item).end)
        continue
      }
      let table = root
      let pointer = ''
      for (const [index, part] of item.resolvedKey.entries()) {
        const name = String(part)
        const nextIsIndex = typeof item.resolvedKey[index + 1] === 'number'
        pointer += `/${escapePointer(name)}`
        const inside = descend(table, part, nextIsIndex)
        if (!this.values.has(pointer)) this.values.set(pointer, this.rangeOf(item.key))
        const key = item.key.keys.find((d) => keyName(d) === name)
        if (key && !this.keys.has(pointer)) this.keys.set(pointer, this.rangeOf(key))
        table = inside
      }
      this.tableEnds.set(pointer, this.rangeOf(item).end)
      for (const pair of item.body) this.#pair(table, pointer, pair)
      const last = item.body.at(-1)
      this.tableEnds.set(pointer, this.rangeOf(last ?? item.key).end)
    }
    return root
  }

  #pair(table: Table, base: string, {key, value}: AST.TOMLKeyValue): void {
    let inside = table
    let pointer = base
    const last = key.keys.length - 1
    for (const [index, part] of key.keys.entries()) {
      const name = keyName(part)
      pointer += `/${escapePointer(name)}`
      this.keys.set(pointer, this.rangeOf(part))
      if (index === last) inside[name] = this.#value(value, pointer)
      else {
        inside = descend(inside, name, false)
        if (!this.values.has(pointer)) this.values.set(pointer, this.rangeOf(key))
      }
    }
  }

  #value(node: AST.TOMLContentNode, pointer: string): unknown {
    const range = this.rangeOf(node)
    this.values.set(pointer, range)
    switch (node.type) {
      case 'TOMLArray':
        return node.elements.map((item, index) => this.#value(item, `${pointer}/${index}`))
      case 'TOMLInlineTable': {
        const table: Table = {}
        this.inline.set(pointer, range)
        for (const pair of node.body) this.#pair(table, pointer, pair)
        return table
      }
      case 'TOMLValue':
        switch (node.kind) {
          case 'string': {
            const quotes = node.multiline ? 3 : 1
            const inner = {start: range.start + quotes, end: range.end - quotes}
            if (node.multiline) {
              inner.start += /^\r?\n/.exec(this.#source.slice(inner))?.[0].length ?? 0
            }
            const value = node.value.replaceAll('\r\n', '\n')
            const spelling = node.style === 'basic' ? 'escaped' : 'plain'
            const mapped = mapScalar(this.#source, inner, value, spelling)
            this.strings.push({pointer, value, range, mapped})
            return value
          }
          case 'integer':
          case 'float':
          case 'boolean':
            return node.value
          default:
            // A date is kept as it is written: that is what schemas and people compare.
            return node.datetime
        }
    }
  }
}

function keyName(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}

/** The table or list under a key, made where it isn't there yet. */
function descend(table: Table, key: string | number, list: boolean): Table {
  const name = String(key)
  const known = Object.hasOwn(table, name) ? table[name] : undefined
  if (known !== null && typeof known === 'object') return known as Table
  const made: unknown = list ? [] : {}
  table[name] = made
  return made as Table
}

function duplicateAt(source: Source, content: Range, error: ParseError): Duplicate | undefined {
  const line = source.line(source.lineAt(content.start + error.index))
  const text = source.slice(line)
  const match = /^[ \t]*(?:\[{1,2})?([\w."'-]+)/.exec(text)
  const key = match?.[1]
  if (!match || key === undefined) return undefined
  const at = line.start + match[0].length
  const before = source.text.slice(content.start, line.start)
  const first = new RegExp(
    `^[ \\t]*(?:\\[{1,2})?(${escapeExpression(key)})[ \\t]*[=\\]]`,
    'm'
  ).exec(before)
  if (!first) return undefined
  const start = content.start + first.index + first[0].indexOf(key)
  return {
    key,
    range: {start: at - key.length, end: at},
    first: {start, end: start + key.length}
  }
}

/** The first line of a text of several lines that is never closed (TOML 1.0, Multi-line strings). */
function openText(source: Source, content: Range): Range | undefined {
  const marks = [...source.slice(content).matchAll(/"{3}|'{3}/g)]
  const last = marks.at(-1)
  if (!last || marks.length % 2 === 0) return undefined
  const start = content.start + last.index
  const {end} = source.line(source.lineAt(start))
  return {start, end}
}

function diagnose(source: Source, content: Range, error: ParseError): FrontMatterError {
  const open = openText(source, content)
  if (open) return {kind: 'quote', range: open, value: source.slice(open)}
  const at = Math.min(content.start + error.index, content.end)
  let line = source.line(source.lineAt(at))
  if (
    line.start >= content.end ||
    (source.slice(line).trim() === '' && line.start > content.start)
  ) {
    line = source.line(source.lineAt(line.start) - 1)
  }
  const text = source.slice(line)
  const indent = /^\s*/.exec(text)?.[0].length ?? 0
  const whole = {start: line.start + indent, end: line.start + text.trimEnd().length}
  const colon = /^([ \t]*[\w.-]+)[ \t]*:[ \t]+(?=\S)/.exec(text)
  if (colon) {
    const key = (colon[1] ?? '').trim()
    const range = {start: line.start + (colon[1]?.length ?? 0), end: line.start + colon[0].length}
    return {kind: 'colon-for-equals', range, value: key, expected: [' = ']}
  }
  const pair = /^([ \t]*[\w."'-]+[ \t]*=[ \t]*)(.*?)[ \t]*$/.exec(text)
  if (pair) {
    const [, before = '', value = ''] = pair
    const start = line.start + before.length
    const range = {start, end: start + value.length}
    if (/^["'][^"']*$/.test(value)) {
      return {kind: 'quote', range, value, expected: [value + value.charAt(0)]}
    }
    if (/^[[{]/.test(value) && !/[\]}]$/.test(value)) {
      const close = value.startsWith('[') ? ']' : '}'
      return {kind: 'bracket', range, value, expected: [value.replace(/,$/, '') + close]}
    }
    // TOML 1.0, Boolean: always in small letters.
    const isBoolean = /^(?:true|false)$/i.test(value)
    if (isBoolean) {
      return {kind: 'capital', range, value, expected: [value.toLowerCase()]}
    }
    if (/^[\p{L}]/u.test(value)) {
      const expected = value.includes('"')
        ? [`'${value}'`]
        : [`"${value.replaceAll('\\', '\\\\')}"`]
      return {
        kind: 'no-quotes',
        range,
        value,
        expected: value.includes("'") && value.includes('"') ? [] : expected
      }
    }
    if (value.startsWith('"') && /escape/i.test(error.message)) {
      return {kind: 'escape', range: whole, value}
    }
  }
  return {kind: 'syntax', range: whole, value: source.slice(whole)}
}

function looseComments(text: string, shift: number): readonly Comment[] {
  return [...text.matchAll(/^[ \t]*#([^\r\n]*)/gm)].map((match) => ({
    start: shift + match.index + match[0].indexOf('#'),
    end: shift + match.index + match[0].length,
    text: (match[1] ?? '').trim()
  }))
}

function insertion(
  source: Source,
  content: Range,
  reader: TomlReader,
  pointer: string,
  key: string,
  value: unknown
): Insertion | undefined {
  const pair = `${key} = ${tomlText(value ?? '')}`
  const inline = reader.inline.get(pointer)
  if (inline) {
    let at = inline.end - 1
    while (/\s/.test(source.text.charAt(at - 1))) at--
    return {at, text: source.text.charAt(at - 1) === '{' ? ` ${pair} ` : `, ${pair}`}
  }
  const end = reader.tableEnds.get(pointer)
  if (end === undefined) {
    return pointer === '' ? {at: content.start, text: `${pair}${source.lineEnding}`} : undefined
  }
  return {at: source.line(source.lineAt(end)).end, text: `${source.lineEnding}${pair}`}
}

function tomlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlText).join(', ')}]`
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, item]) => `${key} = ${tomlText(item)}`)
    return `{${pairs.join(', ')}}`
  }
  return JSON.stringify(value)
}
