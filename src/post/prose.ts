import type {Nodes, PhrasingContent} from 'mdast'
import {findAddresses, isAddressOrPath} from './addresses.js'
import {addUnformatted} from './aligned-text.js'
import type {FrontMatter} from './front-matter.js'
import type {HtmlStartTag, HtmlToken, HtmlView} from './html.js'
import {isInlineElement} from './html.js'
import {alternativeRange, titleRange} from './link-parts.js'
import {addDecoded, type MappedText, MappedTextBuilder, type Spelling} from './mapped-text.js'
import type {Outline} from './outline.js'
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

/** Keys of front matter and arguments of shortcodes whose values a site's code reads, not people. */
const unspokenKeys = new Set(
  `layout permalink slug slugs url href link src path file filename id guid uuid key hash date
   updated lang locale class style css icon color width height template type redirect redirect_from
   aliases canonical audio video enclosure email`.split(/\s+/)
)
/** Words that make a longer key one of these: `urlSpotify`, `anchor_id`. */
const addressWords =
  /^(?:slug|permalink|ur[li]|href|link|src|path|file|filename|id|uuid|guid|hash|embed)$/
/** Words that make it one that is read all the same: `link_text`. */
const spokenWords = /^(?:text|title|label|alt|caption|description|summary)$/

/** Whether the value of a key, or of an argument, is read by a site's code, not by people. */
function isUnspoken(key: string): boolean {
  if (unspokenKeys.has(key.toLowerCase())) return true
  const words = key.split(/[_-]|(?<=\p{Ll})(?=\p{Lu})/u).map((word) => word.toLowerCase())
  return (
    words.length > 1 &&
    words.some((word) => addressWords.test(word)) &&
    !words.some((word) => spokenWords.test(word))
  )
}

/** Everything of a post that a reader sees, in document order. */
export function readProse(
  source: Source,
  outline: Outline,
  frontMatter: FrontMatter,
  html: HtmlView,
  templates: readonly Template[]
): readonly ProseRun[] {
  const bodyStart = frontMatter.range.end
  const inBody = templates.filter((d) => d.start >= bodyStart)
  const reader = new ProseReader(source, inBody)
  reader.addFrontMatter(frontMatter)
  reader.addHtml(html)
  reader.addBlocks(outline, frontMatter)
  reader.addLinkParts(outline)
  reader.addTemplates()
  return reader.runs()
}

class ProseReader {
  readonly #source: Source
  readonly #templates: readonly Template[]
  readonly #runs: (ProseRun & {readonly start: number})[] = []
  /** Tags and comments that stand in a line of text, by their Markdown node. */
  readonly #inline = new Map<Nodes, HtmlToken[]>()

  constructor(source: Source, templates: readonly Template[]) {
    this.#source = source
    this.#templates = templates
  }

  runs(): readonly ProseRun[] {
    return this.#runs.sort((a, b) => a.start - b.start)
  }

  addFrontMatter(frontMatter: FrontMatter): void {
    for (const {pointer, value, mapped} of frontMatter.strings) {
      const key = /([^/]*)(?:\/\d+)*$/.exec(pointer)?.[1] ?? ''
      if (isUnspoken(key) || isAddressOrPath(value)) continue
      if (mapped.text.trim() === '') continue
      this.#runs.push({kind: 'front-matter', mapped, start: mapped.range(0, 1).start, pointer})
    }
    for (const mapped of frontMatter.spokenKeys) {
      this.#runs.push({kind: 'front-matter', mapped, start: mapped.range(0, 1).start})
    }
  }

  /** HTML blocks, spoken attributes; tags in a line of text are kept for that line. */
  addHtml(html: HtmlView): void {
    const flow: HtmlToken[] = []
    for (const token of html.tokens) {
      const {node, parent} = token.located
      if (parent && isPhrasingContainer(parent.node)) {
        const list = this.#inline.get(node)
        if (list) list.push(token)
        else this.#inline.set(node, [token])
      } else flow.push(token)
      if (token.kind !== 'start') continue
      for (const {name, valueRange} of token.attributes) {
        if (!spokenAttributes.has(name)) continue
        const builder = new MappedTextBuilder()
        this.#addText(builder, valueRange, htmlSpelling(token))
        this.#add('attribute', builder)
      }
    }
    this.#addFlow(flow)
  }

  addBlocks(outline: Outline, {problem}: FrontMatter): void {
    // Keys without fences were read as front matter.
    const start = problem?.kind === 'unfenced' ? problem.range.end : 0
    for (const type of ['paragraph', 'heading', 'tableCell'] as const) {
      for (const located of outline.all(type)) {
        if (located.start < start) continue
        const builder = new MappedTextBuilder()
        const spelling = {escapes: true, quoteDepth: located.quoteDepth}
        this.#addPhrasing(builder, located.node.children, spelling)
        this.#add(type === 'tableCell' ? 'cell' : type, builder)
      }
    }
  }

