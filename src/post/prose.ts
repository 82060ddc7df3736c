import type {Nodes, PhrasingContent} from 'mdast'
import type {FrontMatter} from './front-matter.js'
import type {HtmlStartTag, HtmlToken, HtmlView} from './html.js'
import {isInlineElement} from './html.js'
import {addDecoded, type MappedText, MappedTextBuilder} from './mapped-text.js'
import type {Located, Outline} from './outline.js'
import {quoteDepth} from './outline.js'
import type {Range, Source} from './source.js'
import type {Template} from './templates.js'

/** Where a run of prose stands. */
export type ProseKind =
  | 'paragraph'
  | 'heading'
  | 'cell'
  | 'html'
  | 'alternative-text'
  | 'link-title'
  | 'attribute'
  | 'template'
  | 'front-matter'

/**
 * A stretch of text that a reader reads in one go: a paragraph, a heading, an alternative text.
 *
 * Formatting is gone, so a word that formatting splits is one word. Line ends within are LF;
 * code, pictures and bare addresses are U+FFFC (see `objectReplacement`).
 */
export interface ProseRun {
  readonly kind: ProseKind
  readonly mapped: MappedText
  /** JSON Pointer of a front-matter string. */
  readonly pointer?: string
}

/** Attributes of which the value is read to or shown to people. */
const spokenAttributes = new Set(['alt', 'title', 'aria-label', 'aria-description', 'placeholder'])

/** Elements whose content is not prose. */
const unspokenElements = new Set([
  'code',
  'kbd',
  'samp',
  'var',
  'pre',
  'script',
  'style',
  'svg',
  'math'
])

