import {addUnformatted} from './aligned-text.js'
import type {HtmlStartTag, HtmlView} from './html.js'
import {alternativeRange} from './link-parts.js'
import {addDecoded, type MappedText, MappedTextBuilder, type Spelling} from './mapped-text.js'
import {
  attributeOf,
  isHidden,
  isPixel,
  type LocatedImage,
  readSurroundings,
  type SpeakingElement,
  type Surroundings,
  TextIndex
} from './media-context.js'
import {ancestors, type Outline} from './outline.js'
import type {Range, Source} from './source.js'

/** A name or an alternative, as the post has it. */
export interface MediaText {
  /** What is read out, every character with its place. */
  readonly mapped: MappedText
  /** All that spells it: the attribute, `![` to `]`, the front-matter value with its quotes. */
  readonly range: Range
}

/** The link or button that a picture stands in. */
export interface MediaLink {
  /** The words in it besides the picture. */
  readonly text: string
  /** Whether it has a name that stands before all that is in it (`aria-label`). */
  readonly named: boolean
  /** Whether it has one that counts where nothing in it does (`title`; accname 1.2 §4.3.2, 2I). */
  readonly titled: boolean
}

/** A picture of the post. */
export interface Picture extends Range {
  /** Where the picture comes from, as written; empty where it is drawn in place (`<svg>`). */
  readonly address: string
  /** Undefined where nothing holds one yet: an attribute or a key is missing. */
  readonly alternative: MediaText | undefined
  /** A short stretch that stands for the picture: the tag's name, `![`, the front-matter key. */
  readonly label: Range
  /** Whether the author says that the picture means nothing, or nobody meets it. */
  readonly decorative: boolean
  readonly link: MediaLink | undefined
  /** The words that stand as its caption. */
  readonly caption: string | undefined
}

export type FrameElement = 'iframe' | 'video' | 'audio' | 'object' | 'embed'

/** A frame or a player that the post embeds. */
export interface Frame extends Range {
  readonly element: FrameElement
  readonly address: string
  /** `aria-label` or `title`; undefined where it has neither. */
  readonly name: MediaText | undefined
  /** Whether other words of the page name it (`aria-labelledby`, a caption). */
  readonly namedElsewhere: boolean
  /** The tag's name in the start tag. */
  readonly label: Range
  /** Whether nobody meets it: hidden, of no size, a film that plays as a background. */
  readonly hidden: boolean
}

/** Pictures and players of a post's body, each in document order. */
export interface MediaView {
  readonly pictures: readonly Picture[]
  readonly frames: readonly Frame[]
}

const nothing: MediaView = {pictures: [], frames: []}

/** Finds every picture and every player of a post's body. */
export function readMedia(source: Source, outline: Outline, html: HtmlView): MediaView {
  const images = [...outline.all('image'), ...outline.all('imageReference')].sort(
    (a, b) => a.start - b.start
  )
  const tags = html.tokens.filter((d) => d.kind === 'start')
  if (images.length === 0 && !tags.some(isMedia)) return nothing
  const words = new TextIndex(outline, html, source.text)
  const surroundings = readSurroundings(html, images, isMedia, (start, end) =>
    source.text.slice(start, end)
  )
  const reader = new MediaReader(source, outline, words)
  const pictures: Picture[] = []
  const frames: Frame[] = []
  for (const image of images) {
    const around = surroundings.get(image)
    if (around) pictures.push(...reader.markdownPicture(image, around))
  }
  for (const tag of tags) {
    const around = surroundings.get(tag)
    if (!around) continue
    if (isPicture(tag)) pictures.push(reader.htmlPicture(tag, around))
    else frames.push(...reader.frame(tag, around))
  }
  return {pictures: pictures.sort((a, b) => a.start - b.start), frames}
}

class MediaReader {
  readonly #source: Source
  readonly #words: TextIndex
  readonly #definitions: ReadonlyMap<string, string>

