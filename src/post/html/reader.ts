import type {Html as HtmlNode} from 'mdast'
import {type Token, Tokenizer, TokenizerMode} from 'parse5'
import type {HtmlAttribute, HtmlParseError, HtmlToken, HtmlView} from '../html.js'
import type {Located} from '../outline.js'
import type {Range, Source} from '../source.js'
import {maskLinePrefixes} from '../template-markup.js'
import type {Template} from '../templates.js'

/** What the tokenizer does with the content of an element (WHATWG HTML §13.2.6.4). */
const rawTextModes: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['plaintext', TokenizerMode.PLAINTEXT]
])

/** Errors that stand at the end of what they are about. */
const unfinished = new Set(['eof-in-tag', 'eof-before-tag-name', 'eof-in-comment'])

/** CommonMark 0.31 §6.5. In an HTML block a tokenizer takes them for tags. */
const autolink = /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+)>$/i

/** A tag with nothing but a name, the most common one by far. */
const plainTag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)>/y

/** A comment that no error can be in (WHATWG HTML §13.2.5.43 and on). */
const plainComment = /<!--(?!-?>)((?:(?!<!-|--)[\s\S])*)-->/y

/** What the tokenizer resolves or complains of in text; all other text it only hands on. */
const notPlain = /[&\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\f\r])\p{Cc}/u
/** The same by UTF-16 units, which is quicker; it takes each half of a character for half of one. */
const mayNotBePlain = /[&\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/

function isPlain(text: string): boolean {
  return !mayNotBePlain.test(text) || !notPlain.test(text)
}

/** Reads the html nodes of one post, in order. */
export class HtmlReader {
  readonly #source: Source
  readonly #nodes: readonly Located<HtmlNode>[]
  readonly #templates: readonly Template[]
  readonly #tokens: HtmlToken[] = []
  readonly #errors: HtmlParseError[] = []
  readonly #endTags = new Map<string, readonly number[]>()
  #nextTemplate = 0
  /** The raw text element that is open, if any. */
  #rawTextIn: string | undefined
  /** Whether {@link #rawTextIn} ends with the node, for want of an end tag. */
  #swallowing = false
  /** How many `<svg>` and `<math>` are open: in them no element has raw text. */
  #foreignDepth = 0

  constructor(source: Source, nodes: readonly Located<HtmlNode>[], templates: readonly Template[]) {
    this.#source = source
    this.#nodes = nodes
    this.#templates = templates
  }

  read(): HtmlView {
    for (const node of this.#nodes) {
      const inside = this.#templatesIn(node)
      const from = inside.length === 0 ? this.#readPlain(node) : node.start
      if (from < node.end) this.#tokenize(node, inside, from)
      if (this.#swallowing) this.#rawTextIn = undefined
      this.#swallowing = false
    }
    return {tokens: this.#tokens, errors: this.#errors}
  }

  #templatesIn(node: Range): readonly Template[] {
    const templates = this.#templates
    while ((templates[this.#nextTemplate]?.end ?? Number.POSITIVE_INFINITY) <= node.start) {
      this.#nextTemplate++
    }
    let after = this.#nextTemplate
    while ((templates[after]?.start ?? node.end) < node.end) after++
    return templates.slice(this.#nextTemplate, after)
  }

  /**
   * Reads text, comments and tags without attributes, which most HTML of posts is made of, and which
   * the tokenizer would go through character by character.
   *
   * @returns Where something else begins, in the data state of the tokenizer or in raw text.
   */
  #readPlain(located: Located<HtmlNode>): number {
    const {text} = this.#source
    let at = located.start
    if (located.quoteDepth > 0) return at
    while (at < located.end && this.#rawTextIn === undefined && this.#foreignDepth === 0) {
      const next = text.indexOf('<', at)
      const tag = next < 0 ? located.end : Math.min(next, located.end)
      if (tag > at) {
        if (!isPlain(text.slice(at, tag))) return at
        this.#text({start: at, end: tag}, located)
        at = tag
        continue
      }
      const end = this.#readPlainTag(located, at) ?? this.#readPlainComment(located, at)
      if (end === undefined) return at
      at = end
    }
    return at
  }

  #readPlainTag(located: Located<HtmlNode>, start: number): number | undefined {
    plainTag.lastIndex = start
    const match = plainTag.exec(this.#source.text)
    const end = start + (match?.[0].length ?? 0)
    if (!match || end > located.end) return undefined
    const [, slash = '', written = ''] = match
    const nameRange = {start: end - 1 - written.length, end: end - 1}
    const name = written.toLowerCase()
    if (slash !== '') this.#endTag({kind: 'end', name, nameRange, located, start, end})
    else {
      const attributes: readonly HtmlAttribute[] = []
      const tag = {attributes, selfClosing: false, located, start, end}
      this.#startTag({kind: 'start', name, nameRange, ...tag}, located)
    }
    return end
  }

  #readPlainComment(located: Located<HtmlNode>, start: number): number | undefined {
    plainComment.lastIndex = start
    const match = plainComment.exec(this.#source.text)
    const end = start + (match?.[0].length ?? 0)
    const data = match?.[1] ?? ''
    if (!match || end > located.end || !isPlain(data.replaceAll('&', ''))) return undefined
    this.#tokens.push({kind: 'comment', data, located, start, end})
    return end
  }

  /** @param from Where to begin: all before is read. */
  #tokenize(located: Located<HtmlNode>, templates: readonly Template[], from: number): void {
    const shift = from
    const source = this.#source
    const text = masked(source, located, templates).slice(from - located.start)
    // At the end of its text, the tokenizer counts one character too many.
    const rangeOf = (token: {location: Token.Location | null}): Range => ({
      start: (token.location?.startOffset ?? 0) + shift,
      end: Math.min((token.location?.endOffset ?? 0) + shift, located.end)
    })
    /** Whether a range is what it is only through the letters that stand for a template. */
    const isTemplate = (range: Range): boolean =>
      templates.some((d) => d.start < range.end && d.end > range.start)
    const isText = (range: Range, nameRange: Range): boolean =>
      isTemplate(nameRange) || autolink.test(source.slice(range))
    let unfinishedCode: string | undefined
    const addText = (token: Token.CharacterToken): void => this.#text(rangeOf(token), located)
    const tokenizer = new Tokenizer(
      {sourceCodeLocationInfo: true},
      {
        onStartTag: (token) => {
          const range = rangeOf(token)
          const nameRange = nameRangeOf(range.start + 1, token)
          if (isText(range, nameRange)) {
            this.#text(range, located)
            return
          }
          const attributes = attributesOf(source, token, shift, isTemplate)
          const {tagName: name, selfClosing} = token
          const mode = this.#startTag(
            {kind: 'start', name, nameRange, attributes, selfClosing, located, ...range},
            located
          )
          if (mode !== undefined) tokenizer.state = mode
          tokenizer.inForeignNode = this.#foreignDepth > 0
        },
        onEndTag: (token) => {
          const range = rangeOf(token)
          const nameRange = nameRangeOf(range.start + 2, token)
          if (isText(range, nameRange)) this.#text(range, located)
          else this.#endTag({kind: 'end', name: token.tagName, nameRange, located, ...range})
          tokenizer.inForeignNode = this.#foreignDepth > 0
        },
        onComment: (token) => {
          this.#tokens.push({kind: 'comment', data: token.data, located, ...rangeOf(token)})
        },
        onCharacter: addText,
        onWhitespaceCharacter: addText,
        onNullCharacter() {},
        onDoctype() {},
        onEof() {},
        onParseError: ({code, startOffset}) => {
          const offset = Math.min(startOffset + shift, located.end)
          if (unfinished.has(code)) unfinishedCode = code
          else if (!isTemplate({start: offset - 1, end: offset + 1})) {
            this.#errors.push({code, offset, located})
          }
        }
      }
    )
    tokenizer.inForeignNode = this.#foreignDepth > 0
    const mode = this.#rawTextIn === undefined ? undefined : rawTextModes.get(this.#rawTextIn)
    if (this.#rawTextIn !== undefined && mode !== undefined) {
      tokenizer.lastStartTagName = this.#rawTextIn
      tokenizer.state = mode
    }
    tokenizer.write(text, true)
    if (unfinishedCode !== undefined) {
      const offset = this.#startOfUnfinished(located, unfinishedCode)
      this.#errors.push({code: unfinishedCode, offset, located})
    }
  }

  /** Where the comment or tag begins that a node ends in: a tokenizer drops an unfinished tag. */
  #startOfUnfinished(node: Range, code: string): number {
    // A `<` or `</` that nothing follows is text.
    if (code === 'eof-before-tag-name') return this.#source.text.lastIndexOf('<', node.end)
    const last = this.#tokens.at(-1)
    if (!last || last.start < node.start) return node.start
    return code === 'eof-in-comment' ? last.start : last.end
  }

  #text(range: Range, located: Located<HtmlNode>): void {
    const rawTextIn = this.#rawTextIn
    const last = this.#tokens.at(-1)
    // The tokenizer hands out words and white space one by one.
    const goesOn =
      last?.kind === 'text' &&
      last.located === located &&
      last.end === range.start &&
      last.rawTextIn === rawTextIn
    if (goesOn) this.#tokens[this.#tokens.length - 1] = {...last, end: range.end}
    else this.#tokens.push({kind: 'text', ...range, located, rawTextIn})
  }

  /** @returns How to go on, where the tag changes that. */
  #startTag(
    tag: Extract<HtmlToken, {kind: 'start'}>,
    located: Located<HtmlNode>
  ): Tokenizer['state'] | undefined {
    const {name} = tag
    if ((name === 'svg' || name === 'math') && !tag.selfClosing) this.#foreignDepth++
    const mode = this.#foreignDepth > 0 ? undefined : rawTextModes.get(name)
    if (mode === undefined) {
      this.#tokens.push(tag)
      return undefined
    }
    if (this.#hasEndTag(name, tag.end)) {
      this.#tokens.push(tag)
      this.#rawTextIn = name
      return mode
    }
    this.#tokens.push({...tag, swallowsRest: true})
    // CommonMark 0.31 §4.6, kind 1: the block itself is the rest of the post, and no HTML.
    if (!/^<(?:script|style|textarea)\b/i.test(located.node.value)) return undefined
    this.#rawTextIn = name
    this.#swallowing = true
    return mode
  }

  #endTag(tag: Extract<HtmlToken, {kind: 'end'}>): void {
    this.#rawTextIn = undefined
    if ((tag.name === 'svg' || tag.name === 'math') && this.#foreignDepth > 0) this.#foreignDepth--
    this.#tokens.push(tag)
  }

  /** Whether some html node has an end tag of this name after an offset. */
  #hasEndTag(name: string, after: number): boolean {
    let offsets = this.#endTags.get(name)
    if (!offsets) {
      const endTag = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
      offsets = this.#nodes.flatMap((node) =>
        [...this.#source.slice(node).matchAll(endTag)].map((match) => node.start + match.index)
      )
      this.#endTags.set(name, offsets)
    }
    return (offsets.at(-1) ?? -1) >= after
  }
}

/** A node's source with only HTML left: no `>` of block quotes, letters in place of templates. */
function masked(source: Source, node: Located<HtmlNode>, templates: readonly Template[]): string {
  const text = maskLinePrefixes(source.slice(node), node.quoteDepth)
  const parts: string[] = []
  let at = 0
  for (const template of templates) {
    const from = Math.max(at, template.start - node.start)
    const to = Math.min(text.length, template.end - node.start)
    // Letters, so that an attribute whose whole value is a template has a value.
    parts.push(text.slice(at, from), 'x'.repeat(Math.max(0, to - from)))
    at = Math.max(at, to)
  }
  return parts.join('') + text.slice(at)
}

function nameRangeOf(start: number, token: Token.TagToken): Range {
  return {start, end: start + token.tagName.length}
}

function attributesOf(
  source: Source,
  token: Token.TagToken,
  shift: number,
  isTemplate: (range: Range) => boolean
): HtmlAttribute[] {
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
    const written = isTemplate(valueRange) ? source.slice(valueRange) : value
    return {name, value: written, start, end, valueRange}
  })
}
