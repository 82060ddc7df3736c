import {post} from './site.mjs'

/** Bytes of the shortest text of each kind. */
const size = 30_000

const frontMatter = '---\ntitle: "One"\ndescription: "Of many"\n---\n\n'

/** @param {string} piece */
function many(piece) {
  return (/** @type {number} */ factor) =>
    frontMatter + piece.repeat(Math.ceil((size * factor) / piece.length))
}

/** Texts that are made of one thing only, for rules that might look at each pair of them. */
const pieces = {
  'list items': '* one thing and another,\n',
  'one nested list': '* one\n  * two\n    * three,\n',
  'paragraphs with breaks': 'Une ligne de texte,  \n',
  'open tags': '<p>Text <em>of a line\n\n',
  'end tags': 'text</p></div>\n\n',
  comments: '<!-- a -->\n\ntext\n\n',
  'open comments': 'text <!-- a\n\n',
  'less-than signs': 'a < b <',
  brackets: '[a](b [c] (d) ',
  'open brackets': '[',
  asterisks: '** a ',
  underscores: '_a ',
  pictures: '![](a.png) text ![b](c.png)\n\n',
  frames: '<iframe src="https://a.example/1"></iframe>\n\n',
  'template tags': '{% a %} {{ b }} ',
  'open template tags': '{% if a %}\n\n',
  quotations: '> > a\n> > * b\n',
  'capitalised words': 'Jean Rourand Institut Kelwick ',
  'one long word': 'Aé',
  'quotation marks': "« a » “b” 'c' ",
  headings: '## Transcription\n\n##None\n\n',
  definitions: '[a]: https://a.example/b "c"\n\n[a]\n\n',
  spaces: ' \t',
  'code spans': '`a` ``b '
}

/** A post's front matter with its body once, twice and four times. */
function believable() {
  const text = post(size)
  const end = text.indexOf('\n---\n') + '\n---\n'.length
  const body = text.slice(end)
  return (/** @type {number} */ factor) => text.slice(0, end) + body.repeat(factor)
}

/** @type {readonly {name: string, text: (factor: number) => string}[]} */
export const growthTexts = [
  {name: 'a post', text: believable()},
  ...Object.entries(pieces).map(([name, piece]) => ({name, text: many(piece)}))
]
