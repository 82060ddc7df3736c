import {describe, expect, it} from 'vitest'
import {objectReplacement} from '../src/post/mapped-text.js'
import {proseTexts, readPost, sourceOf} from './read-post.js'

describe('Markdown text', () => {
  it('resolves character references and keeps their places', () => {
    const post = readPost('Avant, l&rsquo;&eacute;t&#233; de L&#xE9;a&nbsp;!\n')
    expect(proseTexts(post)).toEqual(['Avant, l’été de Léa\u00a0!'])
    expect(sourceOf(post, 'été')).toBe('&eacute;t&#233;')
    expect(sourceOf(post, 'Léa')).toBe('L&#xE9;a')
  })

  it('leaves what looks like a reference and is none', () => {
    const post = readPost('R&D, AT&T; &nothing; et &#;\n')
    expect(proseTexts(post)).toEqual(['R&D, AT&T; &nothing; et &#;'])
    expect(sourceOf(post, 'AT&T;')).toBe('AT&T;')
  })

  it('resolves escapes and keeps their places', () => {
    const post = readPost('Numéro \\#3 : l\\*étoile et C:\\dossier\n')
    expect(proseTexts(post)).toEqual(['Numéro #3 : l*étoile et C:\\dossier'])
    expect(sourceOf(post, '#3')).toBe('\\#3')
    expect(sourceOf(post, 'l*étoile')).toBe('l\\*étoile')
  })

  it('counts a byte order mark', () => {
    const post = readPost('\uFEFFBonjour *Odile* Marchetti\n')
    expect(post.prose[0]?.mapped.range(0, 7)).toEqual({start: 1, end: 8})
    expect(sourceOf(post, 'Odile Marchetti')).toBe('Odile* Marchetti')
  })

  it('reads CRLF as one line ending', () => {
    const post = readPost('Une phrase \r\ncoupée\\\r\nici\r\n')
    expect(proseTexts(post)).toEqual(['Une phrase\ncoupée\nici'])
    expect(sourceOf(post, 'phrase\ncoupée')).toBe('phrase \r\ncoupée')
    expect(sourceOf(post, 'ici')).toBe('ici')
  })

  it('leaves out what a block quote and a list put before a line', () => {
    const post = readPost('> - Une > deux\n>   trois\n>   > quatre\n>   > cinq\n')
    expect(proseTexts(post)).toEqual(['Une > deux\ntrois', 'quatre\ncinq'])
    expect(sourceOf(post, 'deux\ntrois')).toBe('deux\n>   trois')
    expect(sourceOf(post, 'quatre\ncinq')).toBe('quatre\n>   > cinq')
  })

  it('reads lazy continuation lines', () => {
    const post = readPost('> > Une ligne\n> molle\nencore\n')
    expect(sourceOf(post, 'ligne\nmolle\nencore')).toBe('ligne\n> molle\nencore')
  })

  it('keeps decomposed accents as they are', () => {
    const post = readPost('Me\u0301lanie & Ame\u0301lie &amp; Zoe\u0308\n')
    expect(sourceOf(post, 'Me\u0301lanie')).toBe('Me\u0301lanie')
    expect(sourceOf(post, 'Zoe\u0308')).toBe('Zoe\u0308')
  })

  it('keeps zero-width characters and soft hyphens as they are', () => {
    const post = readPost('Mar\u200Bchetti, &shy;Cal\u00ADder\u200D &amp; Rey\u2060\n')
    expect(sourceOf(post, 'Mar\u200Bchetti')).toBe('Mar\u200Bchetti')
    expect(sourceOf(post, 'Cal\u00ADder')).toBe('Cal\u00ADder')
    expect(sourceOf(post, 'Rey\u2060')).toBe('Rey\u2060')
  })

  it('counts astral characters in UTF-16 units', () => {
    const post = readPost('🎙️ *Odile* &#x1F399; 📻 Marchetti\n')
    expect(sourceOf(post, '🎙 📻 Marchetti')).toBe('&#x1F399; 📻 Marchetti')
  })

  it('reads U+0000 as U+FFFD', () => {
    const post = readPost('a\u0000b &amp; c\n')
    expect(proseTexts(post)).toEqual(['a\uFFFDb & c'])
    expect(sourceOf(post, 'b & c')).toBe('b &amp; c')
  })

  it('reads a word that formatting splits as one', () => {
    const post = readPost('Le **Min**is*tère* et l’[Ins](https://a.example)titut~\n')
    expect(proseTexts(post)).toEqual(['Le Ministère et l’Institut~'])
    expect(sourceOf(post, 'Ministère')).toBe('Min**is*tère')
    expect(sourceOf(post, 'Institut')).toBe('Ins](https://a.example)titut')
  })

  it('reads a word that HTML splits as one', () => {
    const post = readPost('Le <b>Min</b>is<!-- ici -->tère, 2<sup>e</sup> étage\n')
    expect(proseTexts(post)).toEqual(['Le Ministère, 2e étage'])
    expect(sourceOf(post, 'Ministère')).toBe('Min</b>is<!-- ici -->tère')
  })

  it('reads headings of both kinds', () => {
    const post = readPost('## L&rsquo;invitée ##\n\nDeux\nlignes\n===\n')
    expect(proseTexts(post, 'heading')).toEqual(['L’invitée', 'Deux\nlignes'])
    expect(sourceOf(post, 'L’invitée')).toBe('L&rsquo;invitée')
  })

  it('reads each cell of a table by itself', () => {
    const post = readPost(
      '| Invitée | Rôle |\n| --- | :-: |\n| Odile \\| Léa | *Juge*&nbsp;! |\n',
      {
        gfm: true
      }
    )
    expect(proseTexts(post)).toEqual(['Invitée', 'Rôle', 'Odile | Léa', 'Juge\u00a0!'])
    expect(sourceOf(post, 'Odile | Léa', 'cell')).toBe('Odile \\| Léa')
  })

  it('reads a table that nobody parses as text', () => {
    const post = readPost('| Invitée | Rôle |\n| --- | --- |\n| Odile | Juge |\n')
    expect(sourceOf(post, 'Rôle')).toBe('Rôle')
    expect(sourceOf(post, 'Juge')).toBe('Juge')
  })

  it('reads footnotes', () => {
    const post = readPost('Un mot[^1].\n\n[^1]: La note\n    suit.\n', {gfm: true})
    expect(proseTexts(post)).toEqual([`Un mot${objectReplacement}.`, 'La note\nsuit.'])
    expect(sourceOf(post, 'note\nsuit')).toBe('note\n    suit')
  })
})

