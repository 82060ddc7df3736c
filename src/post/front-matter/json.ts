import type {Range, Source} from '../source.js'
import {
  type Duplicate,
  escapePointer,
  type FrontMatterError,
  type FrontMatterErrorKind,
  type FrontMatterString,
  type Insertion,
  isRecord,
  type Reading
} from './reading.js'
import {mapScalar} from './scalar.js'

/**
 * Where the object that begins at an offset ends (after its `}`), by brackets outside strings; the
 * text in it need not be right.
 */
export function jsonObjectEnd(text: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') {
      // A string of JSON ends on its line (RFC 8259 §7): an unclosed one hides no more than that.
      for (at++; at < text.length && !/["\r\n]/.test(text.charAt(at)); at++) {
        if (text.charAt(at) === '\\') at++
      }
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

class JsonError extends Error {
  readonly error: FrontMatterError

  constructor(error: FrontMatterError) {
    super(error.kind)
    this.error = error
  }
}

/** A group of keys with the place of its last value, to write another one after it. */
interface Group extends Range {
  readonly lastEnd: number | undefined
}

/** Reads JSON (RFC 8259) with the place of every key and value. */
export function readJson(source: Source, content: Range): Reading {
  const reader = new JsonReader(source, content)
  const errors: FrontMatterError[] = []
  let data: unknown
  try {
    data = reader.read()
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    errors.push(error.error)
  }
  return {
    data: isRecord(data) ? data : undefined,
    notMapping: errors.length === 0 && !isRecord(data),
    errors,
    duplicates: reader.duplicates,
    comments: [],
    strings: errors.length === 0 ? reader.strings : [],
    values: reader.values,
    keys: reader.keys,
    insertion: (pointer, key, value) => insertion(source, reader, pointer, key, value)
  }
}

function insertion(
  source: Source,
  reader: JsonReader,
  pointer: string,
  key: string,
  value: unknown
): Insertion | undefined {
  const group = reader.groups.get(pointer)
  if (!group) return undefined
  const member = `${JSON.stringify(key)}: ${JSON.stringify(value ?? '')}`
  if (group.lastEnd === undefined) return {at: group.start + 1, text: member}
  const line = source.line(source.lineAt(group.lastEnd))
  const indent = /^[ \t]*/.exec(source.slice(line))?.[0] ?? ''
  const own = source.lineAt(group.start) !== source.lineAt(group.lastEnd)
  const text = own ? `,${source.lineEnding}${indent}${member}` : `, ${member}`
  return {at: group.lastEnd, text}
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
}

class JsonReader {
  readonly strings: FrontMatterString[] = []
  readonly values = new Map<string, Range>()
  readonly keys = new Map<string, Range>()
  readonly groups = new Map<string, Group>()
  readonly duplicates: Duplicate[] = []
  readonly #source: Source
  readonly #text: string
  readonly #end: number
  #at: number
  #depth = 0

  constructor(source: Source, content: Range) {
    this.#source = source
    this.#text = source.text
    this.#at = content.start
    this.#end = content.end
  }

  read(): unknown {
    const value = this.#value('')
    this.#space()
    if (this.#at < this.#end) this.#unexpected()
    return value
  }

  #fail(kind: FrontMatterErrorKind, range: Range, expected?: string, certain = false): never {
    const value = this.#text.slice(range.start, range.end)
    throw new JsonError({
      kind,
      range,
      value,
      ...(expected === undefined ? {} : {expected: [expected], certain})
    })
  }

  #unexpected(): never {
    const rest = this.#text.slice(this.#at, this.#end)
    const token = /^(?:\/\/.*|\/\*[^*]*|'[^'\n]*'|[\p{L}\p{N}_.+-]+|[\s\S])/u.exec(rest)?.[0] ?? ''
    const range = {start: this.#at, end: this.#at + token.length}
    if (/^\/[/*]/.test(token)) this.#fail('comment', range)
    if (token.length > 1 && token.startsWith("'")) {
      this.#fail('single-quotes', range, JSON.stringify(token.slice(1, -1)), true)
    }
    this.#fail('syntax', range)
  }

  #space(): void {
    while (this.#at < this.#end && /[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++
  }

  #value(pointer: string): unknown {
    this.#space()
    const start = this.#at
    const character = this.#text.charAt(start)
    let value: unknown
    if (character === '{') value = this.#object(pointer)
    else if (character === '[') value = this.#array(pointer)
    else if (character === '"') {
      value = this.#string()
      const range = {start, end: this.#at}
      const inner = {start: start + 1, end: this.#at - 1}
      const text = String(value)
      const mapped = mapScalar(this.#source, inner, text, 'escaped')
      this.strings.push({pointer, value: text, range, mapped})
    } else value = this.#word()
    this.values.set(pointer, {start, end: this.#at})
    return value
  }

  #word(): unknown {
    const rest = this.#text.slice(this.#at, Math.min(this.#end, this.#at + 400))
    const word =
      /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\p{L}\p{N}_.])/u.exec(
        rest
      )
    if (!word) this.#unexpected()
    this.#at += word[0].length
    return JSON.parse(word[0])
  }

  #string(): string {
    const start = this.#at
    let value = ''
    for (this.#at++; this.#at < this.#end; this.#at++) {
      const character = this.#text.charAt(this.#at)
      if (character === '"') {
        this.#at++
        return value
      }
      if (character === '\\') value += this.#escape()
      else if (character < ' ') {
        if (character === '\n' || character === '\r') break
        this.#fail('syntax', {start: this.#at, end: this.#at + 1}, '\\t', character === '\t')
      } else value += character
    }
    const {end} = this.#source.line(this.#source.lineAt(start))
    const raw = this.#text.slice(start, end)
    const comma = /,?\s*$/.exec(raw)?.[0] ?? ''
    const body = raw.slice(0, raw.length - comma.length)
    this.#fail('quote', {start, end: start + body.length}, `${body}"`)
  }

  /** Reads an escape and leaves the reader on its last character. */
  #escape(): string {
    const letter = this.#text.charAt(this.#at + 1)
    const simple = simpleEscapes[letter]
    if (simple !== undefined) {
      this.#at++
      return simple
    }
    const code = /^[0-9a-fA-F]{4}/.exec(this.#text.slice(this.#at + 2, this.#at + 6))?.[0]
    if (letter !== 'u' || code === undefined) {
      const range = {start: this.#at, end: this.#at + 2}
      this.#fail('escape', range, `\\${this.#text.slice(range.start, range.end)}`)
    }
    this.#at += 5
    return String.fromCharCode(Number.parseInt(code, 16))
  }

  #object(pointer: string): Record<string, unknown> {
    const start = this.#at
    const object: Record<string, unknown> = Object.create(null)
    let lastEnd: number | undefined
    this.#items('}', () => {
      if (this.#text.charAt(this.#at) !== '"') this.#unexpected()
      const keyStart = this.#at
      const key = this.#string()
      const range = {start: keyStart, end: this.#at}
      const at = `${pointer}/${escapePointer(key)}`
      const first = this.keys.get(at)
      if (first) this.duplicates.push({key, range, first})
      else this.keys.set(at, range)
      this.#space()
      if (this.#text.charAt(this.#at) !== ':') {
        this.#fail('no-colon', range)
      }
      this.#at++
      object[key] = this.#value(at)
      lastEnd = this.#at
    })
    this.groups.set(pointer, {start, end: this.#at, lastEnd})
    return {...object}
  }

  #array(pointer: string): unknown[] {
    const array: unknown[] = []
    this.#items(']', () => {
      array.push(this.#value(`${pointer}/${array.length}`))
    })
    return array
  }

  #items(close: string, item: () => void): void {
    this.#depth++
    if (this.#depth > 200) this.#fail('too-large', {start: this.#at, end: this.#at + 1})
    this.#at++
    this.#space()
    let comma: number | undefined
    while (this.#text.charAt(this.#at) !== close) {
      if (this.#at >= this.#end) this.#unexpected()
      item()
      const end = this.#at
      this.#space()
      comma = undefined
      if (this.#text.charAt(this.#at) === ',') {
        comma = this.#at
        this.#at++
        this.#space()
      } else if (this.#text.charAt(this.#at) !== close) {
        if (this.#text.charAt(this.#at) !== '"') this.#unexpected()
        this.#fail('comma', {start: end, end}, ',', true)
      }
    }
    if (comma !== undefined) this.#fail('trailing-comma', {start: comma, end: comma + 1}, '', true)
    this.#at++
    this.#depth--
  }
}
