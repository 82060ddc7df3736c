import type {Heading, RootContent} from 'mdast'
import {
  announcesContent,
  announcesPlayer,
  findPlaceholders,
  hasPlaceholderId,
  isInstruction,
  isPlaceholderDestination,
  isPlaceholderValue,
  isReservedAddress,
  repeatsKey
} from '../src/placeholders.js'
import {plainText} from '../src/post/markdown.js'
import type {Located} from '../src/post/outline.js'
import type {Post} from '../src/post/post.js'
import type {Range} from '../src/post/source.js'
import {underlineOf} from '../src/post/underlined.js'
import {defineRule} from '../src/rule.js'

/** Keys of which the values are states and labels, not content. */
const labels = /\/(?:tags?|categor(?:y|ies)|status|state|keywords|series|layout)(?:\/|$)/i

export const placeholder = defineRule({
  id: 'episode-placeholder',
  pillar: 'metadata',
  summary: 'No promise is left in place of content.',
  why: 'A page goes online with “Transcript to come”, and stays that way: nobody is told when the promise is due. Such places are found when the post is checked: a promise that is all there is of a line, marks that writers leave for themselves, filler text, links to nowhere, headings that announce a transcript or links with nothing below, and the one heading among others that nothing follows. Text that speaks of the future is left alone, and so are drafts (`draft: true`, `published: false`, `status: draft`).',
  standards: [
    {
      name: 'RFC 2606, Reserved Top Level DNS Names',
      url: 'https://www.rfc-editor.org/rfc/rfc2606'
    },
    {
      name: 'WCAG 2.2, 1.2.1 Audio-only and Video-only (Prerecorded)',
      url: 'https://www.w3.org/TR/WCAG22/#audio-only-and-video-only-prerecorded'
    }
  ],
  defaults: {phrases: [] as readonly string[], exampleDomains: true},
  options: {
    phrases: {
      schema: {type: 'array', items: {type: 'string', minLength: 1}},
      description: 'Further phrases of the site that are promises where they are all of a line.'
    },
    exampleDomains: {
      schema: {type: 'boolean'},
      description:
        'Whether to find links to domains that are reserved for examples (`example.com`).'
    }
  },
  examples: [
    {
      name: 'Promises in German, Spanish, Portuguese, Italian and Dutch',
      text: '---\ntitle: Die Mühle\ntags: [⟦example-tag⟧, ⟦tag1⟧, Mühle]\n---\n\n⟦Transkript folgt in Kürze⟧\n\n*⟦Próximamente⟧*\n\n> ⟦Em breve⟧\n\n⟦Da definire⟧\n\n⟦Meer volgt.⟧\n\n⟦--Podcast---⟧\n\n-- The podcast --\n\nAus der Mühle folgt der Bach. Por definir el camino, Odile.\n'
    },
    {
      name: 'Links and words that nobody has put in',
      text: 'Le code est ouvert (⟦lien vers le dépôt⟧), avec Category theory\\[⟦link⟧\\]. The watcher, ⟦????⟧, was called, ⟦???⟧.\n\nPourquoi ??? What??? (lien vers [le dépôt](https://mill.example/a) du code) [[link](https://mill.example/b)] (le lien vers lui)\n'
    },
    {
      name: 'Une transcription promise',
      text: '## Transcription\n\n⟦Transcription à venir début juin 2025⟧\n\n⟦L’enregistrement est à venir.⟧\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A transcript that is promised at the end of a paragraph',
      text: 'Ines Calder shows us the wheel. ⟦The transcript will be available soon.⟧\n'
    },
    {
      name: 'Un sujet à définir',
      text: '---\ntitle: ⟦Sujet à définir⟧\n---\n\n⟦Lieu à préciser⟧\n\nLe sujet à définir avec soin, c’est le moulin.\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'La promesse seule, en texte, en HTML et dans un bloc de transcription',
      text: '> ⟦À venir⟧\n\n*⟦Bientôt disponible !⟧*\n\n<p>\nBonjour à tous.<br>\n⟦A VENIR⟧\n</p>\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Marks that writers leave for themselves',
      text: 'Length: ⟦TBD⟧\n\n⟦...TODO⟧\n\n⟦... TODO @odile⟧\n\n⟦TODO: ask Odile for the photo⟧\n\nListen there [⟦LINK⟧] or (⟦TBC with Ines⟧).\n'
    },
    {
      name: 'Details that nobody has confirmed yet',
      text: '---\ntitle: The mill\ndescription: ⟦Further details to be confirmed.⟧\nsummary: ⟦To follow⟧\n---\n\n*⟦TBC - needs to be transcribed⟧*\n\n** ⟦Show notes to follow at a later stage⟧**\n\nTo follow: the mill’s own channel. More details in the notes.\n'
    },
    {
      name: 'What a template holds for the writer to replace',
      text: '---\nyoutube: ⟦REPLACE_ME⟧\naudio: ⟦TODO⟧\nfile-link: ⟦Coming soon⟧\nimage: ⟦link here⟧\nenclosure: ⟦https://example.com/a.mp3⟧\nslug: todo\n---\n\nDate: ⟦2025-XX-XX⟧\n\nOdile Marchetti (⟦insert short bio⟧) shows us the wheel [⟦insérer le lien⟧].\n'
    },
    {
      name: 'What a template tells its writer',
      text: '---\nplayer: ⟦YOUR_PLAYER_ID⟧\nstream: ⟦REPLACE_STREAM_UID⟧\n---\n\n⟦Show notes and transcript go here.⟧\n\n⟦Insert your text here⟧\n\n⟦Insérez ici la transcription⟧\n\nThe river goes here. Notes on how to insert text here and there.\n'
    },
    {
      name: 'A promise in a container, and in a callout',
      text: ':::info ⟦Transcript coming soon⟧\n:::\n\n> [!note] ⟦À venir⟧\n\n:::tip The mill\n:::\n'
    },
    {
      name: 'A draft',
      text: '+++\ntitle = "The mill"\ndraft = true\n+++\n\nTODO: ask Odile for the photo\n\n## Transcript\n'
    },
    {
      name: 'A post that isn’t published',
      text: '---\ntitle: The mill\npublished: false\n---\n\nTODO: ask Odile for the photo\n'
    },
    {
      name: 'A post that is a draft by its status',
      text: '---\ntitle: The mill\nstatus: draft\n---\n\nTODO: ask Odile for the photo\n'
    },
    {
      name: 'Words that look like it',
      text: '---\nstatus: TODO\ntitle: Change me\n---\n\nInsert the tape (insert it gently), (insert your favourite name here) and `REPLACE_ME`. The 20XX years.\n'
    },
    {
      name: 'A value that repeats its key, an id that isn’t one, and a label with a promise',
      text: '---\ntitle: The mill\nsummary: ⟦Summary⟧\n---\n\n<iframe src="⟦https://www.youtube.com/embed/VIDEO_ID_2⟧" title="The mill"></iframe>\n\n- Speakers: ⟦To be added⟧\n- ⟦Lieu : à confirmer⟧\n- What is to be added: salt. Much is left to be added.\n'
    },
    {
      name: 'Filler text, in front matter too',
      text: '---\ntitle: The mill\ndescription: ⟦Lorem ipsum dolor sit amet⟧\nsummary: ⟦to be completed⟧\n---\n'
    },
    {
      name: 'Links to nowhere',
      text: '[Code](⟦FIXME-ADD-URL⟧), [Listen](⟦link⟧), [watch](⟦https://www.example.com/video⟧).\n\n<a href="⟦LIEN⟧">Écouter</a>\n\n[ref]: ⟦https://example.org⟧\n'
    },
    {
      name: 'A heading without words',
      text: '## The mill\n\nIt turns.\n\n⟦##⟧\n\nAt night, too.\n\n## {{< title >}}\n\n> ⟦####⟧\n'
    },
    {
      name: 'A heading with nothing below',
      text: '## Links\n\n- The mill\n\n## ⟦Related links⟧\n\n## ⟦Show notes⟧\n\n## Guest\n\nInes.\n\n## ⟦Transcript⟧\n\n<!-- here -->\n'
    },
    {
      name: 'The one heading of many with nothing below, and headings that are links or stand in a row',
      text: '## The wheel\n\nIt turns.\n\n## ⟦The dam⟧\n\n## The river\n\nIt flows.\n\n### [The shop](https://mill.example/shop)\n\n### Where\n\nHere.\n\n### When\n\nNow.\n\n#### One\n\n#### Two\n\nText.\n\n#### Three\n\nText.\n\n#### Four\n'
    },
    {
      name: 'One of two headings, which tell too little',
      text: '## The wheel\n\nIt turns.\n\n## The dam\n'
    },
    {
      name: 'A heading with only a line below',
      text: '## ⟦Links⟧\n\n---\n\n## Guest\n\nInes.\n\n## Transcript\n\n---\n\nInes: Hello.\n'
    },
    {
      name: 'A paragraph that dashes turn into a heading',
      text: '## Description\n\nInes Calder shows us the wheel. It turns again.\n---\n\nMore on Friday.\n'
    },
    {
      name: 'Des phrases du site',
      text: 'Bonjour.\n\n⟦On arrive !⟧\n',
      options: {phrases: ['On arrive']},
      settings: {locale: 'fr'}
    },
    {
      name: 'Marks of a template, and keys side by side',
      text: '---\ntitle: ⟦TODO_EPISODE_NAME⟧\nsubtitle: ⟦asdfasdf⟧\nsummary: ⟦asfas⟧\ndescription: ⟦asdf asdf⟧\n---\n\n⟦SHOW_NOTES_GO_HERE⟧\n\n⟦Some description text⟧\n\n⟦The subtitle⟧\n\nSome text follows: a summary, the title.\n'
    },
    {
      name: 'A player that got lost',
      text: '⟦**Watch all six talks:**⟧\n\nThe evening went on for long: see [our page](https://mill.example/3).\n\n⟦She came. His talk in two parts:⟧\n\n## The mill\n\n⟦Écoutez l’épisode :⟧\n'
    },
    {
      name: 'A player that is there, and what is no player',
      text: 'Watch the talk:\n\n{% youtube "a" %}\n\nHear the episode:\n\nPart 1: [The mill](https://mill.example/1)\n\nIn this talk, she makes three points:\n\nFirst, the wheel.\n\nWatch the [talk](/talks/2):\n\nHear the episodes:\n\n- The mill\n- The dam\n\nThe end. We see it so:\n'
    },
    {
      name: 'Un renvoi à la fin de l’article',
      text: 'Les conclusions (URL en fin d’article) sont là.\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Text that speaks of the future',
      text: 'The mills to come will be smaller. A video is coming soon to a cinema near you, says Ines.\n\nLes années à venir seront décisives, et la vidéo à venir de la fondation en parlera longuement, avec des invités.\n'
    },
    {
      name: 'Headings that announce',
      text: '## À venir\n\n- Le 3 juin : le moulin\n\n## Coming soon\n\nMore on Friday.\n\n## Transcript\n\n{% transcript %}\n'
    },
    {
      name: 'Words about such marks',
      text: 'We build a TODO app (TODO list), and talk of lorem ipsum and `TODO: x`.\n\nLe LIEN social est au cœur du débat.\n'
    },
    {
      name: 'Links to nowhere, where the option allows them',
      text: '[Watch](https://www.example.com/video).\n',
      options: {exampleDomains: false}
    },
    {
      name: 'Labels in front matter',
      text: '---\nstatus: TODO\ntags: [À venir]\n---\n'
    }
  ],
  check({post, options, report}) {
    if (isDraft(post)) return
    for (const {kind, mapped, pointer} of post.prose) {
      if (pointer !== undefined && labels.test(pointer)) continue
      const heading = kind === 'heading' || kind === 'cell' || kind === 'link-title'
      for (const {start, end} of findPlaceholders(mapped.text, heading, options.phrases)) {
        const words = mapped.text.slice(start, end)
        const range = mapped.range(start, end)
        if (!isLinked(post, range)) report({range, message: 'promise', values: {words}})
      }
    }
    const read = new Set(post.prose.map((d) => d.pointer))
    for (const {pointer, value, mapped} of post.frontMatter.strings) {
      const isUnread = !read.has(pointer) && !labels.test(pointer)
      // Where an address belongs, words with a space are none.
      const isPromise = (): boolean =>
        /\s/.test(value.trim()) && findPlaceholders(value, false, options.phrases).length > 0
      const isMark =
        isInstruction(value) || (isUnread && (isPlaceholderValue(value) || isPromise()))
      if (options.exampleDomains && isReservedAddress(value)) {
        const range = mapped.range(0, mapped.text.length)
        report({range, message: 'exampleDomain', values: {address: value.trim()}})
        continue
      }
      if (!isMark && !repeatsKey(pointer, value)) continue
      const range = mapped.range(0, mapped.text.length)
      report({range, message: 'promise', values: {words: value.trim()}})
    }
    for (const {range, address} of destinations(post)) {
      if (isPlaceholder(address)) {
        report({range, message: 'link', values: {address}})
      } else if (options.exampleDomains && isReservedAddress(address)) {
        report({range, message: 'exampleDomain', values: {address}})
      }
    }
    for (const heading of post.outline.all('heading')) {
      if (heading.node.children.length > 0) continue
      report({range: heading, message: 'emptyHeading', values: undefined})
    }
    for (const {range, words} of emptySections(post)) {
      report({range, message: 'emptySection', values: {words}})
    }
    for (const {range, words} of lostPlayers(post)) {
      report({range, message: 'lostPlayer', values: {words}})
    }
  }
})

