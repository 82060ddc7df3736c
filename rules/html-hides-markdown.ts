import type {Construct} from '../src/post/html/constructs.js'
import {findHiddenMarkdown} from '../src/post/html/hidden-markdown.js'
import {tagText} from '../src/post/html/tag-text.js'
import {defineRule} from '../src/rule.js'

export const htmlHidesMarkdown = defineRule({
  id: 'episode-html-hides-markdown',
  pillar: 'html',
  summary: 'Markdown stands where it is read, not on the lines of an HTML block.',
  why: `A line that begins with a tag (\`<br>\`, \`</br>\`, \`<div>\`, \`<p>\`…) begins an HTML block, and that goes
on to the next blank line. On all its lines Markdown is not read: readers see \`**Ada**\` with its
asterisks, \`[text](address)\` instead of a link, \`## Title\` instead of a heading.

A blank line before the Markdown is enough in most cases. What stands on one line with a tag, or in a
\`<p>\`, has to be written in HTML too.

Jekyll’s parser (kramdown) and Python-Markdown end HTML with its element: in a post in \`_posts/\`, or
with attribute lists (\`{: .note}\`), only what stands inside an element is found.

Code, scripts, comments and elements with the attribute \`markdown\` are left alone, and so is what no
Markdown parser would have read.`,
  standards: [
    {
      name: 'CommonMark 0.31 §4.6 HTML blocks',
      url: 'https://spec.commonmark.org/0.31.2/#html-blocks'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A line break alone on a line',
      text: '</br>\n⟦⇒\n⟧Avec **Mona Kerbrat**, de l’Observatoire.\n\nLa suite.\n'
    },
    {
      name: 'The Markdown is further down',
      text: 'Text.\n\n<br>\n⟦⇒\n⟧A line of text\nand a [link](https://example.org/).\n<br>\n'
    },
    {
      name: 'One blank line repairs all',
      text: '<br>\n⟦⇒\n⟧## Title\n\nText.\n\n<hr>\n⟦⇒\n⟧**one** and *two* and `three` and ![four](4.png)\n'
    },
    {name: 'A list', text: '<br>\n⟦⇢\n⟧* one\n* two\n'},
    {
      name: 'In a box',
      text: '<div class="note">\n⟦⇢\n⟧Read **this**.\n</div>\n'
    },
    {
      name: 'In a paragraph',
      text: '<p>⟦**Ada**⇢<strong>Ada</strong>⟧ : bonjour ⟦*à tous*⇢<em>à tous</em>⟧ !</p>\n<p>⟦[Site](https://example.org/)⇢<a href="https://example.org/">Site</a>⟧ et ⟦`code`⇢<code>code</code>⟧</p>\n'
    },
    {
      name: 'Behind a link, in an item of a list',
      text: '<ul>\n<li><a href="/mill/">The mill</a>, ⟦*really*⇢<em>really</em>⟧</li>\n</ul>\n'
    },
    {
      name: 'After a comment on the same line',
      text: '<!-- legend --> ⟦**Ada**⇢<strong>Ada</strong>⟧\n'
    },
    {
      name: 'Between the tags of bold text',
      text: '<b>\n⟦**Ada**⇢<strong>Ada</strong>⟧\n</b>\n'
    },
    {name: 'In a block quote', text: '> <br>\n⟦⇒>\n⟧> **Ada**\n'},
    {name: 'In a list item', text: '- one\n\n  <br>\n⟦⇒\n⟧  **Ada**\n'},
    {
      name: 'A reference to a definition',
      text: '<p>See ⟦[the show][1]⟧.</p>\n\n[1]: https://example.org/\n'
    },
    {
      name: 'An address in angle brackets',
      text: '<p>See ⟦<https://example.org/>⇢<a href="https://example.org/">https://example.org/</a>⟧.</p>\n'
    },
    {
      name: 'Around tags',
      text: '<p>See ⟦[the show](<a href="https://example.org/">https://example.org/</a>)⟧ and ⟦**the <i>reel</i>**⟧.</p>\n'
    },
    {
      name: 'A line between two parts',
      text: '<iframe src="https://player.example/1" title="The mill"></iframe>\n⟦⇢\n⟧_______________\n\nText.\n'
    },
    {
      name: 'A definition that links need',
      text: '<iframe src="https://player.example/1" title="The mill"></iframe>\n⟦⇒\n⟧[1]: https://mill.example/\n\n<p>\n[Ines]: Hello\n</p>\n'
    },
    {
      name: 'In a Jekyll post',
      text: '<hr>\n**Ada**\n\n<iframe src="https://player.example/1"></iframe>\n**Ada**\n\n<p>\n⟦**Ada**⇢<strong>Ada</strong>⟧\n</p>\n',
      path: '_posts/2025-05-12-mill.md'
    },
    {
      name: 'With a tag of Jekyll’s',
      text: '</div>\n**Ada**\n\n{% include player.html id=1 %}\n'
    },
    {
      name: 'With an attribute list of kramdown',
      text: '<br>\n**Ada**\n\nText.\n{: .note}\n'
    },
    {
      name: 'In a post with Pelican’s keys',
      text: 'Title: The mill\nDate: 2025-05-12\n\n<hr>\n**Ada**\n'
    },
    {
      name: 'A blank line after the tag',
      text: '<br>\n\n**Ada** and *Léa*\n\n<div>\n\n- one\n- two\n\n</div>\n'
    },
    {
      name: 'Code, scripts and comments',
      text: '<pre>\n**x** [a](b)\n</pre>\n\n<p><code>**x**</code> <kbd>*</kbd></p>\n\n<!-- **x** -->\n\n<script>\nlet a = b ** c ** d\n</script>\n'
    },
    {
      name: 'Signs that are no Markdown',
      text: '<blockquote>#!/bin/sh\nlevel=`meter --scale`</blockquote>\n\n<p>2*3*4 = 24, 5 * 3 * 2, snake_case_name, [rires], * note, a_b_c</p>\n<p>- Bonjour !</p>\n<p>#rentrée</p>\n'
    },
    {
      name: 'Engines that read Markdown there on request',
      text: '<div markdown="1">\n**Ada**\n</div>\n'
    },
    {name: 'A tag within a line makes no block', text: 'One<br>\n**two** <span>*three*</span>\n'},
    {name: 'Templates', text: '<p>{{ a * b * c }} {% x "**y**" %}</p>\n'},
    {name: 'MDX', text: '<br>\n**Ada**\n', path: 'post.mdx'}
  ],
  check({post, report}) {
    if (post.isMdx) return
    const {source, outline, html, templates, isKramdown} = post
    for (const hidden of findHiddenMarkdown(source, outline, html.tokens, templates, isKramdown)) {
      const {construct, tag, blankLine, start, end} = hidden
      const sample = (/^[^\r\n]*/.exec(source.text.slice(start, end))?.[0] ?? '').trimEnd()
      const values = {
        sample,
        tag: tag ? tagText(source, tag) : '<!-- -->',
        line: source.lineAt(tag?.start ?? start)
      }
      if (blankLine) {
        const range = {start: blankLine.offset, end: blankLine.offset}
        const expected = [blankLine.prefix + source.lineEnding]
        const fix = blankLine.safe ? 'safe' : 'suggestion'
        report({range, message: 'block', values, expected, fix})
      } else {
        const range = {start, end: start + sample.length}
        // Of tags inside it the construct has only their places.
        const isPlain = range.end === end && !/<[a-z/]/i.test(sample.slice(1))
        const inHtml = isPlain ? htmlFor(construct) : undefined
        const expected = inHtml === undefined ? {} : {expected: [inHtml]}
        if (construct.type === 'list') report({range, message: 'list', values})
        else {
          const message = sample.startsWith('<') ? 'address' : 'inline'
          report({range, message, values, ...expected})
        }
      }
    }
  }
})

/** The same in HTML, where it holds nothing but text. */
function htmlFor(construct: Construct): string | undefined {
  if (construct.type === 'inlineCode') return `<code>${escaped(construct.value)}</code>`
  if (construct.type === 'thematicBreak') return '<hr>'
  if (construct.type === 'image') {
    return `<img src="${escaped(construct.url)}" alt="${escaped(construct.alt ?? '')}">`
  }
  if (!('children' in construct)) return undefined
  const [child] = construct.children
  if (construct.children.length !== 1 || child?.type !== 'text') return undefined
  const words = escaped(child.value)
  switch (construct.type) {
    case 'strong':
      return `<strong>${words}</strong>`
    case 'emphasis':
      return `<em>${words}</em>`
    case 'link':
      if (construct.title) return undefined
      return `<a href="${escaped(construct.url)}">${words}</a>`
    default:
      return undefined
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
