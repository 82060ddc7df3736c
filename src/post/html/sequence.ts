import type {Parents} from 'mdast'
import type {HtmlToken} from '../html.js'
import type {Located, Outline} from '../outline.js'
import type {Template} from '../templates.js'

/** An element that Markdown writes into the page. */
export interface MarkdownElement {
  /** Name of the HTML element. */
  readonly name: string
  readonly located: Located
}

/** Kinds of Markdown's elements, as messages speak of them. */
export type MarkdownPart =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'item'
  | 'quote'
  | 'emphasis'
  | 'link'
  | 'table'
  | 'code'
  | 'line'
  | 'footnote'

/** What a reader calls an element of Markdown. */
export function partOf({name}: MarkdownElement): MarkdownPart {
  return partNames.get(name) ?? 'heading'
}

const partNames: ReadonlyMap<string, MarkdownPart> = new Map([
  ['p', 'paragraph'],
  ['ul', 'list'],
  ['ol', 'list'],
  ['li', 'item'],
  ['blockquote', 'quote'],
  ['em', 'emphasis'],
  ['strong', 'emphasis'],
  ['del', 'emphasis'],
  ['a', 'link'],
  ['table', 'table'],
  ['tr', 'table'],
  ['td', 'table'],
  ['pre', 'code'],
  ['hr', 'line'],
  ['div', 'footnote']
])

/** What follows one another in a page: the author's tags, and the elements that Markdown makes. */
export interface SequenceVisitor {
  open(element: MarkdownElement): void
  close(element: MarkdownElement): void
  token(token: HtmlToken): void
  text(located: Located): void
  template(template: Template): void
}

/** Markdown's elements that have a start and an end tag, by type of node. */
const elementNames: ReadonlyMap<string, string> = new Map([
  ['blockquote', 'blockquote'],
  ['listItem', 'li'],
  ['emphasis', 'em'],
  ['strong', 'strong'],
  ['delete', 'del'],
  ['link', 'a'],
  ['linkReference', 'a'],
  ['table', 'table'],
  ['tableRow', 'tr'],
  ['tableCell', 'td'],
  ['footnoteDefinition', 'div'],
  ['code', 'pre'],
  ['thematicBreak', 'hr']
])

/**
 * Walks over a post in the order in which its parts stand in the page.
 *
 * @param tokens Of all html nodes, in order.
 * @param templates In order; they come between the nodes that they stand between.
 */
export function walkSequence(
  outline: Outline,
  tokens: readonly HtmlToken[],
  templates: readonly Template[],
  visitor: SequenceVisitor
): void {
  let nextToken = 0
  let nextTemplate = 0
  const passTemplates = (before: number): void => {
    for (;;) {
      const template = templates[nextTemplate]
      if (!template || template.start >= before) return
      nextTemplate++
      visitor.template(template)
    }
  }
  const open: {readonly located: Located; readonly element: MarkdownElement | undefined}[] = []
  const closeUpTo = (parent: Located | undefined): void => {
    for (let last = open.at(-1); last && last.located !== parent; last = open.at(-1)) {
      open.pop()
      if (!last.element) continue
      passTemplates(last.located.end)
      visitor.close(last.element)
    }
  }
  for (const located of outline.nodes) {
    closeUpTo(located.parent)
    passTemplates(located.start)
    const name = elementName(located)
    const element = name === undefined ? undefined : {name, located}
    if (element) visitor.open(element)
    open.push({located, element})
    if (located.node.type === 'text') visitor.text(located)
    if (located.node.type !== 'html') continue
    for (let token = tokens[nextToken]; token; token = tokens[nextToken]) {
      if (token.located !== located) break
      passTemplates(token.start)
      nextToken++
      visitor.token(token)
    }
  }
  closeUpTo(undefined)
  passTemplates(Number.POSITIVE_INFINITY)
}

function elementName(located: Located): string | undefined {
  const {node} = located
  switch (node.type) {
    case 'paragraph':
      return isInTightList(located) ? undefined : 'p'
    case 'heading':
      return `h${node.depth}`
    case 'list':
      return node.ordered ? 'ol' : 'ul'
    default:
      return elementNames.get(node.type)
  }
}

/** Whether a paragraph gets no `<p>`: CommonMark 0.31 §5.3, "tight". */
function isInTightList(paragraph: Located): boolean {
  const item = paragraph.parent
  const list = item?.parent?.node
  if (item?.node.type !== 'listItem' || list?.type !== 'list') return false
  return !isLoose(list)
}

const looseness = new WeakMap<Parents, boolean>()

function isLoose(list: Extract<Parents, {type: 'list'}>): boolean {
  const known = looseness.get(list)
  if (known !== undefined) return known
  const loose = list.spread === true || list.children.some((item) => item.spread === true)
  looseness.set(list, loose)
  return loose
}
