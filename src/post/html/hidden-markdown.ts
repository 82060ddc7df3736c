import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {HtmlEndTag, HtmlStartTag, HtmlToken} from '../html.js'
import {isInlineElement} from '../html.js'
import type {Located, Outline} from '../outline.js'
import type {Range, Source} from '../source.js'
import type {Template} from '../templates.js'
import {type Construct, constructsOf, isMeant, signature} from './constructs.js'
import {phrasingContainers, rawTextElements, verbatimElements, voidElements} from './elements.js'

/** Markdown that an HTML block (CommonMark 0.31 §4.6) keeps from being read. */
export interface HiddenMarkdown extends Range {
  /** What the Markdown would be. */
  readonly construct: Construct
  /** The tag that makes HTML of its line. */
  readonly tag: HtmlStartTag | HtmlEndTag | undefined
  /** Where a blank line lets all of it be read, if that repairs it. */
  readonly blankLine: BlankLine | undefined
}

export interface BlankLine {
  /** The beginning of the line that it goes before. */
  readonly offset: number
  /** What it holds: the `>` of block quotes. */
  readonly prefix: string
  /** Whether nothing but this text can change. */
  readonly safe: boolean
}

/** How often a block is parsed anew to see whether a blank line helps. */
const mostAttempts = 8

