import {endingOf, type List} from '../src/post/lists.js'
import type {Range, Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listPunctuation = defineRule({
  id: 'episode-list-punctuation',
  pillar: 'lists',
  summary: 'The items of a list end alike.',
  why: 'One full stop among commas, or one missing comma, reads as a slip. Which style a list has is the author’s choice: the rule only looks for the one item that departs from what its neighbours agree on. The last item may end the sentence.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A full stop among commas',
      text: 'Nous parlons :\n\n* de sobriété,\n* de la méthode du conseil⟦.⇢,⟧\n* de l’usage des données, \n* et des prochaines étapes.\n'
    },
    {
      name: 'A comma that one item lacks',
      text: 'Avec :\n\n* **Léa Morvan**, directrice,\n* **Hugo Sarre**, chercheur,\n* **Inès Caron**, autrice⟦⇢,⟧\n* **Paul Vidal**, élu\n'
    },
    {
      name: 'Semicolons as the French write them',
      text: '- des usagers partout ;\n- des réseaux lents⟦,⇢ ;⟧\n- des appareils anciens ;\n- des formats lourds.\n'
    },
    {
      name: 'One full stop in a list without',
      text: 'In this issue:\n\n- New guests for the spring season\n- A studio tour with our engineer⟦.⇢⟧\n- Letters from three listeners\n- What we are reading\n'
    },
    {
      name: 'One sentence without its full stop, in a quote',
      text: '> 1. We meet the people who built the archive.\n> 2. They show us how the tapes are kept⟦⇢.⟧\n> 3. We listen to the oldest recording.\n'
    },
    {
      name: 'A full stop inside bold text',
      text: '- *des usagers partout,*\n- **des réseaux lents⟦.⇢,⟧**\n- des appareils anciens,\n- des formats lourds.\n'
    },
    {
      name: 'The last item ends the sentence',
      text: '* the studio,\n* the archive, and\n* the people.\n\nPuis :\n\n* des usagers ;\n* des réseaux ; et\n* des appareils.\n'
    },
    {
      name: 'Two items are too few to agree',
      text: '- Ressources : la fiche des achats.\n- Lancement du site\n'
    },
    {
      name: 'Questions, exclamations, colons and ellipses say nothing of the style',
      text: '- Un podcast,\n- Qui écoute ?\n- Venez nombreux !\n- Des invités,\n- À suivre…\n- Le programme :\n- Des livres.\n'
    },
    {
      name: 'Links, code and pictures at the end are left alone',
      text: '- First the tools.\n- Then the [handbook](https://example.org/handbook)\n- Run `npm test`\n- Read the notes.\n- See https://example.org/a\n- Thanks, Acme Inc.\n\nAlso:\n\n- One thing\n- https://example.org/b.\n- Another thing\n'
    },
    {
      name: 'A list without full stops, one item of which is two sentences',
      text: '- New guests\n- A studio tour. Bring your own coffee.\n- Letters from listeners\n'
    },
    {
      name: 'Code without its marks, and a remark far longer than the titles around it',
      text: '- An if block or return false;\n- Early returns\n- Guards\n\nNext:\n\n- Git log\n- You can use it on its own, or run it with the other tool that we spoke about in the spring.\n- Git blame\n'
    },
    {
      name: 'No style at all',
      text: '- New guests.\n- A studio tour\n- Letters.\n- Books\n- Films.\n'
    },
    {
      name: 'Titles between sentences',
      text: '- We meet the people who built the archive.\n- Break\n- They show us how the tapes are kept.\n- We listen to the oldest recording.\n'
    },
    {
      name: 'An item with a list of its own',
      text: '- Hosts,\n- Guests\n  - Léa\n  - Hugo\n- Engineers,\n- Editors.\n'
    }
  ],
  check({post, report}) {
    for (const list of post.lists) {
      const found = breaksOf(post.source, list)
      if (!found) continue
      const {style, breaks} = found
      for (const {range, text} of breaks) {
        const message = style === '' ? 'extra' : text === '' ? 'missing' : 'different'
        report({
          range,
          message,
          values: {style: style.trim(), found: text.trim()},
          expected: [style]
        })
      }
    }
  }
})

interface Ending {
  /** The punctuation with the space before it: what a fix replaces. */
  readonly range: Range
  readonly text: string
  /** The sign, or empty. */
  readonly sign: string
  readonly words: number
  readonly sentences: boolean
  readonly last: boolean
}

