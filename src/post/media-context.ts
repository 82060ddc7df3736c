import type {Image, ImageReference} from 'mdast'
import type {HtmlAttribute, HtmlStartTag, HtmlToken, HtmlView} from './html.js'
import {addDecoded, MappedTextBuilder} from './mapped-text.js'
import type {Located, Outline} from './outline.js'
import type {Range} from './source.js'

/** An element of the post that can speak for a picture or a player in it. */
export interface SpeakingElement {
  readonly tag: HtmlStartTag
  /** Where its content ends: at its end tag or, without one, with the Markdown node it began in. */
  contentEnd: number
  /** The `<figcaption>` of a figure, the `<title>` of a drawing. */
  caption: SpeakingElement | undefined
  /** The address of the first `<source>` of a player. */
  source: string | undefined
}

/** Where a picture or a player stands. */
export interface Surroundings {
  readonly link: SpeakingElement | undefined
  readonly figure: SpeakingElement | undefined
  /** Whether the page shows none of what is there, or keeps it from screen readers. */
  readonly hidden: boolean
  /** Whether a comment right before says that it is decoration. */
  readonly decorative: boolean
  /** The element itself, where it is one that has content. */
  readonly self: SpeakingElement | undefined
}

export type LocatedImage = Located<Image | ImageReference>

const speakingNames = new Set(
  'a button figure figcaption svg title video audio object iframe'.split(' ')
)

/** Elements that need no end tag (WHATWG HTML §13.1.2.4, void ones included): their end isn't known here. */
const elementsWithoutEnd = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp html head body area base br col embed hr img input link meta source track wbr'.split(
    ' '
  )
)

// Precomposed: text is normalised before the comparison, since editors write é in either form.
const decorativeComment = /^\s*(?:image\s+)?d[ée]corati(?:ve|f)(?:\s+image)?\s*$/i

/** What the pictures and players of a post stand in, from one walk over its tags. */
export function readSurroundings(
  html: HtmlView,
  images: readonly LocatedImage[],
  isMedia: (tag: HtmlStartTag) => boolean,
  textBetween: (start: number, end: number) => string
): ReadonlyMap<object, Surroundings> {
  const found = new Map<object, Surroundings>()
  const open: {readonly element: SpeakingElement; readonly hides: boolean}[] = []
  const openByName = new Map<string, SpeakingElement[]>()
  let hiding = 0
  let comment: HtmlToken | undefined

  const last = (...names: readonly string[]): SpeakingElement | undefined =>
    names
      .flatMap((name) => openByName.get(name)?.at(-1) ?? [])
      .reduce<SpeakingElement | undefined>(
        (inner, d) => (inner && inner.tag.start > d.tag.start ? inner : d),
        undefined
      )
  const record = (media: Range, self?: SpeakingElement): void => {
    found.set(media, {
      link: last('a', 'button'),
      figure: last('figure'),
      hidden: hiding > 0,
      decorative: comment !== undefined && textBetween(comment.end, media.start).trim() === '',
      self
    })
    comment = undefined
  }
  const close = (name: string, offset: number): void => {
    if (!openByName.get(name)?.length) return
    for (;;) {
      const top = open.pop()
      if (!top) return
      const {tag} = top.element
      if (top.hides) hiding--
      openByName.get(tag.name)?.pop()
      top.element.contentEnd = offset
      if (tag.name === name) return
    }
  }
  const enter = (tag: HtmlStartTag): void => {
    if (tag.name === 'a') close('a', tag.start)
    const element = {tag, contentEnd: tag.located.end, caption: undefined, source: undefined}
    if (isMedia(tag)) record(tag, element)
    if (tag.name === 'source') {
      const player = last('video', 'audio')
      if (player) player.source ??= attributeOf(tag, 'src')?.value
    }
    const hides = isHidden(tag)
    if (!(speakingNames.has(tag.name) || hides)) return
    if (elementsWithoutEnd.has(tag.name) || (tag.name === 'svg' && tag.selfClosing)) return
    const owner =
      tag.name === 'figcaption' ? last('figure') : tag.name === 'title' ? last('svg') : undefined
    if (owner) owner.caption ??= element
    open.push({element, hides})
    const sameName = openByName.get(tag.name)
    if (sameName) sameName.push(element)
    else openByName.set(tag.name, [element])
    if (hides) hiding++
  }

  let nextImage = 0
  const recordImagesBefore = (offset: number): void => {
    for (; (images[nextImage]?.start ?? offset) < offset; nextImage++) {
      const image = images[nextImage]
      if (image) record(image)
    }
  }
  for (const token of html.tokens) {
    recordImagesBefore(token.start)
    if (token.kind === 'start') enter(token)
    else if (token.kind === 'end') close(token.name, token.start)
    else if (token.kind === 'comment' && decorativeComment.test(token.data.normalize('NFC')))
      comment = token
  }
  recordImagesBefore(Number.POSITIVE_INFINITY)
  return found
}

/** The words of a post by place: text and code of Markdown, text between tags. */
export class TextIndex {
  readonly #texts: readonly (Range & {readonly text: string})[]
  /** Several pictures often stand in one link or figure. */
  #last: (Range & {readonly words: string}) | undefined

  constructor(outline: Outline, html: HtmlView, source: string) {
    this.#texts = [
      ...[...outline.all('text'), ...outline.all('inlineCode')].map((d) => ({
        start: d.start,
        end: d.end,
        text: d.node.value
      })),
      ...html.tokens
        .filter((d) => d.kind === 'text')
        .map((d) => ({start: d.start, end: d.end, text: decoded(source, d)}))
    ].sort((a, b) => a.start - b.start)
  }

  /** The words between two offsets, without tags and pictures. */
  between(start: number, end: number): string {
    if (this.#last?.start !== start || this.#last.end !== end) {
      this.#last = {start, end, words: this.#read(start, end)}
    }
    return this.#last.words
  }

  #read(start: number, end: number): string {
    let low = 0
    let high = this.#texts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#texts[middle]?.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    let words = ''
    for (let index = low; (this.#texts[index]?.end ?? Number.POSITIVE_INFINITY) <= end; index++) {
      words += this.#texts[index]?.text ?? ''
    }
    return words.trim()
  }
}

function decoded(source: string, token: HtmlToken): string {
  const builder = new MappedTextBuilder()
  addDecoded(builder, source, token, {escapes: false, quoteDepth: token.located.quoteDepth})
  return builder.build().text
}

export function attributeOf(tag: HtmlStartTag, name: string): HtmlAttribute | undefined {
  return tag.attributes.find((d) => d.name === name)
}

/**
 * Whether an element is kept from everybody, or from screen readers: `hidden`, `aria-hidden`, a
 * style that hides it (WAI-ARIA 1.2 §6.6, WHATWG HTML §6.1).
 */
export function isHidden(tag: HtmlStartTag): boolean {
  const hidden = attributeOf(tag, 'hidden')
  return (
    hidden !== undefined ||
    attributeOf(tag, 'aria-hidden')?.value.trim().toLowerCase() === 'true' ||
    tag.name === 'template' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
      attributeOf(tag, 'style')?.value ?? ''
    )
  )
}

/** Whether a size of at most one pixel says that it is there to be counted, not seen. */
export function isPixel(tag: HtmlStartTag): boolean {
  return ['width', 'height'].some((name) =>
    /^\s*[01]\s*(?:px)?\s*$/i.test(attributeOf(tag, name)?.value ?? '')
  )
}
