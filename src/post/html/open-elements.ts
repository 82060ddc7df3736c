import type {HtmlEndTag, HtmlStartTag, HtmlToken} from '../html.js'
import {isInlineElement} from '../html.js'
import type {Located} from '../outline.js'
import type {Range, Source} from '../source.js'
import type {Template} from '../templates.js'
import {ElementStack, isIntegrationPoint, isSpecial, type OpenElement} from './element-stack.js'
import * as html from './elements.js'
import {Ledger} from './ledger.js'
import {elementsMeant} from './misnamed.js'
import type {Cause, HtmlMistake} from './mistakes.js'
import type {MarkdownElement, SequenceVisitor} from './sequence.js'
import {isComponent, isMention, isWord, isWordLike, lostEndTag, strayEndTag} from './written.js'

/**
 * The stack of open elements of WHATWG HTML §13.2.4.2, run over the author's tags and over the
 * elements that Markdown makes.
 *
 * It does what a browser does, and keeps for each element what ended it. Where a browser would drag
 * one mistake through the rest of the page, it recovers at the end of Markdown's element, so that
 * every mistake is told once.
 */
export class OpenElements implements SequenceVisitor {
  readonly #source: Source
  readonly #endsWithElement: boolean
  readonly #ledger: Ledger
  readonly #open = new ElementStack()
  readonly #ofMarkdown = new Map<MarkdownElement, OpenElement>()
  readonly #branches: (readonly OpenElement[])[] = []
  #lastVoid: HtmlStartTag | undefined
  /** A frame that is open and whose end tag has another name: `<iframe …></frame>`. */
  #endsAsFrame: HtmlStartTag | undefined
  /** Whether a row or cell outside a table has been told of, and all that goes with it. */
  #outsideTable = false

  /** @param endsWithElement Whether HTML ends with its element, and not with the next blank line. */
  constructor(source: Source, endsWithElement: boolean) {
    this.#source = source
    this.#endsWithElement = endsWithElement
    this.#ledger = new Ledger(source)
  }

  /** Ends the post, and gives its mistakes in the order of their places. */
  finish(): readonly HtmlMistake[] {
    return this.#ledger.finish()
  }

  open(markdown: MarkdownElement): void {
    const {name} = markdown
    this.#prepare(name, {by: 'markdown-start', element: markdown})
    this.#outsideTable = false
    if (markdown.located.node.type === 'code') this.#code(markdown)
    if (html.voidElements.has(name)) return
    const element = this.#push(name, 'html', undefined, markdown)
    this.#ofMarkdown.set(markdown, element)
  }

