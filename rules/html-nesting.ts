import {headings} from '../src/post/html/elements.js'
import type {HtmlMistake} from '../src/post/html/mistakes.js'
import {partOf} from '../src/post/html/sequence.js'
import {shortRange, tagText} from '../src/post/html/tag-text.js'
import {defineRule} from '../src/rule.js'

export const htmlNesting = defineRule({
  id: 'episode-html-nesting',
  pillar: 'html',
  summary: 'HTML elements lie inside each other and inside the parts that Markdown makes.',
  why: `Elements that cross each other, or that begin in one list item and end in another, are rebuilt by
browsers: a colour runs on over the page, a box ends too early, a paragraph is left empty.

Markdown’s own paragraphs, items and headings count as elements here, because in the page they are
elements like all others.`,
  standards: [
    {
      name: 'WHATWG HTML §13.2.6.4.7 Parsing in the body',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody'
    },
    {
      name: 'WHATWG HTML §13.2.10.1 Misnested tags',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#misnested-tags:-b-i-/b-/i'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'The same slip in both tags, and none of the author’s elements open',
      text: '<blockquote>\n<blockqoute>\nIt turns.\n</blockqoute>\n</blockquote>\n\n> It turns.</blockqoute>\n'
    },
    {
      name: 'End tags whose names have a slip in them',
      text: '<iframe title="The mill" src="https://player.example.org/1">⟦</frame>⇢</iframe>⟧\n\n<blockquote>\nIt turns.\n⟦</blockqoute>⇢</blockquote>⟧\n\n<div>The mill is free.⟦</div\\>⇢</div>⟧\n'
    },
    {name: 'Bold and italics that cross', text: 'A <b>bold <i>word⟦</b>⟧</i> here.\n'},
    {name: 'Boxes that cross', text: '<div>\n<section>\n\nText.\n\n⟦</div>⟧\n</section>\n'},
    {name: 'Bold around a box that crosses', text: '<div><b><div>word⟦</b>⟧</div></div>\n'},
    {name: 'Bold around a box, in a paragraph', text: '<b>⟦<div>⟧word</b></div>\n'},
    {
      name: 'Begun in one list item, ended in another',
      text: '- <span class="red">one\n- two⟦</span>⟧\n'
    },
    {
      name: 'Begun before a list, ended in its last item',
      text: '<b>\n\n- one\n- two\n⟦</b>⟧\n'
    },
    {
      name: 'Begun in one paragraph, ended in the next',
      text: 'A <span class="red">long story.\n\nIt goes on⟦</span>⟧ here.\n'
    },
    {
      name: 'Begun on a line of its own, ended in the paragraph',
      text: '<span class="red">\n\nA story.⟦</span>⟧\n'
    },
    {
      name: 'A box closed from inside a list item',
      text: '<div>\n\n- one\n- two ⟦</div>⟧\n'
    },
    {name: 'Across emphasis', text: 'A *word <b>bold* word⟦</b>⟧.\n'},
    {
      name: 'A link in a link',
      text: '<p><a href="/a">one ⟦<a href="/b">⟧two</a></a></p>\n'
    },
    {name: 'A heading in a heading', text: '<h2>One ⟦<h3>⟧two</h3></h2>\n'},
    {name: 'A box in a sentence', text: 'Some words ⟦<div>⟧in a box</div> and more.\n'},
    {
      name: 'A box in the cell of a table',
      text: '| a | b |\n|---|:-:|\n| a | <div>b</div> |\n\na | b\n--- | ---\na | <div>b</div>\n'
    },
    {name: 'Two boxes in a sentence are one mistake', text: 'A ⟦<div>⟧b</div> c <div>d</div> e.\n'},
    {name: 'A cell without a table', text: '⟦<tr>⟧<td>Cell</td></tr>\n'},
    {
      name: 'Cells that Markdown shows as code',
      text: '<table>\n  <tr>\n\n    ⟦<td>One</td>⟧\n    <td>Two</td>\n\n  </tr>\n</table>\n'
    },
    {
      name: 'Tags that Markdown shows as code, of boxes around them',
      text: '<div>\n  <div>\n\n    ⟦<div>⟧\n      <img src="/a.jpg" alt="The wheel">\n    </div>\n  </div>\n</div>\n'
    },
    {
      name: 'The same in a Jekyll post',
      text: '<div>\n  <div>\n\n    <div>\n    </div>\n  </div>\n</div>\n',
      path: '_posts/2025-05-12-mill.md'
    },
    {
      name: 'Samples of HTML, indented as code',
      text: '<details>\n\n    <div>\n\n</details>\n\n- One\n\n  <details>\n\n      <div></div>\n\n  </details>\n'
    },
    {name: 'The wrong level', text: '<h2>Title⟦</h3>⇢</h2>⟧\n'},
    {
      name: 'Inside each other as they should be',
      text: '<div><p>A <b>bold <i>word</i></b>.</p></div>\n\n- <b>one</b>\n- <b>two</b>\n\n*A <b>word</b>*\n'
    },
    {
      name: 'Around whole parts of Markdown',
      text: '<div>\n\n- one\n- two\n\n</div>\n\n<a href="/a">\n\nText.\n\n</a>\n'
    },
    {name: 'A box in an item of a tight list', text: '- one <div>box</div>\n- two\n'},
    {
      name: 'A table with the end tags left out',
      text: '<table><thead><tr><th>A<th>B<tbody><tr><td>1<td><b>2</b></table>\n'
    },
    {
      name: 'Drawings',
      text: '<svg viewBox="0 0 1 1"><title>Icon</title><path d="M0 0"/><g><a href="/"><text>x</text></a></g></svg>\n'
    },
    {name: 'MDX', text: 'A <b>bold <i>word</b></i> here.\n', path: 'post.mdx'}
  ],
  check({post, report}) {
    const {source} = post
    const line = (range: {readonly start: number}): number => source.lineAt(range.start)
    const one = (mistake: HtmlMistake): void => {
      switch (mistake.kind) {
        case 'crossed': {
          const {tag, opener, inner} = mistake
          const values = {
            tag: tagText(source, tag),
            line: line(opener),
            inner: tagText(source, inner),
            innerLine: line(inner)
          }
          report({range: tag, message: 'crossed', values})
          return
        }
        case 'across-markdown': {
          const {tag, opener, element} = mistake
          const values = {tag: tagText(source, tag), line: line(opener), part: partOf(element)}
          report({range: tag, message: 'acrossPart', values})
          return
        }
        case 'inside-same': {
          const {tag, outer} = mistake
          const values = {tag: tagText(source, tag), line: line(outer)}
          report({range: shortRange(source, tag), message: 'insideSame', values})
          return
        }
        case 'breaks-markdown': {
          const {tag, element} = mistake
          // The cells of a table, an extension that not all engines have, hold blocks.
          if (isTable(source.slice(element.located))) return
          const values = {tag: tagText(source, tag), part: partOf(element)}
          report({range: shortRange(source, tag), message: 'breaksPart', values})
          return
        }
        case 'outside-table': {
          const {tag} = mistake
          const values = {tag: tagText(source, tag)}
          report({range: shortRange(source, tag), message: 'outsideTable', values})
          return
        }
        case 'other-end': {
          const {tag, opener} = mistake
          const values = {
            tag: tagText(source, tag),
            opener: tagText(source, opener),
            line: line(opener)
          }
          const expected = [`</${source.slice(opener.nameRange)}>`]
          const message = headings.has(opener.name) ? 'otherHeading' : 'otherEnd'
          report({range: tag, message, values, expected})
          return
        }
        case 'shown-as-code': {
          const {range, opener} = mistake
          const values = {
            text: source.slice(range),
            tag: tagText(source, opener),
            line: line(opener)
          }
          report({range, message: 'shownAsCode', values})
          return
        }
        default:
      }
    }
    for (const mistake of post.htmlMistakes) one(mistake)
  }
})

/** Whether a paragraph is a table (GitHub Flavored Markdown §4.10): its second line is of dashes and bars. */
function isTable(text: string): boolean {
  return /^[^\r\n]*\|[^\r\n]*(?:\r\n?|\n)[\t >]*\|?[\t ]*:?-+:?[\t ]*(?:\|[\t ]*:?-+:?[\t ]*)*\|?[\t ]*(?:[\r\n]|$)/.test(
    text
  )
}
