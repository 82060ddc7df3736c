import type {MarkdownPart} from '../../post/html/sequence.js'
import {type MessageText, quote} from '../message.js'

export interface Tag {
  /** As the text has it, without attributes: `<div>`, `</p>`. */
  readonly tag: string
}

export interface Opener {
  /** Line of the start tag. */
  readonly line: number
}

const parts: Readonly<Record<MarkdownPart, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  item: 'list item',
  quote: 'quotation',
  emphasis: 'emphasis',
  link: 'link',
  table: 'table',
  code: 'code block',
  line: 'horizontal line',
  footnote: 'footnote'
}

const tagOf = (text: string): string => quote(text, 13)
const endOf = (text: string): string => tagOf(text.replace(/^<\/?/, '</'))
const startOf = (text: string): string => tagOf(text.replace(/^<\/?/, '<'))

export const html = {
  'episode-html-unclosed': {
    unclosed: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} is never closed`,
      note: `Everything after it, to the end of the page, is inside this element. Add ${endOf(tag)} where it should end.`
    }),
    unclosedInPart: ({
      tag,
      part,
      formats
    }: Tag & {part: MarkdownPart; formats: boolean}): MessageText => ({
      reason: `${tagOf(tag)} is not closed in its ${parts[part]}`,
      note: `${formats ? 'Nothing closes it: all that follows on the page looks the same' : `It goes on to the end of the ${parts[part]}, with all that stands there`}. Add ${endOf(tag)} where it should end.`
    }),
    unclosedBefore: ({tag, other, line}: Tag & Opener & {other: string}): MessageText => ({
      reason: `${tagOf(tag)} is not closed before ${tagOf(other)} (line ${line})`,
      note: `Browsers guess where it ends. Add ${endOf(tag)} where it should.`
    }),
    startForEnd: ({tag, line}: Tag & Opener): MessageText => ({
      reason: `${tagOf(tag)} is open already (line ${line}): was ${endOf(tag)} meant?`,
      note: `Neither of the two is closed. Write ${endOf(tag)} here if the element is to end.`
    }),
    word: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} is read as a tag: the word isn’t shown`,
      note: `Browsers take it for an element, show nothing in its place and leave the element open over what follows. If you mean the word, put it between back-ticks, as code; if you mean the element, close it with ${endOf(tag)}.`
    }),
    hiddenWord: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} is read as a tag: the word isn’t shown`,
      note: 'Browsers take it for a tag and show nothing in its place. If you mean the word, put it between back-ticks, as code.'
    }),
    repeatedWord: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} isn’t an element of HTML, and stands there several times`,
      note: 'Browsers show nothing in its place. Take it out.'
    }),
    swallows: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} without ${endOf(tag)} hides the rest of the page`,
      note: `Browsers take all that follows for the inside of this element, and don’t show it as text. Add ${endOf(tag)}, or put the tag between back-ticks if you mean the word.`
    })
  },
  'episode-html-stray-end': {
    lineBreak: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: a line break is ${tagOf('<br>')}`,
      note: 'A line break has no end tag. Browsers happen to show a line break here, other programs drop it.'
    }),
    noEndTag: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: ${startOf(tag)} has no end tag`,
      note: `${startOf(tag)} has no content, so that there is nothing to close. Browsers drop this tag: take it out.`
    }),
    stray: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: no ${startOf(tag)} is open here`,
      note: 'Take it out, or add the start tag that it was meant for.'
    }),
    strayParagraph: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: no ${startOf(tag)} is open here`,
      note: 'Browsers make an empty paragraph of it, which shows as a gap. Take it out, or add the start tag that it was meant for.'
    }),
    endedByTag: ({
      tag,
      line,
      other,
      otherLine
    }: Tag & Opener & {other: string; otherLine: number}): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: ${tagOf(other)} ended the element before`,
      note: `${startOf(tag)} (line ${line}) can’t hold ${tagOf(other)} (line ${otherLine}): browsers end it there. Close it before, or take this tag out.`
    }),
    endedByMarkdown: ({
      tag,
      line,
      part,
      partLine
    }: Tag & Opener & {part: MarkdownPart; partLine: number}): MessageText => ({
      reason: `${tagOf(tag)} closes nothing: its ${startOf(tag)} (line ${line}) has ended`,
      note: `After the blank line, Markdown begins a ${parts[part]} of its own (line ${partLine}), and that ends the ${startOf(tag)}. Close it before the blank line, or leave both tags out: Markdown makes the paragraphs by itself.`
    }),
    closesPart: ({
      tag,
      line,
      part
    }: Tag & {line: number | undefined; part: MarkdownPart}): MessageText => ({
      reason:
        line === undefined
          ? `${tagOf(tag)} ends Markdown’s own ${parts[part]} too early`
          : `${tagOf(tag)} doesn’t close the ${startOf(tag)} of line ${line}`,
      note:
        line === undefined
          ? `Markdown begins and ends the ${parts[part]} by itself; after this tag its own end is one too many. Take the tag out.`
          : `That one ended at the blank line, where Markdown began a ${parts[part]} of its own. This tag ends the ${parts[part]}, whose own end then leaves an empty one behind. Leave both tags out: Markdown makes the paragraphs by itself.`
    })
  },
  'episode-html-nesting': {
    crossed: ({
      tag,
      line,
      inner,
      innerLine
    }: Tag & Opener & {inner: string; innerLine: number}): MessageText => ({
      reason: `${tagOf(tag)} comes before the end of ${tagOf(inner)} inside it`,
      note: `${tagOf(inner)} (line ${innerLine}) was opened inside ${startOf(tag)} (line ${line}) and must be closed first. Put ${endOf(inner)} before ${tagOf(tag)}.`
    }),
    acrossPart: ({tag, line, part}: Tag & Opener & {part: MarkdownPart}): MessageText => ({
      reason: `${tagOf(tag)} is in another ${parts[part]} than its ${startOf(tag)} (line ${line})`,
      note: `An element can’t begin outside a ${parts[part]} of Markdown and end inside, or the other way round: browsers end it elsewhere, or not at all. Put both tags into the same ${parts[part]}, or both on lines of their own with blank lines around them.`
    }),
    insideSame: ({tag, line}: Tag & Opener): MessageText => ({
      reason: `${tagOf(tag)} inside another ${tagOf(tag)} (line ${line})`,
      note: 'Such elements can’t stand in each other: browsers end the outer one here, and its own end tag then closes nothing. Close the outer one first.'
    }),
    breaksPart: ({tag, part}: Tag & {part: MarkdownPart}): MessageText => ({
      reason: `${tagOf(tag)} can’t stand inside Markdown’s ${parts[part]}`,
      note: `Browsers end the ${parts[part]} at this tag, so that what follows it stands outside. Put the tag on a line of its own, with a blank line before it.`
    }),
    outsideTable: ({tag}: Tag): MessageText => ({
      reason: `${tagOf(tag)} outside a ${tagOf('<table>')}`,
      note: 'Browsers ignore the parts of a table where no table is open. Check that the table is still open: a tag that doesn’t belong there may have ended it.'
    }),
    shownAsCode: ({text, tag, line}: Tag & Opener & {text: string}): MessageText => ({
      reason: `${quote(text, 26)} is shown as code: four spaces after a blank line`,
      note: `After a blank line, four spaces make code in Markdown, also inside ${tagOf(tag)} (line ${line}). Take out the blank line or the spaces.`
    }),
    otherHeading: ({tag, opener, line}: Tag & Opener & {opener: string}): MessageText => ({
      reason: `${tagOf(tag)} closes ${tagOf(opener)} (line ${line})`,
      note: 'The start and the end of a heading must have the same level.'
    }),
    otherEnd: ({tag, opener, line}: Tag & Opener & {opener: string}): MessageText => ({
      reason: `${tagOf(tag)} is meant to close ${tagOf(opener)} (line ${line})`,
      note: 'Browsers don’t know this end tag: the element goes on over what follows.'
    })
  },
  'episode-html-malformed': {
    selfClosing: ({tag}: Tag): MessageText => ({
      reason: `The slash doesn’t close ${tagOf(tag)}`,
      note: `In HTML, only elements without content may end in ${quote('/>')}, and the slash does nothing there either. Browsers leave this one open over what follows. Write ${startOf(tag)} and ${endOf(tag)}.`
    }),
    unquoted: ({name, value}: {name: string; value: string}): MessageText => ({
      reason: `Quotation marks are missing around ${quote(value, 36)}`,
      note: `Without them, only its first word is the value of ${quote(name)}. Put straight quotation marks around all of it.`
    }),
    unknownElement: ({name, expected}: {name: string; expected: string}): MessageText => ({
      reason: `HTML has no element ${quote(name, 20)}; ${quote(expected, 20)} is meant`,
      note: 'Browsers show its content as if it weren’t there. Change the name in both of its tags.'
    }),
    spacedId: ({text}: {text: string}): MessageText => ({
      reason: `Space inside the id ${quote(text)}`,
      note: 'No link can lead to it: a hyphen may stand in place of the space.'
    }),
    unknownAttribute: ({name, expected}: {name: string; expected: string}): MessageText => ({
      reason: `HTML has no attribute ${quote(name, 20)} here; ${quote(expected, 15)} is meant`,
      note: 'Browsers pass over an attribute that they don’t know: what it says is lost.'
    }),
    needlessSlash: ({tag}: Tag): MessageText => ({
      reason: `The slash in ${tagOf(tag)} does nothing`,
      note: `The element goes on up to its end tag ${endOf(tag)}. Take the slash out.`
    }),
    lostBracket: ({text, tag}: Tag & {text: string}): MessageText => ({
      reason: `${quote(text, 22)} has lost its ${quote('<')}: readers see it on the page`,
      note: `It was to be ${tagOf(tag)}.`
    }),
    sameId: ({name, line}: {name: string; line: number}): MessageText => ({
      reason: `The id ${quote(name, 32)} stands on line ${line} too`,
      note: 'An id stands once on a page: links to it lead to the first.'
    }),
    unreadTag: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 34)} isn’t read as a tag: readers see it`,
      note: 'Something in it is wrong, most often a quotation mark that is missing, doubled or curly, so that Markdown shows it as text.'
    }),
    unfinishedTag: ({text}: {text: string}): MessageText => ({
      reason: `The tag ${quote(text, 24)} never ends`,
      note: `Its ${quote('>')} or a closing quotation mark is missing before the next blank line. Browsers take what follows for a part of the tag, and don’t show it.`
    }),
    unfinishedComment: ({text}: {text: string}): MessageText => ({
      reason: `The comment ${quote(text, 24)} never ends`,
      note: `${quote('-->')} is missing, or stands after a blank line where Markdown makes text of it. Browsers hide all that follows.`
    }),
    openQuote: ({name}: {name: string}): MessageText => ({
      reason: `The quotation mark of ${quote(name, 24)} is not closed`,
      note: 'Browsers take all up to the next quotation mark for its value. Add the closing mark.'
    }),
    curlyQuotes: ({name}: {name: string}): MessageText => ({
      reason: `Curly quotation marks around the value of ${quote(name, 20)}`,
      note: 'HTML knows straight quotation marks only; browsers take curly ones for a part of the value, so that an address leads nowhere.'
    }),
    escapedValue: ({name, value}: {name: string; value: string}): MessageText => ({
      reason: `Backslash in the value of ${quote(name, 12)}: ${quote(value, 28)}`,
      note: 'Markdown takes such backslashes away in text, but not in a tag: the value is another one then, so that a style or an address is not found. Take them out.'
    }),
    duplicateAttribute: ({name, tag}: Tag & {name: string}): MessageText => ({
      reason: `${quote(name, 24)} stands twice in ${tagOf(tag)}`,
      note: 'Browsers keep the first and ignore this one. Join the two values, or take one out.'
    }),
    missingValue: ({name}: {name: string}): MessageText => ({
      reason: `${quote(name, 24)} has an equals sign but no value`,
      note: 'Give it a value in quotation marks, or take the attribute out.'
    }),
    noSpace: ({name}: {name: string}): MessageText => ({
      reason: `No space before ${quote(name, 24)}`,
      note: 'Two attributes need a space between them.'
    }),
    strayCharacter: ({character, tag}: Tag & {character: string}): MessageText => ({
      reason: `${quote(character, 4)} doesn’t belong here in ${tagOf(tag)}`,
      note: 'Most often a quotation mark or a space is missing or one too many, so that browsers read the attributes otherwise than you meant.'
    }),
    endTagExtra: ({tag}: Tag): MessageText => ({
      reason: `The end tag ${tagOf(tag)} holds more than its name`,
      note: 'Browsers ignore it. Attributes belong into the start tag.'
    }),
    emptyEndTag: (): MessageText => ({
      reason: `${quote('</>')} has no name`,
      note: 'Browsers drop it. Say which element ends here.'
    }),
    bogusComment: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 24)} isn’t HTML: browsers hide it as a comment`,
      note: `A comment begins with ${quote('<!--')} and ends with ${quote('-->')}.`
    }),
    commentEnd: ({text}: {text: string}): MessageText => ({
      reason: `A comment ends with ${quote('-->')}, not ${quote(text, 10)}`,
      note: 'Browsers put up with it, Markdown programs may not.'
    }),
    nestedComment: (): MessageText => ({
      reason: `A comment inside a comment: it ends at the first ${quote('-->')}`,
      note: 'What follows that is shown to readers.'
    }),
    literalBracket: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 12)} begins no tag here: write ${quote('&lt;')}`,
      note: `In HTML a ${quote('<')} begins a tag; as a sign of its own it is written ${quote('&lt;')}.`
    }),
    characterReference: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 20)} needs a semicolon at its end`,
      note: 'Browsers guess what is meant, Markdown programs show it as it is.'
    })
  },
  'episode-html-hides-markdown': {
    block: ({sample, tag, line}: Tag & Opener & {sample: string}): MessageText => ({
      reason: `${quote(sample, 24)} shows as typed after ${tagOf(tag)} (line ${line})`,
      note: `After a tag at the start of a line, Markdown is not read until the next blank line, so that readers see its signs. Put a blank line before this text.`
    }),
    inline: ({sample, tag, line}: Tag & Opener & {sample: string}): MessageText => ({
      reason: `${quote(sample, 24)} shows as typed in HTML: ${tagOf(tag)} (line ${line})`,
      note: 'Markdown is not read on the lines of an HTML tag, up to the next blank line, so that readers see its signs. Say it in HTML, or leave the tags out.'
    }),
    list: ({tag, line}: Tag & Opener): MessageText => ({
      reason: `A list’s signs show as typed in HTML: ${tagOf(tag)} (line ${line})`,
      note: 'Markdown is not read on the lines of an HTML tag, up to the next blank line: the page runs the items together. Write the list with `<ul>` and `<li>`, or leave the tags out.'
    }),
    address: ({sample, tag, line}: Tag & Opener & {sample: string}): MessageText => ({
      reason: `${quote(sample, 36)} isn’t shown: HTML takes it for a tag`,
      note: `It stands on the lines of HTML that ${tagOf(tag)} (line ${line}) begins, where Markdown is not read. Write it as a link in HTML.`
    })
  },
  'episode-shortcode-pairs': {
    unclosed: ({tag, end}: Tag & {end: string}): MessageText => ({
      reason: `${quote(tag)} is never closed`,
      note: `Where it ends is not said: the site’s build fails, or takes in all that follows. Add ${quote(end)}.`
    }),
    stray: ({tag, start}: Tag & {start: string}): MessageText => ({
      reason: `${quote(tag)} closes nothing`,
      note: `There is no ${quote(start)} open before it: the site’s build fails. Take it out, or add what it was meant to close.`
    }),
    crossed: ({tag, inner, line}: Tag & Opener & {inner: string}): MessageText => ({
      reason: `${quote(tag, 24)} comes before the end of ${quote(inner, 24)}`,
      note: `${quote(inner)} (line ${line}) was opened inside and must be closed first.`
    }),
    unfinished: ({tag, end}: Tag & {end: string}): MessageText => ({
      reason: `${quote(tag, 30)} lacks its ${quote(end, 10)}`,
      note: 'The site’s build fails, or shows the line as it is typed.'
    })
  }
}
