import type {Paragraph} from 'mdast'
import {
  dash,
  dashesAmongItems,
  joinedItems,
  lostMarker,
  otherMarker
} from '../src/post/list-breaks.js'
import {type List, linesOf, type TextLine} from '../src/post/lists.js'
import type {Located} from '../src/post/outline.js'
import type {Post} from '../src/post/post.js'
import type {Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listMarker = defineRule({
  id: 'episode-list-marker',
  pillar: 'lists',
  summary: 'Items begin with a marker that Markdown reads, once.',
  why: 'Without the space after its marker, an item is no item: the page shows the asterisk inside the item before it. A bullet copied from a word processor makes no list either, and a screen reader announces none.',
  standards: [
    {
      name: 'CommonMark 0.31 §5.2: list markers',
      url: 'https://spec.commonmark.org/0.31.2/#list-items'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A marker without its space, among items',
      text: '* la méthode\n*⟦⇒ ⟧les recommandations\n* les étapes\n'
    },
    {
      name: 'The first and the last marker without their space',
      text: '-⟦⇒ ⟧The archive\n- The studio\n-⟦⇒ ⟧The people\n'
    },
    {
      name: 'A marker without its space before a list with blank lines, and the note behind one',
      text: '*⟦⇒ ⟧The archive\n\n* The studio\n\n* The people\n\n*Free for members\n'
    },
    {
      name: 'Numbers without their space',
      text: '1. The archive\n2.⟦⇒ ⟧The studio\n3. The people\n'
    },
    {
      name: 'A number without its space before a small letter, and numbers that count on without any',
      text: '1. les archives\n2.⟦⇒ ⟧le studio\n3. la scène\n\nEt :\n\n1.⟦⇢ ⟧les archives\n2.⟦⇢ ⟧le studio\n3.⟦⇢ ⟧la scène\n'
    },
    {
      name: 'No space after any marker',
      text: 'Au programme :\n\n-⟦⇢ ⟧la sobriété\n-⟦⇢ ⟧les usages\n-⟦⇢ ⟧les données\n'
    },
    {
      name: 'A no-break space after a marker',
      text: '- un\n-⟦\u00a0⇒ ⟧deux\n- trois\n'
    },
    {
      name: 'Bullets of a word processor',
      text: 'In this episode:\n\n⟦• ⇒- ⟧The archive\n⟦• ⇒- ⟧The studio\n⟦•\t⇒- ⟧The people\n'
    },
    {
      name: 'Bullets of a word processor with blank lines between them',
      text: '⟦• ⇒- ⟧Les archives\n\n⟦• ⇒- ⟧Le studio\n'
    },
    {
      name: 'A dot in the middle of the line',
      text: '⟦· ⇒- ⟧The archive\n⟦· ⇒- ⟧The studio\n'
    },
    {
      name: 'A bullet of a word processor inside an item, and in a quote',
      text: '* ⟦• ⇢⟧Les archives\n* ⟦▪ ⇢⟧Le studio\n\n> ⟦● ⇒* ⟧Un\n> ⟦● ⇒* ⟧Deux\n'
    },
    {
      name: 'Dashes as bullets, after a colon',
      text: 'Les invités :\n⟦– ⇢- ⟧Léa Morvan, journaliste\n⟦– ⇢- ⟧Hugo Sarre, chercheur\n'
    },
    {
      name: 'A bullet in a bullet',
      text: '* Les archives\n* ⟦* ⇢⟧Le studio\n\n08:20 Bandes\n\n* ⟦* ⇢⟧[Une bande](https://example.org)\n\nThen:\n\n- One\n- ⟦- ⇢⟧Two\n'
    },
    {
      name: 'A plus sign that Markdown takes for a bullet',
      text: 'Les chiffres :\n\n* ⟦+⇢\\+⟧ 4,5 % d’auditeurs\n* 12 épisodes\n'
    },
    {
      name: 'Bold and italic text, negative numbers and decimals',
      text: '* un\n* deux\n\n**Léa** et *Hugo*\n**Inès** aussi\n\n*Un texte en italique*\n*Un autre*\n\n- min\n-5 °C dehors\n1.5 Go\n2.5 Go\n'
    },
    {
      name: 'A dash among bullets',
      text: 'Les invités :\n\n- Léa Morvan, journaliste\n⟦– ⇢- ⟧Hugo Sarre, chercheur\n- Inès Calder, ingénieure\n'
    },
    {
      name: 'Two items on one line, and a sign between words',
      text: '* the archive,⟦ ⇢\n⟧* the studio\n* the people\n* all of `mills * rivers` in code\n\n- rock * jazz\n'
    },
    {
      name: 'A line that goes on inside a link',
      text: '+ The mill turns at night, and nobody knows why\n+ See the [mill\nwheel](https://mill.example/wheel) and more of it\n+ The dam is older than the mill and the wheel\n+ The weir is new\n'
    },
    {
      name: 'A line that lost its marker',
      text: 'We talk about:\n\n- the archive of the mill and its maps\n- the wheel\n⟦⇢- ⟧the people of the valley\n- the river\n'
    },
    {
      name: 'A line that goes on, and one that announces what follows',
      text: '- the archive is what you need for an overview of\nwhat is to come\n- the wheel of the mill, which is older than all the houses\n- the river\n\n# More\n\n- the archive\nWe talk about:\n- the wheel of the mill\n- the river\n'
    },
    {
      name: 'Another marker makes three lists of one',
      text: '* the archive\n⟦-⇒*⟧ the studio\n* the people\n\n* maps\n* films\n⟦+⇒*⟧ tapes\n'
    },
    {
      name: 'Lines that are broken where they are full, and lists that stand apart',
      text: '- the archive of the mill, its maps and all that was written\nabout them since\n- the wheel\n- the river\n\n* one\n* two\n\n- three\n\n- Ines:\n* the mill\n* the river\n- Odile:\n* the studio\n\n## More\n\n- the archive and its maps\n- the wheel  \nand the river\n- the people\n'
    },
    {
      name: 'A dialogue',
      text: '- Elle demande :\n- Vous venez ?\n– Oui, sans doute\n\nElle demande :\n\n– Vous venez ?\n– Oui !\n\n-Bonjour Léa.\n-Bonjour.\n-On commence ?\n\n— Hugo Sarre, chercheur\n'
    },
    {
      name: 'A note after an asterisk, and names that begin with a number',
      text: 'Dès 5 €*.\n\n*Prix conseillé\n\nRead 3.js or\n2.studio.\n'
    },
    {
      name: 'Bullets between words, a list in an item, and code',
      text: 'Rock • Jazz • Soul\n\n• • •\n\n- - a\n  - b\n\n```\n• a\n• b\n```\n\n    • a\n    • b\n'
    },
    {
      name: 'Who wrote it, after a list',
      text: 'We read:\n\n- The mill, a study\n\n-Odile & the team\n\n## Events\n\n- May\n\n-⟦⇒ ⟧June\n\nCome!\n'
    },
    {
      name: 'One line that begins with a bullet, as an ornament',
      text: '• 3 min read\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    const listMarker = usedMarker(post)
    for (const list of post.lists) {
      const inner = doubledMarker(source, list)
      if (!inner) continue
      const {marker, paragraph} = inner
      const text = source.slice(marker)
      const rest = source.text.slice(marker.end, marker.end + 12)
      if (/^\s*\d/.test(rest) && text === '+') {
        report({range: marker, message: 'sign', values: {marker: text}, expected: ['\\+']})
      } else if (paragraph) {
        report({
          range: {start: marker.start, end: paragraph.start},
          message: 'doubled',
          values: {marker: text},
          expected: ['']
        })
      }
    }
    for (const list of post.lists) {
      for (const {range, bullet} of dashesAmongItems(source, list)) {
        const expected = [`${listMarker} `]
        report({range, message: 'fake', values: {bullet}, expected})
      }
      for (const {range, text, expected} of joinedItems(source, list)) {
        report({range, message: 'joined', values: {text}, expected: [expected]})
      }
      const lost = lostMarker(source, list)
      // A link or emphasis may go on from the line before.
      if (lost?.item.paragraph && isPlain(post, lost.item.paragraph, lost.line.start)) {
        const marker = source.slice(lost.item.marker)
        const values = {text: source.slice(lost.line)}
        const range = {start: lost.line.start, end: lost.line.start}
        report({range, message: 'lost', values, expected: [`${marker} `]})
      }
      const other = otherMarker(source, list)
      if (other) {
        const [marker] = other.expected
        const values = {marker: source.slice(other.range), others: marker}
        report({range: other.range, message: 'other', values, expected: [marker], fix: 'safe'})
      }
    }
    for (const paragraph of post.outline.all('paragraph')) {
      const slice = source.slice(paragraph)
      if (!trace.test(slice)) continue
      const lines = linesOf(source, paragraph)
      for (const {line, marker, certain} of spacelessMarkers(post, paragraph, lines)) {
        const at = line.start + marker.length
        const space = /[\u00A0\u202F]/.test(source.text.charAt(at)) ? 1 : 0
        report({
          range: {start: at, end: at + space},
          message: 'space',
          values: {text: source.slice(line)},
          expected: [' '],
          fix: certain ? 'safe' : 'suggestion'
        })
      }
      for (const {line, length, certain, inItem} of fakeBullets(post, paragraph, lines)) {
        const range = {start: line.start, end: line.start + length}
        report({
          range,
          message: inItem ? 'fakeInside' : 'fake',
          values: {bullet: source.slice(range).trim()},
          expected: [inItem ? '' : `${listMarker} `],
          fix: certain ? 'safe' : 'suggestion'
        })
      }
    }
  }
})

/** Signs that word processors draw in front of items; the last three are from a font of signs. */
const bullets = '•▪◦●○■□▫∙‣⁃►▸➢➤·\uF0B7\uF0A7\uF0D8'
const trace = new RegExp(
  `(?:^|[\\n\\r])[\\t >]*(?:[*+-](?:[\\p{L}\u00A0\u202F«“"'‘(])|\\d{1,3}[.)](?:[\\p{L}\u00A0\u202F])|[${bullets}–—])`,
  'u'
)

/** The bullet that the post's own lists have. */
function usedMarker(post: Post): string {
  const item = post.lists.find((d) => !d.ordered)?.items[0]
  return item ? post.source.slice(item.marker) : '-'
}

/** The one item of a list that an item holds on its own first line and nothing else. */
function doubledMarker(source: Source, list: List) {
  const [item] = list.items
  const {parent} = list
  if (!parent || !item || list.items.length > 1 || list.ordered || parent.list.ordered) return
  const alone = parent.list.items.length < 2
  if (parent.located.node.children[0] !== list.located.node) return
  // `- * a` alone may be meant; `* * a` is a slip of the finger.
  if (alone && source.slice(parent.marker) !== source.slice(item.marker)) return
  return item
}

interface Spaceless {
  readonly line: TextLine
  readonly marker: string
  /** Whether the lines around it are items, so that nothing else can be meant. */
  readonly certain: boolean
}

const spaceless = /^(?:[*+-](?=[\p{L}\u00A0\u202F«“"'‘(])|\d{1,3}[.)](?=[\p{L}\u00A0\u202F«“]))/u

/** Lines that begin with a marker and no space (CommonMark 0.31 §5.2 wants one). */
function spacelessMarkers(
  post: Post,
  paragraph: Located<Paragraph>,
  lines: readonly TextLine[]
): readonly Spaceless[] {
  const {source} = post
  const found: Spaceless[] = []
  const all = lines.map((line) => spaceless.exec(source.slice(line))?.[0] ?? '')
  for (const [index, line] of lines.entries()) {
    const marker = all[index] ?? ''
    if (marker === '' || !isPlain(post, paragraph, line.start)) continue
    if (neighbours(post, line, marker) || standsBesideList(post, paragraph, lines, marker)) {
      found.push({line, marker, certain: true})
    }
  }
  if (found.length > 0) return found
  if (isCount(all)) {
    return lines.map((line, index) => ({line, marker: all[index] ?? '', certain: false}))
  }
  // Nothing but such lines: items where a colon announces them, else perhaps a dialogue.
  const [first] = all
  if (lines.length < 3 || !first || !/^[*+-]$/.test(first) || all.some((d) => d !== first))
    return []
  if (!lines.every((line) => isPlain(post, paragraph, line.start))) return []
  if (lines.some((line) => /[?!.…]$/.test(source.slice(line)))) return []
  if (!/:\s*$/.test(source.text.slice(Math.max(0, paragraph.start - 20), paragraph.start)))
    return []
  return lines.map((line) => ({line, marker: first, certain: false}))
}

/** Whether markers count on, line by line: at least three, from the first on. */
function isCount(markers: readonly string[]): boolean {
  const start = Number.parseInt(markers[0] ?? '', 10)
  return (
    markers.length >= 3 &&
    markers.every((d, index) => /^\d/.test(d) && Number.parseInt(d, 10) === start + index)
  )
}

/**
 * Whether a paragraph of one line stands, with blank lines, before a list with the same bullet, or
 * after one where the bullet is not the sign of a note too.
 */
function standsBesideList(
  {source}: Post,
  paragraph: Located<Paragraph>,
  lines: readonly TextLine[],
  marker: string
): boolean {
  if (lines.length > 1) return false
  const {parent, index} = paragraph
  const isAlike = (at: number): boolean => {
    const sibling = parent?.node.children[at]
    const start = sibling?.position?.start.offset
    if (sibling?.type !== 'list' || sibling.ordered || start === undefined) return false
    return source.text.charAt(start + source.byteOrderMark) === marker
  }
  if (isAlike(index + 1)) return true
  return marker === '-' && isAlike(index - 1) && !isSignature(source, paragraph)
}

/** Whether a few words after a dash, the last before a heading or the end, are who wrote this. */
function isSignature(source: Source, paragraph: Located<Paragraph>): boolean {
  const {parent, index} = paragraph
  const next = parent?.node.children[index + 1]
  if (next && next.type !== 'heading' && next.type !== 'thematicBreak') return false
  return /^-\p{Lu}[\p{L}’'&.-]*(?: [\p{L}’'&.-]+){0,6}(?<!\.)$/u.test(source.slice(paragraph))
}

/** Whether the line before or after is an item with the same kind of marker. */
function neighbours({source}: Post, line: TextLine, marker: string): boolean {
  const number = source.lineAt(line.start)
  const before = source.slice(source.line(number - 1))
  const after = source.slice(source.line(number + 1))
  const bare = (text: string) => text.replace(/^[\t >]*/, '')
  if (/^[*+-]$/.test(marker)) {
    const item = (text: string) => text.startsWith(marker) && /^.[\t ]+\S/.test(text)
    return item(bare(before)) || item(bare(after))
  }
  const value = Number.parseInt(marker, 10)
  const item = (text: string, wanted: number) => {
    const match = /^(\d{1,3})[.)][\t ]+\S/.exec(text)
    return match !== null && Number(match[1]) === wanted
  }
  return item(bare(before), value - 1) || item(bare(after), value + 1)
}

/** Whether plain text stands at an offset, not emphasis or a link. */
function isPlain({source}: Post, {node}: Located<Paragraph>, offset: number): boolean {
  const at = offset - source.byteOrderMark
  let low = 0
  let high = node.children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((node.children[middle]?.position?.start.offset ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return node.children[low]?.type === 'text'
}

interface FakeBullet {
  readonly line: TextLine
  /** Of the bullet and the white space after it. */
  readonly length: number
  readonly certain: boolean
  /** Whether a marker that Markdown reads stands before it. */
  readonly inItem: boolean
}

const fake = new RegExp(`^[${bullets}][\\t \u00A0\u202F]*(?=[\\p{L}\\p{N}«“"'‘(*_\\[\`])`, 'u')

/** Lines that begin with a character that only looks like a bullet. */
function fakeBullets(
  {source}: Post,
  paragraph: Located<Paragraph>,
  lines: readonly TextLine[]
): readonly FakeBullet[] {
  const inItem = paragraph.parent?.node.type === 'listItem' && paragraph.index === 0
  const read = (pattern: RegExp) =>
    lines.flatMap((line, index): FakeBullet[] => {
      const match = pattern.exec(source.slice(line))
      if (!match) return []
      const doubled = inItem && index === 0
      return [{line, length: match[0].length, certain: !doubled, inItem: doubled}]
    })
  const found = read(fake)
  if (found.length >= 2 || found.some((d) => d.inItem)) return found
  if (found.length === 1 && lines.length === 1 && standsAmongAlike(paragraph)) return found
  if (inItem) return []
  const dashes = read(dash)
  if (dashes.length < 2) return []
  const texts = dashes.map(({line}) => source.slice(line))
  // What people say ends as sentences do.
  if (texts.some((text) => /[?!.…]["»”]?$/.test(text) || /:$/.test(text))) return []
  const [first] = dashes
  const announced = source.text.slice(
    Math.max(0, (first?.line.lineStart ?? 0) - 20),
    first?.line.lineStart
  )
  return /:\s*[>\s]*$/.test(announced) ? dashes.map((d) => ({...d, certain: false})) : []
}

/** Whether the paragraph before or after begins with the same false bullet. */
function standsAmongAlike({node, parent, index}: Located<Paragraph>): boolean {
  const bullet = firstCharacter(node)
  return [index - 1, index + 1].some((d) => {
    const sibling = parent?.node.children[d]
    return sibling?.type === 'paragraph' && firstCharacter(sibling) === bullet
  })
}

function firstCharacter({children: [first]}: Paragraph): string {
  return first?.type === 'text' ? first.value.charAt(0) : ''
}
