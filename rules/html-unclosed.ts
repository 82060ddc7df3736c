import {formattingElements, isKnownElement} from '../src/post/html/elements.js'
import type {HtmlMistake} from '../src/post/html/mistakes.js'
import {partOf} from '../src/post/html/sequence.js'
import {shortRange, tagText} from '../src/post/html/tag-text.js'
import {codeInstead} from '../src/post/html/written.js'
import type {HtmlStartTag} from '../src/post/html.js'
import type {Range, Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const htmlUnclosed = defineRule({
  id: 'episode-html-unclosed',
  pillar: 'html',
  summary: 'HTML elements are closed.',
  why: `A start tag without its end tag goes on over all that follows: the rest of the page becomes a
link, bold, or a part of a box; after \`<title>\` or \`<style>\` it isn’t shown at all.

Often the tag was never meant as one: in “the <main> element” or \`Promise<string>\` without
back-ticks, browsers take the word for a tag and readers never see it.

End tags that HTML lets you leave out (\`</p>\`, \`</li>\`, \`</td>\`…) are not asked for. What counts is
the whole post: an element that one block opens may be closed by a later one.`,
  standards: [
    {
      name: 'WHATWG HTML §13.1.2.4 Optional tags',
      url: 'https://html.spec.whatwg.org/multipage/syntax.html#optional-tags'
    },
    {
      name: 'WHATWG HTML §13.2.6.4.7 Parsing in the body',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody'
    },
    {name: 'CommonMark 0.31 §6.6 Raw HTML', url: 'https://spec.commonmark.org/0.31.2/#raw-html'}
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A box that is never closed',
      text: '⟦<div class="note">⟧\n\nÀ écouter aussi.\n\nLa suite.\n'
    },
    {
      name: 'A long tag is marked by its beginning',
      text: '⟦<section⟧ class="fr-callout" id="encadre-ressources">\n\nTexte.\n'
    },
    {
      name: 'A link that its paragraph ends',
      text: 'See ⟦<a href="/shows/12">⟧the last show.\n\nMore words.\n'
    },
    {
      name: 'An element that an outer end tag ends',
      text: '<div>\n<section>\n⟦<span class="name">⟧Ada\n</section>\n</div>\n'
    },
    {
      name: 'Names of elements in a sentence',
      text: 'Use ⟦<main>⇢`<main>`⟧, ⟦<section>⇢`<section>`⟧ and the ⟦<b>⇢`<b>`⟧ element.\n'
    },
    {
      name: 'A type with a parameter',
      text: 'It returns a ⟦Promise<string>⇢`Promise<string>`⟧ now, or ⟦Array<Promise<string>>⇢`Array<Promise<string>>`⟧.\n'
    },
    {
      name: 'A word to be filled in',
      text: 'Puis lancez git revert ⟦<commit>⇢`<commit>`⟧ et c’est fini.\n'
    },
    {
      name: 'Two words to be filled in',
      text: '* Hello ⟦<your name>⇢`<your name>`⟧, welcome\n* Next item\n'
    },
    {
      name: 'An element that begins a list item',
      text: '- HTML tags:\n  - ⟦<pre>⇢`<pre>`⟧ tag that keeps spaces\n- Next\n'
    },
    {
      name: 'In an HTML block no back-tick helps',
      text: '<p>La balise ⟦<main>⇢&lt;main&gt;⟧ manque.</p>\n'
    },
    {
      name: 'Names of elements that need no end tag',
      text: 'The ⟦<link>⇢`<link>`⟧ element, the ⟦<p>⇢`<p>`⟧ tag and la balise ⟦<br>⇢`<br>`⟧.\n'
    },
    {
      name: 'A component in a sentence',
      text: 'We wrap it in ⟦<Suspense />⇢`<Suspense />`⟧ and wait.\n'
    },
    {
      name: 'An element that hides the rest of the page',
      text: 'Put it in ⟦<title>⇢`<title>`⟧ or elsewhere.\n\n<b>Bold</b> text.\n'
    },
    {
      name: 'A style sheet without an end',
      text: 'Words.\n\n⟦<style>⟧\np { color: red }\n\n## Heading\n'
    },
    {
      name: 'A second start tag where the end tag was meant',
      text: 'A <b>bold word⟦<b>⇢</b>⟧ and CO<sub>2⟦<sub>⇢</sub>⟧.\n'
    },
    {
      name: 'In a block quote',
      text: '> ⟦<div>⟧\n>\n> Texte\n\nSuite.\n'
    },
    {
      name: 'A tag with a template in it',
      text: 'See <a href="{{ "/a" | url }}">the ⟦<b>⟧page</a>.\n\n⟦<span {% if "a" %}class="a"{% endif %}>⟧One.\n'
    },
    {
      name: 'End tags that may be left out',
      text: '<p>One\n<p>Two\n\n<ul>\n<li>One\n<li>Two\n</ul>\n\n<table><tr><td>A<td>B</table>\n\n<dl><dt>A<dd>B</dl>\n'
    },
    {
      name: 'An element that one block opens and another closes',
      text: '<details>\n<summary>Transcription</summary>\n\nBonjour **à tous**.\n\n- Un\n- Deux\n</details>\n'
    },
    {
      name: 'Boxes whose end tags Markdown shows as code',
      text: '<div>\n  <div>\n    <div>\n\n    </div>\n  </div>\n</div>\n'
    },
    {
      name: 'The same tag again and again, which is no element',
      text: 'Music: Odile Liogier⟦<space><space> <space>⇢⟧\\\nSound: Ines, ⟦<commit>⇢`<commit>`⟧\n\nSee ⟦<main>⇢`<main>`⟧ ⟦<main>⇢`<main>`⟧ here.\n'
    },
    {
      name: 'Two boxes, which may lie in one another',
      text: '⟦<div>⟧\n⟦<div>⟧\nIt turns.\n'
    },
    {
      name: 'A table that begins where it should end',
      text: '<table border="0">\n<tr><td>One</td></tr>\n⟦<table>⇢</table>⟧\n'
    },
    {
      name: 'A word in code',
      text: 'Use `<main>`, or:\n\n```html\n<main>\n```\n'
    },
    {
      name: 'A component',
      text: '## The film\n\n⟦<VideoEmbed id="a1">⟧\n\nThe wheel turns.\n'
    },
    {
      name: 'An element of the author’s own',
      text: 'A <my-player src="a.mp3"></my-player> and a <foo>word</foo>.\n\n<YouTube id="abc" />\n'
    },
    {
      name: 'Addresses in angle brackets',
      text: 'See <https://example.org> or <me@example.org>.\n\n<div>\n<https://example.org/>\n</div>\n'
    },
    {
      name: 'Each branch of a condition opens the same element',
      text: '{% if live %}\n<div class="live">\n{% else %}\n<div>\n{% endif %}\n\nText.\n\n</div>\n'
    },
    {
      name: 'MDX has components instead of HTML',
      text: 'Use <main> here.\n',
      path: 'post.mdx'
    }
  ],
  check({post, report}) {
    const {source} = post
    const runs = repeatedTags(source, post.htmlMistakes)
    for (const mistake of post.htmlMistakes) {
      if (mistake.kind === 'word' || mistake.kind === 'swallows') {
        const {tag} = mistake
        const run = runs.get(tag)
        if (run) {
          const values = {tag: tagText(source, tag)}
          if (run.start === tag.start) {
            report({range: run, message: 'repeatedWord', values, expected: ['']})
          }
          continue
        }
        const code = codeInstead(source, tag)
        const values = {tag: tagText(source, tag)}
        if (mistake.kind === 'swallows') {
          if (code) report({...code, message: 'swallows', values})
          else report({range: shortRange(source, tag), message: 'swallows', values})
          continue
        }
        const message = mistake.staysOpen ? 'word' : 'hiddenWord'
        report({...(code ?? {range: shortRange(source, tag)}), message, values})
      } else if (mistake.kind === 'start-for-end') {
        const {tag, opener} = mistake
        const values = {tag: tagText(source, tag), line: source.lineAt(opener.start)}
        const expected = [`</${source.slice(tag.nameRange)}>`]
        report({range: tag, message: 'startForEnd', values, expected})
      } else if (mistake.kind === 'unclosed') {
        const {tag, cause} = mistake
        const range = shortRange(source, tag)
        const values = {tag: tagText(source, tag)}
        if (!cause) report({range, message: 'unclosed', values})
        else if (cause.by === 'tag') {
          const other = tagText(source, cause.tag)
          const line = source.lineAt(cause.tag.start)
          report({range, message: 'unclosedBefore', values: {...values, other, line}})
        } else {
          const part = partOf(cause.element)
          const formats = formattingElements.has(tag.name)
          report({range, message: 'unclosedInPart', values: {...values, part, formats}})
        }
      }
    }
  }
})

/** Tags of the same unknown element side by side, which are no words, with all of their stretch. */
function repeatedTags(
  source: Source,
  mistakes: readonly HtmlMistake[]
): ReadonlyMap<HtmlStartTag, Range> {
  const runs = new Map<HtmlStartTag, Range>()
  let run: HtmlStartTag[] = []
  const finish = (): void => {
    const [first] = run
    const last = run.at(-1)
    if (first && last && run.length > 1) {
      for (const tag of run) runs.set(tag, {start: first.start, end: last.end})
    }
    run = []
  }
  for (const mistake of mistakes) {
    if (mistake.kind !== 'word' || isKnownElement(mistake.tag.name)) continue
    const {tag} = mistake
    const before = run.at(-1)
    const isNext =
      before?.name === tag.name && source.text.slice(before.end, tag.start).trim() === ''
    if (!isNext) finish()
    run.push(tag)
  }
  finish()
  return runs
}
