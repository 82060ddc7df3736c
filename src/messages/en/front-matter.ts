import {type MessageText, quote} from '../message.js'

const language = {yaml: 'YAML', toml: 'TOML', json: 'JSON'}

export interface Broken {
  readonly value: string
  readonly format: 'yaml' | 'toml' | 'json'
}

export const frontMatter = {
  absent: (): MessageText => ({
    reason: 'No front matter: the post says no title, date or description',
    note: 'Sites, feeds and search engines read these from a block between two lines `---` at the very start of the post. Add one with `title:`, `date:` and `description:`.'
  }),
  late: ({after}: {after: 'blank' | 'comment' | 'indentation' | 'text'}): MessageText => ({
    reason: {
      blank: 'A blank line before the front matter: sites show it as text',
      comment: 'A comment before the front matter: sites show it as text',
      indentation: 'White space before the front matter: sites show it as text',
      text: 'Text before the front matter: sites show it as text'
    }[after],
    note: 'Front matter counts only where its first line is the first line of the file. Move it to the very start of the post.'
  }),
  bare: (): MessageText => ({
    reason: 'The lines `---` around the front matter are missing',
    note: 'Without them, sites show the keys as text, and the post has no title. Put a line `---` before the first key and one after the last.'
  }),
  unopened: ({fence, isMissing}: {fence: string; isMissing: boolean}): MessageText => ({
    reason: isMissing
      ? `The line \`${fence}\` that opens the front matter is missing`
      : `The front matter opens with another line than \`${fence}\``,
    note: `Without it, sites show the keys as text, and the post has no title. The first line of the post must be \`${fence}\`, nothing else.`
  }),
  unclosed: ({fence}: {fence: string}): MessageText => ({
    reason: `The front matter is never closed: a line \`${fence}\` is missing`,
    note: `Without it, sites show the keys as text, or take the text of the post for keys. Put a line \`${fence}\` after the last key.`
  }),
  empty: (): MessageText => ({
    reason: 'The front matter is empty',
    note: 'Sites, feeds and search engines find no title, date or description in it. Add at least `title:`, `date:` and `description:`.'
  }),
  dots: (): MessageText => ({
    reason: 'The front matter ends with `...` instead of `---`',
    note: 'Jekyll accepts this; Eleventy, Hugo and most editors don’t see where the front matter ends. `---` is understood by all.'
  }),
  notMapping: ({value}: {value: string}): MessageText => ({
    reason: `The front matter has no keys: ${quote(value)}`,
    note: 'Each line of front matter is a key, a colon, a space and a value, such as `title: The mill`. If this is text of the post, it doesn’t belong between the two fences.'
  }),
  duplicate: ({key, line}: {key: string; line: number}): MessageText => ({
    reason: `The key ${quote(key, 28)} stands twice; the first is on line ${line}`,
    note: 'Sites either refuse the post or keep only one of the two values. Keep the right one.'
  }),
  tab: ({format}: Broken): MessageText => ({
    reason: `A tab at the start of the line: ${language[format]} wants spaces`,
    note: 'The site can’t read any of the front matter while this tab is there. Use the same number of spaces as on the lines beside it.'
  }),
  colon: ({value}: Broken): MessageText => ({
    reason: `A colon in a value without quotes: ${quote(value, 30)}`,
    note: 'After a colon and a space, YAML expects the value of a new key, and can’t read the rest of the front matter. Put the value between quotes.'
  }),
  cut: ({value, comment}: {value: string; comment: string}): MessageText => ({
    reason:
      value === ''
        ? `${quote(comment, 30)} is a comment in YAML: the key has no value`
        : `${quote(comment, 20)} is a comment in YAML: the value ends at ${quote(value, 15)}`,
    note: 'After a space, `#` begins a comment, and the page shows only what stands before it. Put the whole value between quotes.'
  }),
  'special-character': ({value}: Broken): MessageText => ({
    reason: `${quote(value, 30)} begins with \`${value.charAt(0)}\`, which means something in YAML`,
    note: 'YAML doesn’t read this as text, and can’t read the rest of the front matter. Put the value between quotes.'
  }),
  'inner-quote': ({value}: Broken): MessageText => ({
    reason: `A quote in the middle of ${quote(value, 28)} ends the value too early`,
    note: 'The value begins with a quote and so ends at the next one: what follows can’t be read. Put the other kind of quotes around the whole value, or double the quote inside.'
  }),
  quote: ({value}: Broken): MessageText => ({
    reason: `The quote that opens ${quote(value, 30)} is never closed`,
    note: 'Everything after it is taken for one long value, and the front matter can’t be read. Add the closing quote.'
  }),
  continued: ({value}: Broken): MessageText => ({
    reason: `The value ${quote(value, 26)} goes on without indentation`,
    note: 'What goes on in a second line must stand further right than its key: some programs read on, others refuse all of the front matter. Put two spaces more before the line than before the key.'
  }),
  bracket: ({value}: Broken): MessageText => ({
    reason: `The bracket that opens ${quote(value, 30)} is never closed`,
    note: 'Everything after it is taken for part of a list, and the front matter can’t be read. Add the closing bracket.'
  }),
  indentation: ({value}: Broken): MessageText => ({
    reason: `${quote(value, 30)} doesn’t line up with the lines before it`,
    note: 'YAML sees by the spaces at the start of a line what belongs together. Give keys of one group the same number of spaces.'
  }),
  dash: ({value}: Broken): MessageText => ({
    reason: `The dash of ${quote(value, 28)} doesn’t line up with the dashes above`,
    note: 'YAML sees by the spaces before a dash which list it belongs to, and can’t read the rest of the front matter. Put as many spaces before it as before the dashes above; what belongs to it moves along.'
  }),
  hash: ({value}: Broken): MessageText => ({
    reason: `A \`#\` stuck to ${quote(value, 10)}: YAML can’t read the text below`,
    note: '`>` and `|` open a text of several lines, and nothing may be stuck to them. Take the `#` out.'
  }),
  'space-after-colon': ({value}: Broken): MessageText => ({
    reason: `No space after the colon of ${quote(value, 30)}`,
    note: 'Without a space after the colon, YAML sees no key but a word, and can’t read the rest of the front matter.'
  }),
  'no-colon': ({value}: Broken): MessageText => ({
    reason: `This line has no key: ${quote(value, 30)}`,
    note: 'Each line of front matter is a key, a colon, a space and a value. If this line goes on from the one before, put that whole value between quotes, and two spaces more before this line than before the key.'
  }),
  escape: ({value}: Broken): MessageText => ({
    reason: `${quote(value, 30)}: this backslash means nothing`,
    note: 'Between double quotes, a backslash gives the next character a meaning of its own. Double the backslash where one shall be shown.'
  }),
  'lone-quote': ({value}: {value: string}): MessageText => ({
    reason: `The quote at the end of ${quote(value, 28)} has no partner`,
    note: 'This value doesn’t begin with a quote, so YAML takes the one at its end for text, and the page shows it. Take it out.'
  }),
  'too-large': (): MessageText => ({
    reason: 'The front matter expands to far too many values',
    note: 'References to references multiply until no site can hold the result. Write the values out.'
  }),
  'no-quotes': ({value}: Broken): MessageText => ({
    reason: `${quote(value, 30)} wants quotes around it`,
    note: 'In TOML, all text stands between quotes.'
  }),
  capital: ({value}: Broken): MessageText => ({
    reason: `${quote(value, 10)} in TOML is written in small letters`,
    note: 'With a capital, none of the front matter can be read.'
  }),
  'colon-for-equals': ({value}: Broken): MessageText => ({
    reason: `A colon after ${quote(value, 30)}: TOML wants an equals sign`,
    note: 'Between two lines `+++`, keys and values are written `key = "value"`.'
  }),
  comma: (): MessageText => ({
    reason: 'A comma is missing after this value',
    note: 'In JSON, a comma stands between one value and the next.'
  }),
  'trailing-comma': (): MessageText => ({
    reason: 'A comma after the last value',
    note: 'In JSON, a comma stands only between two values, not after the last one.'
  }),
  'single-quotes': ({value}: Broken): MessageText => ({
    reason: `Single quotes around ${quote(value.slice(1, -1), 30)}: JSON wants double ones`,
    note: 'In JSON, all text stands between double quotes.'
  }),
  comment: (): MessageText => ({
    reason: 'JSON has no comments',
    note: 'The site can’t read any of the front matter while this comment is there. Take it out.'
  }),
  syntax: ({value, format}: Broken): MessageText => ({
    reason: `${language[format]} can’t read the front matter at ${quote(value, 30)}`,
    note: 'The site gets none of the title, date or description while this is so. Look for a missing quote, bracket or colon here or on the line before.'
  })
}
