import type {Nodes, Parents, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {HtmlEndTag, HtmlStartTag, HtmlToken} from '../html.js'
import {isInlineElement} from '../html.js'
import type {Located, Outline} from '../outline.js'
import type {Range, Source} from '../source.js'
import type {Template} from '../templates.js'
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

export type Construct = Extract<
  Nodes,
  {
    type:
      | 'strong'
      | 'emphasis'
      | 'link'
      | 'linkReference'
      | 'image'
      | 'imageReference'
      | 'inlineCode'
      | 'heading'
      | 'list'
  }
>

/** A look at a text that costs less than parsing it. */
const mayHoldMarkdown = /[*_`]|\][([]|^[\t ]*(?:#{1,6}|[-+]|\d{1,9}[.)])[\t ]|<[a-z][a-z0-9+.-]+:/im

const parser = unified().use(remarkParse).freeze()

/** Finds the Markdown in the HTML blocks of a post, in document order. */
export function findHiddenMarkdown(
  source: Source,
  outline: Outline,
  tokens: readonly HtmlToken[],
  templates: readonly Template[]
): readonly HiddenMarkdown[] {
  const definitions = outline
    .all('definition')
    .map(({node}) => `[${node.label ?? node.identifier}]: x`)
    .join('\n')
  const found: HiddenMarkdown[] = []
  let block: HtmlToken[] = []
  const verbatim = new Verbatim()
  const finish = (): void => {
    if (block.length > 0)
      found.push(...new Block(source, block, templates, definitions, verbatim).read())
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

/** One HTML block with its tokens. */
class Block {
  readonly #source: Source
  readonly #tokens: readonly HtmlToken[]
  readonly #templates: readonly Template[]
  readonly #definitions: string
  readonly #depth: number
  readonly #segments: readonly Segment[]
  /** Ranges that are text to nobody: comments, code, what isn't Markdown's business. */
  readonly #masked: readonly Range[]
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
    this.#templates = templates
    this.#definitions = definitions
    const [first] = tokens
    this.#range = {start: first?.located.start ?? 0, end: first?.located.end ?? 0}
    this.#depth = first ? first.located.quoteDepth : 0
    const segments: Segment[] = []
    const masked: Range[] = []
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
      } else if (!isInlineElement(token.name)) {
        finish(token.start)
        start = token.end
        tokensBefore = index + 1
      }
    }
    finish(this.#range.end)
    this.#segments = segments
    this.#masked = masked
  }

  read(): HiddenMarkdown[] {
    const constructs = this.#segments.flatMap((segment) => this.#constructsIn(segment))
    const result: HiddenMarkdown[] = []
    let repaired = new Set<string>()
    for (const found of constructs) {
      const {construct, segment, start, end} = found
      if (repaired.has(signature(construct))) continue
      const repair = this.#blankLine(found)
      if (repair) {
        repaired = new Set([...repaired, ...repair.signatures])
        const tag = this.#firstTag()
        result.push({construct, start, end, tag, blankLine: repair.blankLine})
      } else {
        const tag = this.#tagBefore(segment, start)
        result.push({construct, start, end, tag, blankLine: undefined})
      }
    }
    return result
  }

  #firstTag(): HtmlStartTag | HtmlEndTag | undefined {
    return this.#tokens.find((d) => d.kind === 'start' || d.kind === 'end')
  }

  #tagBefore(segment: Segment, offset: number): HtmlStartTag | HtmlEndTag | undefined {
    return this.#tokens
      .slice(0, segment.tokensBefore)
      .findLast((d) => (d.kind === 'start' || d.kind === 'end') && d.end <= offset) as
      | HtmlStartTag
      | HtmlEndTag
      | undefined
  }

  #constructsIn(segment: Segment): Found[] {
    const {text} = this.#source
    const raw = text.slice(segment.start, segment.end)
    if (!mayHoldMarkdown.test(raw) && !(this.#definitions !== '' && raw.includes('['))) return []
    const lines = this.#lines(segment)
    const value = lines.map((d) => d.text).join('\n')
    if (!mayHoldMarkdown.test(value) && this.#definitions === '') return []
    const starts: number[] = []
    let at = 0
    for (const line of lines) {
      starts.push(at)
      at += line.text.length + 1
    }
    const offsetOf = (point: {line: number; column: number}): number => {
      const line = lines[point.line - 1]
      return line ? line.offset + point.column - 1 : segment.end
    }
    const found: Found[] = []
    for (const construct of constructsOf(this.#parse(value))) {
      const {position} = construct
      if (!position || position.start.line > lines.length) continue
      const start = offsetOf(position.start)
      const end = offsetOf(position.end)
      if (isMeant(construct, text, start, end)) found.push({construct, segment, start, end})
    }
    return found
  }

  /** The lines of a stretch as Markdown would see them, without indentation; masked where need be. */
  #lines(range: Range): {readonly text: string; readonly offset: number}[] {
    const {source} = this
    const lines: {text: string; offset: number}[] = []
    for (let number = source.lineAt(range.start); ; number++) {
      const line = source.line(number)
      const start = Math.max(line.start, range.start)
      if (start >= range.end && lines.length > 0) break
      const end = Math.min(line.end, range.end)
      const prefix =
        start === line.start && start > this.#range.start ? this.#prefix(start, end) : 0
      const from = start + prefix
      const text = this.#mask(from, Math.max(from, end))
      const indentation = /^[\t ]*/.exec(text)?.[0].length ?? 0
      lines.push({text: text.slice(indentation), offset: from + indentation})
      if (line.end >= range.end) break
    }
    return lines
  }

  private get source(): Source {
    return this.#source
  }

  #prefix(start: number, end: number): number {
    const pattern = new RegExp(`^(?:[\\t ]*>){0,${this.#depth}}`)
    return pattern.exec(this.#source.text.slice(start, end))?.[0].length ?? 0
  }

  #mask(start: number, end: number): string {
    let text = this.#source.text.slice(start, end)
    for (const range of [...this.#masked, ...this.#templates]) {
      if (range.end <= start || range.start >= end) continue
      const from = Math.max(0, range.start - start)
      const to = Math.min(text.length, range.end - start)
      text = text.slice(0, from) + 'x'.repeat(to - from) + text.slice(to)
    }
    return text
  }

  #parse(value: string): Root {
    return parser.parse(this.#definitions === '' ? value : `${value}\n\n${this.#definitions}`)
  }

  /**
   * The blank line that lets a construct be read: before the first line of its stretch, where that
   * begins a line, no element is open that can't hold a paragraph, and parsing shows that it helps.
   */
  #blankLine(found: Found): {blankLine: BlankLine; signatures: ReadonlySet<string>} | undefined {
    const {source} = this
    const before = this.#tokens.slice(0, found.segment.tokensBefore)
    const firstText = /\S/.exec(source.text.slice(found.segment.start, found.segment.end))
    if (!firstText) return undefined
    let number = source.lineAt(found.segment.start + firstText.index)
    const quoted = this.#depth > 0 && found.segment.start < source.line(number).start
    const line = source.line(number)
    if (!quoted && line.start < found.segment.start) return undefined
    if (quoted && /^[\t >]*$/.test(source.slice(line))) number++
    const offset = source.line(number).start
    if (offset <= this.#range.start) return undefined
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
    const after = this.#tokens.slice(found.segment.tokensBefore)
    const safe =
      open.length === 0 &&
      (end?.type === 'paragraph' || end?.type === 'heading' || end?.type === 'html') &&
      after.every((d) => d.kind === 'text' || d.kind === 'comment' || isInlineOrVoid(d.name))
    return {blankLine: {offset, prefix: this.#quotePrefix(offset), safe}, signatures}
  }

  /** The block's lines without the `>` of block quotes and the indentation of the block. */
  #rawLines(): string[] {
    const {source} = this
    const first = source.lineAt(this.#range.start)
    const last = source.lineAt(Math.max(this.#range.start, this.#range.end - 1))
    const indentation = this.#range.start - source.line(first).start
    const lines: string[] = []
    for (let number = first; number <= last; number++) {
      const {start, end} = source.line(number)
      if (number === first) lines.push(this.#mask(this.#range.start, end))
      else {
        const from = start + this.#prefix(start, end)
        const white = /^[\t ]*/.exec(source.text.slice(from, end))?.[0].length ?? 0
        lines.push(this.#mask(from + Math.min(white, this.#depth > 0 ? 1 : indentation), end))
      }
    }
    return lines
  }

  #quotePrefix(offset: number): string {
    if (this.#depth === 0) return ''
    return /^[\t >]*>/.exec(this.#source.text.slice(offset, offset + 200))?.[0] ?? ''
  }
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

function constructsOf(tree: Root): Construct[] {
  const found: Construct[] = []
  const visit = (node: Parents): void => {
    for (const child of node.children) {
      if (isConstruct(child)) {
        found.push(child)
        // What is inside is repaired with it; a list's items are not.
        if (child.type !== 'list') continue
      }
      if ('children' in child) visit(child)
    }
  }
  visit(tree)
  return found
}

function isConstruct(node: Nodes): node is Construct {
  return /^(?:strong|emphasis|link|linkReference|image|imageReference|inlineCode|heading|list)$/.test(
    node.type
  )
}

/** What tells two constructs apart, wherever they stand. */
function signature(node: Construct): string {
  return `${node.type} ${wordsOf(node)}`
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node && node.alt) return node.alt
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** Whether an author who wrote this can only have meant Markdown. */
function isMeant(node: Construct, text: string, start: number, end: number): boolean {
  switch (node.type) {
    case 'list': {
      // One line with a dash may be speech or a subtraction.
      const marker = text.charAt(start)
      return node.children.length > 1 || (marker === '*' && /\S/.test(wordsOf(node)))
    }
    case 'heading':
      return text.charAt(start) === '#' && wordsOf(node) !== ''
    case 'emphasis':
      // 2*3*4
      return !(/\w/.test(text.charAt(start - 1)) && /\w/.test(text.charAt(end)))
    default:
      return true
  }
}