  /**
   * Looks for HTML that became code, for it is indented after a blank line: inside a table, a list or a
   * player, inside a tag that is indented itself, or with end tags of elements outside. Else it may be
   * a sample.
   */
  #code(markdown: MarkdownElement): void {
    const {located} = markdown
    const holder = this.#open.current?.tag
    const code = this.#source.slice(located).trimStart()
    const line = /^<\/?[a-z][^\r\n]*/i.exec(code)?.[0]
    if (!holder || line === undefined) return
    const before = [...this.#open.elements]
    const endsOuter = this.#readCode(code, {by: 'markdown-end', element: markdown})
    const isInParent = /^(?:table|tbody|thead|tfoot|tr|ul|ol|dl|select|video|audio|picture)$/.test(
      holder.name
    )
    const {start: lineStart} = this.#source.line(this.#source.lineAt(holder.start))
    const isIndented =
      /^\uFEFF?[\t ]+$/.test(this.#source.text.slice(lineStart, holder.start)) &&
      holder.located.parent?.node.type === 'root'
    const isPart = endsOuter || isInParent || isIndented
    if (!isPart) this.#open.elements.splice(0, Number.POSITIVE_INFINITY, ...before)
    if (this.#endsWithElement || !isPart) return
    const start = this.#source.text.indexOf(line, located.start)
    const range = {start, end: start + line.trimEnd().length}
    this.#ledger.say({kind: 'shown-as-code', range, opener: holder})
  }

  /**
   * Goes through the tags of code that was meant as HTML, so that what they begin and end is not
   * missed outside.
   *
   * @returns Whether any of them ends an element outside.
   */
  #readCode(code: string, cause: Cause): boolean {
    const before = new Set(this.#open.elements)
    let endsOuter = false
    for (const [, slash, written = ''] of code.matchAll(
      /<(\/?)([a-z][a-z0-9]*)\b[^<>]*(?<!\/)>/gi
    )) {
      const name = written.toLowerCase()
      if (html.voidElements.has(name)) continue
      if (slash === '') {
        this.#push(name, 'html', undefined)
        continue
      }
      const element = this.#open.inScope((d) => d.name === name)
      if (!element) continue
      endsOuter ||= before.has(element)
      element.ended = true
      this.#popThrough(element, cause)
    }
    return endsOuter
  }

  close(markdown: MarkdownElement): void {
    const element = this.#ofMarkdown.get(markdown)
    if (!element) return
    const cause: Cause = {by: 'markdown-end', element: markdown}
    if (this.#open.has(element)) {
      this.#popThrough(element, cause)
      this.#open.forget(element)
      return
    }
    this.#open.forget(element)
    if (element.cause?.by !== 'tag') return
    // Markdown's end tag comes in any case, and may find an element of the author's to close.
    const other = this.#open.inScope((d) => d.name === element.name, html.buttonScopeLimits)
    if (other?.tag) {
      this.#popThrough(other, cause)
      this.#ledger.cut(other, cause)
      return
    }
    const {tag} = element.cause
    if (this.#ledger.has(tag)) return
    if (tag.kind === 'start') this.#ledger.say({kind: 'breaks-markdown', tag, element: markdown})
    else {
      const opener = this.#ledger.takeCut(tag.name)?.tag
      this.#ledger.say({kind: 'closes-markdown', tag, element: markdown, opener})
    }
  }

  token(token: HtmlToken): void {
    if (token.kind === 'start') this.#startTag(token)
    else if (token.kind === 'end') this.#endTag(token)
    else if (token.kind === 'text' && token.rawTextIn === undefined) this.#text(token)
  }

  text(located: Located): void {
    this.#text(located)
  }

  /** Only one branch of a template's condition is in the page: each starts from the same elements. */
  template({kind, name}: Template): void {
    if (kind !== 'tag') return
    if (/^(?:if|unless|case|switch)$/.test(name)) this.#branches.push([...this.#open.elements])
    else if (/^(?:end(?:if|unless|case|switch)|end)$/.test(name)) this.#branches.pop()
    else if (/^(?:else|elif|elsif|elseif|when|default)$/.test(name)) {
      const before = this.#branches.at(-1)
      if (!before) return
      for (const element of this.#open.elements) if (!before.includes(element)) element.ended = true
      this.#open.elements.splice(0, this.#open.elements.length, ...before)
    }
  }

  #push(
    name: string,
    namespace: OpenElement['namespace'],
    tag: HtmlStartTag | undefined,
    markdown?: MarkdownElement
  ): OpenElement {
    const current = this.#open.current
    const outer = current?.name === name && tag?.attributes.length === 0 ? current : undefined
    const element = {
      name,
      namespace,
      tag,
      markdown,
      outer,
      cause: undefined,
      ended: false,
      endedWithMarkdown: undefined
    }
    if (tag) this.#ledger.begin(element)
    this.#open.add(element)
    return element
  }

  /** Pops elements up to and with one; those above it are cut. */
  #popThrough(target: OpenElement, cause: Cause): void {
    const breaksMarkdown =
      target.markdown && cause.by === 'tag' && cause.tag.kind === 'start' ? cause.tag : undefined
    let place: MarkdownElement | undefined
    for (let element = this.#open.elements.pop(); element; element = this.#open.elements.pop()) {
      if (element === target) break
      this.#ledger.cut(element, cause)
      element.endedWithMarkdown ??= breaksMarkdown
      if (html.markerElements.has(element.name)) this.#open.forget(element)
      if (element.markdown && (!place || isInlineElement(place.name))) place = element.markdown
    }
    if (place && target.tag && cause.by === 'tag' && cause.tag.kind === 'end') {
      const {tag} = cause
      this.#ledger.say({kind: 'across-markdown', tag, opener: target.tag, element: place})
    }
  }

  #cutThrough(target: OpenElement, cause: Cause): void {
    this.#popThrough(target, cause)
    this.#ledger.cut(target, cause)
  }

  /** What a start tag ends before its element begins (§13.2.6.4.7). */
  #prepare(name: string, cause: Cause): void {
    if (html.paragraphEnders.has(name)) {
      const paragraph = this.#open.inScope((d) => d.name === 'p', html.buttonScopeLimits)
      if (paragraph) this.#cutThrough(paragraph, cause)
    }
    const current = this.#open.current
    if (html.headings.has(name)) {
      if (current && html.headings.has(current.name)) this.#cutThrough(current, cause)
    } else if (name === 'li') this.#endSibling(new Set(['li']), cause)
    else if (name === 'dd' || name === 'dt') this.#endSibling(new Set(['dd', 'dt']), cause)
    else if (name === 'option' || name === 'optgroup') {
      if (current?.name === 'option') this.#cutThrough(current, cause)
    } else if (name === 'button') {
      const button = this.#open.inScope((d) => d.name === 'button')
      if (button) this.#cutThrough(button, cause)
    } else if (name === 'a' || name === 'nobr') {
      const before = this.#open.activeFormatting(name)
      if (!before) return
      this.#open.forget(before)
      if (this.#open.has(before)) this.#takeOut(before, cause)
      this.#ledger.cut(before, cause)
    }
  }

  #endSibling(names: ReadonlySet<string>, cause: Cause): void {
    for (let index = this.#open.elements.length - 1; index >= 0; index--) {
      const element = this.#open.elements[index]
      if (!element) return
      if (names.has(element.name)) {
        this.#cutThrough(element, cause)
        return
      }
      if (isSpecial(element) && !/^(?:address|div|p)$/.test(element.name)) return
    }
  }

