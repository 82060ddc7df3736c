import {closest} from '../src/closest.js'
import {openBrackets, strayBrackets} from '../src/post/raw-brackets.js'
import {
  headingMarks,
  loneMarks,
  marksBeforeLinks,
  rawStrong,
  unclosedStrong,
  unequalMarks
} from '../src/post/raw-emphasis.js'
import {closingSigns, rawHeadings} from '../src/post/raw-headings.js'
import {leftovers} from '../src/post/raw-leftovers.js'
import {bareHosts, rawLinks} from '../src/post/raw-links.js'
import {rawBlocks} from '../src/post/raw-markdown.js'
import {rawReferences} from '../src/post/raw-references.js'
import {rawShortcodes} from '../src/post/raw-shortcodes.js'
import {quotePrefix, type Range} from '../src/post/source.js'
import {underlineOf} from '../src/post/underlined.js'
import {defineRule} from '../src/rule.js'

export const literalMarkdown = defineRule({
  id: 'episode-literal-markdown',
  pillar: 'links',
  summary: 'No Markdown shows on the page as it was typed.',
  why: 'One quotation mark or space too many, and a link is no link: the page shows brackets and a long address in the middle of a sentence, and nobody can follow it. The same goes for bold text and headings, and for a line of dashes right under a paragraph, which makes a heading of it. A replacement is only offered where CommonMark reads it.',
  standards: [
    {name: 'CommonMark 0.31 §6.3: links', url: 'https://spec.commonmark.org/0.31.2/#links'},
    {
      name: 'CommonMark 0.31 §6.2: emphasis',
      url: 'https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis'
    },
    {
      name: 'CommonMark 0.31 §4.2: headings',
      url: 'https://spec.commonmark.org/0.31.2/#atx-headings'
    },
    {
      name: 'CommonMark 0.31 §4.3: headings with a line under them',
      url: 'https://spec.commonmark.org/0.31.2/#setext-headings'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A quotation mark inside a title',
      text: 'Voir [la fiche](https://example.org/fiche "Le guide ⟦"sobre"⇒\\"sobre\\"⟧ des achats") du guide et [b](https://example.org "ok").\n'
    },
    {
      name: 'One quotation mark inside a title, in a list',
      text: '- See [the reel](https://example.org/reel "A 12⟦"⇒\\"⟧ reel")\n- and ![a reel](reel.jpg "A ⟦"reel"⇒\\"reel\\"⟧ to reel tape")\n'
    },
    {
      name: 'A gap between text and address',
      text: '> Listen on [our site]⟦ ⇒⟧(https://example.org/listen), or [here]⟦ ⇒⟧(/listen "Now").\n'
    },
    {
      name: 'Brackets and parentheses changed over',
      text: 'Listen on ⟦(our site)[https://example.org]⇢[our site](https://example.org)⟧.\n'
    },
    {
      name: 'An address in brackets',
      text: 'Listen on [our site]⟦[https://example.org]⇢(https://example.org)⟧ or [below]⟦[#player]⇢(#player)⟧.\n'
    },
    {
      name: 'A space in a destination',
      text: 'Read [the notes](⟦files/show notes.pdf⇢files/show%20notes.pdf⟧), [more](⟦https:// example.org⇢https://example.org⟧) and [the end](⟦https://example.org/the end⇢https://example.org/the%20end⟧).\n'
    },
    {
      name: 'A space beside a sign of an address, and one before a title',
      text: 'Watch [the film](⟦https://video.example/watch?v= aB3⇢https://video.example/watch?v=aB3⟧), [the end](⟦https://video.example /b⇢https://video.example/b⟧) and [the notes](⟦https://example.org/the notes⇢https://example.org/the%20notes⟧ "Notes").\n'
    },
    {
      name: 'A title without quotation marks',
      text: 'Read [the notes](⟦https://example.org/notes all that we said⟧).\n'
    },
    {
      name: 'A title that touches the address',
      text: 'Read [the notes](https://example.org/notes⟦⇢ ⟧"All that we said").\n'
    },
    {
      name: 'A title in typographic quotation marks, and one that isn’t closed',
      text: 'Lire [les notes](https://example.org/a ⟦« Nos notes »⇢"Nos notes"⟧) et [la suite](https://example.org/b "La suite⟦⇢"⟧).\n'
    },
    {
      name: 'A link that isn’t opened',
      text: '- ⟦⇢[⟧What is an archive?](https://example.org/archive)\n- [The studio](https://example.org/studio)\n'
    },
    {
      name: 'A link that isn’t closed',
      text: 'Read [the notes](https://example.org/notes⟦⇢)⟧\n\nSee [Echo](https://example.org/Echo_(sound)⟦⇢)⟧ for more.\n\nSee [one](https://example.org/a⟦⇢)⟧ and [two](https://example.org/b).\n'
    },
    {
      name: 'The words of a link where its address belongs',
      text: '- [The mill at night](⟦The mill at night⟧)\n'
    },
    {
      name: 'An address broken over two lines',
      text: '- [The film](https://example.org/w?enc⟦\n  ⇢⟧=AZPU&s=1) of May\n'
    },
    {
      name: 'A link around a link',
      text: 'Read [the [notes](https://example.org/a) of May⟦](https://example.org/b)⟧.\n'
    },
    {
      name: 'A link by a label that nothing defines',
      text: 'Read [the notes][⟦nots⇢notes⟧], [the handbook][⟦the long one⟧] and [the end][notes].\n\n[notes]: https://example.org/notes\n'
    },
    {
      name: 'Brackets that are no links',
      text: 'Read [the notes][notes], list[first][second], [1][2], [a][^b] and \\[c][d].\n\n[notes]: https://example.org/notes\n'
    },
    {
      name: 'Brackets in a post without definitions',
      text: '[Léa][rires] Bonjour.\n'
    },
    {
      name: 'Spaces in addresses of e-mail, and of a disk',
      text: 'Write to [Odile](⟦mailto:Odile Arvane &lt;odile@mill.example&gt;⇢mailto:odile@mill.example⟧), [us](⟦mailto:us@mill.example?subject=The⟧ mill&body=Hello,\nall) or see [this](⟦C:\\The mill\\plan.txt⟧).\n'
    },
    {
      name: 'Bold text with spaces inside its marks',
      text: 'Avec ⟦** Léa Morvan **⇢**Léa Morvan**⟧, **Hugo Sarre⟦ **⇢** ⟧chercheur.\n\nLe ⟦** 20:30 !!! **⇢**20:30 !!!**⟧\n\n- et ⟦** ⇢**⟧Inès**, autrice\n\nThe⟦** ⇢ **⟧Summary** screen, in an⟦** Inner Frame **⇢ **Inner Frame**⟧.\n'
    },
    {
      name: 'The same with underscores, and lines to be filled in',
      text: 'With __Léa Morvan⟦ __⇢__⟧, author.\n\nAnd ⟦__ ⇢__⟧Hugo Sarre__.\n\nName: __ Date: __ and __init__.py\n\nThe price** and the fee** are those of May.\n'
    },
    {
      name: 'Bold text that ends with punctuation right before a word',
      text: '**Attention :**⟦⇢ ⟧la suite est ailleurs.\n'
    },
    {
      name: 'Marks of bold text that nothing closes',
      text: '⟦** ⇢⟧If we missed a link, tell us.\n\n> - One\n> ⟦**  ⇢⟧two\n'
    },
    {
      name: 'Marks of a note',
      text: 'It costs five euros** a month.\n\n** Three before May.\n'
    },
    {
      name: 'A heading without its space, or with a no-break space',
      text: '##⟦⇒ ⟧Transcription\n\nUn texte.\n\n#⟦\u00a0⇒ ⟧Le podcast\n\n> ###⟦⇒ ⟧Léa\n'
    },
    {
      name: 'A link with a bracket too many',
      text: 'Sign up => [the form⟦]⇢⟧](https://example.org/form).\n'
    },
    {
      name: 'A link without its opening or its closing sign in the middle',
      text: '- Léa [@lea]⟦⇢(⟧https://example.org/lea)\n- Hugo [@hugo⟦⇢]⟧(https://example.org/hugo)\n'
    },
    {
      name: 'A link over two lines',
      text: '[The notes]⟦\n⇢⟧(<https://example.org/notes>)\n\n> [The film]⟦\n> ⇢⟧(https://example.org/film).\n'
    },
    {
      name: 'A bracket that nothing closes',
      text: 'This week you find the ⟦[⟧news of the archive, and letters.\n\nSee ⟦[⟧the archive [of the north](https://example.org).\n\nVoir ⟦[⟧été et hiver.\n'
    },
    {
      name: 'Brackets that end in another paragraph, intervals and code',
      text: 'Léa: [Laughter, and then\n\na door.] Numbers in [a, b) or [0, 1[, list[first and :[ faces.\n'
    },
    {
      name: 'A link without its parentheses',
      text: 'Follow [the archive]⟦https://example.org/a⇢(https://example.org/a)⟧, or (see [Léa]⟦https://example.org/lea⇢(https://example.org/lea)⟧).\n\n[img]https://example.org/a.png[/img] [GET]https://example.org/b\n'
    },
    {
      name: 'A title in brackets before its address',
      text: '- [The mill and its owner]⟦ https://example.org/a⇢(https://example.org/a)⟧\n- (see [the wheel of May]⟦ https://example.org/d⇢(https://example.org/d)⟧)\n- [PDF] https://example.org/b\n- [The wheel] https://example.org/c\n'
    },
    {
      name: 'A bracket in a note and its address',
      text: 'As they say (see [1]https://example.org/notes), [2]https://example.org/b and [(more)](https://example.org/c).\n'
    },
    {
      name: 'Emphasis that ends inside a link',
      text: '⟦_[⇢[_⟧The Archive_ by Léa Morvan](https://example.org/archive), ⟦*[⇢[*⟧Tapes* by her](https://example.org/tapes).\n'
    },
    {
      name: 'Emphasis before a link that ends nowhere',
      text: '⟦_⟧[The Archive \\_by Léa Morvan](https://example.org/archive)\n\n*[Source](https://example.org), _[Tapes](https://example.org/tapes) of May_ and file_[a](https://example.org/b).\n'
    },
    {
      name: 'Hash signs at both ends of a heading',
      text: '##⟦⇒ ⟧The wheel⟦⇒ ⟧##\n\n### The dam⟦⇒ ⟧###\n\n## The owner ##\n\n# C#\n\n### F##\n\n## In C\\##\n\n##⟦⇒ ⟧The mill ##\n'
    },
    {
      name: 'A heading that runs on after its bold title',
      text: '### The archive opens⟦** ⇢\n\n⟧After two years of work, the archive opens its doors.\n\n### Tapes **of May** and more\n\n### A prize**\n'
    },
    {
      name: 'Headings with the sign of a note',
      text: '### Five euros** a month or more\n\n** Three before May.\n'
    },
    {
      name: 'A host in angle brackets',
      text: 'Listen on <⟦⇒https://⟧www.example.org/listen>, <https://www.example.org> and \\<www.example.org>.\n'
    },
    {
      name: 'Dashes that turn the paragraph above into a heading',
      text: 'We visit the archive of the north. Its keeper shows us the tapes.\n⟦⇢\n⟧---\n\n> We visit the archive. It is late!\n⟦⇢>\n⟧> ---\n\nLe studio est fermé. Léa attend !\n⟦⇢\n⟧---\n'
    },
    {
      name: 'Headings with dashes under them',
      text: 'The archive\n---\n\nWho keeps the tapes?\n---\n\nWe visit the archive. It is late.\n\n---\n\nWe visit the archive. It is late.\n===\n\n- We visit the archive. It is late.\n---\n'
    },
    {
      name: 'The size of a picture after its address',
      text: '![The wheel](⟦wheel.jpg =120x⇢wheel.jpg⟧)\n'
    },
    {
      name: 'Marks of the system that the posts came from',
      text: '⟦[caption id="a1" width="300"]⟧![The wheel](wheel.jpg) The wheel at night[/caption]\n\n⟦[inline:wheel_1.jpg]⟧\n\n⟦[youtube https://video.example/w]⟧\n\n⟦[embed]⟧https://video.example/w[/embed]\n\n⟦[gist id=1582447]⟧\n\n⟦\\[gallery ids="1,2"\\]⟧\n\n⟦[su_player src="a.mp3" title=\'The mill\']⟧ [note](x="y") input[type="text"]\n\n⟦[box wide=true]⟧The [mill](m)\n\nIt turns.[/box] [and] [/or]\n\n\\[caption id="a"] [video] [audio: laughter] [gallery](https://example.org/g) [embed, he says = there]\n'
    },
    {
      name: 'A picture that dashes make a heading of',
      text: '![The wheel](a.png)\n⟦⇢\n⟧------\n\nText.\n\n## ![The mill](b.png)\n'
    },
    {
      name: 'Bold marks between two spaces, behind a link',
      text: 'See [the talk](https://mill.example/a) ⟦** ⇢⟧also given in Spanish.\n\nIt is 2 ** 3.\n\nOr a ** b.\n'
    },
    {
      name: 'References of which the words are the label, without a definition',
      text: '[The mill][⟦wheel⇢wheels⟧] and [⟦the dam⟧][], ![⟦A reel⟧][] and [wheels][], list[a][], [a [reel] b][]\n\n[wheels]: https://mill.example/wheels\n'
    },
    {
      name: 'A bracket too many before a link',
      text: 'See ⟦[⟧[the weir](https://mill.example/c) too.\n'
    },
    {
      name: 'A bracket too many behind a link',
      text: 'See [the mill](https://mill.example/a)⟦]⇢⟧ and [[the dam](https://mill.example/b)].\n'
    },
    {
      name: 'Markdown in what search engines show',
      text: '---\ntitle: The mill\ndescription: ⟦"See [the mill](https://mill.example/a) at night"⟧\nsummary: "The [wheel] (and more)"\nabstract: "See [the mill](https://mill.example/a)"\n---\n\nText.\n'
    },
    {
      name: 'Lines of dashes, and a full stop that keeps things apart',
      text: 'One.\n\n⟦—-----⇢---⟧\n\nTwo.\n\n⟦--–⇢---⟧\n\n⟦.⇢⟧\n\n— — —\n\n——\n\n--\n\n…\n\n> .\n'
    },
    {
      name: 'A shortcode with backslashes in it',
      text: '⟦{{\\< youtube a1\\&t=3s >}}⇢{{< youtube a1&t=3s >}}⟧ and `{{\\< youtube a1 >}}`\n'
    },
    {
      name: 'Instructions to a wiki',
      text: '⟦__NOTOC__⇢⟧\n\n__TOC of the mill__ and **NOTOC**\n'
    },
    {
      name: 'A table whose second line is too short, or too long',
      text: 'Talk | Speaker | Slides\n⟦--- | ---⇢--- \\| --- \\| ---⟧\nThe mill | Ines | yes\n\n> | Talk | Speaker | Slides |\n> ⟦|:---|---|⇢\\| :--- \\| --- \\| --- \\|⟧\n\nTalk \\| Film | Speaker\n--- | ---\nThe mill | Ines\n\nTalk | Speaker\n⟦--- | --- | ---⇢--- \\| ---⟧\nThe mill | Ines\n'
    },
    {
      name: 'The same on a site of Jekyll, which reads it',
      text: 'Talk | Speaker | Slides\n--- | ---\nThe mill | Ines | yes\n',
      path: '_posts/2025-01-02-mill.md'
    },
    {
      name: 'Asterisks inside words',
      text: 'Für Hörer⟦*innen und erstmalige Sprecher*⇢\\*innen und erstmalige Sprecher\\*⟧innen. Un*believ*able, Hörer*innen sind* hier, *alle Hörer*innen, a *word* and *two words*, 2*3 and 4*5.\n'
    },
    {
      name: 'Three asterisks and two',
      text: '⟦***Music**⇢***Music***|**Music**⟧: by Odile. A **bold *and* word**, \\***Music**.\n'
    },
    {
      name: 'An address in angle brackets that is broken in two',
      text: 'See ⟦<https://mill.example/\nwheel>⇢<https://mill.example/wheel>⟧ and <https://mill.example/dam>, a <https: b\nc>.\n'
    },
    {
      name: 'Remarks in brackets and parentheses',
      text: '[rires] (musique) Bonjour [00:12] (https://example.org/music) et [sic](voir plus loin), [1](note) puis [...] (suite).\n\n[x] (https://example.org/done) - [ ] (https://example.org/open)\n\nWith [Ann] (the host) and [a]: (b).\n'
    },
    {
      name: 'Links as they should be',
      text: 'A [link](https://example.org "A title"), [another](<my file.pdf> \'Say "hi"\'), [one](https://example.org/a_(b)), [two](https://example.org "Say \\"hi\\"") and ![x](a.png).\n'
    },
    {
      name: 'Code, HTML, and what is escaped',
      text: '`[a] (https://example.org)` and <a title="[b] (https://example.org)">b</a> and \\[c] (https://example.org) \\*\\* d \\*\\*.\n\n    ##Code\n\n```\n** x **\n```\n\n\\##Not a heading\n'
    },
    {
      name: 'Bold text that nothing closes, or one asterisk too few',
      text: 'With ⟦**⇢⟧Ines Calder, engineer, and her team.\n\n⟦**Odile Marchetti*⇢**Odile Marchetti**|*Odile Marchetti*⟧ listens.\n\n* ⟦** ⇢**⟧Q**: How old is the mill?\n'
    },
    {
      name: 'The sign of a note, and arguments',
      text: 'It takes *args and **kwargs.\n\nPrice* and *weight*.\n'
    },
    {
      name: 'Signs of notes at the start of a line',
      text: 'The wheel** turns.\n\n**Since 1908, says the owner.\n'
    },
    {
      name: 'Samples of code and comments in templates',
      text: '{% highlight md %}\n##The mill\n\n[x] (https://example.org)\n{% endhighlight %}\n\n{{< code md >}}\n##The mill\n{{< /code >}}\n\n{# ** a** #}\n\n{{/*\n\n##The mill\n\n*/}}\n\n{/*\n\n##The mill\n\n*/}\n\n{::comment}\n\n##The mill\n\n{:/comment}\n\n##⟦⇒ ⟧The end\n'
    },
    {
      name: 'A comment of MDX beside another template language',
      text: '{/*\n\n##The mill\n\n*/}\n\n##⟦⇒ ⟧The dam\n',
      settings: {templates: 'liquid'}
    },
    {
      name: 'Templates',
      text: 'A [link]({{ page.url | url }}) and [another]({% link a b.md %}) and [[wiki page]].\n'
    },
    {
      name: 'One hash sign before a title, and hashtags',
      text: '#⟦⇢ ⟧Impacts on the river\n\nThe water is low.\n\n#Mill of the day\n#Wheels\n\n#Throwback to our first visit.\n\n#podcast about mills\n'
    },
    {
      name: 'One hash sign before the title that a post begins with',
      text: '#⟦⇢ ⟧The mill at night\nThe wheel turns.\n'
    },
    {
      name: 'Hashtags that a post begins with',
      text: '#Mill of the day\n#wheels\n'
    },
    {
      name: 'Asterisks and hash signs of prose',
      text: 'What the f** was that, s**! It costs 5** (3** before). All of src/** and lib/** go. 2 ** 3 ** 4.\n\n#podcast #radio\n\n#1 of the charts\n\nC## and **bold** text, ***both***.\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    const hidden = (range: Range): boolean =>
      post.templates.some((d) => d.start <= range.end && range.start <= d.end)
    const blocks = rawBlocks(source, post.outline)
    for (const range of loneMarks(source, blocks)) {
      report({range, message: 'strongAlone', values: {}, expected: ['']})
    }
    for (const {range, expected} of unclosedStrong(source, blocks)) {
      if (!hidden(range))
        report({range, message: 'strongAlone', values: {}, expected: [...expected]})
    }
    for (const {range, expected, marks} of unequalMarks(source, post.outline)) {
      const values = {text: source.slice(range), marks}
      if (!hidden(range)) report({range, message: 'unequal', values, expected: [...expected]})
    }
    for (const {kind, range, expected} of leftovers(post)) {
      const text = source.slice(range)
      const message = kind === 'brokenAutolink' ? 'brokenAddress' : kind
      report({range, message, values: {text}, expected: [expected]})
    }
    for (const {pointer, value, range} of post.frontMatter.strings) {
      if (!shownAsTyped.test(pointer) || !linkOrPicture.test(value)) continue
      report({range, message: 'description', values: {text: linkOrPicture.exec(value)?.[0] ?? ''}})
    }
    for (const range of strayBrackets(source, blocks)) {
      report({range, message: 'strayBracket', values: {}, expected: ['']})
    }
    const labels = post.outline.all('definition').map(({node}) => node.label ?? node.identifier)
    for (const {range, text, isAddress} of rawReferences(source, post.outline, blocks)) {
      if (hidden(range)) continue
      const label = source.slice(range)
      if (isAddress) {
        const brackets = {start: range.start - 1, end: range.end + 1}
        report({range: brackets, message: 'swapped', values: {text}, expected: [`(${label})`]})
        continue
      }
      const meant = labels.length > 100 ? undefined : closest(label, labels)
      const fix = meant === undefined ? {} : {expected: [meant]}
      report({range, message: 'undefined', values: {text, label}, ...fix})
    }
    for (const block of blocks) {
      for (const {range, problem, label, expected} of rawLinks(source, block)) {
        if (hidden(range)) continue
        const safe = problem === 'quote' || problem === 'gap'
        report({
          range,
          message: problem,
          values: {text: label},
          ...(expected === undefined ? {} : {expected: [expected]}),
          fix: safe ? 'safe' : 'suggestion'
        })
      }
      for (const range of rawShortcodes(source, block)) {
        if (!hidden(range))
          report({range, message: 'shortcode', values: {text: source.slice(range)}})
      }
      for (const {range, problem, text, expected} of rawStrong(source, block)) {
        if (hidden(range)) continue
        report({
          range,
          message: problem === 'space' ? 'strongSpace' : 'strongPunctuation',
          values: {text},
          expected: [expected]
        })
      }
    }
    for (const {range, text, expected} of openBrackets(source, blocks)) {
      if (hidden(range)) continue
      report({
        range,
        message: expected === undefined ? 'bracket' : 'untied',
        values: {text},
        ...(expected === undefined ? {} : {expected: [expected]})
      })
    }
    for (const {range, text, expected} of marksBeforeLinks(source, post.outline)) {
      if (hidden(range)) continue
      report({
        range,
        message: expected === undefined ? 'emphasisAlone' : 'emphasisCrossed',
        values: {text},
        ...(expected === undefined ? {} : {expected: [expected]})
      })
    }
    const {lineEnding} = source
    for (const {range, text} of headingMarks(source, blocks)) {
      report({
        range,
        message: 'headingMark',
        values: {text},
        expected: [`${lineEnding}${lineEnding}`]
      })
    }
    for (const {range, address} of bareHosts(source, blocks)) {
      if (hidden(range)) continue
      report({range, message: 'host', values: {address}, expected: ['https://'], fix: 'safe'})
    }
    for (const heading of post.outline.all('heading')) {
      const underline = underlineOf(source, heading)
      if (!underline) continue
      const {line, paragraph} = underline
      const prefix = quotePrefix(source.slice(line)).trimEnd()
      report({
        range: {start: line.start, end: line.start},
        message: 'underline',
        values: {text: source.slice(paragraph)},
        expected: [`${prefix}${lineEnding}`]
      })
    }
    for (const paragraph of post.outline.all('paragraph')) {
      for (const {range, text, certain, line} of rawHeadings(post, paragraph)) {
        const fix = certain ? 'safe' : 'suggestion'
        report({range, message: 'heading', values: {text}, expected: [' '], fix})
        reportEnd(line)
      }
    }
    for (const heading of post.outline.all('heading')) reportEnd(heading)

    function reportEnd(heading: Range): void {
      const signs = closingSigns(source, heading)
      if (!signs) return
      const range = {start: signs.start, end: signs.start}
      const values = {signs: source.slice(signs)}
      report({range, message: 'headingEnd', values, expected: [' '], fix: 'safe'})
    }
  }
})

/** Keys whose values search engines and shares show as they are. */
const shownAsTyped = /^\/(?:title|subtitle|description|summary|excerpt)$/
const linkOrPicture = /!?\[[^[\]\n]*\]\((?:https?:|\/|\.)[^\s)]*/
