import type {HtmlEndTag, HtmlStartTag} from '../html.js'
import type {Range} from '../source.js'
import type {MarkdownElement} from './sequence.js'

/** What ended an element before its own end tag came. */
export type Cause =
  | {readonly by: 'tag'; readonly tag: HtmlStartTag | HtmlEndTag}
  /** An element of Markdown began. */
  | {readonly by: 'markdown-start'; readonly element: MarkdownElement}
  /** The element of Markdown that held it ended. */
  | {readonly by: 'markdown-end'; readonly element: MarkdownElement}

/** A mistake in how the elements of a post begin and end: what is at fault, and with what. */
export type HtmlMistake =
  /** A start tag without an end tag. */
  | {
      readonly kind: 'unclosed'
      readonly tag: HtmlStartTag
      /** What ends the element instead; nothing: it is open up to the end of the page. */
      readonly cause: Cause | undefined
    }
  /** A start tag where the end tag of the same element was meant: `<b>bold<b>`. */
  | {readonly kind: 'start-for-end'; readonly tag: HtmlStartTag; readonly opener: HtmlStartTag}
  /** HTML that Markdown takes for code, for its indentation after a blank line. */
  | {readonly kind: 'shown-as-code'; readonly range: Range; readonly opener: HtmlStartTag}
  /** A tag that was meant as words. */
  | {
      readonly kind: 'word'
      readonly tag: HtmlStartTag
      readonly staysOpen: boolean
    }
  /** A `<style>`, `<title>`… without an end tag takes in the rest of the page. */
  | {readonly kind: 'swallows'; readonly tag: HtmlStartTag}
  /** An end tag of an element that can't have one. */
  | {readonly kind: 'void-end'; readonly tag: HtmlEndTag; readonly opener: HtmlStartTag | undefined}
  /** An end tag that closes nothing, and nothing was open. */
  | {readonly kind: 'stray-end'; readonly tag: HtmlEndTag}
  /** An end tag of an element that has ended before. */
  | {
      readonly kind: 'late-end'
      readonly tag: HtmlEndTag
      readonly opener: HtmlStartTag
      readonly cause: Cause
    }
  /** An end tag that ends a paragraph, item… of Markdown, whose own end then is one too many. */
  | {
      readonly kind: 'closes-markdown'
      readonly tag: HtmlEndTag
      readonly element: MarkdownElement
      readonly opener: HtmlStartTag | undefined
    }
  /** A start tag that ends a paragraph, heading… of Markdown. */
  | {
      readonly kind: 'breaks-markdown'
      readonly tag: HtmlStartTag
      readonly element: MarkdownElement
    }
  /** An end tag before the end tag of an element inside. */
  | {
      readonly kind: 'crossed'
      readonly tag: HtmlEndTag
      readonly opener: HtmlStartTag
      readonly inner: HtmlStartTag
    }
  /** An end tag that stands in another part of Markdown than its start tag. */
  | {
      readonly kind: 'across-markdown'
      readonly tag: HtmlEndTag
      readonly opener: HtmlStartTag
      readonly element: MarkdownElement
    }
  /** A link in a link, a button in a button, a heading in a heading. */
  | {
      readonly kind: 'inside-same'
      readonly tag: HtmlStartTag
      readonly outer: HtmlStartTag
    }
  /** A row or cell outside a table. */
  | {readonly kind: 'outside-table'; readonly tag: HtmlStartTag}
  /** `</h3>` for `<h2>`, `</frame>` for `<iframe>`, `</blockqoute>`. */
  | {readonly kind: 'other-end'; readonly tag: HtmlEndTag; readonly opener: HtmlStartTag}
  /** `<div/>`. */
  | {
      readonly kind: 'self-closing'
      readonly tag: HtmlStartTag
      /** Whether an end tag follows, so that the slash is all that is wrong. */
      readonly closed: boolean
    }
  /** A tag that lost its `<`: the range is what is left of it, `text` what it was. */
  | {
      readonly kind: 'lost-bracket'
      readonly range: Range
      readonly text: string
      /** Whether it is an end tag that has nothing to close. */
      readonly stray?: true
    }
  /** A tag that Markdown didn't take for one, so that its text shows. */
  | {readonly kind: 'unread-tag'; readonly range: Range; readonly end: HtmlEndTag}

/** The offsets that a mistake begins at. */
export function mistakeStart(mistake: HtmlMistake): number {
  return 'tag' in mistake ? mistake.tag.start : mistake.range.start
}