  /** Alternative texts and titles. */
  addLinkParts(outline: Outline): void {
    for (const image of [...outline.all('image'), ...outline.all('imageReference')]) {
      const {alt} = image.node
      const range = alternativeRange(this.#source, image)
      if (!alt || !range) continue
      const builder = new MappedTextBuilder()
      const spelling = {escapes: true, quoteDepth: image.quoteDepth}
      addUnformatted(builder, this.#source.text, range, alt, spelling)
      this.#add('alternative-text', builder)
    }
    for (const type of ['link', 'image', 'definition'] as const) {
      for (const link of outline.all(type)) {
        const range = link.node.title ? titleRange(this.#source, link) : undefined
        if (!range) continue
        const builder = new MappedTextBuilder()
        this.#addText(builder, range, {escapes: true, quoteDepth: link.quoteDepth})
        this.#add('link-title', builder)
      }
    }
  }

  /** Strings that shortcodes are given. */
  addTemplates(): void {
    const {text} = this.#source
    for (const template of this.#templates) {
      for (const {start, end} of template.strings) {
        const key = /([\w-]+)\s*[=:]\s*["'`]$/.exec(text.slice(template.start, start))?.[1] ?? ''
        const value = text.slice(start, end)
        if (isUnspoken(key) || isAddressOrPath(value)) continue
        const builder = new MappedTextBuilder()
        builder.add(value, start, value.length)
        this.#add('template', builder)
      }
    }
  }

  #add(kind: ProseKind, builder: MappedTextBuilder, pointer?: string): void {
    if (builder.isBlank) return
    const built = builder.build()
    const mapped = built.withObjects(findAddresses(built.text))
    const {start} = mapped.range(0, 1)
    this.#runs.push(pointer === undefined ? {kind, mapped, start} : {kind, mapped, start, pointer})
  }

  #addPhrasing(
    builder: MappedTextBuilder,
    children: readonly PhrasingContent[],
    spelling: Spelling
  ): void {
    const shift = this.#source.byteOrderMark
    const unclosed = new Set<string>()
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      const start = child?.position?.start.offset
      const end = child?.position?.end.offset
      // What another plugin made stands nowhere in the file.
      if (!child || start === undefined || end === undefined) continue
      const range = {start: start + shift, end: end + shift}
      switch (child.type) {
        case 'text':
          this.#addText(builder, range, spelling)
          break
        case 'html': {
          const last = this.#endOfUnspoken(children, index, unclosed)
          const closing = children[last]?.position?.end.offset
          if (last > index && closing !== undefined) {
            builder.addObject({start: range.start, end: closing + shift})
            index = last
          } else this.#addInlineHtml(builder, child, spelling)
          break
        }
        case 'break':
          builder.add('\n', range.start, range.end - range.start)
          break
        case 'link':
          if (isAutolink(this.#source, range)) builder.addObject(range)
          else this.#addPhrasing(builder, child.children, spelling)
          break
        default:
          if ('children' in child) this.#addPhrasing(builder, child.children, spelling)
          else builder.addObject(range)
      }
    }
  }

  /**
   * Where an element that isn't prose ends among its siblings, if it begins at this one.
   *
   * @param unclosed Names of elements known to have no end further on.
   */
  #endOfUnspoken(
    children: readonly PhrasingContent[],
    index: number,
    unclosed: Set<string>
  ): number {
    const node = children[index]
    const [token] = (node && this.#inline.get(node)) ?? []
    if (token?.kind !== 'start' || !unspokenElements.has(token.name)) return -1
    if (unclosed.has(token.name)) return -1
    for (let position = index + 1; position < children.length; position++) {
      const node = children[position]
      const tokens = (node && this.#inline.get(node)) ?? []
      if (tokens.some((d) => d.kind === 'end' && d.name === token.name)) return position
    }
    unclosed.add(token.name)
    return -1
  }

  #addInlineHtml(builder: MappedTextBuilder, node: Nodes, spelling: Spelling): void {
    for (const token of this.#inline.get(node) ?? []) {
      if (token.kind === 'text') this.#addText(builder, token, {...spelling, escapes: false})
      else if (token.kind !== 'comment' && !isInlineElement(token.name)) {
        builder.add('\n', token.start, token.end - token.start)
      }
    }
  }

  /** Text of HTML blocks: a run ends where an element does that isn't part of a line. */
  #addFlow(tokens: readonly HtmlToken[]): void {
    let builder = new MappedTextBuilder()
    let node: Nodes | undefined
    let unspoken: HtmlStartTag | undefined
    const finish = (): void => {
      this.#add('html', builder)
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
          this.#addText(builder, token, htmlSpelling(token))
        }
      } else if (token.kind !== 'comment') {
        // A comment is no boundary: "Minis<!-- -->tère" is one word.
        if (token.kind === 'start' && unspokenElements.has(token.name) && !token.selfClosing) {
          unspoken = token
        }
        if (token.name === 'br') builder.add('\n', token.start, token.end - token.start)
        else if (!isInlineElement(token.name)) finish()
      }
    }
    finish()
  }

  /** Adds what stands between two offsets, an object for each template in it. */
  #addText(builder: MappedTextBuilder, range: Range, spelling: Spelling): void {
    const {text} = this.#source
    let at = range.start
    for (let index = this.#firstTemplateAfter(at); ; index++) {
      const template = this.#templates[index]
      if (!template || template.start >= range.end) break
      const start = Math.max(at, template.start)
      addDecoded(builder, text, {start: at, end: start}, spelling)
      at = Math.min(template.end, range.end)
      builder.addObject({start, end: at})
    }
    if (at < range.end) addDecoded(builder, text, {start: at, end: range.end}, spelling)
  }

  /** The first template that ends after an offset. */
  #firstTemplateAfter(offset: number): number {
    let low = 0
    let high = this.#templates.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#templates[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Whether a link's text is its address (CommonMark 0.31 §6.5, or a literal autolink of GFM). */
function isAutolink(source: Source, range: Range): boolean {
  return source.text.charAt(range.start) !== '['
}

function isPhrasingContainer(node: Nodes): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(node.type)
}

function htmlSpelling(token: HtmlToken): Spelling {
  return {escapes: false, quoteDepth: token.located.quoteDepth}
}