/** The style that the items agree on and the few that break with it. */
function breaksOf(source: Source, list: List): {style: string; breaks: Ending[]} | undefined {
  if (list.items.length < 3) return
  const endings: Ending[] = []
  for (const item of list.items) {
    const ending = endingOf(source, item)
    if (!ending) continue
    const read = readEnding(ending.text, ending.offset, item.index === list.items.length - 1)
    if (read) endings.push(read)
  }
  const counted = endings.filter((d) => !d.last)
  const signs = [...new Set(endings.map((d) => d.sign))]
  if (signs.length < 2) return
  for (const sign of signs) {
    // The last item may end the sentence; it may also agree with the others.
    const agreeing = endings.filter((d) => d.sign === sign)
    const breaks = counted.filter((d) => d.sign !== sign)
    if (agreeing.length < 2 || breaks.length === 0) continue
    const separates = sign === ',' || sign === ';'
    if (separates) {
      const inside = agreeing.filter((d) => !d.last).length
      if (inside < 2 || (breaks.length > 1 && inside < 4 * breaks.length)) continue
    } else if (breaks.length > 1 || !breaks.every((d) => isSlip(d, sign, agreeing))) {
      continue
    }
    return {style: styleOf(agreeing), breaks}
  }
}

/**
 * Whether an item departs by mistake from items that end with a full stop, or with nothing: it is
 * of their kind, not a title among sentences or a sentence among titles.
 */
function isSlip(found: Ending, sign: string, agreeing: readonly Ending[]): boolean {
  if (found.sentences || agreeing.some((d) => d.sentences)) return false
  const lengths = agreeing.map((d) => d.words)
  if (sign === '.') return found.words >= 4 && found.words * 2 >= Math.min(...lengths)
  // A semicolon at the end of a title is code, as a rule.
  return found.sign !== ';' && found.words <= Math.max(...lengths) * 1.5
}

/** The sign with the space that most of the items have before it. */
function styleOf(agreeing: readonly Ending[]): string {
  const spaced = agreeing.filter((d) => d.text !== d.sign)
  return (
    (spaced.length * 2 > agreeing.length ? spaced[0] : agreeing.find((d) => d.text === d.sign))
      ?.text ?? ''
  )
}

const abbreviation =
  /(?:^|[\s(.])(?:etc|inc|ltd|co|corp|jr|sr|st|vs|no|vol|al|env|cf|ex|p|a\.m|p\.m|[a-zà-ÿœ])\.$/i

/** An address at the end, of which punctuation may be a part. */
const address = /(?:https?:|www\.|@)\S+$/i

/** The first pattern is for nearly all: classes of all letters take V8 long to compile. */
function endsInWords(text: string): boolean {
  return /[a-z0-9)\]»”"%€$]$/i.test(text) || /[\p{L}\p{M}\p{N}]$/u.test(text)
}

/** What an item ends with; nothing where that says nothing of the list's style. */
function readEnding(itemText: string, offset: number, last: boolean): Ending | undefined {
  // `a, b, and` and `a ; b ; et`: the conjunction before the last item.
  const conjunction = /(?<=[,;])\s+(?:et|ou|puis|and|or|then)$/i.exec(itemText)
  const text = conjunction ? itemText.slice(0, conjunction.index) : itemText
  const end = offset - (itemText.length - text.length)
  const sign = /[.,;]$/.exec(text)?.[0] ?? ''
  if (sign === '') {
    if (conjunction || !endsInWords(text)) return
    if (address.test(text)) return
    if (/[.!?…,;:]["»”)\]]$|[.!?…]\s»$/.test(text)) return
    if (/\s(?:et|ou|puis|and|or|then)$/i.test(text)) return
  } else if (/[.…]\.$/.test(text) || abbreviation.test(text) || address.test(text)) {
    return
  }
  const tail = sign === '' ? '' : (/[ \u00A0\u202F]?[.,;]$/.exec(text)?.[0] ?? '')
  const body = text.slice(0, text.length - tail.length)
  return {
    range: {start: end - tail.length, end},
    text: tail,
    sign,
    words: body.split(/\s+/).length,
    sentences: /[.!?…]["»”)]?\s+["«“(]?\p{Lu}/u.test(body),
    last
  }
}