describe('HTML', () => {
  it('reads text between the tags of an HTML block', () => {
    const post = readPost(
      '</br>\nAvec **Odile** Marchetti, du <b>Conseil</b>.\n<p>L&rsquo;&eacute;tude</p>\n'
    )
    expect(proseTexts(post, 'html').map((text) => text.trim())).toEqual([
      'Avec **Odile** Marchetti, du Conseil.',
      'L’étude'
    ])
    expect(sourceOf(post, 'du Conseil')).toBe('du <b>Conseil')
    expect(sourceOf(post, 'étude')).toBe('&eacute;tude')
  })

  it('leaves out what a block quote puts before the lines of an HTML block', () => {
    const post = readPost(
      '> <div\n>   title="Un titre\n>   long">\n> une phrase\n> coupée\n> </div>\n'
    )
    expect(proseTexts(post, 'html')).toEqual(['\nune phrase\ncoupée\n'])
    expect(sourceOf(post, 'phrase\ncoupée')).toBe('phrase\n> coupée')
    expect(sourceOf(post, 'titre\nlong', 'attribute')).toBe('titre\n>   long')
  })

  it('ends a run where an element ends that is not part of a line', () => {
    const post = readPost('<ul><li>Odile</li><li>Ines</li></ul>\n')
    expect(proseTexts(post)).toEqual(['Odile', 'Ines'])
  })

  it('breaks a line at <br>', () => {
    expect(proseTexts(readPost('Odile<br>Ines\n'))).toEqual(['Odile\nInes'])
    expect(proseTexts(readPost('<div>Odile<br>Ines</div>\n'))).toEqual(['Odile\nInes'])
  })

  it('reads attributes that are read out', () => {
    const post = readPost(
      'Voir <img src="a.png" alt="Odile &amp; Ines"> et <a href="/x" title=Moulin class="y">ici</a>.\n\n<iframe title=\'Épisode 3\' src="https://a.example"></iframe>\n'
    )
    expect(proseTexts(post, 'attribute')).toEqual(['Odile & Ines', 'Moulin', 'Épisode 3'])
    expect(sourceOf(post, 'Odile & Ines')).toBe('Odile &amp; Ines')
    expect(sourceOf(post, 'Moulin')).toBe('Moulin')
  })
})

