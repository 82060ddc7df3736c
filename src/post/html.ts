import type {Html as HtmlNode} from 'mdast'
import {type Token, Tokenizer, TokenizerMode} from 'parse5'
import type {Located, Outline} from './outline.js'
import {quoteDepth} from './outline.js'
import type {Range, Source} from './source.js'
import type {Template} from './templates.js'

export interface HtmlAttribute extends Range {
  /** In lower case, as HTML compares it. */
  readonly name: string
  /** With character references resolved. */
  readonly value: string
  /** The value between its quotes, or an empty range after the name where there is no value. */
  readonly valueRange: Range
}

interface TokenBase extends Range {
  /** The Markdown node that holds the token's first character. */
  readonly located: Located<HtmlNode>
}

export interface HtmlStartTag extends TokenBase {
  readonly kind: 'start'
  /** In lower case. */
  readonly name: string
  readonly attributes: readonly HtmlAttribute[]
  readonly selfClosing: boolean
}

export interface HtmlEndTag extends TokenBase {
  readonly kind: 'end'
  readonly name: string
}

export interface HtmlText extends TokenBase {
  readonly kind: 'text'
  /** Name of the raw text element (`script`, `style`…) that holds the text, if any. */
  readonly rawTextIn: string | undefined
}

export interface HtmlComment extends TokenBase {
  readonly kind: 'comment'
  readonly data: string
}

export type HtmlToken = HtmlStartTag | HtmlEndTag | HtmlText | HtmlComment

/** A parse error by the HTML standard's own code (WHATWG HTML §13.2.2). */
export interface HtmlParseError {
  readonly code: string
  readonly offset: number
}

/** All HTML of a post as one document, in order: the Markdown between is left out. */
export interface HtmlView {
  readonly tokens: readonly HtmlToken[]
  readonly errors: readonly HtmlParseError[]
}

/** What the tokenizer does with the content of an element (WHATWG HTML §13.2.6.4). */
const rawTextModes: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT
}

/** Elements that are not part of a line of text: they end a word and a sentence. */
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' '
  )
)

/** Whether text before and after a tag of this name reads as one line. */
export function isInlineElement(name: string): boolean {
  return inlineElements.has(name)
}

/**
 * Reads all html nodes of a post with the HTML standard's tokenizer.
 *
 * A copy of the post in which everything but HTML is white space goes through one tokenizer, so
 * every offset it reports is an offset into the file, and a tag that is open at the end of one node
 * is still open in the next.
 */
export function readHtml(
  source: Source,
  outline: Outline,
  templates: readonly Template[]
): HtmlView {
  const nodes = outline.all('html')
  const tokens: HtmlToken[] = []
  const errors: HtmlParseError[] = []
  if (nodes.length === 0) return {tokens, errors}

  const document = maskAllButHtml(source, nodes, templates)
  const shift = document.start
  let rawTextIn: string | undefined
  let cursor = 0
  const locatedAt = (offset: number): Located<HtmlNode> => {
    while (cursor < nodes.length - 1 && (nodes[cursor]?.end ?? 0) <= offset) cursor++
    return nodes[cursor] as Located<HtmlNode>
  }
  const rangeOf = (token: {location: Token.Location | null}): Range => ({
    start: (token.location?.startOffset ?? 0) + shift,
    end: (token.location?.endOffset ?? 0) + shift
  })
  const addText = (token: Token.CharacterToken): void => {
    // The tokenizer hands out a run of text whole, also over the Markdown between two nodes.
    const run = rangeOf(token)
    for (let index = cursor; index < nodes.length; index++) {
      const node = nodes[index] as Located<HtmlNode>
      if (node.start >= run.end) break
      const start = Math.max(run.start, node.start)
      const end = Math.min(run.end, node.end)
      if (start < end) tokens.push({kind: 'text', start, end, located: node, rawTextIn})
    }
  }
  const tokenizer = new Tokenizer(
    {sourceCodeLocationInfo: true},
    {
      onStartTag(token) {
        const range = rangeOf(token)
        tokens.push({
          kind: 'start',
          name: token.tagName,
          attributes: attributesOf(source, token, shift),
          selfClosing: token.selfClosing,
          located: locatedAt(range.start),
          ...range
        })
        const mode = rawTextModes[token.tagName]
        if (mode !== undefined) {
          tokenizer.state = mode
          rawTextIn = token.tagName
        }
      },
      onEndTag(token) {
        const range = rangeOf(token)
        rawTextIn = undefined
        tokens.push({kind: 'end', name: token.tagName, located: locatedAt(range.start), ...range})
      },
      onComment(token) {
        const range = rangeOf(token)
        tokens.push({kind: 'comment', data: token.data, located: locatedAt(range.start), ...range})
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter() {},
      onDoctype() {},
      onEof() {},
      onParseError(error) {
        errors.push({code: error.code, offset: error.startOffset + shift})
      }
    }
  )
  tokenizer.write(document.text, true)
  return {tokens, errors}
}

/** From the first html node to the last: HTML as it stands, white space for the rest. */
function maskAllButHtml(
  source: Source,
  nodes: readonly Located<HtmlNode>[],
  templates: readonly Template[]
): {text: string; start: number} {
  const start = nodes[0]?.start ?? 0
  const parts: string[] = []
  let at = start
  let nextTemplate = 0
  for (const node of nodes) {
    parts.push(' '.repeat(Math.max(0, node.start - at)))
    let text = maskLinePrefixes(source.slice(node), quoteDepth(node))
    while ((templates[nextTemplate]?.end ?? Number.POSITIVE_INFINITY) <= node.start) nextTemplate++
    for (let index = nextTemplate; (templates[index]?.start ?? node.end) < node.end; index++) {
      const template = templates[index] as Template
      const from = Math.max(0, template.start - node.start)
      const to = Math.min(text.length, template.end - node.start)
      // Letters, so that an attribute whose whole value is a template has a value.
      text = text.slice(0, from) + 'x'.repeat(to - from) + text.slice(to)
    }
    parts.push(text)
    at = node.end
  }
  return {text: parts.join(''), start}
}

/** Blanks the `>` of block quotes at the start of every line but the first. */
function maskLinePrefixes(text: string, depth: number): string {
  if (depth === 0) return text
  return text.replace(new RegExp(`(?<=\\n|\\r)(?:[\\t ]*>){1,${depth}}`, 'g'), (prefix) =>
    ' '.repeat(prefix.length)
  )
}

function attributesOf(source: Source, token: Token.TagToken, shift: number): HtmlAttribute[] {
  return token.attrs.map(({name, value}) => {
    const location = token.location?.attrs?.[name]
    const start = (location?.startOffset ?? 0) + shift
    const end = (location?.endOffset ?? 0) + shift
    const raw = source.text.slice(start, end)
    const before = /^[^=]*(?:=\s*)?["']?/.exec(raw)?.[0] ?? ''
    const quoted = /["']$/.test(before)
    const valueRange =
      raw.includes('=') && before.length <= raw.length
        ? {
            start: start + before.length,
            end: Math.max(start + before.length, end - (quoted ? 1 : 0))
          }
        : {start: end, end}
    return {name, value, start, end, valueRange}
  })
}
