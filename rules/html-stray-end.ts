import {endsEarly} from '../src/post/html/early-end.js'
import type {HtmlMistake} from '../src/post/html/mistakes.js'
import {partOf} from '../src/post/html/sequence.js'
import {tagText} from '../src/post/html/tag-text.js'
import {defineRule} from '../src/rule.js'

export const htmlStrayEnd = defineRule({
  id: 'episode-html-stray-end',
  pillar: 'html',
  summary: 'Every end tag closes something.',
  why: `An end tag that closes nothing is a sign that the page isn’t built as its author thinks.

- \`</br>\` doesn’t exist: a line break is \`<br>\`. On a line of its own it also starts an HTML block, in
  which no Markdown is read.
- After \`<p>\` and a blank line, Markdown makes paragraphs of its own, and the first of them ends that
  \`<p>\`. The \`</p>\` far below then ends another paragraph, and leaves an empty one behind.
- A list, a table or a box can’t stand in a \`<p>\`: it ends it.`,
  standards: [
    {
      name: 'WHATWG HTML §13.1.2.2 End tags',
      url: 'https://html.spec.whatwg.org/multipage/syntax.html#end-tags'
    },
    {
      name: 'WHATWG HTML §13.2.6.4.7 Parsing in the body',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody'
    },
    {
      name: 'CommonMark 0.31 §4.6 HTML blocks',
      url: 'https://spec.commonmark.org/0.31.2/#html-blocks'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A name with signs in it, which no element has',
      text: '<div>\n⟦</b(c>⟧\nIt turns.\n</div>\n'
    },
    {name: 'A line break with a slash, alone on its line', text: 'Un.\n\n⟦</br>⇒<br>⟧\n\nDeux.\n'},
    {
      name: 'A line break with a slash, in a line',
      text: 'Un⟦</br>⇒<br>⟧deux⟦</BR>⇒<br>⟧\ntrois.\n'
    },
    {name: 'After a list item', text: '* Un\n* Deux\n⟦</br>⇒<br>⟧\n\nSuite.\n'},
    {name: 'In a block quote', text: '> Un\n>\n> ⟦</br>⇒<br>⟧\n> deux\n'},
    {name: 'An end tag for a picture', text: '<p><img src="a.png" alt="Ada">⟦</img>⇒⟧</p>\n'},
    {name: 'An end tag for what has none', text: 'One.\n\n⟦</hr>⇢<hr>|⟧\n\nTwo.\n'},
    {name: 'Nothing is open', text: '<div>\n\nText.\n\n</div>\n⟦</div>⟧\n'},
    {
      name: 'Nothing is open, in a line',
      text: 'Some words⟦</span>⟧ here, and *more⟦</strong>⟧*.\n'
    },
    {
      name: 'A paragraph over a blank line, its end after the text',
      text: '<p><strong>Léa</strong> : bonjour.\n\nUne suite.\nEncore.⟦</p>⟧\n<br>\n\nFin.\n'
    },
    {
      name: 'A paragraph over a blank line, its end alone',
      text: '<p>\n\nUne suite.\n\n⟦</p>⟧\n'
    },
    {
      name: 'A list ends a paragraph',
      text: '<p>Il faut :\n<ul>\n<li>du pain</li>\n</ul>\n⟦</p>⟧\n'
    },
    {
      name: 'A Markdown heading ends a paragraph',
      text: '<p class="lead">\n\n## Title\n\n⟦</p>⟧\n'
    },
    {name: 'A paragraph that Markdown ends by itself', text: 'One.⟦</p>⟧\n\nTwo.\n'},
    {name: 'Nothing to end, outside Markdown’s paragraphs', text: '<div>\n⟦</p>⟧\n</div>\n'},
    {name: 'Paragraphs written out', text: '<p>One</p>\n<p>Two</p>\n\n<p>Three\n</p>\n'},
    {name: 'Paragraphs that meet in a line', text: 'One.</p><p>Two.\n'},
    {
      name: 'Line breaks as they should be',
      text: 'One<br>two<br/>three\n\n<br>\n\n* item\n<br />\n'
    },
    {name: 'In code', text: '`</br>` and\n\n    </div>\n'},
    {
      name: 'A start tag with a template in it',
      text: 'See <a href="{{ "/shows" | url }}">our shows</a>.\n'
    },
    {
      name: 'A template condition opens and closes',
      text: '{% if a %}\n<div>\n{% endif %}\n\nText.\n\n{% if a %}\n</div>\n{% endif %}\n'
    },
    {name: 'MDX', text: 'One</br>\n', path: 'post.mdx'},
    {
      name: 'Beside a sample of HTML that begins the same',
      text: '<details>\n\n    <div>\n\n⟦</div>⟧\n\n</details>\n'
    },
    {
      name: 'A link that ends before its words is told of there',
      text: 'See <a href="/mill"></a>the mill’s page</a>.\n\n<p>See <a href="/mill"></a>the mill’s page</a>.</p>\n'
    },
    {
      name: 'Boxes around a link in a link stay open',
      text: '<a href="/a">\n<div>\n<div><a href="/b">two</a></div>\n</div>\n</a>\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    const line = (range: {readonly start: number}): number => source.lineAt(range.start)
    const one = (mistake: HtmlMistake): void => {
      switch (mistake.kind) {
        case 'void-end': {
          const {tag, opener} = mistake
          const values = {tag: tagText(source, tag)}
          if (tag.name === 'br') {
            report({range: tag, message: 'lineBreak', values, expected: ['<br>'], fix: 'safe'})
          } else if (tag.name === 'hr' && !opener) {
            report({range: tag, message: 'noEndTag', values, expected: ['<hr>', '']})
          } else {
            report({range: tag, message: 'noEndTag', values, expected: [''], fix: 'safe'})
          }
          return
        }
        case 'stray-end': {
          const {tag} = mistake
          // `episode-link-destination` tells of the first of the two ends.
          if (tag.name === 'a' && endsEarly(source.text.slice(0, tag.start))) return
          const message = tag.name === 'p' ? 'strayParagraph' : 'stray'
          report({range: tag, message, values: {tag: tagText(source, tag)}})
          return
        }
        case 'late-end': {
          const {tag, opener, cause} = mistake
          const values = {tag: tagText(source, tag), line: line(opener)}
          if (cause.by === 'tag') {
            const other = {other: tagText(source, cause.tag), otherLine: line(cause.tag)}
            report({range: tag, message: 'endedByTag', values: {...values, ...other}})
          } else {
            const part = {part: partOf(cause.element), partLine: line(cause.element.located)}
            report({range: tag, message: 'endedByMarkdown', values: {...values, ...part}})
          }
          return
        }
        case 'closes-markdown': {
          const {tag, element, opener} = mistake
          const values = {
            tag: tagText(source, tag),
            part: partOf(element),
            line: opener ? line(opener) : undefined
          }
          report({range: tag, message: 'closesPart', values})
          return
        }
        default:
      }
    }
    for (const mistake of post.htmlMistakes) one(mistake)
  }
})
