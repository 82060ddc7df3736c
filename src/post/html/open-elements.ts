import type {HtmlEndTag, HtmlStartTag, HtmlToken} from '../html.js'
import {isInlineElement} from '../html.js'
import type {Located} from '../outline.js'
import type {Range, Source} from '../source.js'
import type {Template} from '../templates.js'
import * as html from './elements.js'
import type {Cause, HtmlMistake} from './mistakes.js'
import {mistakeStart} from './mistakes.js'
import type {MarkdownElement, SequenceVisitor} from './sequence.js'
import {
  isComponent,
  isMention,
  isWord,
  isWordLike,
  lostEndTag,
  whereStartTagWas
} from './written.js'

/** How deep browsers nest elements (Blink's limit); so many are worth a look, also in a broken post. */
const deepest = 512

/** An element that is open: the author's by a tag, or Markdown's own. */
interface OpenElement {
  readonly name: string
  readonly namespace: 'html' | 'svg' | 'math'
  readonly tag: HtmlStartTag | undefined
  readonly markdown: MarkdownElement | undefined
  /** The element right around it, where that has the same name, and this has no attributes. */
  readonly outer: OpenElement | undefined
  /** What first ended it, or reached across it, before its own end came. */
  cause: Cause | undefined
  /** Whether its own end came, or all has been said. */
  ended: boolean
  /** The start tag that ended it by ending Markdown's element around; if so, that is the mistake. */
  endedWithMarkdown: HtmlStartTag | undefined
}

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
  readonly #stack: OpenElement[] = []
  /** The list of active formatting elements (§13.2.4.3); undefined is a marker. */
  readonly #formatting: (OpenElement | undefined)[] = []
  readonly #ofTags: OpenElement[] = []
  readonly #ofMarkdown = new Map<MarkdownElement, OpenElement>()
  /** Elements that something else than their own end tag ended, by name. */
  readonly #cut = new Map<string, OpenElement[]>()
  readonly #selfClosed = new Map<string, HtmlStartTag[]>()
  readonly #openers = new Map<HtmlEndTag, HtmlStartTag>()
  readonly #mistakes = new Map<HtmlToken | number, HtmlMistake>()
  readonly #branches: (readonly OpenElement[])[] = []
  /** What depends on whether a start tag turns out to be a mistake. */
  readonly #undecided: (() => void)[] = []
  #isFinished = false
  #lastVoid: HtmlStartTag | undefined
  /** Whether a row or cell outside a table has been told of, and all that goes with it. */
  #outsideTable = false

  constructor(source: Source) {
    this.#source = source
  }

  /** Ends the post, and gives its mistakes in the order of their places. */
  finish(): readonly HtmlMistake[] {
    this.#isFinished = true
    for (const decide of this.#undecided) decide()
    this.#pairUnclosed()
    for (const element of this.#ofTags) {
      const {tag, cause} = element
      if (!tag || element.ended || html.optionalEndTags.has(element.name)) continue
      // Unclosed says more than what else is wrong with the tag.
      if (isWord(this.#source, tag)) this.#mistakes.set(tag, {kind: 'word', tag, staysOpen: true})
      else if (!this.#isTold(element)) this.#mistakes.set(tag, {kind: 'unclosed', tag, cause})
    }
    for (const tags of this.#selfClosed.values()) {
      for (const tag of tags) this.#say({kind: 'self-closing', tag, closed: false})
    }
    return [...this.#mistakes.values()].sort((a, b) => mistakeStart(a) - mistakeStart(b))
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

  /** Looks for HTML that became code: indented after a blank line, inside a table or a list. */
  #code({located}: MarkdownElement): void {
    const holder = this.#current()?.tag
    if (!holder || !/^(?:table|tbody|thead|tfoot|tr|ul|ol|dl|select)$/.test(holder.name)) return
    const line = /^<\/?[a-z][^\r\n]*/i.exec(this.#source.slice(located).trimStart())?.[0]
    if (line === undefined) return
    const start = this.#source.text.indexOf(line, located.start)
    const range = {start, end: start + line.trimEnd().length}
    this.#say({kind: 'shown-as-code', range, opener: holder})
  }

  close(markdown: MarkdownElement): void {
    const element = this.#ofMarkdown.get(markdown)
    if (!element) return
    const cause: Cause = {by: 'markdown-end', element: markdown}
    if (this.#isOpen(element)) {
      this.#popThrough(element, cause)
      this.#forget(element)
      return
    }
    this.#forget(element)
    if (element.cause?.by !== 'tag') return
    // Markdown's end tag comes in any case, and may find an element of the author's to close.
    const other = this.#inScope((d) => d.name === element.name, html.buttonScopeLimits)
    if (other?.tag) {
      this.#popThrough(other, cause)
      this.#cutElement(other, cause)
      return
    }
    const {tag} = element.cause
    if (this.#mistakes.has(tag)) return
    if (tag.kind === 'start') this.#say({kind: 'breaks-markdown', tag, element: markdown})
    else {
      const opener = this.#takeCut(tag.name)?.tag
      this.#say({kind: 'closes-markdown', tag, element: markdown, opener})
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
    if (/^(?:if|unless|case|switch)$/.test(name)) this.#branches.push([...this.#stack])
    else if (/^(?:end(?:if|unless|case|switch)|end)$/.test(name)) this.#branches.pop()
    else if (/^(?:else|elif|elsif|elseif|when|default)$/.test(name)) {
      const before = this.#branches.at(-1)
      if (!before) return
      for (const element of this.#stack) if (!before.includes(element)) element.ended = true
      this.#stack.splice(0, this.#stack.length, ...before)
    }
  }

  /** `<b>bold<b>`: of two unclosed elements, one in the other, the second was to end the first. */
  #pairUnclosed(): void {
    for (const element of this.#ofTags) {
      const {tag, outer} = element
      if (!tag || !outer?.tag || element.ended || outer.ended) continue
      if (!isInlineElement(element.name) || isWord(this.#source, outer.tag)) continue
      outer.ended = true
      element.ended = true
      this.#mistakes.set(tag, {kind: 'start-for-end', tag, opener: outer.tag})
    }
  }

  #isTold({endedWithMarkdown}: OpenElement): boolean {
    return endedWithMarkdown !== undefined && this.#mistakes.has(endedWithMarkdown)
  }

  #say(mistake: HtmlMistake): void {
    const key = 'tag' in mistake ? mistake.tag : mistake.range.start
    if (!this.#mistakes.has(key)) this.#mistakes.set(key, mistake)
  }

  #current(): OpenElement | undefined {
    return this.#stack.at(-1)
  }

  #isOpen(element: OpenElement): boolean {
    return this.#stack.lastIndexOf(element) >= 0
  }

  #push(
    name: string,
    namespace: OpenElement['namespace'],
    tag: HtmlStartTag | undefined,
    markdown?: MarkdownElement
  ): OpenElement {
    const current = this.#current()
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
    if (tag) this.#ofTags.push(element)
    if (this.#stack.length >= deepest) return element
    this.#stack.push(element)
    if (namespace !== 'html') return element
    if (this.#formatting.length >= deepest) this.#formatting.shift()
    if (html.formattingElements.has(name)) this.#formatting.push(element)
    else if (html.markerElements.has(name)) this.#formatting.push(undefined)
    return element
  }

  /** Takes an element off the list of active formatting elements, or the list back to its marker. */
  #forget(element: OpenElement): void {
    const index = this.#formatting.lastIndexOf(element)
    if (index >= 0) this.#formatting.splice(index, 1)
    else if (html.markerElements.has(element.name)) {
      const marker = this.#formatting.lastIndexOf(undefined)
      if (marker >= 0) this.#formatting.splice(marker)
    }
  }

  #inScope(
    wanted: (element: OpenElement) => boolean,
    limits: ReadonlySet<string> = html.scopeLimits
  ): OpenElement | undefined {
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const element = this.#stack[index]
      if (!element) return undefined
      if (element.namespace === 'html' ? wanted(element) : false) return element
      if (element.namespace === 'html' ? limits.has(element.name) : isIntegrationPoint(element)) {
        return undefined
      }
    }
    return undefined
  }

  /** Notes that an element ended, or was reached across, without its own end tag. */
  #cutElement(element: OpenElement, cause: Cause): void {
    element.cause ??= cause
    if (!element.tag || element.ended) return
    const list = this.#cut.get(element.name)
    if (list) list.push(element)
    else this.#cut.set(element.name, [element])
  }

  /** The last element of a name that was cut and not yet missed. */
  #takeCut(name: string): OpenElement | undefined {
    const list = this.#cut.get(name)
    for (let element = list?.pop(); element; element = list?.pop()) {
      if (element.ended) continue
      element.ended = true
      return element
    }
    return undefined
  }

  /** Pops elements up to and with one; those above it are cut. */
  #popThrough(target: OpenElement, cause: Cause): void {
    const breaksMarkdown =
      target.markdown && cause.by === 'tag' && cause.tag.kind === 'start' ? cause.tag : undefined
    let place: MarkdownElement | undefined
    for (let element = this.#stack.pop(); element; element = this.#stack.pop()) {
      if (element === target) break
      this.#cutElement(element, cause)
      element.endedWithMarkdown ??= breaksMarkdown
      if (html.markerElements.has(element.name)) this.#forget(element)
      if (element.markdown && (!place || isInlineElement(place.name))) place = element.markdown
    }
    if (place && target.tag && cause.by === 'tag' && cause.tag.kind === 'end') {
      const {tag} = cause
      this.#say({kind: 'across-markdown', tag, opener: target.tag, element: place})
    }
  }

  #cutThrough(target: OpenElement, cause: Cause): void {
    this.#popThrough(target, cause)
    this.#cutElement(target, cause)
  }

  /** What a start tag ends before its element begins (§13.2.6.4.7). */
  #prepare(name: string, cause: Cause): void {
    if (html.paragraphEnders.has(name)) {
      const paragraph = this.#inScope((d) => d.name === 'p', html.buttonScopeLimits)
      if (paragraph) this.#cutThrough(paragraph, cause)
    }
    const current = this.#current()
    if (html.headings.has(name)) {
      if (current && html.headings.has(current.name)) this.#cutThrough(current, cause)
    } else if (name === 'li') this.#endSibling(new Set(['li']), cause)
    else if (name === 'dd' || name === 'dt') this.#endSibling(new Set(['dd', 'dt']), cause)
    else if (name === 'option' || name === 'optgroup') {
      if (current?.name === 'option') this.#cutThrough(current, cause)
    } else if (name === 'button') {
      const button = this.#inScope((d) => d.name === 'button')
      if (button) this.#cutThrough(button, cause)
    } else if (name === 'a' || name === 'nobr') {
      const before = this.#activeFormatting(name)
      if (!before) return
      this.#forget(before)
      if (this.#isOpen(before)) this.#takeOut(before, cause)
      this.#cutElement(before, cause)
    }
  }

  #endSibling(names: ReadonlySet<string>, cause: Cause): void {
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const element = this.#stack[index]
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
    const current = this.#current()
    if (current && current.namespace !== 'html' && !isIntegrationPoint(current)) {
      if (!isBreakout(tag)) {
        if (!tag.selfClosing) this.#push(name, current.namespace, tag)
        return
      }
      for (let top = this.#current(); top; top = this.#current()) {
        if (top.namespace === 'html' || isIntegrationPoint(top)) break
        this.#cutThrough(top, cause)
      }
    }
    if (/^(?:html|head|body|frameset)$/.test(name) || isMention(this.#source, tag)) {
      if (isWord(this.#source, tag)) this.#say({kind: 'word', tag, staysOpen: false})
      return
    }
    if (tag.swallowsRest) {
      this.#say({kind: 'swallows', tag})
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
        const list = this.#selfClosed.get(name)
        if (list) list.push(tag)
        else this.#selfClosed.set(name, [tag])
      } else if (isWordLike(this.#source, tag)) this.#say({kind: 'word', tag, staysOpen: false})
      return
    }
    this.#push(name, namespace, tag)
  }

  #startTablePart(tag: HtmlStartTag, cause: Cause): void {
    const parents = html.tableParts.get(tag.name)
    if (!this.#inScope((d) => /^(?:table|template)$/.test(d.name), html.tableScopeLimits)) {
      if (!this.#outsideTable) {
        if (isWord(this.#source, tag)) this.#say({kind: 'word', tag, staysOpen: false})
        else this.#say({kind: 'outside-table', tag})
      }
      this.#outsideTable = true
      return
    }
    for (let top = this.#current(); top; top = this.#current()) {
      if (parents?.has(top.name) || html.tableScopeLimits.has(top.name)) break
      this.#cutThrough(top, cause)
      if (html.markerElements.has(top.name)) this.#forget(top)
    }
    if (!html.voidElements.has(tag.name)) this.#push(tag.name, 'html', tag)
  }

  #endTag(tag: HtmlEndTag): void {
    const {name} = tag
    if (html.voidElements.has(name)) {
      const opener = this.#lastVoid?.name === name ? this.#lastVoid : undefined
      const joined = opener && this.#source.text.slice(opener.end, tag.start).trim() === ''
      this.#say({kind: 'void-end', tag, opener: joined ? opener : undefined})
      return
    }
    const current = this.#current()
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
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const element = this.#stack[index]
      if (!element || element.namespace === 'html') return false
      if (element.name === tag.name) {
        this.#popThrough(element, {by: 'tag', tag})
        this.#end(element, tag)
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
    const element = this.#inScope(wanted, limits)
    if (!element) {
      this.#stray(tag)
      return
    }
    this.#popThrough(element, {by: 'tag', tag})
    if (html.markerElements.has(element.name)) this.#forget(element)
    this.#end(element, tag)
  }

  /** The adoption agency algorithm (§13.2.6.4.7), as far as it decides what stays open. */
  #endFormatting(tag: HtmlEndTag): void {
    const element = this.#activeFormatting(tag.name)
    if (!element) {
      this.#endAny(tag)
      return
    }
    this.#forget(element)
    const cause: Cause = {by: 'tag', tag}
    if (this.#isOpen(element)) {
      const block = this.#takeOut(element, cause)
      if (block?.markdown && element.tag) {
        const across = {opener: element.tag, element: block.markdown}
        this.#say({kind: 'across-markdown', tag, ...across})
      } else if (block?.tag && element.tag && html.optionalEndTags.has(block.name)) {
        // Its end tag, which would show the crossing, need not come.
        this.#say({kind: 'crossed', tag, opener: element.tag, inner: block.tag})
        block.ended = true
      }
    }
    this.#end(element, tag)
  }

  /**
   * Takes a formatting element out of the stack; a block inside stays open.
   *
   * @returns That block.
   */
  #takeOut(element: OpenElement, cause: Cause): OpenElement | undefined {
    const index = this.#stack.lastIndexOf(element)
    const block = this.#stack.slice(index + 1).find(isSpecial)
    if (!block) {
      this.#popThrough(element, cause)
      return undefined
    }
    const blockIndex = this.#stack.indexOf(block)
    const between = this.#stack.slice(index + 1, blockIndex)
    for (const inner of between) this.#cutElement(inner, cause)
    const kept = between.filter((d) => this.#formatting.includes(d))
    this.#stack.splice(index, blockIndex - index, ...kept)
    block.cause ??= cause
    return block
  }

  #activeFormatting(name: string): OpenElement | undefined {
    for (let index = this.#formatting.length - 1; index >= 0; index--) {
      const element = this.#formatting[index]
      if (!element) return undefined
      if (element.name === name) return element
    }
    return undefined
  }

  /** §13.2.6.4.7, "any other end tag". */
  #endAny(tag: HtmlEndTag): void {
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const element = this.#stack[index]
      if (!element) break
      if (element.name === tag.name) {
        this.#popThrough(element, {by: 'tag', tag})
        this.#end(element, tag)
        return
      }
      if (!isSpecial(element)) continue
      const outer = this.#stack.slice(0, index).findLast((d) => d.name === tag.name && !d.ended)
      if (!outer?.tag) break
      outer.ended = true
      if (element.markdown) {
        this.#say({kind: 'across-markdown', tag, opener: outer.tag, element: element.markdown})
      } else if (element.tag) {
        this.#say({kind: 'crossed', tag, opener: outer.tag, inner: element.tag})
      }
      return
    }
    this.#stray(tag)
  }

  /** An element's own end tag has come. */
  #end(element: OpenElement, tag: HtmlEndTag): void {
    if (element.tag) this.#openers.set(tag, element.tag)
    if (element.markdown) {
      element.cause ??= {by: 'tag', tag}
      return
    }
    if (element.ended || !element.tag) return
    element.ended = true
    if (element.cause) this.#late(tag, element, element.cause)
    else if (element.name !== tag.name) {
      this.#say({kind: 'other-heading', tag, opener: element.tag})
    }
  }

  /** An end tag has come for an element that ended, or was reached across, before. */
  #late(tag: HtmlEndTag, element: OpenElement, cause: Cause): void {
    const opener = element.tag
    if (!opener) return
    if (element.endedWithMarkdown && !this.#isFinished) {
      this.#undecided.push(() => this.#late(tag, element, cause))
      return
    }
    if (this.#isTold(element)) return
    if (cause.by === 'markdown-end' && !html.optionalEndTags.has(tag.name)) {
      this.#say({kind: 'across-markdown', tag, opener, element: cause.element})
      return
    }
    if (cause.by === 'tag' && cause.tag.kind === 'end') {
      const outer = this.#openers.get(cause.tag)
      if (outer) {
        this.#say({kind: 'crossed', tag: cause.tag, opener: outer, inner: opener})
        return
      }
    }
    if (cause.by === 'tag' && cause.tag.kind === 'start') {
      const same = cause.tag.name === tag.name && !html.optionalEndTags.has(tag.name)
      if (same || (html.headings.has(cause.tag.name) && html.headings.has(tag.name))) {
        this.#say({kind: 'inside-same', tag: cause.tag, outer: opener})
        return
      }
    }
    this.#say({kind: 'late-end', tag, opener, cause})
  }

  /** An end tag has come for which nothing is open. */
  #stray(tag: HtmlEndTag): void {
    const selfClosed = this.#selfClosed.get(tag.name)?.pop()
    if (selfClosed) {
      this.#say({kind: 'self-closing', tag: selfClosed, closed: true})
      return
    }
    const cut = this.#takeCut(tag.name)
    if (cut?.tag && cut.cause) {
      this.#late(tag, cut, cut.cause)
      return
    }
    if (this.#outsideTable && html.tableParts.has(tag.name)) return
    const was = whereStartTagWas(this.#source, tag)
    if (was === 'template') return
    if (was?.kind === 'lost-bracket') this.#say(was)
    else if (was) this.#say({...was, end: tag})
    else this.#say({kind: 'stray-end', tag})
  }

  /** Looks for an end tag that lost its `<`: `/p>` while a `<p>` is open. */
  #text(range: Range): void {
    const current = this.#current()
    if (!current?.tag) return
    const lost = lostEndTag(this.#source, range, current.name)
    if (!lost) return
    this.#say({kind: 'lost-bracket', range: lost, text: `<${this.#source.slice(lost)}`})
    current.ended = true
    this.#stack.pop()
    this.#forget(current)
  }
}

function isSpecial({name, namespace}: OpenElement): boolean {
  return namespace === 'html' && html.specialElements.has(name)
}

function isIntegrationPoint({name, namespace}: OpenElement): boolean {
  return namespace !== 'html' && html.integrationPoints[namespace].has(name)
}

function isBreakout(tag: HtmlStartTag): boolean {
  if (html.foreignBreakouts.has(tag.name)) return true
  return tag.name === 'font' && tag.attributes.some((d) => /^(?:color|face|size)$/.test(d.name))
}
