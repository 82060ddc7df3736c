import {isKnownElement} from '../src/post/html/elements.js'
import {shortRange, tagText} from '../src/post/html/tag-text.js'
import {readTokenMistakes} from '../src/post/html/token-mistakes.js'
import {rawTags} from '../src/post/raw-tags.js'
import type {Range} from '../src/post/source.js'
import {hasTemplate} from '../src/post/templates.js'
import {defineRule} from '../src/rule.js'

export const htmlMalformed = defineRule({
  id: 'episode-html-malformed',
  pillar: 'html',
  summary: 'Tags, attributes and comments are written as HTML has it.',
  why: `Browsers never refuse a page: they guess. A quotation mark that is missing makes a part of the text
an attribute, a comment without an end hides the rest of the post, and \`/p>\` without its \`<\` shows to
readers.`,
  standards: [
    {
      name: 'WHATWG HTML §13.2.2 Parse errors',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#parse-errors'
    },
    {
      name: 'WHATWG HTML §13.1.2 Elements',
      url: 'https://html.spec.whatwg.org/multipage/syntax.html#elements-2'
    },
    {name: 'CommonMark 0.31 §6.6 Raw HTML', url: 'https://spec.commonmark.org/0.31.2/#raw-html'}
  ],
  defaults: {},
  options: {},
  examples: [
    {name: 'An end tag without its bracket', text: '<p>Il pèse 2,4 Mo⟦/p>⇒</p>⟧\n'},
    {
      name: 'An end tag without its bracket, in a sentence',
      text: 'A <b>bold word⟦/b>⇒</b>⟧ here.\n'
    },
    {
      name: 'An end tag without its bracket, and nothing to close',
      text: 'Il pèse 2,4 Mo⟦/p>⇢⟧\n\n- One **voice**\n- Two voices.⟦/li>⇢⟧\n'
    },
    {
      name: 'Paths, prompts and signs',
      text: 'In ~/p> and C:/b> you type a/b/i> and x > y/2, and/or> not.\n'
    },
    {
      name: 'A start tag without its bracket',
      text: '<p>⟦strong>⇢<strong>⟧Ada</strong> : bonjour</p>\n'
    },
    {
      name: 'A box closed by a slash',
      text: '⟦<div class="gap"/>⇢<div class="gap"></div>⟧\n\nText.\n'
    },
    {name: 'A slash too many', text: '<p><a href="/a" ⟦/⇒⟧>one</a></p>\n'},
    {
      name: 'A tag that Markdown doesn’t read',
      text: 'See ⟦<a href="/a>⟧the page</a> for more.\n'
    },
    {
      name: 'A tag that Markdown doesn’t read, and no end tag',
      text: '- ⟦<a rel="me⟧" href="https://example.org/one\n- Read ⟦<a href="https://example.org/two⟧ and more.\n\nWrite `<a href="x` or \\<a href="x or <x y="z or 3 <a = b.\n'
    },
    {
      name: 'A tag that a blank line cuts',
      text: '⟦<div⟧ class="a"\n\nid="b">\n\nText.\n\n</div>\n'
    },
    {name: 'A comment that never ends', text: 'One.\n\n⟦<!--⟧ notes\n\nTwo.\n'},
    {
      name: 'A comment that a blank line cuts',
      text: '<div>\n⟦<!--⟧ notes\n\nmore -->\n</div>\n'
    },
    {
      name: 'A quotation mark that is not closed',
      text: '<p><a ⟦href⟧="/a>one</a> and <a href="/b">two</a></p>\n'
    },
    {name: 'Curly quotation marks', text: '<p><a href=⟦“/a”⇒"/a"⟧>one</a></p>\n'},
    {
      name: 'Backslashes of Markdown in a tag',
      text: '<p class="⟦show\\_title⇒show_title⟧"><a href="⟦/the\\_mill\\-wheel⇒/the_mill-wheel⟧" title="a\\_b">one</a></p>\n\nA <i id="⟦a\\_b⇒a_b⟧" class="md\\:w">word</i>.\n'
    },
    {
      name: 'A sign in the braces of JSX',
      text: "<p>IM{'<->'}SIP</p>\n"
    },
    {
      name: 'The same attribute twice',
      text: '<iframe src="/a" title="Player"⟦ title="Player"⇒⟧></iframe>\n'
    },
    {
      name: 'The same attribute twice, with another value',
      text: '<iframe class="a" src="/a" ⟦class="b"⟧></iframe>\n'
    },
    {name: 'An attribute without its value', text: '<p><a ⟦href=⟧>one</a></p>\n'},
    {name: 'No space between attributes', text: '<p><a href="/a"⟦⇒ ⟧class="b">one</a></p>\n'},
    {name: 'A quotation mark too many', text: '<p><a href="/a"⟦"⟧>one</a></p>\n'},
    {name: 'An end tag with an attribute', text: '<div>\n\nText.\n\n⟦</div class="a">⇒</div>⟧\n'},
    {
      name: 'The same id twice',
      text: '<a id="r1"></a> and <a id="⟦r1⟧"></a>, <a id="{{ id }}"></a> and <a id="{{ id }}"></a>\n'
    },
    {
      name: 'End tags with a sign in them',
      text: 'The mill is free.⟦</p\\>⟧\n\nThe dam:⟦</p?>⟧ the wheel </x?>\n'
    },
    {
      name: 'A leftover of another system, which is no element at all',
      text: 'The mill\n\n⟦<headertabs />⇢|<headertabs></headertabs>⟧ ⟦<headertabs id="a" />⇢<headertabs id="a"></headertabs>⟧\n'
    },
    {name: 'An end tag without a name', text: '<p>Text⟦</>⟧</p>\n'},
    {name: 'What isn’t a comment', text: '<div>\n⟦<!-⟧ note ->\n</div>\n'},
    {name: 'A comment with another end', text: '<!-- note ⟦--!>⇒-->⟧\n-->\n'},
    {name: 'A comment in a comment', text: '<!-- one ⟦<!--⟧ two --> three -->\n'},
    {name: 'A sign that isn’t a tag', text: '<p>3 ⟦<⇒&lt;⟧ 4</p>\n'},
    {name: 'A sign that nothing follows', text: '<p>2 ⟦<⇒&lt;⟧\n'},
    {
      name: 'An unfinished tag after what isn’t a comment',
      text: '<p>one ⟦<!⟧> two ⟦<a⟧ href="/a"\n'
    },
    {name: 'A character reference without its end', text: '<p>one⟦&nbsp⇒&nbsp;⟧two</p>\n'},
    {name: 'In a block quote', text: '> <p>2,4 Mo⟦/p>⇒</p>⟧\n'},
    {
      name: 'Words without quotation marks',
      text: '<img src=a.png alt=⟦The old mill⇒"The old mill"⟧ width=90>\n\n<iframe src=a.html title=⟦Episode 12⇒"Episode 12"⟧ allowfullscreen></iframe>\n\n<video title=Mill controls loop></video> <img alt=Mill class=a b> <img alt="Mill" data-zoom> <img alt data-zoom>\n'
    },
    {
      name: 'Elements that HTML calls otherwise',
      text: 'A <⟦bold⇢strong|b⟧>word</⟦bold⇢strong|b⟧>.\n\n<⟦figcpation⇢figcaption⟧>The mill</⟦figcpation⇢figcaption⟧>\n\n<svg/> <⟦adress⇢address⟧>Arvane</⟦adress⇢address⟧>\n'
    },
    {
      name: 'Attributes with a slip in them',
      text: '<p><a ⟦herf⇢href⟧="/a" ⟦clas⇢class⟧="b">one</a> <img ⟦scr⇢src⟧="a.png" alt="The mill" ⟦Heigth⇢height⟧="90"> <iframe title="The mill" ⟦frameboarder⇢frameborder⟧="0"></iframe></p>\n'
    },
    {
      name: 'Elements and attributes of the site’s own, of drawings, and names that are no slips',
      text: '<player titel="a"></player> <date>May</date> <tables>a</tables> <lead>b</lead> <p sr="1" sty="2" data-scr="c">d</p>\n\n<svg scr="a"><adress></adress></svg> <math><adress></adress></math> <svg/>\n\nWrite <sumary> here.\n\n<iframe src="/a" title="The mill" allowfullscreen oallowfullscreen></iframe>\n'
    },
    {
      name: 'Spaces in an id',
      text: '<h2 id="⟦About Odile⇢About-Odile⟧">About Odile</h2>\n\n<h2 id="odile">Odile</h2> <p class="a b" id="{{ a b }}">x</p>\n'
    },
    {
      name: 'As it should be',
      text: '<p class=a id="b" hidden>AT&T &amp; 1 &lt; 2 and/or<br/>x</p>\n\n<!-- note -->\n\n<a href="?a=1&copy=2">x</a>\n'
    },
    {
      name: 'Templates in tags',
      text: '<div {{ attributes }} {{ attributes }} class="{{ "a" | b }}" {% if x %}hidden{% endif %}>\n\n</div>\n\n<div>\n<audio src={% if x %}"{{ a }}" {% else %} "{{ a | prepend: "/" | escape }}" {% endif %} class="player" controls></audio>\n</div>\n'
    },
    {name: 'Drawings may close by a slash', text: '<svg><path d="M0 0"/><circle r="1"/></svg>\n'},
    {
      name: 'A component of the site’s engine',
      text: '<Player src="a.mp3" />\n\n<Figure src="a.png" />\n\n⟦<Div/>⇢<Div></Div>⟧\n'
    },
    {name: 'MDX', text: '<div/>\n', path: 'post.mdx'}
  ],
  check({post, report}) {
    if (post.isMdx) return
    const {source} = post
    const told: Range[] = []
    for (const mistake of post.htmlMistakes) {
      if (mistake.kind === 'lost-bracket') {
        const {range, text, stray} = mistake
        const values = {text: source.slice(range), tag: text}
        const fix = text.startsWith('</') && !stray ? 'safe' : 'suggestion'
        report({range, message: 'lostBracket', values, expected: [stray ? '' : text], fix})
      } else if (mistake.kind === 'unread-tag') {
        const {range} = mistake
        told.push(range)
        report({range, message: 'unreadTag', values: {text: source.slice(range)}})
      } else if (mistake.kind === 'self-closing') {
        const {tag, closed} = mistake
        const values = {tag: tagText(source, tag)}
        if (closed) {
          const slash = tag.end - 2
          const range = {start: slash, end: slash + 1}
          report({range, message: 'needlessSlash', values, expected: [''], fix: 'safe'})
        } else {
          const text = source.slice(tag)
          const range = /[\r\n]/.test(text) ? shortRange(source, tag) : tag
          const whole = `${text.slice(0, -2).trimEnd()}></${source.slice(tag.nameRange)}>`
          // Nothing is known to stand for it: a leftover of another system, `<headertabs />`.
          const isLeftover = tag.attributes.length === 0 && !isKnownElement(tag.name)
          const expected = range === tag ? {expected: isLeftover ? ['', whole] : [whole]} : {}
          report({range, message: 'selfClosing', values, ...expected})
        }
      }
    }
    for (const range of rawTags(source, post.outline)) {
      if (told.some((d) => d.start <= range.start && range.start < d.end)) continue
      if (post.templates.some((d) => d.start <= range.start && range.start < d.end)) continue
      report({range, message: 'unreadTag', values: {text: source.slice(range)}})
    }
    for (const mistake of readTokenMistakes(source, post.html)) report(mistake)
    const identifiers = new Map<string, number>()
    for (const token of post.html.tokens) {
      const id = token.kind === 'start' ? token.attributes.find((d) => d.name === 'id') : undefined
      if (!id || id.value === '' || hasTemplate(id.value)) continue
      const line = identifiers.get(id.value)
      if (line === undefined) identifiers.set(id.value, source.lineAt(id.start))
      else report({range: id.valueRange, message: 'sameId', values: {name: id.value, line}})
    }
  }
})