describe('links and pictures', () => {
  it('reads alternative text', () => {
    const post = readPost('![Odile &amp; *Ines* au \\#3](a.png) ![Léa][ref]\n\n[ref]: b.png\n')
    expect(proseTexts(post, 'alternative-text')).toEqual(['Odile & Ines au #3', 'Léa'])
    expect(sourceOf(post, 'Odile & Ines au #3')).toBe('Odile &amp; *Ines* au \\#3')
    expect(sourceOf(post, 'Léa')).toBe('Léa')
  })

  it('reads alternative text with brackets, code and links in it', () => {
    const post = readPost('![a [b](/x "c") `]` d](a.png)\n')
    expect(proseTexts(post, 'alternative-text')).toEqual(['a b ] d'])
    expect(sourceOf(post, 'b ] d')).toBe('b](/x "c") `]` d')
  })

  it('reads alternative text over two lines of a block quote', () => {
    const post = readPost('> ![Odile\n> Marchetti](a.png)\n')
    expect(sourceOf(post, 'Odile\nMarchetti', 'alternative-text')).toBe('Odile\n> Marchetti')
  })

  it('reads alternative text over two lines that end with CRLF', () => {
    const post = readPost('![Odile\r\nMarchetti](a.png)\r\n')
    expect(proseTexts(post)).toEqual([objectReplacement, 'Odile\nMarchetti'])
    expect(sourceOf(post, 'Odile\nMarchetti')).toBe('Odile\r\nMarchetti')
  })

  it.each([
    ['[a](b "Le titre")', 'Le titre', 'Le titre'],
    ["[a](b 'L\\'invitée')", "L'invitée", "L\\'invitée"],
    ['[Odile](b (Odile))', 'Odile', 'Odile'],
    ['[b](b "b" )', 'b', 'b'],
    ['![a](b "Odile &amp; \\"Ines\\"")', 'Odile & "Ines"', 'Odile &amp; \\"Ines\\"'],
    ['[a]\n\n[a]: b\n  "Le titre"', 'Le titre', 'Le titre'],
    ['> [a](b "Le\n> titre"\n> )', 'Le\ntitre', 'Le\n> titre'],
    ['[a](b \'x "Odile" y\')', 'x "Odile" y', 'x "Odile" y']
  ])('reads the title of %s', (text, title, source) => {
    const post = readPost(`${text}\n`)
    expect(proseTexts(post, 'link-title')).toEqual([title])
    expect(sourceOf(post, title, 'link-title')).toBe(source)
    const [run] = post.prose.filter((d) => d.kind === 'link-title')
    const delimiter = post.source.text.charAt((run?.mapped.range(0, 1).start ?? 0) - 1)
    expect(['"', "'", '(']).toContain(delimiter)
  })
})

describe('front matter', () => {
  const words = (yaml: string) => readPost(`---\n${yaml}\n---\n`)

  it('reads strings of every style', () => {
    const post = words(
      "a: Le moulin d'Arvane # note\nb: 'L''invitée'\nc: \"Dit \\\"oui\\\" : l\\u2019\\xe9t\\u00e9\"\nd: [Odile, 'Ines']"
    )
    expect(proseTexts(post)).toEqual([
      "Le moulin d'Arvane",
      "L'invitée",
      'Dit "oui" : l’été',
      'Odile',
      'Ines'
    ])
    expect(sourceOf(post, "L'invitée")).toBe("L''invitée")
    expect(sourceOf(post, '"oui"')).toBe('\\"oui\\"')
    expect(sourceOf(post, 'été')).toBe('\\xe9t\\u00e9')
    expect(sourceOf(post, "d'Arvane")).toBe("d'Arvane")
  })

  it('reads plain and quoted strings that are folded', () => {
    const post = words('a: Le moulin\n  d’Arvane\n\n  en été\nb: "La roue\n  tour\\\n  ne"')
    expect(proseTexts(post)).toEqual(['Le moulin d’Arvane\nen été', 'La roue tourne'])
    expect(sourceOf(post, 'moulin d’Arvane')).toBe('moulin\n  d’Arvane')
    expect(sourceOf(post, 'd’Arvane\nen')).toBe('d’Arvane\n\n  en')
    expect(sourceOf(post, 'tourne')).toBe('tour\\\n  ne')
  })

  it('reads block scalars', () => {
    const post = words('a: >-\n  Le moulin\n  d’Arvane\nb: |\n  Odile\n    Marchetti\n\n  Ines')
    expect(proseTexts(post)).toEqual(['Le moulin d’Arvane', 'Odile\n  Marchetti\n\nInes\n'])
    expect(sourceOf(post, 'Le moulin d’Arvane')).toBe('Le moulin\n  d’Arvane')
    expect(sourceOf(post, 'Odile')).toBe('Odile')
    expect(sourceOf(post, 'Marchetti\n\nInes')).toBe('Marchetti\n\n  Ines')
  })

  it('reads folded strings with CRLF', () => {
    const post = readPost('---\r\na: >\r\n  Le moulin\r\n  d’Arvane\r\n---\r\n')
    expect(sourceOf(post, 'moulin d’Arvane')).toBe('moulin\r\n  d’Arvane')
  })

  it('knows which value a run is', () => {
    const post = words('image:\n  alt: Odile\ntags:\n  - Moulin')
    expect(post.prose.map((run) => run.pointer)).toEqual(['/image/alt', '/tags/0'])
  })
})

