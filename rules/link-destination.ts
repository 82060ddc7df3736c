import type {Link, PhrasingContent} from 'mdast'
import {otherPlatform} from '../src/platforms.js'
import {
  isWrongVideo,
  type Judgement,
  judgeDestination,
  leadsElsewhere,
  meantByWords,
  misspeltSite
} from '../src/post/destination.js'
import {earlyEnd} from '../src/post/html/early-end.js'
import type {HtmlStartTag} from '../src/post/html.js'
import {wrongTimes} from '../src/post/link-times.js'
import {plainText} from '../src/post/markdown.js'
import type {Located} from '../src/post/outline.js'
import {destinationRange} from '../src/post/resource.js'
import type {Range, Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const linkDestination = defineRule({
  id: 'episode-link-destination',
  pillar: 'links',
  summary: 'Links lead somewhere.',
  why: 'Without `https://`, a browser takes `www.example.org` for a page of the site it is on, and the listener who follows the link finds “not found”. No build reports it.',
  standards: [
    {
      name: 'WHATWG URL §4.3: relative URL strings',
      url: 'https://url.spec.whatwg.org/#url-writing'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'An address that begins with www',
      text: 'Our sponsor is [Acme](⟦www.acme.example⇒https://www.acme.example⟧), again.\n'
    },
    {
      name: 'A host and a path without a scheme',
      text: '- [Acme](⟦acme.ai/show⇢https://acme.ai/show⟧ "Our sponsor")\n- ![Logo](⟦www.acme.example/logo.png⇒https://www.acme.example/logo.png⟧)\n'
    },
    {
      name: 'A definition, an address in angle brackets, and one in HTML',
      text: '[Acme][a] and [Zebra](<⟦zebra.org⇢https://zebra.org⟧>)\n\n[a]: ⟦acme.com⇢https://acme.com⟧\n\n<p><a class="x" href="⟦www.acme.example⇒https://www.acme.example⟧">Acme</a></p>\n'
    },
    {
      name: 'A scheme with a slip in it',
      text: 'See [one](⟦https:/acme.example/a⇢https://acme.example/a⟧), [two](⟦http//acme.example⇢http://acme.example⟧), [three](⟦ttps://acme.example⇢https://acme.example⟧), [four](⟦https://https://acme.example⇢https://acme.example⟧) and [five](⟦https;//acme.example⇢https://acme.example⟧).\n'
    },
    {
      name: 'A link inside a destination',
      text: '- Léa: [acme.example](⟦[acme.example](https://acme.example/)⇢https://acme.example/⟧)\n- Hugo: [Acme](⟦[https://acme.example/hugo⇢https://acme.example/hugo⟧)\n'
    },
    {
      name: 'A host without its end',
      text: 'Listen on [our site](⟦https://acme/show/12⟧), or at home: [here](http://localhost/show), [there](http://radio:8080/) and [there](http://[::1]/).\n'
    },
    {
      name: 'A host and a path that have run together',
      text: 'Watch [the film](⟦https://video.beqZ4_x⇢https://video.be/qZ4_x⟧) and [more](⟦https://acme.example2024/x⟧), not [there](http://192.168.0.1/a), [here](https://acme.museum), [there](https://a_b.example.COM/x) or [here](https://acme.xn--p1ai/).\n'
    },
    {
      name: 'A link in the midst of an address',
      text: 'Léa: [Acme](⟦https://acme.example/[Acme](https://acme.example/)⟧).\n'
    },
    {
      name: 'A title that touches the address',
      text: 'Our sponsor is [Acme](⟦https://acme.example"Acme"⇢https://acme.example "Acme"⟧).\n'
    },
    {
      name: 'An address that is cut, one for editors only, and two slashes too many',
      text: 'The [talk](⟦https://mill.example/talks/24…i-yae⟧), the [form](⟦https://docs.google.com/forms/d/1aB-c/edit?usp=sharing⇢https://docs.google.com/forms/d/1aB-c/viewform⟧), [us](⟦tel://+33123456789⇢tel:+33123456789⟧), not [this](https://mill.example/?q=a…b).\n'
    },
    {
      name: 'Pages in place of players',
      text: '<iframe title="The mill" src="⟦https://www.youtube.com/watch?v=aBcDeFgHiJk&t=4⇢https://www.youtube.com/embed/aBcDeFgHiJk⟧"></iframe>\n<iframe title="The dam" src="⟦https://vimeo.com/123456⇢https://player.vimeo.com/video/123456⟧"></iframe>\n<iframe title="The wheel" src="⟦https://open.spotify.com/episode/4rOoJ6E?si=1⇢https://open.spotify.com/embed/episode/4rOoJ6E⟧"></iframe>\n<iframe title="The tapes" src="https://www.youtube.com/embed/aBcDeFgHiJk"></iframe>\n'
    },
    {
      name: 'A file on somebody’s computer',
      text: 'The [notes](<⟦C:\\\\Users\\\\Odile\\\\notes.html⟧>) and the [plan](⟦file:///home/odile/plan.pdf⟧).\n'
    },
    {
      name: 'The rest of quotation marks',
      text: 'Get [the book](⟦https://acme.example/book\\\\%22⇢https://acme.example/book⟧), [the film](⟦https://acme.example/film”⇢https://acme.example/film⟧), [more](<⟦https://acme.example/more&quot;⇢https://acme.example/more⟧>), not [all](https://acme.example/?q=%22mill%22) or [others](https://acme.example/?q=%22mill).\n'
    },
    {
      name: 'Bold marks that a search for a word has put into an address',
      text: 'By [**Odile**](⟦https://social.example/@**odile**marchetti⇢https://social.example/@odilemarchetti⟧), not [here](https://code.example/src/**/*.md).\n'
    },
    {
      name: 'Words that are the address of another page',
      text: 'Read [https://mill.example/2025/wheel](⟦https://mill.example/2024/dam⇢https://mill.example/2025/wheel⟧), [https://mill.example](https://mill.example/2024/dam), [https://www.mill.example/2025/](http://mill.example/2025/wheel?from=here) and [https://mill.example/2025/wheel](https://short.example/w).\n'
    },
    {
      name: 'Brackets in an address',
      text: 'See [one](https://acme.example/a[1]) and [two](https://acme.example/?a[]=b).\n'
    },
    {
      name: 'An e-mail address without its scheme',
      text: '> Écrivez à [la rédaction](⟦radio@example.org⇢mailto:radio@example.org⟧).\n'
    },
    {
      name: 'No destination at all',
      text: 'La [transcription]⟦()⟧, la [suite](⟦<>⟧) et le <a href="⟦⟧">site</a>\n'
    },
    {
      name: 'A link that is named after another service than it leads to',
      text: '---\nspotify: ⟦https://podcasts.apple.com/fr/podcast/id12⟧\nyoutube_url: https://youtu.be/aBcDeFgHiJk\ndeezer_link: ⟦https://vimeo.com/12⟧\n---\n\n- [Apple Podcasts](⟦https://open.spotify.com/show/4rO⟧)\n- [**Watch on YouTube**](⟦https://vimeo.com/12⟧)\n- [this talk on GitHub](⟦https://youtu.be/aBcDeFgHiJk⟧)\n- [![Deezer](deezer.svg)](⟦https://soundcloud.com/mill⟧)\n\n<a href="⟦https://www.facebook.com/mill⟧">Instagram</a>\n'
    },
    {
      name: 'Links to services as they should be, and pages of one on another',
      text: '[Spotify](https://anchor.fm/mill), [Twitter](https://x.com/mill), [Instagram](https://www.facebook.com/instagram), [YouTube](https://mill.example/film), [how to publish a mill on GitHub](https://youtu.be/aBcDeFgHiJk), [iTunes](https://itunes.apple.com/podcast/1), [YouTube](https://www.google.com/search?q=mill)\n'
    },
    {
      name: 'An address that goes by way of a page which counts its readers',
      text: '[Odile](⟦https://www.youtube.com/redirect?event=description&q=https%3A%2F%2Fmill.example%2Fa&v=aBcDeFgHiJk⇒https://mill.example/a⟧), [the dam](⟦https://www.google.com/url?sa=t&url=https%3A%2F%2Fmill.example%2Fa%20(b)⇒https://mill.example/a%20%28b%29⟧), [search](https://www.google.com/search?q=https://mill.example)\n'
    },
    {
      name: 'An identifier that no film of YouTube has',
      text: '[Watch](⟦https://youtu.be/aBcDeFgHiJ⟧) or [here](https://www.youtube.com/watch?list=x&v=aBcDeFgHiJk&t=3).\n\n<iframe src="⟦https://www.youtube.com/embed/aBcDeFgHiJkL?rel=0⟧" title="The mill"></iframe>\n\n<iframe src="https://www.youtube.com/embed/videoseries?list=PL1" title="All mills"></iframe> <iframe src="https://www.youtube.com/embed/VIDEO_ID" title="A mill"></iframe>\n'
    },
    {
      name: 'Words that are a letter away from where the link leads',
      text: '[⟦mdeia.mill.example⇢media.mill.example⟧](https://media.mill.example/v), [⟦@jasmintetscode⇢@jasmintestcode⟧](https://twitter.com/jasmintestcode), [⟦odilmarchetti⇢odilemarchetti⟧](https://github.com/odilemarchetti), [⟦Mastodon: @jasmintetscode⇢Mastodon: @jasmintestcode⟧](https://social.example/@jasmintestcode)\n\n[mill.example](https://www.mill.example/), [@odile](https://twitter.com/odile_m), [Odile](https://github.com/odyle), [organise](https://github.com/mill/organize), [moulinet](https://github.com/mollinat)\n'
    },
    {
      name: 'A link without words',
      text: 'Our sponsor is Acme⟦[]⟧(https://acme.example), as [before](https://acme.example/1). [](#top)\n'
    },
    {
      name: 'A link without words to a page of the site, and two in HTML',
      text: '- ⟦[]⟧(/catalog/mill) and [](/notes.md)\n\n⟦<a href="/mill">⟧</a> ⟦<a class="icon" href="https://example.org">⟧ <i class="fab"></i></a>\n\n<a href="/a" aria-label="The mill"><i></i></a> <a href="/b"><i title="The dam"></i></a> <a href="/c"><img src="d.png" alt="The dam"></a> <a id="top" href="/d"></a>\n\n⟦<a href="{{ guest.url }}">⟧<i class="fa fa-link"></i></a>\n'
    },
    {
      name: 'A link that ends before its words',
      text: 'See <a href="https://mill.example">⟦</a>⇢⟧the mill’s page</a>, and <a href="https://mill.example/2">the dam</a>.\n'
    },
    {
      name: 'A site whose name has a slip in it, and an identifier without its site',
      text: '[Odile](⟦https://www.twiter.com/odile⇢https://www.twitter.com/odile⟧), [code](⟦https://gitub.com/mill⇢https://github.com/mill⟧), [film](⟦https://yuotube.com/w⇢https://youtube.com/w⟧), [paper](⟦https://10.1234/mill.5⇢https://doi.org/10.1234/mill.5⟧), [a](https://gitlab.com) [b](https://shopify.com)\n'
    },
    {
      name: 'An attribute in place of the address, and words in its place',
      text: '[a](⟦href="https://example.org/a"⇢https://example.org/a⟧), [https://mill.example/](⟦mill⇢https://mill.example/⟧)\n'
    },
    {
      name: 'A link to another time than its words say',
      text: 'Hear it [at 11:24](⟦https://video.example/w?v=a&t=84s⇢https://video.example/w?v=a&t=684s⟧).\n\n[00:10](https://video.example/w?t=8) [10 min of silence](https://video.example/w?t=90) [1:24](https://video.example/w?t=5040) [1 h 02](https://video.example/w?t=1h2m)\n'
    },
    {
      name: 'One link that isn’t exact among many that are',
      text: '[1:00](https://video.example/w?t=60) [2:00](https://video.example/w?t=120) [3:00](https://video.example/w?t=180) [4:00](https://video.example/w?t=240) [5:00](https://video.example/w?t=297) [14:53](⟦https://video.example/w?t=873⇢https://video.example/w?t=893⟧)\n'
    },
    {
      name: 'One link that isn’t exact among few',
      text: '[1:00](https://video.example/w?t=60) [2:00](https://video.example/w?t=120) [14:53](https://video.example/w?t=873)\n'
    },
    {
      name: 'Times that run ahead of the film all along',
      text: '[01:00](https://video.example/w?t=100) [02:00](https://video.example/w?t=160) [1 h 02](https://video.example/w?t=1h3m)\n'
    },
    {
      name: 'A scheme and nothing after it',
      text: 'The [site](⟦https://⟧) is down.\n'
    },
    {
      name: 'Addresses, pages and files of the site',
      text: '[a](https://example.org) [b](#t=00:43) [c](/episodes/2) [d](./notes.md) [e](../a/) [f](page.html) [g](mailto:radio@example.org) [h](tel:+33123456789) [i](//example.org/a) [j](episode-2/) [k](transcript.md) [l](?page=2) [m](cover.png) [n](script.py) [o](a.b.html) [p](podcast:x) [q](report.final.pdf) [r](feed.xml) [s](http://localhost:8080/) [t](spotify:show:1)\n\n<https://example.org> <radio@example.org>\n\n<a name="top"></a> <a href="#top">Up</a>\n'
    },
    {
      name: 'Addresses that a template writes',
      text: '[a]({{url}}) [b]({%link%}) <a href="{{ url }}">c</a> <a href="{{ site.url }}/a">d</a>\n'
    },
    {
      name: 'A sign in the name of a site, backslashes, and addresses of a wiki',
      text: '---\nimage: ⟦assets\\mill\\a.jpg⇢assets/mill/a.jpg⟧\nthumbnail: "⟦mill\\\\b.jpg⇢mill/b.jpg⟧"\n---\n\n[a](⟦http://www.mill.example,⇢http://www.mill.example⟧), [b](⟦http://mill,example/dam⟧), <a href="⟦talks\\wheel\\a.html⇢talks/wheel/a.html⟧">c</a>, [d](⟦Category:Mills⟧), [e](a\\_b), [f](mill.md)\n'
    },
    {
      name: 'Pages that GitHub doesn’t have, and addresses that run out',
      text: '[a](⟦https://github.com/mill/wheel/issue/91⇒https://github.com/mill/wheel/issues/91⟧), [b](⟦https://github.com/mill/wheel/pulls/9#c⇒https://github.com/mill/wheel/pull/9#c⟧), [c](https://github.com/mill/wheel/pulls), [d](⟦https://media.example/a.mp4?X-Amz-Expires=14400&X-Amz-Signature=ab⟧)\n\n<video src="⟦https://media.example/a.mp4?a=b&amp;X-Amz-Expires=14400⟧"></video>\n'
    },
    {
      name: 'A letter that belongs to the link behind it',
      text: '⟦d[⇢[d⟧ead-parrot](https://code.example/mill/dead-parrot), l[a roue](https://mill.example/roue), re[mill](https://code.example/mill), d[am](https://mill.example/adam)\n'
    },
    {
      name: 'Code',
      text: 'Write `[a](www.example.org)`.\n\n    [a](www.example.org)\n\n```html\n<a href="www.example.org">\n```\n'
    }
  ],
  check({post, report}) {
    const {source, outline} = post
    const say = (range: Range, judgement: Judgement | undefined): void => {
      if (!judgement) return
      const destination = source.slice(range)
      const {message, expected, safe} = judgement
      report({
        range,
        message,
        values: {destination, expected: expected ?? ''},
        ...(expected === undefined ? {} : {expected: [expected]}),
        fix: safe ? 'safe' : 'suggestion'
      })
    }
    const comparePlatforms = (words: string, url: string, place: Range | Located): void => {
      const {said, there} = otherPlatform(words, url) ?? {}
      const range = 'node' in place ? destinationRange(source, place) : place
      if (said === undefined || there === undefined || !range) return
      report({range, message: 'platform', values: {destination: url, expected: '', said, there}})
    }
    const judge = (located: Located, url: string): void => {
      if (url !== '' && !maybeWrong(url)) return
      const range = destinationRange(source, located)
      if (!range || post.templates.some((d) => d.start < range.end && range.start < d.end)) return
      if (url === '') {
        // An empty destination has no characters to show: the brackets around it stand for it.
        const brackets = {start: range.start - 1, end: range.end + 1}
        if (/^(?:\(\)|<>)$/.test(source.slice(brackets))) say(brackets, {message: 'empty'})
        return
      }
      say(range, judgeDestination(source.slice(range)))
    }
    for (const link of outline.all('link')) {
      judge(link, link.node.url)
      const [child] = link.node.children
      if (link.node.children.length === 1 && child) {
        const words = child.type === 'image' ? (child.alt ?? '') : textOf(child)
        comparePlatforms(words, link.node.url, link)
      }
      if (link.node.children.length === 1 && child?.type === 'text') {
        const range = leadsElsewhere(child.value, link.node.url) && destinationRange(source, link)
        if (range) say(range, {message: 'other', expected: child.value.trim()})
        const meant = meantByWords(child.value, link.node.url)
        const words = child.position && {
          start: (child.position.start.offset ?? 0) + source.byteOrderMark,
          end: (child.position.end.offset ?? 0) + source.byteOrderMark
        }
        if (meant !== undefined && words && source.slice(words) === child.value) {
          const values = {destination: child.value, expected: meant}
          report({range: words, message: 'shown', values, expected: [meant]})
        }
      }
      const letter = letterOutside(source.text, link)
      if (letter) {
        const values = {destination: textOf(child ?? link.node), expected: ''}
        report({
          range: letter,
          message: 'letterOutside',
          values,
          expected: [`[${source.text.charAt(letter.start)}`]
        })
      }
      // An anchor within the page may do without words.
      if (link.node.children.length === 0 && leadsAway.test(link.node.url)) {
        const range = {start: link.start, end: link.start + 2}
        report({range, message: 'noWords', values: {destination: link.node.url, expected: ''}})
      }
    }
    for (const {pointer, value, range, mapped} of post.frontMatter.strings) {
      comparePlatforms(pointer.split('/').at(-1) ?? '', value, range)
      if (!pathWithBackslash.test(value)) continue
      const path = mapped.range(0, value.length)
      say(path, {message: 'backslash', expected: value.replaceAll('\\', '/')})
    }
    for (const {link, shown, expected} of wrongTimes(outline)) {
      const range = destinationRange(source, link)
      if (!range) continue
      const values = {destination: shown, expected}
      report({range, message: 'time', values, expected: [expected]})
    }
    for (const image of outline.all('image')) {
      if (image.node.url !== '') judge(image, image.node.url)
    }
    for (const definition of outline.all('definition')) judge(definition, definition.node.url)
    for (const token of post.html.tokens) {
      if (token.kind !== 'start' || token.name !== 'a') continue
      const href = token.attributes.find((d) => d.name === 'href')
      if (!href) continue
      const {valueRange: range} = href
      const value = source.slice(range)
      const words = /^([^<>]{1,60})<\/a/i.exec(source.text.slice(token.end, token.end + 64))?.[1]
      if (words !== undefined) comparePlatforms(words, href.value, range)
      const empty = value.trim() === ''
      if (!empty && (value !== value.trim() || !maybeWrong(value))) continue
      if (post.templates.some((d) => d.start <= range.end && range.start <= d.end)) continue
      say(range, empty ? {message: 'empty'} : judgeDestination(value))
    }
    for (const token of post.html.tokens) {
      if (token.kind !== 'start' || !/^(?:audio|video|source|img)$/.test(token.name)) continue
      const src = token.attributes.find((d) => d.name === 'src')
      const judgement = src && judgeDestination(src.value)
      if (judgement?.message === 'expires') say(src?.valueRange ?? token, judgement)
    }
    for (const token of post.html.tokens) {
      if (token.kind !== 'start' || token.name !== 'iframe') continue
      const src = token.attributes.find((d) => d.name === 'src')
      if (src && isWrongVideo(src.value)) say(src.valueRange, {message: 'video'})
      const expected = src && playerAddress(src.value)
      if (expected === undefined) continue
      const values = {destination: src?.value ?? '', expected}
      report({range: src?.valueRange ?? token, message: 'embed', values, expected: [expected]})
    }
    for (const token of post.html.tokens) {
      if (token.kind !== 'start' || token.name !== 'a') continue
      const destination = token.attributes.find((d) => d.name === 'href')?.value ?? ''
      if (!leadsAway.test(destination) || !hasNoWords(source, token)) continue
      const early = earlyEnd(source.text, token.end)
      if (early) {
        const values = {destination, expected: ''}
        report({range: early, message: 'endsEarly', values, expected: ['']})
        continue
      }
      report({range: token, message: 'noWordsInTags', values: {destination, expected: ''}})
    }
  }
})

/** The path of a file as Windows writes it. */
const pathWithBackslash =
  /^[\w./ -]+\\[\w.\\/ -]+\.(?:png|jpe?g|gif|webp|svg|avif|mp3|m4a|mp4|pdf)$/i

/** The pages of films and episodes that refuse to be shown in a frame, and their players. */
const players: readonly (readonly [page: RegExp, player: string])[] = [
  [
    /^https?:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]{11}).*$/i,
    'https://www.youtube.com/embed/$1'
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{11})(?:[?#].*)?$/i, 'https://www.youtube.com/embed/$1'],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(\d+)(?:[?#].*)?$/i, 'https://player.vimeo.com/video/$1'],
  [
    /^https?:\/\/open\.spotify\.com\/(episode|show)\/(\w+)(?:[?#].*)?$/i,
    'https://open.spotify.com/embed/$1/$2'
  ]
]

/** The address of the player of a page that can't be shown in a frame. */
function playerAddress(address: string): string | undefined {
  const [page, player = ''] = players.find(([pattern]) => pattern.test(address)) ?? []
  return page && address.replace(page, player)
}

/** The words of a child of a link that holds nothing but text. */
function textOf(child: PhrasingContent): string {
  if ('value' in child && child.type === 'text') return child.value
  const [only] = 'children' in child && child.children.length === 1 ? child.children : []
  return only ? textOf(only) : ''
}

/** The letter right before a link of which the address has it before the words: `d[am](…/dam)`. */
function letterOutside(text: string, {node, start}: Located<Link>): Range | undefined {
  const letter = text.charAt(start - 1)
  if (!/\p{L}/u.test(letter) || text.charAt(start) !== '[') return undefined
  const words = plainText(node).trim().toLowerCase()
  const address = node.url.toLowerCase()
  const at = address.indexOf(letter.toLowerCase() + words)
  const isWhole = at >= 0 && !/\p{L}/u.test(address.charAt(at - 1))
  return words !== '' && isWhole ? {start: start - 1, end: start + 1} : undefined
}

/** An address of another page; some engines fill in the title of a page of the site’s own files. */
const leadsAway = /^(?:\{\{|https?:|mailto:|\/(?!\S*\.(?:md|mdx|ipynb|rst)(?:#|$)))/i

/** Whether a link of HTML holds nothing, or pictures of a font of icons alone, and no label. */
function hasNoWords({text}: Source, {end, attributes}: HtmlStartTag): boolean {
  const content = /^\s*(?:<(i|span)\b[^<>]*>\s*<\/\1>\s*)*(?=<\/a\s*>)/i.exec(
    text.slice(end, end + 500)
  )?.[0]
  if (content === undefined || /\s(?:aria-label(?:ledby)?|title)\s*=/i.test(content)) return false
  return !attributes.some((d) => /^(?:aria-label(?:ledby)?|title|id|name)$/.test(d.name))
}

/** A quick look that lets nearly all good addresses pass. */
function maybeWrong(url: string): boolean {
  return (
    /["\]“”…\\]|^https?:\/\/[\w.-]+[,;]|\*\*|%22$|%9d$|\/edit(?:[?#]|$)|%E2%80%A6|^(?:tel|mailto):\/\//i.test(
      url
    ) ||
    strangeHost.test(url) ||
    /youtu|\/(?:issue|pulls)\/\d|X-(?:Amz|Goog)-|\/(?:url|l\.php|link|away\.php)\?|l\.instagram|safelinks|umblr|out\.reddit/i.test(
      url
    ) ||
    misspeltSite(url) !== undefined ||
    !/^(?:[#/.?]|https?:\/\/(?!https?\b)[^/\s]*[.:[]|mailto:)/.test(url)
  )
}

/** A host that ends with more than a few small letters. */
const strangeHost = /^https?:\/\/[^/?#:]{0,253}\.[^./?#:]{0,253}(?:[\d_-]|[a-z][A-Z]|[^./?#:]{18})/
