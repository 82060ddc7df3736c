import {isAddress, isGenericForFrame, isMediaFileName, spoken} from '../src/naming/words.js'
import type {FrameElement} from '../src/post/media.js'
import type {Post} from '../src/post/post.js'
import type {Range} from '../src/post/source.js'
import {hasTemplate} from '../src/post/templates.js'
import {defineRule} from '../src/rule.js'

const elements: readonly FrameElement[] = ['iframe', 'video', 'audio', 'object', 'embed']

export const frameTitle = defineRule({
  id: 'episode-frame-title',
  pillar: 'alternative-text',
  summary: 'Frames and players have a title that says what is in them.',
  why: 'A screen reader announces a frame by its title and lists the frames of a page by it. The code that podcast and video services hand out has none, or the same for every episode (“YouTube video player”). Frames that nobody meets (hidden, of one pixel, out of the tab order), films without controls that play as a background, and players that a template writes are left alone.',
  standards: [
    {
      name: 'WCAG 2.2, 4.1.2 Name, Role, Value',
      url: 'https://www.w3.org/TR/WCAG22/#name-role-value'
    },
    {
      name: 'WCAG 2.2, 1.1.1 Non-text Content',
      url: 'https://www.w3.org/TR/WCAG22/#non-text-content'
    },
    {
      name: 'RGAA 4, 2.1: each frame has a title',
      url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#2.1'
    },
    {
      name: 'RGAA 4, 2.2: the title of each frame is relevant',
      url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#2.2'
    }
  ],
  defaults: {elements},
  options: {
    elements: {
      schema: {type: 'array', items: {enum: elements}, uniqueItems: true},
      description: 'Which elements need a title.'
    }
  },
  examples: [
    {
      name: 'A player as its service hands it out',
      text: 'Before.\n\n<⟦iframe⟧ src="https://player.example.org/42" width="100%"></iframe>\n\nAfter.\n'
    },
    {
      name: 'A player with a title',
      text: '<iframe title="Episode 12: the mill" src="https://player.example.org/12"></iframe>\n'
    },
    {
      name: 'A player with an empty title, in a block quote',
      text: '> Écoutez.\n>\n> <iframe\n>   src="https://player.example.org/42"\n>   ⟦title=" "⟧></iframe>\n'
    },
    {
      name: 'A title that the service puts into every copied code',
      text: '<iframe src="https://www.youtube.com/embed/x" title="⟦YouTube video player⟧"></iframe>\n\n<iframe src="https://w.soundcloud.com/player" title="⟦Embed Player⟧"></iframe>\n\n<iframe src="https://embed.acast.com/a" title="⟦Acast⟧"></iframe>\n'
    },
    {
      name: 'Un titre qui ne dit rien de l’épisode',
      text: '<iframe src="https://lecteur.example.org/7" title="⟦Lecteur audio&nbsp;intégré⟧"></iframe>\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'The address or the file’s name as a title',
      text: '<audio controls src="mill.mp3" title="⟦mill.mp3⟧"></audio>\n\n<iframe src="https://player.example.org/42" title="⟦https://player.example.org/42⟧"></iframe>\n'
    },
    {
      name: 'A service’s title with the episode’s in it',
      text: '<iframe src="https://open.spotify.com/embed/x" title="Spotify Embed: The last mill of Arvane"></iframe>\n'
    },
    {
      name: 'Two players of one title',
      text: '<iframe src="https://player.example.org/1" title="The mill, whole talk"></iframe>\n\n<iframe src="https://player.example.org/2" title="⟦The mill: whole talk⟧"></iframe>\n'
    },
    {
      name: 'The same player twice',
      text: '<iframe src="https://player.example.org/1" title="The mill"></iframe>\n\n<iframe src="https://player.example.org/1" title="The mill"></iframe>\n'
    },
    {
      name: 'Players of the browser’s own',
      text: '<⟦audio⟧ controls src="mill.mp3"></audio>\n\n<⟦video⟧ controls>\n  <source src="mill.mp4">\n</video>\n\n<video controls aria-label="The wheel turns" src="wheel.mp4"></video>\n'
    },
    {
      name: 'A player whose caption names it',
      text: '<figure>\n<audio controls src="mill.mp3"></audio>\n<figcaption>Episode 12: the mill</figcaption>\n</figure>\n'
    },
    {
      name: 'A film as a background',
      text: '<video muted autoplay loop src="waves.mp4"></video>\n'
    },
    {
      name: 'Embedded documents',
      text: '<⟦object⟧ data="map.svg"></object>\n\n<⟦embed⟧ src="map.svg">\n\n<object data="map.svg" aria-label="The river and its mills"></object>\n'
    },
    {
      name: 'Names from elsewhere',
      text: '<h2 id="listen">The mill</h2>\n<iframe aria-labelledby="listen" src="https://player.example.org/1"></iframe>\n'
    },
    {
      name: 'A frame in the front matter',
      text: `---\nplayer: '<⟦iframe⟧ width="300" src="https://player.example.org/1"></iframe>'\naudio: >-\n  <⟦audio⟧ src="/mill.mp3"></audio>\nother: '<iframe title="The mill" src="https://player.example.org/1"></iframe>'\nhidden: '<iframe hidden src="https://player.example.org/1"></iframe>'\ntemplate: '<iframe src="{{ player }}"></iframe>'\ntext: An <iframe> without a title\n---\n`
    },
    {
      name: 'Frames that nobody meets',
      text: '<iframe hidden src="https://a.example"></iframe>\n<iframe aria-hidden="true" src="https://a.example"></iframe>\n<iframe width="0" height="0" src="https://a.example"></iframe>\n<iframe width="1px" src="https://a.example"></iframe>\n<iframe tabindex="-1" src="https://a.example"></iframe>\n<iframe style="display: none" src="https://a.example"></iframe>\n\n<div aria-hidden="true">\n\n<iframe src="https://a.example"></iframe>\n\n</div>\n'
    },
    {
      name: 'A frame after a hidden one is met',
      text: '<div hidden>\n\nNot now.\n\n</div>\n\n<⟦iframe⟧ src="https://player.example.org/1"></iframe>\n'
    },
    {
      name: 'A frame whose address a template writes, in a sentence',
      text: 'Listen: <⟦iframe⟧ src="{{ "/player" | url }}"></iframe>\n'
    },
    {
      name: 'What a template writes',
      text: '{% youtube "abc" %}\n\n<iframe title="{{ title }}" src="https://player.example.org/1"></iframe>\n',
      settings: {templates: 'nunjucks'}
    },
    {
      name: 'Words about frames',
      text: 'Put the code into an <iframe>, as `<iframe src="x">` does.\n'
    },
    {
      name: 'Only the elements of the option',
      text: `---\nplayer: '<audio src="/mill.mp3"></audio>'\n---\n\n<audio controls src="mill.mp3"></audio>\n\n<⟦iframe⟧ src="https://player.example.org/1"></iframe>\n`,
      options: {elements: ['iframe']}
    }
  ],
  check({post, options, report}) {
    const titles = new Map<string, {readonly line: number; readonly address: string}>()
    for (const frame of post.media.frames) {
      const {element, address, name, label} = frame
      if (frame.hidden || frame.namedElsewhere || !options.elements.includes(element)) continue
      if (!name) {
        report({range: label, message: 'missing', values: {element, address}})
        continue
      }
      const title = name.mapped.text
      if (title.trim() === '') {
        report({range: name.range, message: 'empty', values: {element}})
        continue
      }
      if (hasTemplate(title)) continue
      const range = name.mapped.range(0, title.length)
      if (isAddress(title) || isMediaFileName(title) || isGenericForFrame(title)) {
        report({range, message: 'generic', values: {title}})
        continue
      }
      const before = titles.get(spoken(title))
      if (!before) titles.set(spoken(title), {line: post.source.lineAt(frame.start), address})
      else if (before.address !== address) {
        report({range, message: 'repeated', values: {title, line: before.line}})
      }
    }
    for (const {range, element, address} of namelessInFrontMatter(post)) {
      if (!options.elements.includes(element)) continue
      report({range, message: 'missing', values: {element, address}})
    }
  }
})

/** A frame or a player that is all of a value of the front matter, for a template to put on the page. */
const frameAsValue =
  /^\s*<(iframe|audio)\b(?![^<>]*\s(?:title|aria-label(?:ledby)?|hidden|aria-hidden)\b)(?![^<>]*display: ?none)[^<>]*>/i

interface NamelessFrame {
  readonly range: Range
  readonly element: FrameElement
  readonly address: string
}

/** Frames and players without a title in values of the front matter. */
function namelessInFrontMatter({frontMatter}: Post): readonly NamelessFrame[] {
  return frontMatter.strings.flatMap(({value, mapped}) => {
    if (!value.includes('<')) return []
    const [tag = '', name = ''] = frameAsValue.exec(value) ?? []
    const element = elements.find((d) => d === name.toLowerCase())
    if (element === undefined || hasTemplate(tag)) return []
    const start = tag.indexOf(name)
    const address = /\ssrc=["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? ''
    return [{range: mapped.range(start, start + name.length), element, address}]
  })
}