  #startTag(tag: HtmlStartTag): void {
    const {name} = tag
    const cause: Cause = {by: 'tag', tag}
    const current = this.#open.current
    if (current && current.namespace !== 'html' && !isIntegrationPoint(current)) {
      if (!isBreakout(tag)) {
        if (!tag.selfClosing) this.#push(name, current.namespace, tag)
        return
      }
      for (let top = this.#open.current; top; top = this.#open.current) {
        if (top.namespace === 'html' || isIntegrationPoint(top)) break
        this.#cutThrough(top, cause)
      }
    }
    if (/^(?:html|head|body|frameset)$/.test(name) || isMention(this.#source, tag)) {
      if (isWord(this.#source, tag)) this.#ledger.say({kind: 'word', tag, staysOpen: false})
      return
    }
    if (tag.swallowsRest) {
      if (endsAsFrame.test(this.#source.text.slice(tag.end, tag.end + farthestEnd))) {
        this.#endsAsFrame = tag
      } else this.#ledger.say({kind: 'swallows', tag})
      return
    }
    if (html.tableParts.has(name)) {
      this.#startTablePart(tag, cause)
      return
    }
    if (name === 'table') this.#outsideTable = false
    this.#prepare(name, cause)
    if (html.voidElements.has(name)) {
      this.#lastVoid = tag
      return
    }
    const namespace = name === 'svg' || name === 'math' ? name : 'html'
    if (tag.selfClosing) {
      if (namespace !== 'html') return
      if (!isComponent(this.#source, tag)) {
        this.#ledger.selfClose(tag)
      } else if (isWordLike(this.#source, tag))
        this.#ledger.say({kind: 'word', tag, staysOpen: false})
      return
    }
    this.#push(name, namespace, tag)
  }

  #startTablePart(tag: HtmlStartTag, cause: Cause): void {
    const parents = html.tableParts.get(tag.name)
    if (!this.#open.inScope((d) => /^(?:table|template)$/.test(d.name), html.tableScopeLimits)) {
      if (!this.#outsideTable) {
        if (isWord(this.#source, tag)) this.#ledger.say({kind: 'word', tag, staysOpen: false})
        else this.#ledger.say({kind: 'outside-table', tag})
      }
      this.#outsideTable = true
      return
    }
    for (let top = this.#open.current; top; top = this.#open.current) {
      if (parents?.has(top.name) || html.tableScopeLimits.has(top.name)) break
      this.#cutThrough(top, cause)
      if (html.markerElements.has(top.name)) this.#open.forget(top)
    }
    if (!html.voidElements.has(tag.name)) this.#push(tag.name, 'html', tag)
  }

  #endTag(tag: HtmlEndTag): void {
    const {name} = tag
    if (name === 'frame' && this.#endsAsFrame) {
      this.#ledger.say({kind: 'other-end', tag, opener: this.#endsAsFrame})
      this.#endsAsFrame = undefined
      return
    }
    const meant = html.isKnownElement(name) ? [] : elementsMeant(name)
    if (meant.length > 0 && !this.#open.inScope((d) => d.name === name)) {
      const element = this.#open.inScope((d) => d.tag !== undefined && meant.includes(d.name))
      if (element) {
        this.#popThrough(element, {by: 'tag', tag})
        this.#ledger.end(element, tag)
        return
      }
    }
    if (html.voidElements.has(name)) {
      const opener = this.#lastVoid?.name === name ? this.#lastVoid : undefined
      const joined = opener && this.#source.text.slice(opener.end, tag.start).trim() === ''
      this.#ledger.say({kind: 'void-end', tag, opener: joined ? opener : undefined})
      return
    }
    const current = this.#open.current
    if (current && current.namespace !== 'html' && this.#endForeign(tag)) return
    if (name === 'p') this.#endInScope(tag, (d) => d.name === 'p', html.buttonScopeLimits)
    else if (name === 'li') this.#endInScope(tag, (d) => d.name === 'li', html.listItemScopeLimits)
    else if (html.headings.has(name)) this.#endInScope(tag, (d) => html.headings.has(d.name))
    else if (html.formattingElements.has(name)) this.#endFormatting(tag)
    else if (name === 'table' || html.tableParts.has(name)) {
      this.#endInScope(tag, (d) => d.name === name, html.tableScopeLimits)
    } else if (html.blockElements.has(name) || /^(?:dd|dt)$/.test(name)) {
      this.#endInScope(tag, (d) => d.name === name)
    } else if (html.markerElements.has(name)) {
      this.#endInScope(
        tag,
        (d) => d.name === name,
        new Set([...html.scopeLimits].filter((d) => d !== name))
      )
    } else this.#endAny(tag)
  }

  /** §13.2.6.5, "any other end tag" in foreign content. */
  #endForeign(tag: HtmlEndTag): boolean {
    for (let index = this.#open.elements.length - 1; index >= 0; index--) {
      const element = this.#open.elements[index]
      if (!element || element.namespace === 'html') return false
      if (element.name === tag.name) {
        this.#popThrough(element, {by: 'tag', tag})
        this.#ledger.end(element, tag)
        return true
      }
    }
    return false
  }

  #endInScope(
    tag: HtmlEndTag,
    wanted: (element: OpenElement) => boolean,
    limits?: ReadonlySet<string>
  ): void {
    const element = this.#open.inScope(wanted, limits)
    if (!element) {
      this.#stray(tag)
      return
    }
    this.#popThrough(element, {by: 'tag', tag})
    if (html.markerElements.has(element.name)) this.#open.forget(element)
    this.#ledger.end(element, tag)
  }

  /** The adoption agency algorithm (§13.2.6.4.7), as far as it decides what stays open. */
  #endFormatting(tag: HtmlEndTag): void {
    const element = this.#open.activeFormatting(tag.name)
    if (!element) {
      this.#endAny(tag)
      return
    }
    this.#open.forget(element)
    const cause: Cause = {by: 'tag', tag}
    if (this.#open.has(element)) {
      const block = this.#takeOut(element, cause)
      // Where the block's own end tag comes later, the two cross.
      if (block) block.cause ??= cause
      if (block?.markdown && element.tag) {
        const across = {opener: element.tag, element: block.markdown}
        this.#ledger.say({kind: 'across-markdown', tag, ...across})
      } else if (block?.tag && element.tag && html.optionalEndTags.has(block.name)) {
        // Its end tag, which would show the crossing, need not come.
        this.#ledger.say({kind: 'crossed', tag, opener: element.tag, inner: block.tag})
        block.ended = true
      }
    }
    this.#ledger.end(element, tag)
  }

  /**
   * Takes a formatting element out of the stack; a block inside stays open.
   *
   * @returns That block.
   */
  #takeOut(element: OpenElement, cause: Cause): OpenElement | undefined {
    const index = this.#open.elements.lastIndexOf(element)
    const block = this.#open.elements.slice(index + 1).find(isSpecial)
    if (!block) {
      this.#popThrough(element, cause)
      return undefined
    }
    const blockIndex = this.#open.elements.indexOf(block)
    const between = this.#open.elements.slice(index + 1, blockIndex)
    for (const inner of between) this.#ledger.cut(inner, cause)
    const kept = between.filter((d) => this.#open.isFormatting(d))
    this.#open.elements.splice(index, blockIndex - index, ...kept)
    return block
  }

  /** §13.2.6.4.7, "any other end tag". */
  #endAny(tag: HtmlEndTag): void {
    for (let index = this.#open.elements.length - 1; index >= 0; index--) {
      const element = this.#open.elements[index]
      if (!element) break
      if (element.name === tag.name) {
        this.#popThrough(element, {by: 'tag', tag})
        this.#ledger.end(element, tag)
        return
      }
      if (!isSpecial(element)) continue
      const outer = this.#open.elements
        .slice(0, index)
        .findLast((d) => d.name === tag.name && !d.ended)
      if (!outer?.tag) break
      outer.ended = true
      if (element.markdown) {
        this.#ledger.say({
          kind: 'across-markdown',
          tag,
          opener: outer.tag,
          element: element.markdown
        })
      } else if (element.tag) {
        this.#ledger.say({kind: 'crossed', tag, opener: outer.tag, inner: element.tag})
      }
      return
    }
    this.#stray(tag)
  }

  #stray(tag: HtmlEndTag): void {
    if (this.#outsideTable && html.tableParts.has(tag.name)) return
    this.#ledger.stray(tag)
  }

  /** Looks for an end tag that lost its `<`: `/p>`, while a `<p>` is open or else stuck to a word. */
  #text(range: Range): void {
    const current = this.#open.current
    const lost = current?.tag && lostEndTag(this.#source, range, current.name)
    if (!lost) {
      const stray = strayEndTag(this.#source, range)
      if (stray) {
        const text = `<${this.#source.slice(stray)}`
        this.#ledger.say({kind: 'lost-bracket', range: stray, text, stray: true})
      }
      return
    }
    this.#ledger.say({kind: 'lost-bracket', range: lost, text: `<${this.#source.slice(lost)}`})
    current.ended = true
    this.#open.elements.pop()
    this.#open.forget(current)
  }
}

const endsAsFrame = /^[^<]*<\/frame\s*>/i
const farthestEnd = 200

function isBreakout(tag: HtmlStartTag): boolean {
  if (html.foreignBreakouts.has(tag.name)) return true
  return tag.name === 'font' && tag.attributes.some((d) => /^(?:color|face|size)$/.test(d.name))
}