  constructor(source: Source, outline: Outline, words: TextIndex) {
    this.#source = source
    this.#words = words
    // CommonMark 0.31 §4.7: of several definitions of one label, the first counts.
    this.#definitions = new Map(
      outline
        .all('definition')
        .map((d) => [d.node.identifier, d.node.url] as const)
        .reverse()
    )
  }

  markdownPicture(image: LocatedImage, around: Surroundings): Picture[] {
    const {node, start, end} = image
    const brackets = alternativeRange(this.#source, image)
    if (!brackets) return []
    const builder = new MappedTextBuilder()
    addUnformatted(builder, this.#source.text, brackets, node.alt ?? '', {
      escapes: true,
      quoteDepth: image.quoteDepth
    })
    return [
      {
        start,
        end,
        address:
          node.type === 'image'
            ? node.url
            : (this.#definitions.get(node.identifier) ?? node.identifier),
        alternative: {mapped: builder.build(), range: {start, end: brackets.end + 1}},
        label: {start, end: start + 2},
        decorative: around.hidden || around.decorative,
        link: this.#markdownLink(image) ?? this.#htmlLink(around),
        caption: this.#caption(around) ?? this.#captionBelow(image)
      }
    ]
  }

  htmlPicture(tag: HtmlStartTag, around: Surroundings): Picture {
    const title = around.self?.caption
    return {
      start: tag.start,
      end: tag.end,
      address: attributeOf(tag, tag.name === 'area' ? 'href' : 'src')?.value ?? '',
      alternative:
        this.#text(tag, ['aria-label', 'alt', 'title']) ?? (title && this.#content(title)),
      label: nameRange(tag),
      decorative:
        around.hidden ||
        around.decorative ||
        isHidden(tag) ||
        isPixel(tag) ||
        isPresentation(tag) ||
        isLabelledElsewhere(tag),
      link: this.#htmlLink(around),
      caption: this.#caption(around)
    }
  }

  frame(tag: HtmlStartTag, around: Surroundings): Frame[] {
    const address =
      attributeOf(tag, tag.name === 'object' ? 'data' : 'src')?.value ?? around.self?.source
    // A tag that embeds nothing: words about HTML, or a frame that a script fills.
    if (address === undefined && attributeOf(tag, 'srcdoc') === undefined) return []
    const isPlayer = tag.name === 'video' || tag.name === 'audio'
    return [
      {
        element: tag.name as FrameElement,
        address: address ?? '',
        start: tag.start,
        end: tag.end,
        name: this.#text(tag, ['aria-label', 'title']),
        namedElsewhere: isLabelledElsewhere(tag) || (isPlayer && Boolean(this.#caption(around))),
        label: nameRange(tag),
        hidden:
          around.hidden ||
          isHidden(tag) ||
          isPixel(tag) ||
          isPresentation(tag) ||
          attributeOf(tag, 'tabindex')?.value.trim() === '-1' ||
          (isPlayer && attributeOf(tag, 'controls') === undefined)
      }
    ]
  }

  /** The first of these attributes that says something; else the first that is there. */
  #text(tag: HtmlStartTag, names: readonly string[]): MediaText | undefined {
    const present = names.flatMap((name) => attributeOf(tag, name) ?? [])
    const attribute = present.find((d) => d.value.trim() !== '') ?? present[0]
    if (!attribute) return
    const builder = new MappedTextBuilder()
    addDecoded(builder, this.#source.text, attribute.valueRange, spellingOf(tag))
    return {mapped: builder.build(), range: {start: attribute.start, end: attribute.end}}
  }

  #content(element: SpeakingElement): MediaText {
    const range = {start: element.tag.end, end: element.contentEnd}
    const builder = new MappedTextBuilder()
    addDecoded(builder, this.#source.text, range, spellingOf(element.tag))
    return {mapped: builder.build(), range: {start: element.tag.start, end: range.end}}
  }

  #htmlLink({link}: Surroundings): MediaLink | undefined {
    if (!link || (link.tag.name === 'a' && !attributeOf(link.tag, 'href'))) return
    return {
      text: this.#words.between(link.tag.end, link.contentEnd),
      named: isLabelledElsewhere(link.tag) || says(attributeOf(link.tag, 'aria-label')),
      titled: says(attributeOf(link.tag, 'title'))
    }
  }

  #markdownLink(image: LocatedImage): MediaLink | undefined {
    for (const {node, start, end} of ancestors(image)) {
      if (node.type !== 'link' && node.type !== 'linkReference') continue
      const titled = node.type === 'link' && Boolean(node.title)
      return {text: this.#words.between(start, end), named: false, titled}
    }
    return undefined
  }

  #caption({figure}: Surroundings): string | undefined {
    const caption = figure?.caption
    return caption && this.#words.between(caption.tag.end, caption.contentEnd)
  }

  /** What stands under a picture that has a paragraph to itself: the rest of it, or the next one. */
  #captionBelow(image: LocatedImage): string | undefined {
    const paragraph = image.parent
    if (paragraph?.node.type !== 'paragraph' || image.index !== 0) return
    const rest = this.#words.between(image.end, paragraph.end)
    if (rest !== '') return rest
    const next = paragraph.parent?.node.children[paragraph.index + 1]
    const start = next?.position?.start.offset
    const end = next?.position?.end.offset
    if (next?.type !== 'paragraph' || start === undefined || end === undefined) return
    const shift = this.#source.byteOrderMark
    return this.#words.between(start + shift, end + shift)
  }
}

function isMedia(tag: HtmlStartTag): boolean {
  // `<img {src} />`: a component's syntax; what attributes it will have isn't known.
  if (tag.attributes.some((d) => d.name.startsWith('{'))) return false
  return isPicture(tag) || isFrame(tag)
}

function isPicture(tag: HtmlStartTag): boolean {
  switch (tag.name) {
    case 'img':
      // Without an address it is a word about HTML, or is filled by a script that names it too.
      return ['src', 'srcset', 'data-src'].some((name) => attributeOf(tag, name))
    case 'area':
      return attributeOf(tag, 'href') !== undefined
    case 'input':
      return attributeOf(tag, 'type')?.value.trim().toLowerCase() === 'image'
    case 'svg':
      return attributeOf(tag, 'role')?.value.trim().toLowerCase() === 'img'
    default:
      return false
  }
}

function isFrame(tag: HtmlStartTag): boolean {
  return ['iframe', 'video', 'audio', 'object', 'embed'].includes(tag.name)
}

function isPresentation(tag: HtmlStartTag): boolean {
  return /^\s*(?:presentation|none)\s*$/i.test(attributeOf(tag, 'role')?.value ?? '')
}

/** Whether an attribute is there and has words. */
function says(attribute: {readonly value: string} | undefined): boolean {
  return attribute !== undefined && attribute.value.trim() !== ''
}

function isLabelledElsewhere(tag: HtmlStartTag): boolean {
  return (attributeOf(tag, 'aria-labelledby')?.value ?? '').trim() !== ''
}

/** The tag's name, without `<`. */
function nameRange(tag: HtmlStartTag): Range {
  return {start: tag.start + 1, end: tag.start + 1 + tag.name.length}
}

function spellingOf(tag: HtmlStartTag): Spelling {
  return {escapes: false, quoteDepth: tag.located.quoteDepth}
}