/** Everything of a post that a reader sees, in document order. */
export function readProse(
  source: Source,
  outline: Outline,
  frontMatter: FrontMatter,
  html: HtmlView,
  templates: readonly Template[]
): readonly ProseRun[] {
  const runs: (ProseRun & {readonly start: number})[] = []
  const add = (kind: ProseKind, builder: MappedTextBuilder, pointer?: string): void => {
    if (builder.isBlank) return
    const mapped = builder.build()
    const {start} = mapped.range(0, 1)
    runs.push(pointer === undefined ? {kind, mapped, start} : {kind, mapped, start, pointer})
  }
  const bodyStart = frontMatter.range.end
  const bodyTemplates = templates.filter((d) => d.start >= bodyStart)

  for (const {pointer, value, range} of frontMatter.strings) {
    const builder = new MappedTextBuilder()
    addScalar(builder, source, range, value)
    add('front-matter', builder, pointer)
  }

  const inlineTokens = new Map<Nodes, HtmlToken[]>()
  const flow: HtmlToken[] = []
  for (const token of html.tokens) {
    const {node, parent} = token.located
    if (parent && isPhrasingContainer(parent.node)) {
      const list = inlineTokens.get(node)
      if (list) list.push(token)
      else inlineTokens.set(node, [token])
    } else flow.push(token)
    if (token.kind === 'start') {
      for (const attribute of token.attributes) {
        if (!spokenAttributes.has(attribute.name)) continue
        const builder = new MappedTextBuilder()
        addDecoded(builder, source.text, attribute.valueRange)
        add('attribute', builder)
      }
    }
  }

  for (const type of ['paragraph', 'heading', 'tableCell'] as const) {
    for (const located of outline.all(type)) {
      const builder = new MappedTextBuilder()
      addPhrasing(builder, source, located.node.children, {
        quoteDepth: quoteDepth(located),
        shift: source.byteOrderMark,
        inlineTokens,
        templates: bodyTemplates
      })
      add(type === 'tableCell' ? 'cell' : type, builder)
    }
  }

  addFlowHtml(source, flow, bodyTemplates, add)

  for (const located of outline.all('image')) addAlternative(source, located, add)
  for (const located of outline.all('imageReference')) addAlternative(source, located, add)
  for (const type of ['link', 'image', 'definition'] as const) {
    for (const {node, start, end} of outline.all(type)) {
      if (!node.title) continue
      const raw = source.text.slice(start, end)
      const at = raw.lastIndexOf(node.title)
      if (at < 0) continue
      const builder = new MappedTextBuilder()
      builder.add(node.title, start + at, node.title.length)
      add('link-title', builder)
    }
  }

  for (const template of bodyTemplates) {
    for (const string of template.strings) {
      const builder = new MappedTextBuilder()
      builder.add(source.slice(string), string.start, string.end - string.start)
      add('template', builder)
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

interface PhrasingContext {
  readonly quoteDepth: number
  readonly shift: number
  readonly inlineTokens: ReadonlyMap<Nodes, readonly HtmlToken[]>
  readonly templates: readonly Template[]
}

function addPhrasing(
  builder: MappedTextBuilder,
  source: Source,
  children: readonly PhrasingContent[],
  context: PhrasingContext
): void {
  for (const child of children) {
    const startOffset = child.position?.start.offset
    const endOffset = child.position?.end.offset
    if (startOffset === undefined || endOffset === undefined) continue
    const range = {start: startOffset + context.shift, end: endOffset + context.shift}
    switch (child.type) {
      case 'text':
        addTextWithoutTemplates(builder, source, range, child.value, context)
        break
      case 'html':
        for (const token of context.inlineTokens.get(child) ?? []) {
          if (token.kind === 'text') addDecoded(builder, source.text, token)
          else if (token.kind !== 'comment' && !isInlineElement(token.name)) {
            builder.add('\n', token.start, token.end - token.start)
          }
        }
        break
      case 'break':
        builder.add('\n', range.start, range.end - range.start)
        break
      case 'image':
      case 'imageReference':
      case 'inlineCode':
      case 'footnoteReference':
        builder.addObject(range)
        break
      case 'link':
        if (isAutolink(source, range)) builder.addObject(range)
        else addPhrasing(builder, source, child.children, context)
        break
      default:
        if ('children' in child) addPhrasing(builder, source, child.children, context)
        else builder.addObject(range)
    }
  }
}

/** Whether a link's text is its address (CommonMark 0.31 §6.5, or a literal autolink of GFM). */
function isAutolink(source: Source, range: Range): boolean {
  return source.text.charAt(range.start) !== '['
}

function addTextWithoutTemplates(
  builder: MappedTextBuilder,
  source: Source,
  range: Range,
  value: string,
  context: PhrasingContext
): void {
  const {quoteDepth, templates} = context
  const inside = templates.filter((d) => d.start < range.end && d.end > range.start)
  if (inside.length === 0) {
    addDecoded(builder, source.text, range, {value, escapes: true, quoteDepth})
    return
  }
  let at = range.start
  for (const template of inside) {
    const start = Math.max(template.start, at)
    if (start > at) {
      addDecoded(builder, source.text, {start: at, end: start}, {escapes: true, quoteDepth})
    }
    at = Math.min(template.end, range.end)
    builder.addObject({start, end: at})
  }
  if (at < range.end) {
    addDecoded(builder, source.text, {start: at, end: range.end}, {escapes: true, quoteDepth})
  }
}

function addFlowHtml(
  source: Source,
  tokens: readonly HtmlToken[],
  templates: readonly Template[],
  add: (kind: ProseKind, builder: MappedTextBuilder) => void
): void {
  let builder = new MappedTextBuilder()
  let node: Nodes | undefined
  let unspoken: HtmlStartTag | undefined
  const finish = (): void => {
    add('html', builder)
    builder = new MappedTextBuilder()
  }
  for (const token of tokens) {
    if (token.located.node !== node) {
      finish()
      node = token.located.node
      unspoken = undefined
    }
    if (unspoken) {
      if (token.kind === 'end' && token.name === unspoken.name) {
        builder.addObject({start: unspoken.start, end: token.end})
        unspoken = undefined
      }
    } else if (token.kind === 'text') {
      if (token.rawTextIn === undefined || token.rawTextIn === 'title') {
        addHtmlText(builder, source, token, templates)
      }
    } else if (token.kind === 'comment') {
      // Not shown, and no boundary: "Minis<!-- -->tère" is one word.
    } else {
      if (token.kind === 'start' && unspokenElements.has(token.name) && !token.selfClosing) {
        unspoken = token
      }
      if (token.name === 'br') builder.add('\n', token.start, token.end - token.start)
      else if (!isInlineElement(token.name)) finish()
    }
  }
  finish()
}

function addHtmlText(
  builder: MappedTextBuilder,
  source: Source,
  range: Range,
  templates: readonly Template[]
): void {
  let at = range.start
  for (const template of templates) {
    if (template.end <= at) continue
    if (template.start >= range.end) break
    if (template.start > at) addDecoded(builder, source.text, {start: at, end: template.start})
    builder.addObject({start: Math.max(at, template.start), end: Math.min(template.end, range.end)})
    at = Math.min(template.end, range.end)
  }
  if (at < range.end) addDecoded(builder, source.text, {start: at, end: range.end})
}

function addAlternative(
  source: Source,
  located: Located<Extract<Nodes, {type: 'image' | 'imageReference'}>>,
  add: (kind: ProseKind, builder: MappedTextBuilder) => void
): void {
  const {alt} = located.node
  const range = alternativeRange(source, located)
  if (!alt || !range) return
  const builder = new MappedTextBuilder()
  const raw = source.slice(range)
  // Formatting inside the brackets is dropped by the parser; then only plain stretches are known.
  if (raw === alt) builder.add(alt, range.start, alt.length)
  else addDecoded(builder, source.text, range, {escapes: true, quoteDepth: quoteDepth(located)})
  add('alternative-text', builder)
}

/** The text between the brackets of a Markdown image, brackets not included. */
export function alternativeRange(
  source: Source,
  located: Located<Extract<Nodes, {type: 'image' | 'imageReference'}>>
): Range | undefined {
  const start = located.start + 2
  let depth = 0
  for (let at = start; at < located.end; at++) {
    const character = source.text.charAt(at)
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']') {
      if (depth === 0) return {start, end: at}
      depth--
    }
  }
  return undefined
}

function isPhrasingContainer(node: Nodes): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(node.type)
}

/**
 * Adds the words of a front-matter string: found in the file one after the other, past quotes,
 * escapes and folded lines, whatever the language of the front matter.
 */
export function addScalar(
  builder: MappedTextBuilder,
  source: Source,
  range: Range,
  value: string
): void {
  const raw = source.slice(range)
  const whole = raw.indexOf(value)
  if (whole >= 0) {
    builder.add(value, range.start + whole, value.length)
    return
  }
  let at = 0
  for (const word of value.match(/\s+|\S+/g) ?? []) {
    const found = raw.indexOf(word, at)
    if (found >= 0) {
      builder.add(word, range.start + found, word.length)
      at = found + word.length
    } else if (/^\s/.test(word)) {
      const gap = /^\s*/.exec(raw.slice(at))?.[0].length ?? 0
      builder.add(' ', range.start + at, gap)
      at += gap
    } else {
      builder.addObject({start: range.start + at, end: range.start + at})
    }
  }
}
