import type {HtmlStartTag} from '../html.js'
import * as html from './elements.js'
import type {Cause} from './mistakes.js'
import type {MarkdownElement} from './sequence.js'

/** How deep browsers nest elements (Blink's limit); so many are worth a look, also in a broken post. */
const deepest = 512

/** An element that is open: the author's by a tag, or Markdown's own. */
export interface OpenElement {
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

/** The stack of open elements and the list of active formatting elements (WHATWG HTML §13.2.4). */
export class ElementStack {
  /** The outermost first. */
  readonly elements: OpenElement[] = []
  /** Undefined is a marker. */
  readonly #formatting: (OpenElement | undefined)[] = []

  get current(): OpenElement | undefined {
    return this.elements.at(-1)
  }

  has(element: OpenElement): boolean {
    return this.elements.lastIndexOf(element) >= 0
  }

  add(element: OpenElement): void {
    if (this.elements.length >= deepest) return
    this.elements.push(element)
    if (element.namespace !== 'html') return
    if (this.#formatting.length >= deepest) this.#formatting.shift()
    if (html.formattingElements.has(element.name)) this.#formatting.push(element)
    else if (html.markerElements.has(element.name)) this.#formatting.push(undefined)
  }

  /** Takes an element off the list of active formatting elements, or the list back to its marker. */
  forget(element: OpenElement): void {
    const index = this.#formatting.lastIndexOf(element)
    if (index >= 0) this.#formatting.splice(index, 1)
    else if (html.markerElements.has(element.name)) {
      const marker = this.#formatting.lastIndexOf(undefined)
      if (marker >= 0) this.#formatting.splice(marker)
    }
  }

  inScope(
    wanted: (element: OpenElement) => boolean,
    limits: ReadonlySet<string> = html.scopeLimits
  ): OpenElement | undefined {
    for (let index = this.elements.length - 1; index >= 0; index--) {
      const element = this.elements[index]
      if (!element) return undefined
      if (element.namespace === 'html' ? wanted(element) : false) return element
      if (element.namespace === 'html' ? limits.has(element.name) : isIntegrationPoint(element)) {
        return undefined
      }
    }
    return undefined
  }

  activeFormatting(name: string): OpenElement | undefined {
    for (let index = this.#formatting.length - 1; index >= 0; index--) {
      const element = this.#formatting[index]
      if (!element) return undefined
      if (element.name === name) return element
    }
    return undefined
  }

  isFormatting(element: OpenElement): boolean {
    return this.#formatting.includes(element)
  }
}

export function isSpecial({name, namespace}: OpenElement): boolean {
  return namespace === 'html' && html.specialElements.has(name)
}

export function isIntegrationPoint({name, namespace}: OpenElement): boolean {
  return namespace !== 'html' && html.integrationPoints[namespace].has(name)
}
