import type {HtmlEndTag, HtmlStartTag, HtmlToken} from '../html.js'
import {isInlineElement} from '../html.js'
import type {Source} from '../source.js'
import type {OpenElement} from './element-stack.js'
import * as html from './elements.js'
import {type Cause, type HtmlMistake, mistakeStart} from './mistakes.js'
import {isWord, whereStartTagWas} from './written.js'

/** Decides what of all that happens to elements is a mistake, and at which tag to tell of it. */
export class Ledger {
  readonly #source: Source
  readonly #ofTags: OpenElement[] = []
  /** Elements that something else than their own end tag ended, by name. */
  readonly #cut = new Map<string, OpenElement[]>()
  readonly #selfClosed = new Map<string, HtmlStartTag[]>()
  readonly #openers = new Map<HtmlEndTag, HtmlStartTag>()
  readonly #mistakes = new Map<HtmlToken | number, HtmlMistake>()
  /** What depends on whether a start tag turns out to be a mistake. */
  readonly #undecided: (() => void)[] = []
  #isFinished = false

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
      for (const tag of tags) this.say({kind: 'self-closing', tag, closed: false})
    }
    return [...this.#mistakes.values()].sort((a, b) => mistakeStart(a) - mistakeStart(b))
  }

  /** Notes an element of the author's. */
  begin(element: OpenElement): void {
    this.#ofTags.push(element)
  }

  /** Notes a start tag that ends in a slash, and so was meant to have no content. */
  selfClose(tag: HtmlStartTag): void {
    const list = this.#selfClosed.get(tag.name)
    if (list) list.push(tag)
    else this.#selfClosed.set(tag.name, [tag])
  }

  has(tag: HtmlToken): boolean {
    return this.#mistakes.has(tag)
  }

  say(mistake: HtmlMistake): void {
    const key = 'tag' in mistake ? mistake.tag : mistake.range.start
    if (!this.#mistakes.has(key)) this.#mistakes.set(key, mistake)
  }

  /** Notes that an element ended, or was reached across, without its own end tag. */
  cut(element: OpenElement, cause: Cause): void {
    element.cause ??= cause
    if (!element.tag || element.ended) return
    const list = this.#cut.get(element.name)
    if (list) list.push(element)
    else this.#cut.set(element.name, [element])
  }

  /** The last element of a name that was cut and not yet missed. */
  takeCut(name: string): OpenElement | undefined {
    const list = this.#cut.get(name)
    for (let element = list?.pop(); element; element = list?.pop()) {
      if (element.ended) continue
      element.ended = true
      return element
    }
    return undefined
  }

  /** An element's own end tag has come. */
  end(element: OpenElement, tag: HtmlEndTag): void {
    if (element.tag) this.#openers.set(tag, element.tag)
    if (element.markdown) {
      element.cause ??= {by: 'tag', tag}
      return
    }
    if (element.ended || !element.tag) return
    element.ended = true
    if (element.cause) this.#late(tag, element, element.cause)
    else if (element.name !== tag.name) {
      this.say({kind: 'other-end', tag, opener: element.tag})
    }
  }

  /** An end tag has come for which nothing is open. */
  stray(tag: HtmlEndTag): void {
    const selfClosed = this.#selfClosed.get(tag.name)?.pop()
    if (selfClosed) {
      this.say({kind: 'self-closing', tag: selfClosed, closed: true})
      return
    }
    const cut = this.takeCut(tag.name)
    if (cut?.tag && cut.cause) {
      this.#late(tag, cut, cut.cause)
      return
    }
    const was = whereStartTagWas(this.#source, tag)
    if (was === 'template') return
    if (was?.kind === 'lost-bracket') this.say(was)
    else if (was) this.say({...was, end: tag})
    else this.say({kind: 'stray-end', tag})
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
      this.say({kind: 'across-markdown', tag, opener, element: cause.element})
      return
    }
    if (cause.by === 'tag' && cause.tag.kind === 'end') {
      const outer = this.#openers.get(cause.tag)
      if (outer) {
        this.say({kind: 'crossed', tag: cause.tag, opener: outer, inner: opener})
        return
      }
    }
    if (cause.by === 'tag' && cause.tag.kind === 'start') {
      const same = cause.tag.name === tag.name && !html.optionalEndTags.has(tag.name)
      if (same || (html.headings.has(cause.tag.name) && html.headings.has(tag.name))) {
        this.say({kind: 'inside-same', tag: cause.tag, outer: opener})
        return
      }
    }
    this.say({kind: 'late-end', tag, opener, cause})
  }

  /** `<b>bold<b>`: of two unclosed elements, one right in the other, the second was to end the first. */
  #pairUnclosed(): void {
    for (const element of this.#ofTags) {
      const {tag, outer} = element
      if (!tag || !outer?.tag || element.ended || outer.ended) continue
      const isPaired = isInlineElement(element.name) || element.name === 'table'
      if (!isPaired || isWord(this.#source, outer.tag)) continue
      outer.ended = true
      element.ended = true
      this.#mistakes.set(tag, {kind: 'start-for-end', tag, opener: outer.tag})
    }
  }

  #isTold({endedWithMarkdown}: OpenElement): boolean {
    return endedWithMarkdown !== undefined && this.#mistakes.has(endedWithMarkdown)
  }
}