/** Whether words are those of a link, or hold one: what they speak of is there. */
function isLinked({source}: Post, range: Range): boolean {
  return source.text.startsWith('](', range.end) || source.slice(range).includes('](')
}

/** Whether a post says that it isn’t published yet: nobody reads its promises. */
function isDraft({frontMatter: {data}}: Post): boolean {
  return data?.draft === true || data?.published === false || data?.status === 'draft'
}

function isPlaceholder(address: string): boolean {
  return isPlaceholderDestination(address) || hasPlaceholderId(address)
}

interface Destination {
  readonly range: Range
  readonly address: string
}

/** Where links and players of the body lead. */
function destinations({outline, html, source}: Post): readonly Destination[] {
  const found: Destination[] = []
  for (const type of ['link', 'definition'] as const) {
    for (const {node, start, end} of outline.all(type)) {
      if (!isPlaceholder(node.url) && !isReservedAddress(node.url)) continue
      const at = source.text.slice(start, end).lastIndexOf(node.url)
      if (at < 0) continue
      const range = {start: start + at, end: start + at + node.url.length}
      found.push({range, address: node.url})
    }
  }
  for (const token of html.tokens) {
    if (token.kind !== 'start') continue
    for (const {name, value, valueRange} of token.attributes) {
      if (name === 'href' || name === 'src') found.push({range: valueRange, address: value})
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start)
}

/** So many sections with content make a heading without any one that was forgotten. */
const leastFilled = 2

/**
 * Headings without content: those that announce it, and one that is alone with this among the headings
 * of its depth.
 */
function emptySections(post: Post): readonly {readonly range: Range; readonly words: string}[] {
  const {children} = post.tree
  const headings = post.outline.all('heading').filter((d) => d.parent?.node.type === 'root')
  // Their dashes were meant as a line between two parts.
  const underlined = new Set<RootContent>(
    headings.filter((d) => underlineOf(post.source, d)).map((d) => d.node)
  )
  const empty = headings.filter((heading) => {
    const next = children.slice(heading.index + 1).find((d) => !isInvisible(d))
    return !next || (next.type === 'heading' && next.depth <= heading.node.depth)
  })
  return empty.flatMap((heading) => {
    const next = children.slice(heading.index + 1).find((d) => !isInvisible(d))
    if (next && underlined.has(next)) return []
    const range = textRange(heading, post.source.byteOrderMark)
    const words = range ? post.source.slice(range) : ''
    const isAlike = (d: Located<Heading>): boolean => d.node.depth === heading.node.depth
    const filled = headings.filter((d) => isAlike(d) && !empty.includes(d)).length
    const isForgotten =
      filled >= leastFilled && empty.filter(isAlike).length === 1 && isPlain(heading.node)
    return range && (isForgotten || announcesContent(words)) ? [{range, words}] : []
  })
}

/** Whether a heading is words alone: a link, a picture or a shortcode may be all that is wanted. */
function isPlain({children}: Heading): boolean {
  return children.every(
    (d) => /^(?:text|strong|emphasis)$/.test(d.type) && !/\{[{%]/.test(plainText(d))
  )
}

/** Announcements of players after which the post ends, or goes on with text. */
function lostPlayers(post: Post): readonly {readonly range: Range; readonly words: string}[] {
  const {children} = post.tree
  const shift = post.source.byteOrderMark
  return post.outline.all('paragraph').flatMap((paragraph) => {
    if (paragraph.parent?.node.type !== 'root') return []
    if (!endsWithColon(post.source.text, paragraph)) return []
    const source = post.source.slice(paragraph)
    // With a link, what is announced is there.
    if (/\]\(|https?:|<\w|\{[{%]/.test(source)) return []
    const line = source.slice(source.lastIndexOf('\n') + 1)
    if (!announcesPlayer(source.replace(/\s+/g, ' ').replace(/[*_]+/g, ''))) return []
    const next = children.slice(paragraph.index + 1).find((d) => !isInvisible(d))
    const text = next?.position
      ? post.source.text.slice(
          (next.position.start.offset ?? 0) + shift,
          (next.position.end.offset ?? 0) + shift
        )
      : ''
    if (next && next.type !== 'paragraph' && next.type !== 'heading') return []
    // A link, an address, a tag, or a label with one of them.
    if (/^(?:[^\n.]{0,60}:)?[\s*_]*(?:[[<{!]|https?:|www\.)/.test(text)) return []
    const end = paragraph.end
    return [{range: {start: end - line.length, end}, words: line}]
  })
}

/** Whether a paragraph ends with a colon, which may be bold. */
function endsWithColon(text: string, {start, end}: Range): boolean {
  let last = end - 1
  while (last > start && /[*_\s]/.test(text.charAt(last))) last--
  return text.charAt(last) === ':'
}

function isInvisible(node: RootContent): boolean {
  if (node.type === 'definition' || node.type === 'thematicBreak') return true
  return node.type === 'html' && /^(?:\s|<!--[\s\S]*?-->|<\/?br\s*\/?>)*$/i.test(node.value)
}

function textRange({node}: Located, shift: number): Range | undefined {
  if (!('children' in node)) return undefined
  const start = node.children[0]?.position?.start.offset
  const end = node.children.at(-1)?.position?.end.offset
  return start === undefined || end === undefined
    ? undefined
    : {start: start + shift, end: end + shift}
}
