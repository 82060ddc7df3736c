import fc from 'fast-check'
import {micromark} from 'micromark'
import {type DefaultTreeAdapterMap, parseFragment, Tokenizer} from 'parse5'
import {describe, expect, it} from 'vitest'
import {optionalEndTags, voidElements} from '../src/post/html/elements.js'
import {parse5Errors} from './parse5-errors.js'
import {readPost} from './read-post.js'

type ChildNode = DefaultTreeAdapterMap['childNode']

/**
 * Whether a browser's parser builds exactly what is written: every start tag makes one element, every
 * element that must have an end tag finds its own, and no end tag is left over.
 */
function isBuiltAsWritten(html: string): boolean {
  let startTags = 0
  const endTags = new Set<number>()
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    {sourceCodeLocationInfo: true},
    {
      onStartTag() {
        startTags++
      },
      onEndTag(token) {
        endTags.add(token.location?.startOffset ?? -1)
      },
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing
    }
  )
  tokenizer.write(html, true)
  let elements = 0
  let isClosed = true
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue
      const location = node.sourceCodeLocation
      // A parser adds `<tbody>` by itself.
      if (location || node.tagName !== 'tbody') elements++
      const end = location?.endTag?.startOffset
      if (end !== undefined) endTags.delete(end)
      else if (!voidElements.has(node.tagName) && !optionalEndTags.has(node.tagName)) {
        isClosed = false
      }
      visit(node.childNodes)
    }
  }
  visit(parseFragment(html, {sourceCodeLocationInfo: true}).childNodes)
  return isClosed && elements === startTags && endTags.size === 0
}

function mistakesOf(markdown: string): string[] {
  const {htmlMistakes} = readPost(markdown)
  return htmlMistakes.map((mistake) => mistake.kind)
}

const names = [
  'b',
  'i',
  'a',
  'span',
  'p',
  'div',
  'section',
  'h2',
  'ul',
  'li',
  'button',
  'td',
  'tr',
  'table'
]
const tag = fc
  .tuple(fc.constantFrom(...names), fc.boolean())
  .map(([name, isEnd]) => (isEnd ? `</${name}>` : `<${name}>`))
const text = fc.constantFrom('x', 'y ', '<br>', '<img src="a" alt="b">', '<!-- c -->')

/** Every code of WHATWG HTML §13.2.2 that a post can run into, each with a text that has it. */
const errors: Readonly<Record<string, string>> = {
  'abrupt-closing-of-empty-comment': '<div><!--></div>',
  'cdata-in-html-content': '<div><![CDATA[x]]></div>',
  'duplicate-attribute': '<div id="a" id="b"></div>',
  'end-tag-with-attributes': '<div></div id="a">',
  'end-tag-with-trailing-solidus': '<div></div/>',
  'eof-before-tag-name': '<div>x<',
  'eof-in-comment': '<div><!-- x',
  'eof-in-tag': '<div id="a"',
  'incorrectly-closed-comment': '<div><!-- x --!></div>',
  'incorrectly-opened-comment': '<div><!x></div>',
  'invalid-first-character-of-tag-name': '<div>1 < 2</div>',
  'missing-attribute-value': '<div id=></div>',
  'missing-end-tag-name': '<div></></div>',
  'missing-semicolon-after-character-reference': '<div>&nbsp x</div>',
  'missing-whitespace-between-attributes': '<div id="a"class="b"></div>',
  'nested-comment': '<div><!-- <!-- --></div>',
  'null-character-reference': '<div>&#0;</div>',
  'unexpected-character-in-attribute-name': '<div id="a" "></div>',
  'unexpected-character-in-unquoted-attribute-value': '<div id=a"b></div>',
  'unexpected-equals-sign-before-attribute-name': '<div =a></div>',
  'unexpected-question-mark-instead-of-tag-name': '<div><?x?></div>',
  'unexpected-solidus-in-tag': '<div / id="a"></div>',
  'unknown-named-character-reference': '<div>&xyzzy;</div>'
}

function errorsOf(html: string): string[] {
  return parse5Errors(html)
    .map(({code}) => code)
    .sort()
}

describe('the tokens', () => {
  for (const [code, html] of Object.entries(errors)) {
    it(`have the error ${code}`, () => {
      expect(readPost(html).html.errors.map((d) => d.code)).toEqual([code])
      expect(errorsOf(html)).toEqual([code])
    })
  }

  it('have the errors that the tokenizer finds in the whole text, at offsets into the file', () => {
    const part = fc.constantFrom(
      ...`< > / = " ' ! - -- ? & ; a p b id &amp &nbsp; <p </p <!-- --> <b> </b>`.split(' '),
      ' '
    )
    const html = fc.array(part, {maxLength: 14}).map((parts) => `<div>${parts.join('')}`)
    fc.assert(
      fc.property(html, fc.constantFrom('', '> ', '\uFEFF'), (value, before) => {
        const {errors, tokens} = readPost(before + value).html
        expect(errors.map((d) => d.code).sort()).toEqual(errorsOf(value))
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(before.length)
          expect(token.end).toBeLessThanOrEqual(before.length + value.length)
        }
        for (const {offset} of errors)
          expect(offset).toBeLessThanOrEqual(before.length + value.length)
      }),
      {numRuns: 500, seed: 1}
    )
  })
})

describe('the open elements', () => {
  it('find a mistake wherever a browser builds something else than is written', () => {
    const line = fc
      .array(fc.oneof({weight: 4, arbitrary: tag}, {weight: 1, arbitrary: text}), {maxLength: 8})
      .map((parts) => `<div>${parts.join('x')}</div>`)
    fc.assert(
      fc.property(line, (html) => {
        fc.pre(!/<(?:tr|td|table)>x|<\/(?:tr|td)>x/.test(html))
        expect(mistakesOf(html).length === 0, `${html} ${mistakesOf(html)}`).toBe(
          isBuiltAsWritten(html)
        )
      }),
      {numRuns: 400, seed: 1}
    )
  })
  it('do so across Markdown', () => {
    const inline = fc.constantFrom(
      '<b>',
      '</b>',
      '<span>',
      '</span>',
      '<div>',
      '</div>',
      '</p>',
      '<p>',
      '*',
      '**',
      'x',
      ' y ',
      '<a>',
      '</a>',
      '<h2>',
      '</h2>',
      '<li>',
      '</li>',
      '<button>',
      '</button>',
      '[x](y)',
      '<ul>',
      '</ul>',
      '<article>',
      '<option>',
      '\n'
    )
    const line = fc.array(inline, {minLength: 1, maxLength: 5}).map((parts) => parts.join('x'))
    const markdown = fc
      .array(
        fc.tuple(fc.constantFrom('', '- ', '> ', '# ', '  '), line, fc.constantFrom('\n', '\n\n')),
        {maxLength: 4}
      )
      .map((lines) => lines.map((d) => d.join('')).join(''))
    fc.assert(
      fc.property(markdown, (value) => {
        const html = micromark(value, {allowDangerousHtml: true})
        expect(
          mistakesOf(value).length === 0,
          `${JSON.stringify(value)} ${html} ${mistakesOf(value)}`
        ).toBe(isBuiltAsWritten(html))
      }),
      {numRuns: 400, seed: 1}
    )
  })
})
