import type {Paragraph} from 'mdast'
import {readCached} from '../src/file-access.js'
import {neighboursOf} from '../src/neighbours.js'
import type {Located} from '../src/post/outline.js'
import type {Post} from '../src/post/post.js'
import {
  gluedSentences,
  lineHabit,
  lostBreak,
  type RunOnLines,
  runOnLines,
  runOnQuestions
} from '../src/post/run-on-lines.js'
import {quotePrefix, type Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const lineBreaks = defineRule({
  id: 'episode-line-breaks',
  pillar: 'lists',
  summary: 'Lines that stand one below the other, and sentences, don’t run on as one.',
  why: 'Markdown joins the lines of a paragraph: chapters with their times, links and labels that stand one below the other in the file come out as one line of text. Each needs a bullet, or a line break at its end. Where most posts of a folder are written so, the site shows every line break (`breaks: true` of markdown-it and marked), and nothing is told; on such a site, the rule may as well be turned off.',
  standards: [
    {
      name: 'CommonMark 0.31 §6.7: hard line breaks',
      url: 'https://spec.commonmark.org/0.31.2/#hard-line-breaks'
    },
    {
      name: 'CommonMark 0.31 §6.8: soft line breaks',
      url: 'https://spec.commonmark.org/0.31.2/#soft-line-breaks'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'Chapters',
      text: '⟦00:00 Welcome\n02:15 The archive\n14:40 The studio⇢- 00:00 Welcome\n- 02:15 The archive\n- 14:40 The studio⟧\n'
    },
    {
      name: 'Des liens sous une ligne qui les annonce, et ce qui suit',
      text: '> Pour aller plus loin :\n> ⟦[Les archives](https://archives.example.org/)\n> [Le studio](https://studio.example.org/a_(b))\n> https://voix.example.org/⇢- [Les archives](https://archives.example.org/)\n> - [Le studio](https://studio.example.org/a_(b))\n> - https://voix.example.org/\n>⟧\n> Bonne écoute à toutes et à tous.\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Addresses with their names, in an item',
      text: '- Where to find us\n\n  ⟦Website: https://mill.example.org\n  Forum: <https://forum.example.org>\n  The shop : [here](https://shop.example.org)⇢- Website: https://mill.example.org\n  - Forum: <https://forum.example.org>\n  - The shop : [here](https://shop.example.org)⟧\n'
    },
    {
      name: 'Labels in bold: line breaks suit them better than bullets',
      text: '⟦**Host:** Jane Williams\n**Guest**: Hugo Sarre\n__Sound__ : Léa Morvan⇢**Host:** Jane Williams\\\n**Guest**: Hugo Sarre\\\n__Sound__ : Léa Morvan⟧\n\nA visit to the archive.\n'
    },
    {
      name: 'Labels in bold, and a line after them',
      text: '⟦**Host:** Jane Williams\n**Guest:** Hugo Sarre\n**Sound:** Léa Morvan⇢**Host:** Jane Williams\\\n**Guest:** Hugo Sarre\\\n**Sound:** Léa Morvan\\⟧\nA visit to the archive.\n\n⟦00:00 Welcome\n02:15 The archive\n14:40 The studio⇢- 00:00 Welcome\n- 02:15 The archive\n- 14:40 The studio⟧  \nA visit to the mill.\n'
    },
    {
      name: 'Lines that are not indented alike',
      text: '⟦[00:00] Welcome\n  [02:15] The archive\n [14:40] The studio⟧\n'
    },
    {
      name: 'Two names with their links',
      text: '⟦Odile: [a](https://mill.example/a)\nInes: [b](https://mill.example/b)⇢- Odile: [a](https://mill.example/a)\n- Ines: [b](https://mill.example/b)⟧\n\nThe mill is here: [a](https://mill.example/a)\nand there: [b](https://mill.example/b)\n'
    },
    {
      name: 'Two links, and nothing else',
      text: '⟦[The mill](https://mill.example/a)\n[The dam](https://mill.example/b)⇢- [The mill](https://mill.example/a)\n- [The dam](https://mill.example/b)⟧\n\nBoth are here:\n[The mill](https://mill.example/a)\n[The dam](https://mill.example/b)\n'
    },
    {
      name: 'An address, and verse',
      text: '⟦The Mill\n3 Quay of the [Dam](https://mill.example/dam)\nArvane⇢The Mill\\\n3 Quay of the [Dam](https://mill.example/dam)\\\nArvane⟧\n\n> ⟦*Up the wheel\n> And down the stream\n> Sing of the mill*⇢*Up the wheel\\\n> And down the stream\\\n> Sing of the mill*⟧\n'
    },
    {
      name: 'What stands in place of front matter',
      text: 'The mill\n========\n\nDate: 2025-04-24 15:00\nAuthor: Odile\nTags: Mills, Rivers\n'
    },
    {
      name: 'Guests, with a space at the end of a line',
      text: '---\ntitle: The mill\n---\n\n⟦Host: Odile \nGuest: Ines\nSound: Hugo⇢Host: Odile\\\nGuest: Ines\\\nSound: Hugo⟧\n'
    },
    {
      name: 'Short lines that are wrapped, end as sentences do, or are marked in another way',
      text: 'The wheel of the mill turns all night in the valley\nOdile Marchetti hears it in her house over the dam\nInes Calder has heard it ever since she was a child\n\nThe Mill (Arvane\nQuay Dam\nOdile)\n\nThe Mill at the\nDam of Arvane and the\nHouse of the keeper\n\nThe Mill (with\nInes Calder,\nOdile Marchetti)\n\nIt turns.\nIt stops.\nIt turns again.\n\nThe Mill\nThe Dam\n\n<b>The Mill</b>\nThe Dam\nThe Quay\n\nThe Mill\nthe dam\nthe quay\n'
    },
    {
      name: 'Questions in bold with their answers',
      text: '**What is a mill?**⟦⇢\n⟧\nA wheel, and water.\n\n> __And a dam?__⟦⇢\n>⟧\n> Stones, and water.\n\n**And a river?**\n\nWater.\n\n**And a weir?**  \nStones.\n'
    },
    {
      name: 'One question in bold',
      text: '**What is a mill?**\nA wheel, and water.\n'
    },
    {
      name: 'Sentences without a space between them',
      text: 'It drew the arrows.⟦⇢ ⟧Then *somebody* came, this is it!⟦⇢ ⟧And so on “so far”.⟦⇢ ⟧Odile came. See a.The b, mill.Theory, mill.the, site.example.So on, Node.There, and 3.The third.\n'
    },
    {
      name: 'One line lost the break that the others have',
      text: 'Jane Williams, host  \nHugo Sarre, keeper of the tapes⟦⇢  ⟧\nLéa Morvan, sound  \nThe Mill, Arvane\n\n12:30 The archive\\\n12:45 The studio\\\n12:50 The people, who kept all the tapes of the valley to this day⟦⇢\\⟧\n13:00 The tapes\n\nThe first⟦⇢<br>⟧\nThe second<br>\nThe third<br>\nThe last\n\nOne line\n<br>Another⟦⇢<br>⟧\nA third\n<br>The last of them all\n'
    },
    {
      name: 'A link is too long to tell of wrapped text',
      text: '[Mill](https://m.example.org/) (shut)⟦⇢  ⟧\n[Archive](https://archive.example.org/valley/tapes)  \n[The studio](https://studio.example.org/)  \n[The forum](https://forum.example.org/)\n'
    },
    {
      name: 'Line breaks, bullets and blank lines',
      text: '00:00 Welcome</br>\n02:15 The archive</br>\n14:40 The studio\n\n00:00 Welcome  \n02:15 The archive  \n14:40 The studio\n\n- 00:00 Welcome\n- 02:15 The archive\n- 14:40 The studio\n\n00:00 Welcome\n\n02:15 The archive\n\n14:40 The studio\n'
    },
    {
      name: 'Text that an editor wrapped, with a break now and then',
      text: 'We begin with the archive, which holds all that was said in the valley,  \nthen go on to the studio.  \nThe tapes are the oldest, as Jane Williams says, and the ones that nobody\nWilliams knows of has ever heard.  \nThat is all.\n\nThe one of\nJane Williams and her friends in the old house  \nThe other  \nThe last\n\nThe first  \nThe second\nand more  \nThe last\n\nOne break  \nis no habit\nAt all\n'
    },
    {
      name: 'Two lines alike, pictures, a table, a callout, subtitles',
      text: '00:00 Welcome\n02:15 The archive\n\n[![One](1.png)](https://example.org/1)\n[![Two](2.png)](https://example.org/2)\n[![Three](3.png)](https://example.org/3)\n\nTime | Topic\n--- | ---\n00:00 | Welcome\n02:15 | The archive\n14:40 | The studio\n\n> [!info]\n> **Host:** Jane Williams\n> **Guest:** Hugo Sarre\n> **Sound:** Léa Morvan\n\n00:01 --> 00:04\n00:05 --> 00:09\n00:10 --> 00:12\n'
    },
    {
      name: 'A post of Hexo, which shows each line break',
      text: '00:00 Welcome\n02:15 The archive\n14:40 The studio\n',
      path: 'source/_posts/mill.md'
    },
    {
      name: 'Links in sentences, one a line',
      text: 'See the pages of the archive, at https://example.org/1\nas well as those of the studio: https://example.org/2\nand of the people who speak. https://example.org/3\n\nThe archive has them all:\nhttps://example.org/1,\nhttps://example.org/2,\nhttps://example.org/3\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    for (const {mapped} of post.prose) {
      for (const {index, 0: text} of gluedSentences(mapped.text)) {
        const end = index + text.length
        const {start} = mapped.range(end, end + 1)
        report({range: {start, end: start}, message: 'glued', values: {text}, expected: [' ']})
      }
    }
    const paragraphs = post.outline.all('paragraph')
    for (const line of runOnQuestions(source, paragraphs)) {
      if (post.isHexo || isHabit(post)) break
      const prefix = quotePrefix(source.slice({start: line.lineStart, end: line.start})).trimEnd()
      report({
        range: {start: line.end, end: line.end},
        message: 'question',
        values: {text: source.slice(line)},
        expected: [`${source.lineEnding}${prefix}`]
      })
    }
    for (const paragraph of paragraphs) {
      const lost = lostBreak(source, paragraph)
      if (lost) {
        const {end} = lost.line
        report({
          range: {start: end, end},
          message: 'lost',
          values: {text: source.slice(lost.line)},
          expected: [lost.ending]
        })
      }
      for (const run of runOnLines(source, paragraph)) {
        if (post.isHexo || isHabit(post) || isMetadata(post, paragraph, run)) break
        const [first] = run.lines
        const last = run.lines.at(-1)
        if (!first || !last) continue
        report({
          range: {start: first.start, end: last.end},
          message: 'joined',
          values: {text: source.slice(first), lines: run.lines.length - 1},
          ...mended(source, run)
        })
      }
    }
  }
})

/** Whether lines are the metadata of a post without front matter, as MultiMarkdown and Pelican read it. */
function isMetadata(
  {frontMatter, source}: Post,
  {parent, index}: Located<Paragraph>,
  {lines}: RunOnLines
): boolean {
  if (frontMatter.data || parent?.node.type !== 'root' || index > 1) return false
  return lines.every((line) => /^\p{L}[\p{L} _-]*: (?!.*\]\()/u.test(source.slice(line)))
}

/**
 * Whether most posts of a post's folder have such lines: their site shows every line break. Where one
 * breaks such lines on purpose, it doesn't.
 */
function isHabit(post: Post): boolean {
  const habits = neighboursOf(post).map((file) => readCached(file, lineHabit))
  const joined = habits.filter((habit) => habit === 'joined').length
  // Jekyll joins lines unless it is told not to.
  const least = post.isKramdown ? 3 : 1
  return joined >= least && joined > habits.length / 2 && !habits.includes('broken')
}

/** The lines as they would stand apart, unless each is indented in a way of its own. */
function mended(
  source: Source,
  {lines, goesOn, labelled}: RunOnLines
): {expected?: readonly string[]} {
  const [first] = lines
  if (!first || lines.some(({column}) => column !== first.column)) return {}
  const bullet = labelled ? '' : '- '
  let text = ''
  for (const [index, {start, end}] of lines.entries()) {
    const before =
      index > 0 ? source.slice({start: lines[index - 1]?.end ?? start, end: start}) : ''
    // Behind a backslash, a space would undo the break.
    const broken = labelled && index > 0 ? `\\${before.replace(/^[\t ]+/, '')}` : before
    text += `${broken}${bullet}${source.slice({start, end})}`
  }
  if (goesOn) {
    // Without a blank line, the list would take in what follows.
    const prefix = quotePrefix(source.slice({start: first.lineStart, end: first.start}))
    text += labelled ? '\\' : `${source.lineEnding}${prefix.trimEnd()}`
  }
  return {expected: [text]}
}