/** A look at a text that costs less than parsing it. */
const mayHoldMarkdown =
  /[*_`]|\][([:]|^[\t ]*(?:#{1,6}|[-+]|\d{1,9}[.)])[\t ]|^[\t ]*-{3,}[\t ]*$|<[a-z][a-z0-9+.-]+:/im

const parser = unified().use(remarkParse).freeze()

/**
 * Finds the Markdown in the HTML blocks of a post, in document order.
 *
 * @param endsWithElement Whether HTML ends with its element, and not with the next blank line.
 */
export function findHiddenMarkdown(
  source: Source,
  outline: Outline,
  tokens: readonly HtmlToken[],
  templates: readonly Template[],
  endsWithElement: boolean
): readonly HiddenMarkdown[] {
  const definitions = outline
    .all('definition')
    .map(({node}) => `[${node.label ?? node.identifier}]: x`)
    .join('\n')
  const found: HiddenMarkdown[] = []
  let block: HtmlToken[] = []
  const verbatim = new Verbatim()
  let nextTemplate = 0
  const templatesIn = ({start, end}: Range): readonly Template[] => {
    while ((templates[nextTemplate]?.end ?? Number.POSITIVE_INFINITY) <= start) nextTemplate++
    let after = nextTemplate
    while ((templates[after]?.start ?? end) < end) after++
    return templates.slice(nextTemplate, after)
  }
  const finish = (): void => {
    const located = block[0]?.located
    if (!located) return
    const text = source.slice(located)
    if (mayHoldMarkdown.test(text) || (definitions !== '' && text.includes('['))) {
      const inside = templatesIn(located)
      const all = new Block(source, block, inside, definitions, verbatim)
      found.push(...all.read().filter(({start}) => !endsWithElement || all.isInElement(start)))
    } else for (const token of block) verbatim.pass(token)
    block = []
  }
  for (const token of tokens) {
    if (token.located !== block[0]?.located) finish()
    if (isFlow(token.located)) block.push(token)
  }
  finish()
  return found
}

function isFlow({parent}: Located): boolean {
  return /^(?:root|blockquote|listItem|footnoteDefinition)$/.test(parent?.node.type ?? '')
}

/** Which elements are open in which text is meant as it is written, over all blocks of a post. */
class Verbatim {
  readonly #open: string[] = []

  get isOn(): boolean {
    return this.#open.length > 0
  }

  pass(token: HtmlToken): void {
    if (token.kind === 'start' && !token.selfClosing && !('swallowsRest' in token)) {
      // PHP Markdown Extra, kramdown and Python-Markdown read Markdown in such an element.
      const isMarkdown = token.attributes.some((d) => d.name === 'markdown')
      if (verbatimElements.has(token.name) || isMarkdown) this.#open.push(token.name)
      else if (this.#open.includes(token.name)) this.#open.push(token.name)
    } else if (token.kind === 'end') {
      const index = this.#open.lastIndexOf(token.name)
      if (index >= 0) this.#open.splice(index)
    }
  }
}

/** A stretch of a block between two tags that are no part of a line. */
interface Segment extends Range {
  /** How many of the block's tokens come before. */
  readonly tokensBefore: number
}

interface Found extends Range {
  readonly construct: Construct
  readonly segment: Segment
}

/** A line as Markdown would see it. */
interface Line {
  readonly text: string
  /** Where it begins in the file. */
  readonly offset: number
  /** Undefined between two stretches. */
  readonly segment: Segment | undefined
}

const emptyLine: Line = {text: '', offset: 0, segment: undefined}

/** One HTML block with its tokens. */
class Block {
  readonly #source: Source
  readonly #tokens: readonly HtmlToken[]
  readonly #definitions: string
  readonly #depth: number
  readonly #segments: readonly Segment[]
  /** The block's text, masked where it is text to nobody: comments, code, templates. */
  readonly #masked: string
  /** The same, with the tags that are part of a line as punctuation marks, which begin no block. */
  readonly #words: string
  #attempts = 0
  readonly #range: Range

  constructor(
    source: Source,
    tokens: readonly HtmlToken[],
    templates: readonly Template[],
    definitions: string,
    verbatim: Verbatim
  ) {
    this.#source = source
    this.#tokens = tokens
    this.#definitions = definitions
    const [first] = tokens
    this.#range = {start: first?.located.start ?? 0, end: first?.located.end ?? 0}
    this.#depth = first ? first.located.quoteDepth : 0
    const segments: Segment[] = []
    const masked: Range[] = []
    const inlineTags: Range[] = []
    let start = this.#range.start
    let tokensBefore = 0
    const finish = (end: number): void => {
      if (end > start) segments.push({start, end, tokensBefore})
    }
    for (const [index, token] of tokens.entries()) {
      const wasVerbatim = verbatim.isOn
      verbatim.pass(token)
      if (token.kind === 'comment' || wasVerbatim || verbatim.isOn) masked.push(token)
      else if (token.kind === 'text') {
        if (token.rawTextIn !== undefined) masked.push(token)
      } else if (isInlineElement(token.name)) inlineTags.push(token)
      else {
        finish(token.start)
        start = token.end
        tokensBefore = index + 1
      }
    }
    finish(this.#range.end)
    this.#segments = segments
    const block = source.slice(this.#range)
    const {start: blockStart} = this.#range
    this.#masked = fill(fill(block, blockStart, masked, 'x'), blockStart, templates, 'x')
    this.#words = fill(this.#masked, blockStart, inlineTags, ';')
  }

  read(): HiddenMarkdown[] {
    const constructs = this.#constructs()
    const result: HiddenMarkdown[] = []
    const repaired = new Set<string>()
    for (const found of constructs) {
      const {construct, segment, start, end} = found
      if (repaired.has(signature(construct))) continue
      const repair = this.#blankLine(found)
      if (repair) for (const one of repair.signatures) repaired.add(one)
      const tag = this.#tagBefore(segment, start)
      result.push({construct, start, end, tag, blankLine: repair?.blankLine})
    }
    return result
  }

  /** Whether an offset lies between the tags of an element of the block that is no part of a line. */
  isInElement(offset: number): boolean {
    const open = openAt(this.#tokens.filter((d) => d.end <= offset))
    return open.some((name) => !isInlineElement(name))
  }

  /** The tag to name before a construct: the nearest, but for elements that are a part of its line. */
  #tagBefore(segment: Segment, offset: number): HtmlStartTag | HtmlEndTag | undefined {
    let after = segment.tokensBefore
    while ((this.#tokens[after]?.end ?? Number.POSITIVE_INFINITY) <= offset) after++
    let nearest: HtmlStartTag | HtmlEndTag | undefined
    const ended: string[] = []
    for (let index = after - 1; index >= 0; index--) {
      const token = this.#tokens[index]
      if (token?.kind !== 'start' && token?.kind !== 'end') continue
      nearest ??= token
      if (token.kind === 'end' && isInlineElement(token.name)) ended.push(token.name)
      else if (token.kind === 'start' && ended.at(-1) === token.name) ended.pop()
      else return token
    }
    return nearest
  }

  /**
   * What Markdown would have made of the stretches, from one parse: a comment between two of them
   * keeps them apart. A stretch with a fence of code would take in the next, and is parsed alone.
   */
  #constructs(): Found[] {
    const found: Found[] = []
    let lines: Line[] = []
    const flush = (): void => {
      found.push(...this.#constructsIn(lines))
      lines = []
    }
    for (const segment of this.#segments) {
      const own = this.#candidateLines(segment)
      if (own.length === 0) continue
      const hasFence = own.some((d) => /^(?:`{3}|~{3})/.test(d.text))
      if (hasFence) flush()
      else if (lines.length > 0) lines.push(emptyLine, {...emptyLine, text: '<!-- -->'}, emptyLine)
      for (const line of own) lines.push({...line, segment})
      if (hasFence) flush()
    }
    flush()
    return found
  }

  #candidateLines(segment: Segment): Omit<Line, 'segment'>[] {
    const raw = this.#source.text.slice(segment.start, segment.end)
    return this.#mayHold(raw) ? this.#lines(segment) : []
  }

  #mayHold(text: string): boolean {
    return mayHoldMarkdown.test(text) || (this.#definitions !== '' && text.includes('['))
  }

  #constructsIn(lines: readonly Line[]): Found[] {
    if (lines.length === 0) return []
    const value = lines.map((d) => d.text).join('\n')
    if (!this.#mayHold(value)) return []
    const found: Found[] = []
    for (const construct of constructsOf(this.#parse(value))) {
      const {position} = construct
      const first = position ? lines[position.start.line - 1] : undefined
      const last = position ? lines[position.end.line - 1] : undefined
      if (!position || !first?.segment || !last) continue
      const start = first.offset + position.start.column - 1
      const end = last.offset + position.end.column - 1
      if (!isMeant(construct, this.#source.text, start, end)) continue
      found.push({construct, segment: first.segment, start, end})
    }
    return found
  }

  /** The lines of a stretch as Markdown would see them, without indentation; masked where need be. */
  #lines(range: Range): {readonly text: string; readonly offset: number}[] {
    const source = this.#source
    const lines: {text: string; offset: number}[] = []
    for (let number = source.lineAt(range.start); ; number++) {
      const line = source.line(number)
      const start = Math.max(line.start, range.start)
      if (start >= range.end && lines.length > 0) break
      const end = Math.min(line.end, range.end)
      const prefix =
        start === line.start && start > this.#range.start ? this.#prefix(start, end) : 0
      const from = start + prefix
      const text = this.#sliceOf(this.#words, from, end)
      const indentation = /^[\t ]*/.exec(text)?.[0].length ?? 0
      lines.push({text: text.slice(indentation), offset: from + indentation})
      if (line.end >= range.end) break
    }
    return lines
  }

  #prefix(start: number, end: number): number {
    const pattern = new RegExp(`^(?:[\\t ]*>){0,${this.#depth}}`)
    return pattern.exec(this.#source.text.slice(start, end))?.[0].length ?? 0
  }

  #sliceOf(text: string, start: number, end: number): string {
    return text.slice(start - this.#range.start, Math.max(start, end) - this.#range.start)
  }

  #parse(value: string): Root {
    return parser.parse(this.#definitions === '' ? value : `${value}\n\n${this.#definitions}`)
  }

  /**
   * The blank line that lets a construct be read: before the first line of its stretch, where that
   * begins a line, no element is open that can't hold a paragraph, and parsing shows that it helps.
   */
  #blankLine(found: Found): {blankLine: BlankLine; signatures: ReadonlySet<string>} | undefined {
    const source = this.#source
    const number = this.#firstTextLine(found.segment)
    const offset = source.line(number).start
    if (offset <= this.#range.start || offset > found.start) return undefined
    const begun = source.text.slice(offset, Math.max(offset, found.segment.start))
    if (!/^[\t >]*(?:<\/?br[\t ]*\/?>)?$/i.test(begun)) return undefined
    if (this.#attempts++ >= mostAttempts) return undefined
    const split = this.#tokens.findIndex((d) => d.end > offset && d.kind !== 'text')
    const before = split < 0 ? this.#tokens : this.#tokens.slice(0, split)
    const open = openAt(before)
    if (open.some((d) => phrasingContainers.has(d) || rawTextElements.has(d))) return undefined

    const all = this.#rawLines()
    const index = number - source.lineAt(this.#range.start)
    const head = all.slice(0, index)
    const tail = all.slice(index)
    const tree = this.#parse([...head, '', ...tail].join('\n'))
    const signatures = new Set(constructsOf(tree).map(signature))
    if (!signatures.has(signature(found.construct))) return undefined
    const firstAfter = tree.children.find((d) => (d.position?.start.line ?? 0) > head.length)
    if (!firstAfter || firstAfter.type === 'html' || firstAfter.type === 'code') return undefined
    const headIsHtml = tree.children.every(
      (d) => d.type === 'html' || (d.position?.start.line ?? 0) > head.length
    )
    if (!headIsHtml) return undefined
    const end = tree.children.findLast((d) => d.type !== 'definition')
    const after = this.#tokens.slice(before.length)
    const safe =
      open.length === 0 &&
      (end?.type === 'paragraph' || end?.type === 'heading' || end?.type === 'html') &&
      after.every((d) => d.kind === 'text' || d.kind === 'comment' || isInlineOrVoid(d.name))
    return {blankLine: {offset, prefix: this.#quotePrefix(offset), safe}, signatures}
  }

  /** The first line of a stretch with more than tags on it. */
  #firstTextLine(segment: Segment): number {
    const source = this.#source
    for (const {text, offset} of this.#lines(segment)) {
      if (/[^\s;]/.test(text)) return source.lineAt(offset)
    }
    return source.lineAt(segment.start)
  }

  /** The block's lines without the `>` of block quotes and the indentation of the block. */
  #rawLines(): string[] {
    const source = this.#source
    const first = source.lineAt(this.#range.start)
    const last = source.lineAt(Math.max(this.#range.start, this.#range.end - 1))
    const indentation = this.#range.start - source.line(first).start
    const lines: string[] = []
    for (let number = first; number <= last; number++) {
      const {start, end} = source.line(number)
      if (number === first) lines.push(this.#sliceOf(this.#masked, this.#range.start, end))
      else {
        const from = start + this.#prefix(start, end)
        const white = /^[\t ]*/.exec(source.text.slice(from, end))?.[0].length ?? 0
        lines.push(
          this.#sliceOf(
            this.#masked,
            from + Math.min(white, this.#depth > 0 ? 1 : indentation),
            end
          )
        )
      }
    }
    return lines
  }

  #quotePrefix(offset: number): string {
    if (this.#depth === 0) return ''
    return /^[\t >]*>/.exec(this.#source.text.slice(offset, offset + 200))?.[0] ?? ''
  }
}

/** Replaces what ranges cover of a text that begins at an offset, character by character. */
function fill(text: string, start: number, ranges: readonly Range[], character: string): string {
  const parts: string[] = []
  let at = 0
  for (const range of ranges) {
    const from = Math.max(at, range.start - start)
    const to = Math.min(text.length, range.end - start)
    if (from >= to) continue
    parts.push(text.slice(at, from), character.repeat(to - from))
    at = to
  }
  return at === 0 ? text : parts.join('') + text.slice(at)
}

/** Names of the elements that a stretch of tokens leaves open. */
function openAt(tokens: readonly HtmlToken[]): readonly string[] {
  const open: string[] = []
  for (const token of tokens) {
    if (token.kind === 'start' && !voidElements.has(token.name)) open.push(token.name)
    else if (token.kind === 'end') {
      const index = open.lastIndexOf(token.name)
      if (index >= 0) open.splice(index)
    }
  }
  return open
}

function isInlineOrVoid(name: string): boolean {
  return isInlineElement(name) || voidElements.has(name)
}
