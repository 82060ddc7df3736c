import {Tokenizer} from 'parse5'
import type {HtmlParseError} from '../src/post/html.js'

/** A parse error of the HTML standard, and where it is: an offset in UTF-16 units. */
export type PlacedError = Pick<HtmlParseError, 'code' | 'offset'>

/** What parse5 reports of a text; at the end of the text, it counts one character too many. */
export function parse5Errors(html: string): readonly PlacedError[] {
  const errors: PlacedError[] = []
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    {sourceCodeLocationInfo: true},
    {
      onStartTag: nothing,
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onParseError: ({code, startOffset}) =>
        errors.push({code, offset: Math.min(startOffset, html.length)})
    }
  )
  tokenizer.write(html, true)
  return errors
}
