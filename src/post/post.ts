import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {type FrontMatter, readFrontMatter} from './front-matter.js'
import type {HtmlMistake} from './html/mistakes.js'
import {OpenElements} from './html/open-elements.js'
import {walkSequence} from './html/sequence.js'
import {type HtmlView, readHtml} from './html.js'
import {type Language, readLanguage} from './language.js'
import {type List, readLists} from './lists.js'
import {type MediaView, readMedia} from './media.js'
import {Outline} from './outline.js'
import {type ProseRun, readProse} from './prose.js'
import {type Range, Source} from './source.js'
import {readTemplateMarkup} from './template-markup.js'
import {findUnfinished, readTemplates, type Template, type TemplateLanguage} from './templates.js'

export interface PostSettings {
  readonly templates: TemplateLanguage | 'auto' | 'none'
}

/** Attribute lists, and tags that only Jekyll knows; its `include` has no quotes around the file. */
const traceOfKramdown =
  /\{:[ \t]*(?:[.#]|\w+=|toc\b)[^}\n]*\}|\{%-?[ \t]*(?:post_url[ \t]|highlight[ \t]|include[ \t]+[\w./-]+\.(?:html|md|liquid)[ \t%-])|\{\{-?[ \t]*site\.baseurl\b/

/** What a rule may look at. Each view is built when a rule first asks for it, and then kept. */
export class Post {
  readonly source: Source
  readonly #tree: Root
  /** As the file has it: relative to {@link cwd} or absolute; undefined for text without a file. */
  readonly path: string | undefined
  readonly cwd: string
  readonly #settings: PostSettings
  #body: Root | undefined
  #parsedOutline: Outline | undefined
  #outline: Outline | undefined
  #frontMatter: FrontMatter | undefined
  #templates: readonly Template[] | undefined
  #html: HtmlView | undefined
  #htmlMistakes: readonly HtmlMistake[] | undefined
  #language: Language | undefined
  #lists: readonly List[] | undefined
  #prose: readonly ProseRun[] | undefined
  #media: MediaView | undefined

  constructor(tree: Root, file: VFile, settings: PostSettings) {
    this.source = new Source(textOf(file))
    this.#tree = tree
    this.path = file.path
    this.cwd = file.cwd
    this.#settings = settings
  }

  /** The Markdown tree by type of node, as it is once the engine has filled in the templates. */
  get outline(): Outline {
    this.#outline ??= this.#readOutline()
    return this.#outline
  }

  /** The post’s tree; where the parser took front matter for text, for blank lines before it, without it. */
  get tree(): Root {
    this.#body ??= this.#readBody()
    return this.#body
  }

  #readBody(): Root {
    if (!/^\uFEFF?\s*[\n\r]\+\+\+/.test(this.source.text)) return this.#tree
    const {end} = this.frontMatter.range
    const children = this.#tree.children.filter(
      ({position}) => (position?.start.offset ?? 0) + this.source.byteOrderMark >= end
    )
    return {...this.#tree, children}
  }

  get frontMatter(): FrontMatter {
    this.#frontMatter ??= readFrontMatter(this.source)
    return this.#frontMatter
  }

  /** Template tags outside code, in document order, front matter included. */
  get templates(): readonly Template[] {
    this.#templates ??= this.#readTemplates()
    return this.#templates
  }

  /** Whether a range lies in a comment of a template, or in what a template's tags show as code. */
  isUnread({start, end}: Range): boolean {
    return this.templates.some((d) => d.kind === 'comment' && d.start <= start && end <= d.end)
  }

  /** The Markdown tree by type of node, as the parser reads it. */
  get #parsed(): Outline {
    this.#parsedOutline ??= new Outline(this.tree, this.source.byteOrderMark)
    return this.#parsedOutline
  }

  get html(): HtmlView {
    this.#html ??= readHtml(this.source, this.outline, this.templates)
    return this.#html
  }

  /** What is wrong with how elements begin and end, in document order. */
  get htmlMistakes(): readonly HtmlMistake[] {
    this.#htmlMistakes ??= this.#readHtmlMistakes()
    return this.#htmlMistakes
  }

  /** Whether the post is MDX, where tags are JSX and no HTML. */
  get isMdx(): boolean {
    return this.path?.toLowerCase().endsWith('.mdx') === true
  }

  /** Whether the post lies where Hexo has its posts, by default with each line break shown. */
  get isHexo(): boolean {
    return /(?:^|[\\/])source[\\/]_/.test(this.path ?? '')
  }

  /**
   * Whether kramdown reads the post (Jekyll's parser), or Python-Markdown: to both, HTML ends with its
   * element, where CommonMark's ends with the next blank line. Told by its attribute lists
   * (`{: .note}`), by Jekyll's folders and tags, and by Pelican's keys without fences.
   */
  get isKramdown(): boolean {
    const isJekylls = /(?:^|[\\/])_(?:posts|drafts)[\\/]/.test(this.path ?? '')
    const isPelicans = this.frontMatter.problem?.kind === 'unfenced'
    return (isJekylls && !this.isHexo) || isPelicans || traceOfKramdown.test(this.source.text)
  }

  /** The language that the post is written in, by its most common words. */
  get language(): Language {
    this.#language ??= readLanguage(this.source.text)
    return this.#language
  }

  /** All lists, in document order: a list comes before those in its items. */
  get lists(): readonly List[] {
    this.#lists ??= readLists(this.source, this.outline)
    return this.#lists
  }

  get prose(): readonly ProseRun[] {
    this.#prose ??= readProse(
      this.source,
      this.outline,
      this.frontMatter,
      this.html,
      this.templates
    )
    return this.#prose
  }

  /** Pictures and players of the body. */
  get media(): MediaView {
    this.#media ??= readMedia(this.source, this.outline, this.html)
    return this.#media
  }

  #readOutline(): Outline {
    const tree = readTemplateMarkup(this.source, this.#parsed, this.templates)
    return tree ? new Outline(tree, this.source.byteOrderMark) : this.#parsed
  }

  #readHtmlMistakes(): readonly HtmlMistake[] {
    if (this.isMdx) return []
    if (this.html.tokens.length === 0 && !/\/[a-z][a-z1-6]*>/i.test(this.source.text)) return []
    const elements = new OpenElements(this.source, this.isKramdown)
    walkSequence(this.outline, this.html.tokens, this.templates, elements)
    return elements.finish()
  }

  #readTemplates(): readonly Template[] {
    const found = readTemplates(this.source.text, this.#settings.templates)
    return found.length === 0 ? found : this.#outsideCode(found)
  }

  /** Where a template tag begins that has no end, each up to the end of its line. */
  get unfinishedTemplates(): readonly Range[] {
    if (this.#settings.templates === 'none' || !/\{%|\{\{</.test(this.source.text)) return []
    const begun = findUnfinished(this.source.text, this.templates, this.#settings.templates)
    return this.#outsideCode(begun.filter((d) => d.start >= this.frontMatter.range.end))
  }

  #outsideCode<Found extends Range>(found: readonly Found[]): readonly Found[] {
    const code = [...this.#parsed.all('code'), ...this.#parsed.all('inlineCode')].sort(
      (a, b) => a.start - b.start
    )
    let next = 0
    return found.filter((range) => {
      while ((code[next]?.end ?? Number.POSITIVE_INFINITY) <= range.start) next++
      const nearest = code[next]
      return !nearest || nearest.start > range.start
    })
  }
}

/** The text of a file, with the byte order mark that decoding bytes would drop. */
export function textOf(file: VFile): string {
  return typeof file.value === 'string'
    ? file.value
    : new TextDecoder('utf-8', {ignoreBOM: true}).decode(file.value)
}
