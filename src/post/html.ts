import type {Html as HtmlNode} from 'mdast'
import {HtmlReader} from './html/reader.js'
import type {Located, Outline} from './outline.js'
import type {Range, Source} from './source.js'
import type {Template} from './templates.js'

export interface HtmlAttribute extends Range {
  /** In lower case, as HTML compares it. */
  readonly name: string
  /** With character references resolved; as it is written where a template is in it. */
  readonly value: string
  /** The value between its quotes, or an empty range after the name where there is no value. */
  readonly valueRange: Range
}

interface TokenBase extends Range {
  /** The Markdown node that holds the token's first character. */
  readonly located: Located<HtmlNode>
}

export interface HtmlStartTag extends TokenBase {
  readonly kind: 'start'
  /** In lower case. */
  readonly name: string
  /** The name as it stands in the file. */
  readonly nameRange: Range
  readonly attributes: readonly HtmlAttribute[]
  readonly selfClosing: boolean
  /**
   * Set on a `<script>`, `<style>`, `<title>`… that no end tag in the rest of the post closes: for a
   * browser all the rest is its text. It is read on as if the tag weren't there.
   */
  readonly swallowsRest?: true
}

export interface HtmlEndTag extends TokenBase {
  readonly kind: 'end'
  /** In lower case. */
  readonly name: string
  /** The name as it stands in the file. */
  readonly nameRange: Range
}

export interface HtmlText extends TokenBase {
  readonly kind: 'text'
  /** Name of the raw text element (`script`, `style`…) that holds the text, if any. */
  readonly rawTextIn: string | undefined
}

export interface HtmlComment extends TokenBase {
  readonly kind: 'comment'
  readonly data: string
}

export type HtmlToken = HtmlStartTag | HtmlEndTag | HtmlText | HtmlComment

/** A parse error by the HTML standard's own code (WHATWG HTML §13.2.2). */
export interface HtmlParseError {
  readonly code: string
  /** Where the tokenizer was; for a tag or comment that never ends: where that begins. */
  readonly offset: number
  readonly located: Located<HtmlNode>
}

/** All HTML of a post as one document, in order: the Markdown between is left out. */
export interface HtmlView {
  readonly tokens: readonly HtmlToken[]
  readonly errors: readonly HtmlParseError[]
}

/** Elements that are not part of a line of text: they end a word and a sentence. */
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' '
  )
)

/** Whether text before and after a tag of this name reads as one line. */
export function isInlineElement(name: string): boolean {
  return inlineElements.has(name)
}

/**
 * Reads all html nodes of a post with the HTML standard's tokenizer.
 *
 * A raw text element (`<style>`…) that is open at the end of one node is still open in the next. A
 * tag or comment that isn't finished at the end of its node is an error there, and the next node is
 * read afresh, so that one mistake doesn't hide what follows.
 */
export function readHtml(
  source: Source,
  outline: Outline,
  templates: readonly Template[]
): HtmlView {
  return new HtmlReader(source, outline.all('html'), templates).read()
}
