import {readCached} from '../src/file-access.js'
import {isDocument, neighboursOf} from '../src/neighbours.js'
import {findFrontMatter} from '../src/post/front-matter/fences.js'
import {cutValues, loneQuotes} from '../src/post/front-matter/unquoted-values.js'
import type {Post} from '../src/post/post.js'
import {Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const frontMatter = defineRule({
  id: 'episode-front-matter',
  pillar: 'metadata',
  summary: 'A post begins with front matter that can be read.',
  why: 'The site takes a post’s title, date, description and picture from its front matter. Where it is absent, doesn’t stand at the very start, isn’t closed or has a mistake in it, the build often says nothing: the post has no title, is missing in lists and feeds, or shows its keys as text. Front matter is YAML between two lines `---`, TOML between two lines `+++`, or a JSON object. Where none of the posts in a folder has any, the site takes titles and dates from somewhere else, and that it is absent is not told.',
  standards: [
    {name: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/'},
    {name: 'TOML 1.0.0', url: 'https://toml.io/en/v1.0.0'},
    {name: 'RFC 8259 (JSON)', url: 'https://www.rfc-editor.org/rfc/rfc8259'}
  ],
  defaults: {allow: [] as readonly ('absent' | 'blank-lines' | 'dots' | 'empty')[]},
  options: {
    allow: {
      schema: {
        type: 'array',
        items: {enum: ['absent', 'blank-lines', 'dots', 'empty']},
        uniqueItems: true
      },
      description:
        'What the site’s generator accepts: `absent` and `empty` front matter, `blank-lines` before it (Hugo), `dots` at its end (Jekyll).'
    }
  },
  examples: [
    {name: 'No front matter at all', text: '⟦⟧# The mill\n\nInes Calder shows us the wheel.\n'},
    {
      name: 'A part that a template puts into pages',
      text: '### January 17\n\nInes Calder shows us the wheel.\n',
      path: '_includes/events/mill.md'
    },
    {
      name: 'A thematic break with a blank line after it, further down',
      text: '⟦⟧Words.\n\n---\n\ntitle: The mill\n\n---\n'
    },
    {name: 'An empty post', text: '⟦⟧'},
    {
      name: 'A blank line before it',
      text: '⟦\n⇒⟧---\ntitle: The mill\n---\n\nText.\n'
    },
    {
      name: 'A comment before it',
      text: '<!-- Hugo -->\n⟦+++⟧\ntitle = "The mill"\n+++\n\nText.\n'
    },
    {
      name: 'A heading before it',
      text: '# The mill\n\n⟦---⟧\ntitle: The mill\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'Une espace avant la première ligne',
      text: '⟦ ⇒⟧{"title": "Le moulin"}\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Never opened',
      text: '⟦⇢---\n⟧title: The mill\ndate: 2025-05-12\ntags:\n  - water\n---\n\nText.\n'
    },
    {
      name: 'Opened with another line',
      text: '⟦--⇢---⟧\ntitle: The mill\ndate: 2025-05-12\n---\n\nText.\n'
    },
    {
      name: 'Keys without fences, as Pelican has them',
      text: 'Status: draft\nlang: en\nDate: 2025-05-12 10:20\nSummary: Ines Calder shows\n    us the wheel.\n\nText.\n'
    },
    {
      name: 'Lines with colons over a thematic break',
      text: '⟦⟧Host: Ines Calder\n\nThe mill:\n\n---\n\nText.\n'
    },
    {
      name: 'Never closed',
      text: '---\ntitle: The mill\ndate: 2025-05-12\n⟦⇢---\n⟧\n# The mill\n\nText.\n'
    },
    {
      name: 'Never closed, and a thematic break further down',
      text: '---\ntitle: The mill\ntags:\n  - water\n⟦⇢---\n⟧\n## The mill\n\nInes Calder shows us the wheel.\n\n---\n\nThe end.\n'
    },
    {name: 'Du TOML qui n’est pas fermé', text: '+++\ntitle = "Le moulin"\n⟦⇢+++\n⟧\nTexte.\n'},
    {
      name: 'JSON that isn’t closed',
      text: '⟦{⟧\n  "title": "The mill",\n  "tags": ["water"]\n\n# The mill\n'
    },
    {name: 'Nothing in it', text: '⟦---⟧\n# to be written\n---\n\nText.\n'},
    {name: 'An empty object', text: '⟦{}⟧\n\nText.\n'},
    {name: 'Three dots at the end', text: '---\ntitle: The mill\n⟦...⇒---⟧\n\nText.\n'},
    {name: 'A list instead of keys', text: '---\n⟦- title: The mill⟧\n---\n'},
    {name: 'Text between two thematic breaks', text: '---\n\n⟦The mill at dawn⟧\n\n---\n'},
    {
      name: 'A key that stands twice',
      text: '---\ntitle: The mill\nimage:\n  alt: The wheel\n  ⟦alt⟧: The mill\n⟦title⟧: The wheel\n---\n'
    },
    {
      name: 'A key that stands twice in TOML',
      text: '+++\ntitle = "The mill"\n⟦title⟧ = "The wheel"\n+++\n'
    },
    {
      name: 'Lines that only look like keys',
      text: '⟦⟧host: Ines Calder\nplace: the mill\n'
    },
    {
      name: 'Keys without the lines around them',
      text: '⟦title: The mill\ndate: 2025-05-12⇢---\ntitle: The mill\ndate: 2025-05-12\n---⟧\n\nThe wheel turns.\n'
    },
    {
      name: 'A key that stands twice in JSON',
      text: '{\n"title": "The mill",\n⟦"title"⟧: "The wheel"\n}\n'
    },
    {
      name: 'Deux-points dans un titre sans guillemets',
      text: '---\ntitle: ⟦Épisode 3 : le moulin⇒"Épisode 3 : le moulin"⟧\ndescription: ⟦Le "moulin" : visite⇒\'Le "moulin" : visite\'⟧\n---\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A value that begins with a sign of YAML’s own',
      text: '---\ntitle: ⟦@mill and the wheel⇒"@mill and the wheel"⟧\ndescription: ⟦[Bonus] The wheel⇒"[Bonus] The wheel"⟧\n---\n'
    },
    {
      name: 'Emphasis where YAML sees a reference',
      text: '---\ntitle: ⟦*wheel⇢"*wheel"⟧\n---\n'
    },
    {
      name: 'An apostrophe between apostrophes',
      text: "---\ntitle: ⟦'L'eau et le moulin'⇢\"L'eau et le moulin\"⟧\n---\n",
      settings: {locale: 'fr'}
    },
    {
      name: 'Words after a quote',
      text: '---\ntitle: ⟦"The mill", a visit⇢\'"The mill", a visit\'⟧\n---\n'
    },
    {
      name: 'A quote that isn’t closed',
      text: '---\ntitle: ⟦"The mill⇢"The mill"⟧\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'A quoted value that goes on in a line without indentation',
      text: '---\ndescription: "The mill, the wheel\n⟦and the dam."⇢  and the dam."⟧\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'A quote that isn’t closed, and one that ends a value',
      text: '---\ntitle: ⟦"The mill⇢"The mill"⟧\nsubtitle: A wheel of 12"\n---\n'
    },
    {
      name: 'A quoted value below its key that goes on without indentation, and a comment',
      text: '---\ndescription:\n  "The mill, the wheel\n⟦and the dam."⇢  and the dam."⟧\n# The day it was recorded\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'A quoted value that goes on as it should, and one that doesn’t',
      text: '---\nfirst: "The mill,\n  note: and the wheel."\nsecond: "The dam,\n⟦and the river."⇢  and the river."⟧\n---\n'
    },
    {
      name: 'A quoted value with a blank line in it',
      text: '---\ndescription: "The mill.\n\n⟦The dam."⇢  The dam."⟧\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'Two quoted values that go on without indentation',
      text: '---\nfirst: "The mill,\n⟦the wheel."⇢  the wheel."⟧\nsecond: "The dam,\n  the river,\n⟦the bank."⇢  the bank."⟧\nthird: ⟦Water: all of it⇒"Water: all of it"⟧\n---\n'
    },
    {
      name: 'A quoted value that can’t be read with indentation either',
      text: '---\ndescription: "The mill\n⟦and the \\wheel."⟧\n---\n'
    },
    {
      name: 'A quoted value in a list that goes on below its key',
      text: '---\nquestions:\n  - question: "Who?\n\n⟦    Where?"⇢      Where?"⟧\n    answer: "Odile."\n\n  - "Why,\n⟦  or when?"⇢    or when?"⟧\n---\n'
    },
    {
      name: 'A value without quotes that goes on below its key',
      text: '---\nquestions:\n    - question: Who?\n      answer: Odile.\n\n⟦      She has the mill.\n\n      And the wheel.⇢        She has the mill.\n\n        And the wheel.⟧\n\n    - question: Where?\n      answer: At the mill,\n        by the river,\n⟦      below the dam.⇢        below the dam.⟧\n---\n'
    },
    {
      name: 'A line below a key that belongs to none',
      text: '---\nquestions:\n  - question: Who?\n    answer: "Odile."\n    ⟦She has the mill.⟧\n---\n'
    },
    {
      name: 'A dash beside the others, with keys that stand right',
      text: '---\nguests:\n    - name: Odile\n      links:\n        - mill\n        - wheel\n\n⟦   ⇢    ⟧- name: Ines\n      links:\n        - dam\n    - name: Maud\n---\n'
    },
    {
      name: 'A dash beside the others, with all that belongs to it',
      text: '---\nguests:\n    - name: Odile\n      role: host\n⟦   - name: Ines\n\n     role: guest⇢    - name: Ines\n\n      role: guest⟧\n    - name: Maud\n⟦     - name: Abel\n       role: guest⇢    - name: Abel\n      role: guest⟧\n---\n'
    },
    {
      name: 'Un tiret trop à gauche, et une clé à côté des autres',
      text: '---\nguests:\n    - name: Odile\n      role: animatrice\n⟦   ⟧- name: Ines\n        role: invitée\n---\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A dash beside the others, with a key that belongs to no item',
      text: '---\nguests:\n- name: Odile\n⟦  ⇢⟧- name: Ines\n ⟦role: guest⟧\n---\n'
    },
    {
      name: 'A dash beside two lists, and one beside an item with keys',
      text: '---\nguests:\n  - name: Odile\n    links:\n    - mill: https://mill.example/\n⟦   ⇢    ⟧- wheel: https://mill.example/wheel\nhosts:\n    - name: Maud\n⟦   ⇢    ⟧- Ines\n---\n'
    },
    {
      name: 'Words before the first key',
      text: '---\n  ⟦The mill⟧\n  The wheel\ntitle: The dam\n---\n'
    },
    {
      name: 'A colon on a line whose dash stands below another',
      text: '---\nguests:\n  - name: Odile\n    links:\n    - mill\n  - name: ⟦Ines: guest⇒"Ines: guest"⟧\n---\n'
    },
    {
      name: 'A list after one of another key',
      text: '---\ntags:\n  - mill\nimage:\n  alt: The mill\n ⟦- name: Odile⟧\n---\n'
    },
    {
      name: 'A hash sign stuck to the sign of a text of several lines',
      text: '---\nintro: >⟦#⇢⟧\n  The mill: a visit.\nnotes:\n  - |-⟦#⇢⟧\n    The wheel.\n---\n'
    },
    {
      name: 'A hash sign after a sign, in words with a colon',
      text: '---\ntitle: ⟦The mill: >#⇒"The mill: >#"⟧\n---\n'
    },
    {
      name: 'A quote that only ends a value',
      text: '---\ntitle: The mill\ndescription: Odile and the "wheel".⟦"⇢⟧\n---\n'
    },
    {
      name: 'Quotes that end a value, and have a partner or a meaning',
      text: '---\ntitle: The old "mill"\nsubtitle: A wheel of 12"\nfirst: The wheel of 12" and the "dam"\nsecond: The sign `"` and the "dam"\nthird: Die „Mühle"\nfourth: "The \\" mill"\nfifth: >-\n  The mill"\nsixth: The mill" and the wheel\n---\n'
    },
    {
      name: 'Un guillemet dans une valeur illisible',
      text: '---\ntitle: ⟦Une visite "du moulin : la roue"⇒\'Une visite "du moulin : la roue"\'⟧\n---\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A sign behind the last quote, and a comment',
      text: "---\ntitle: ⟦'Odile's mill'`⇢\"Odile's mill\"⟧\nsubtitle: ⟦'Odile's dam'⇢\"Odile's dam\"⟧ # new\n---\n"
    },
    {
      name: 'A list that isn’t closed',
      text: '---\ntags: ⟦[water, mill⇢[water, mill]⟧\ndate: 2025-05-12\n---\n'
    },
    {name: 'A tab', text: '---\nimage:\n⟦\t⇢  ⟧path: mill.webp\n---\n'},
    {
      name: 'A key that is too deep',
      text: '---\ntitle: The mill\n⟦  ⇢⟧date: 2025-05-12\n---\n'
    },
    {
      name: 'No space after a colon',
      text: '---\ntitle:⟦⇢ ⟧The mill\ndate: 2025-05-12\n---\n'
    },
    {
      name: 'A hash sign that begins a comment, and comments',
      text: '---\n# The post of the mill\ntitle: ⟦Episode #1: the mill⇢"Episode #1: the mill"⟧\nseries: ⟦#2 of all⇢"#2 of all"⟧\ndate: 2025-05-12 # moved\ntags: [Water] #mill\nlayout: post # all have it\n---\n'
    },
    {
      name: 'A line without a key',
      text: '---\ntitle: The mill\n⟦and the wheel⟧\n---\n'
    },
    {
      name: 'A backslash that means nothing',
      text: '---\ntitle: "The mill ⟦\\w⇢\\\\w⟧heel"\n---\n'
    },
    {
      name: 'References that multiply',
      text: `---\na: &a [${'x, '.repeat(30)}x]\nb: &b [${'*a, '.repeat(30)}*a]\nc: &c [⟦*b⟧${', *b'.repeat(30)}]\n---\n`
    },
    {
      name: 'TOML without quotes, and with a colon',
      text: '+++\ntitle = ⟦The mill⇢"The mill"⟧\n+++\n'
    },
    {
      name: 'A boolean with a capital in TOML',
      text: '+++\ntitle = "The mill"\ndraft = ⟦False⇢false⟧\n+++\n'
    },
    {
      name: 'A text of several lines in TOML that is not closed',
      text: '+++\ntitle = ⟦"""The mill⟧\nat dawn""\n\nMore.\n+++\n'
    },
    {
      name: 'Blank lines before TOML, which its readers take',
      text: '\n\n+++\n\ntitle = "The mill"\n+++\n'
    },
    {
      name: 'Blank lines around the first line',
      text: '⟦\n⇒⟧---\n\ntitle: The mill\n---\n'
    },
    {
      name: 'Un deux-points en TOML',
      text: '+++\ntitle⟦: ⇢ = ⟧"Le moulin"\n+++\n',
      settings: {locale: 'fr'}
    },
    {name: 'TOML that nobody can read', text: '+++\n⟦= 3⟧\n+++\n'},
    {
      name: 'JSON with a comma after the last value',
      text: '{\n  "title": "The mill"⟦,⇒⟧\n}\n'
    },
    {
      name: 'JSON with a comma missing',
      text: '{\n  "title": "The mill"⟦⇒,⟧\n  "date": "2025-05-12"\n}\n'
    },
    {
      name: 'JSON with single quotes',
      text: '{\n  "title": ⟦\'The mill\'⇒"The mill"⟧\n}\n'
    },
    {
      name: 'JSON with a quote that isn’t closed',
      text: '{\n  "title": ⟦"The mill⇢"The mill"⟧\n}\n'
    },
    {name: 'JSON with a comment', text: '{\n  ⟦// the title⟧\n  "title": "The mill"\n}\n'},
    {
      name: 'YAML',
      text: '---\ntitle: "The mill: a visit"\nseries: Water\n---\n\nText.\n\n---\n\nThe end.\n'
    },
    {
      name: 'TOML',
      text: '+++\ntitle = "The mill"\ndate = 2025-05-12\n[image]\npath = "mill.webp"\n+++\n'
    },
    {
      name: 'JSON',
      text: '{\n  "title": "The mill",\n  "image": {\n    "path": "mill.webp"\n  }\n}\n\nText.\n'
    },
    {name: 'JSON on one line', text: '{"title": "The \\"mill\\"", "n": -1.5e3}\n\nText.\n'},
    {
      name: 'References that stay small',
      text: `---\na: &a [x, y]\nb: [${'*a, '.repeat(300)}*a]\ntitle: The mill\n---\n`
    },
    {
      name: 'Blank lines and dots, where the site accepts them',
      text: '\n\n---\ntitle: The mill\n...\n\nText.\n',
      options: {allow: ['blank-lines', 'dots']}
    },
    {
      name: 'A post of Hexo, which reads front matter without its first line',
      text: 'title: The mill\ndate: 2025-05-12\n---\n\nText.\n',
      path: 'source/_posts/mill.md'
    },
    {name: 'A template', text: '<%inherit file="page.html"/>\n\n# The mill\n'},
    {name: 'Documents of the repository', text: '# The mill\n', path: 'README.fr.md'}
  ],
  check({post, options, report}) {
    const {frontMatter} = post
    const {problem} = frontMatter
    const isNone = problem?.kind === 'absent' || problem?.kind === 'bare'
    if (isNone && (isDocument(post.path) || isPart(post) || isFolderWithout(post))) return
    switch (problem?.kind) {
      case 'bare': {
        if (options.allow.includes('absent')) break
        const {lineEnding} = post.source
        const expected = ['---', post.source.slice(problem.range), '---'].join(lineEnding)
        report({range: problem.range, message: 'bare', values: undefined, expected: [expected]})
        break
      }
      case 'absent':
      case 'empty':
      case 'dots':
        if (options.allow.includes(problem.kind)) break
        report({
          range: problem.range,
          message: problem.kind,
          values: undefined,
          ...(problem.kind === 'dots' ? {expected: ['---'], fix: 'safe'} : {})
        })
        break
      case 'unopened': {
        // Hexo reads it without its first line.
        if (options.allow.includes('absent') || post.isHexo || isFolderWithout(post)) break
        const {range, fence} = problem
        const isMissing = range.start === range.end
        const expected = [isMissing ? fence + post.source.lineEnding : fence]
        report({range, message: 'unopened', values: {fence, isMissing}, expected})
        break
      }
      case 'late': {
        const {after, range} = problem
        if (after === 'blank' && options.allow.includes('blank-lines')) break
        const removable = after === 'blank' || after === 'indentation'
        report({
          range,
          message: 'late',
          values: {after},
          ...(removable ? {expected: [''], fix: 'safe'} : {})
        })
        break
      }
      case 'unclosed': {
        const {fence, at, range} = problem
        if (fence === '}') report({range, message: 'unclosed', values: {fence}})
        else {
          const fits = post.source.text.charAt(at - 1) === '\n' || at === 0
          const {lineEnding} = post.source
          report({
            range: {start: at, end: at},
            message: 'unclosed',
            values: {fence},
            expected: [`${fits ? '' : lineEnding}${fence}${lineEnding}`]
          })
        }
        break
      }
    }
    for (const {kind, range, value, expected, certain} of frontMatter.errors) {
      report({
        range,
        message: kind,
        values: {value, format: frontMatter.format ?? 'yaml'},
        ...(expected ? {expected, fix: certain ? 'safe' : 'suggestion'} : {})
      })
    }
    for (const {range, value, comment, expected} of cutValues(post)) {
      report({range, message: 'cut', values: {value, comment}, expected: [expected]})
    }
    for (const {range, value} of loneQuotes(post)) {
      report({range, message: 'lone-quote', values: {value}, expected: ['']})
    }
    if (frontMatter.notMapping && problem?.kind !== 'empty') {
      const text = post.source.slice(frontMatter.content)
      const first = /\S.*/.exec(text)
      const value = first?.[0].trimEnd() ?? ''
      const start = frontMatter.content.start + (first?.index ?? 0)
      report({range: {start, end: start + value.length}, message: 'notMapping', values: {value}})
    }
    for (const {key, range, first} of frontMatter.duplicates) {
      const line = post.source.lineAt(first.start)
      report({range, message: 'duplicate', values: {key, line}})
    }
  }
})

/** Folders of what templates put into pages, where front matter would show on them. */
const folderOfParts =
  /(?:^|[\\/])(?:_?includes?|_?partials?|_?snippets?|_?layouts?|_?components?)[\\/]/i

/** Whether a file is a template, or a part that a template puts into pages. */
function isPart({source, path = ''}: Post): boolean {
  return folderOfParts.test(path) || /^\uFEFF?\s*(?:<[%?]|\{[%{#])/.test(source.text)
}

/** Whether no post of a post's folder has front matter: its site takes titles from somewhere else. */
function isFolderWithout(post: Post): boolean {
  const neighbours = neighboursOf(post, 1)
  return neighbours.length > 0 && neighbours.every((file) => readCached(file, lacksFrontMatter))
}

function lacksFrontMatter(text: string): boolean {
  return /^(?:absent|bare|unfenced|unopened)$/.test(
    findFrontMatter(new Source(text)).problem?.kind ?? ''
  )
}
