import {MappedTextBuilder} from '../mapped-text.js'
import type {Range, Source} from '../source.js'
import type {FrontMatterString, Reading} from './reading.js'

/** Tabs, control characters and the byte order mark have rules of their own in YAML (1.2 §5.1). */
const special = /[^\P{Cc}\n]|[\uFEFF\u2028\u2029]/u
const keyLine = /^( *)([A-Za-z_][\w-]*):(?: +(\S.*))?$/
const itemLine = /^( *)- +(\S.*)$/
/** Plain words that stand for something else, or do in other versions of YAML. */
const notText = /^(?:null|true|false|yes|no|on|off|[yn])$/i

type Value = string | number | boolean | null

/** A map or a list whose lines are being read. */
interface Group {
  readonly pointer: string
  readonly indent: number
  readonly content: Record<string, unknown> | unknown[]
}

/**
 * Reads the YAML that front matter is written in, many times faster than a YAML parser: on short
 * posts, the parser takes as long for the front matter as another for all Markdown. Only what is
 * plain beyond doubt is read here: groups of keys and lists by indentation, of words, whole numbers,
 * dates, `true`, `false` and quoted strings without escapes, each on one line (YAML 1.2 §7.3, §8.2).
 * The least thing else, and the parser reads it.
 *
 * @param parse What the parser makes of the same text; called when it is needed.
 * @returns What the parser would return, or undefined where the text needs it.
 */
export function readPlainYaml(
  source: Source,
  content: Range,
  parse: () => Reading
): Reading | undefined {
  const text = source.slice(content)
  if (special.test(text)) return undefined
  return new PlainReader(content.start).read(text, parse)
}

class PlainReader {
  readonly #strings: FrontMatterString[] = []
  readonly #values = new Map<string, Range>()
  readonly #keys = new Map<string, Range>()
  readonly #root: Record<string, unknown> = {}
  /** The groups that the next line may belong to, the innermost last. */
  readonly #open: Group[] = [{pointer: '', indent: 0, content: this.#root}]
  /** A key whose value must stand on the lines that follow, if it has one. */
  #pending: {readonly name: string; readonly pointer: string; readonly end: number} | undefined
  #at: number

  /** @param start Offset of the text into the post. */
  constructor(start: number) {
    this.#at = start
  }

  read(text: string, parse: () => Reading): Reading | undefined {
    for (const line of text.replace(/\n$/, '').split('\n')) {
      if (!this.#readLine(line)) return undefined
      this.#at += line.length + 1
    }
    const end = text.endsWith('\n') ? this.#at : this.#at - 1
    this.#settle()
    this.#close(-1, end)
    return {
      data: this.#root,
      notMapping: false,
      errors: [],
      duplicates: [],
      comments: [],
      strings: this.#strings,
      values: this.#values,
      keys: this.#keys,
      insertion: (pointer, key, value) => parse().insertion(pointer, key, value)
    }
  }

  #readLine(line: string): boolean {
    const key = keyLine.exec(line)
    if (key) return this.#readKey(line, key[1]?.length ?? 0, key[2] ?? '', key[3])
    const item = itemLine.exec(line)
    return item !== null && this.#readItem(line, item[1]?.length ?? 0, item[2] ?? '')
  }

  #readKey(line: string, indent: number, name: string, written: string | undefined): boolean {
    const group = this.#groupAt(indent, () => ({}))
    if (!group || Array.isArray(group.content)) return false
    if (notText.test(name) || name === '__proto__' || Object.hasOwn(group.content, name)) {
      return false
    }
    const pointer = `${group.pointer}/${name}`
    const start = this.#at + indent
    const end = start + name.length
    this.#keys.set(pointer, {start, end})
    if (written === undefined) {
      group.content[name] = null
      this.#pending = {name, pointer, end: end + 1}
      return line.endsWith(':')
    }
    const value = this.#readValue(pointer, line, written)
    if (value === undefined) return false
    group.content[name] = value
    return true
  }

  #readItem(line: string, indent: number, written: string): boolean {
    const group = this.#groupAt(indent, () => [])
    if (!group || !Array.isArray(group.content)) return false
    const value = this.#readValue(`${group.pointer}/${group.content.length}`, line, written)
    if (value === undefined) return false
    group.content.push(value)
    return true
  }

  /** The group that a line belongs to by its indentation; begins one where a key waits for it. */
  #groupAt(indent: number, make: () => Group['content']): Group | undefined {
    const innermost = this.#open.at(-1)
    if (!innermost) return undefined
    const pending = this.#pending
    const content = make()
    // A list may stand as far to the left as its key (YAML 1.2 §8.2.1).
    const isInside =
      indent > innermost.indent || (indent === innermost.indent && Array.isArray(content))
    if (pending && isInside) {
      this.#pending = undefined
      const group = {pointer: pending.pointer, indent, content}
      if (!Array.isArray(innermost.content)) innermost.content[pending.name] = content
      this.#values.set(pending.pointer, {start: this.#at + indent, end: this.#at})
      this.#open.push(group)
      return group
    }
    this.#settle()
    this.#close(indent, this.#at)
    const isListDone = Array.isArray(this.#open.at(-1)?.content) && !Array.isArray(content)
    if (isListDone) this.#closeLast(this.#at)
    const group = this.#open.at(-1)
    return group?.indent === indent ? group : undefined
  }

  /** A key that nothing followed has no value, and that stands right after its colon. */
  #settle(): void {
    if (!this.#pending) return
    const {pointer, end} = this.#pending
    this.#values.set(pointer, {start: end, end})
    this.#pending = undefined
  }

  /** Ends the groups that stand further to the right. */
  #close(indent: number, end: number): void {
    for (let last = this.#open.at(-1); last && last.indent > indent; last = this.#open.at(-1)) {
      this.#closeLast(end)
    }
  }

  #closeLast(end: number): void {
    const range = this.#values.get(this.#open.pop()?.pointer ?? '')
    if (range) Object.assign(range, {end})
  }

  /** @param written What stands on the line from the value on. */
  #readValue(pointer: string, line: string, written: string): Value | undefined {
    const raw = written.trimEnd()
    const start = this.#at + line.length - written.length
    const range = {start, end: start + raw.length}
    const [, double, single] = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(raw) ?? []
    const quoted = double ?? single
    const value = quoted ?? plainValue(raw)
    if (value === undefined) return undefined
    this.#values.set(pointer, range)
    if (typeof value === 'string') {
      const builder = new MappedTextBuilder()
      builder.add(value, quoted === undefined ? start : start + 1, value.length)
      this.#strings.push({pointer, value, range, mapped: builder.build()})
    }
    return value
  }
}

/** What a value without quotes stands for (YAML 1.2 §10.3.2); undefined where it takes more to know. */
function plainValue(raw: string): Value | undefined {
  if (/^(?:0|[1-9]\d{0,14})$/.test(raw)) return Number(raw)
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) return raw
  if (raw === 'true') return true
  if (raw === 'false') return false
  if (!/^(?:\p{L}|\.{0,2}\/)/u.test(raw) || /:(?:\s|$)|\s#/.test(raw) || notText.test(raw)) {
    return undefined
  }
  return raw
}