describe('shortcodes', () => {
  it('reads arguments', () => {
    const post = readPost(
      '{% figure "Odile au moulin", class="Large" %}\n\n{{< quote author="Ines Calder" src="/a/b.png" >}}\n'
    )
    expect(proseTexts(post, 'template')).toEqual(['Odile au moulin', 'Ines Calder'])
    expect(sourceOf(post, 'Ines Calder')).toBe('Ines Calder')
  })

  it('does not read the rest of them, wherever they stand', () => {
    const post = readPost(
      'Avec {{ guest }} au {% include x %} moulin\n\n<p title="De {{ guest }}">Par {{ guest }}&nbsp;!</p>\n'
    )
    const object = objectReplacement
    expect(proseTexts(post)).toEqual([
      `Avec ${object} au ${object} moulin`,
      `De ${object}`,
      `Par ${object}\u00a0!`
    ])
    expect(sourceOf(post, object, 'html')).toBe('{{ guest }}')
  })
})

describe('what is not prose', () => {
  const silent = (text: string, options?: {gfm?: boolean}) =>
    expect(proseTexts(readPost(text, options)).join(' ')).not.toMatch(/marchetti/i)

  it.each([
    ['destinations', '[a](https://marchetti.example/marchetti "b") ![a](marchetti.png)\n'],
    ['definitions', '[a]\n\n[a]: /marchetti\n'],
    ['autolinks', '<https://marchetti.example> <odile@marchetti.example>\n'],
    [
      'bare addresses',
      'Voir https://marchetti.example/a, www.marchetti.example/b ou odile@marchetti.example.\n'
    ],
    ['code spans', 'Avec `marchetti` et ``a ` marchetti``\n'],
    ['code blocks', '```marchetti\nmarchetti\n```\n\n    marchetti\n'],
    [
      'code in HTML',
      'Avec <code>marchetti</code>, <kbd>*marchetti*</kbd>.\n\n<pre>marchetti</pre>\n'
    ],
    ['comments', 'Avec <!-- marchetti --> ici\n\n<!-- marchetti\nmarchetti -->\n'],
    ['scripts and styles', '<script>marchetti</script>\n\n<style>\n.marchetti {}\n</style>\n'],
    ['drawings', '<svg><text>marchetti</text></svg>\n'],
    [
      'other attributes',
      '<a href="/marchetti" class="marchetti" id=marchetti data-a="marchetti">a</a>\n'
    ],
    ['machine-read keys', '---\nlayout: marchetti\nurl: marchetti\naudio:\n  - marchetti\n---\n'],
    [
      'addresses and paths in front matter',
      '---\na: https://marchetti.example\nb: ./marchetti.svg\nc: img/marchetti.svg\n---\n'
    ],
    ['comments in front matter', '---\na: b # marchetti\n# marchetti\n---\n'],
    ['comments of templates', '{# marchetti #}\n\n{{</* marchetti */>}}\n']
  ])('%s', (_name, text) => {
    silent(text)
  })

  it('leaves an object where they stood', () => {
    const post = readPost('Voir `code`, https://a.example/b. Puis <code>x</code>.\n')
    const object = objectReplacement
    expect(proseTexts(post)).toEqual([`Voir ${object}, ${object}. Puis ${object}.`])
    const mapped = post.prose[0]?.mapped
    expect(mapped && post.source.slice(mapped.range(8, 9))).toBe('https://a.example/b')
    expect(mapped && post.source.slice(mapped.range(16, 17))).toBe('<code>x</code>')
  })

  it('reads on after code that HTML never closes', () => {
    expect(proseTexts(readPost('The <code> element, Odile\n'))).toEqual(['The  element, Odile'])
  })
})
