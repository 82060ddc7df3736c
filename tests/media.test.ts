import {describe, expect, it} from 'vitest'
import {readFrontMatterPictures} from '../src/post/front-matter-pictures.js'
import {readPost} from './read-post.js'

describe('pictures', () => {
  it('are found in Markdown and HTML alike, in document order', () => {
    const {media} = readPost(
      '<img src="a.png" alt="A">\n\n![B][b] ![C](c.png) <img src=d.png>\n\n> <img src="e.png" alt="E">\n\n[b]: b.png\n[b]: z.png\n'
    )
    expect(media.pictures.map((d) => [d.address, d.alternative?.mapped.text])).toEqual([
      ['a.png', 'A'],
      ['b.png', 'B'],
      ['c.png', 'C'],
      ['d.png', undefined],
      ['e.png', 'E']
    ])
  })

  it('have a place for the alternative, its words and the picture itself', () => {
    const {media, source} = readPost(
      '\uFEFF> ![A &amp;\n> B](a.png)\n>\n> <IMG src="c.png"\n>   alt = \'l&rsquo;eau\'>\n'
    )
    const places = media.pictures.map(({alternative, label}) => [
      source.slice(label),
      alternative && source.slice(alternative.range),
      alternative && source.slice(alternative.mapped.range(0, alternative.mapped.text.length))
    ])
    expect(places).toEqual([
      ['![', '![A &amp;\n> B]', 'A &amp;\n> B'],
      ['IMG', "alt = 'l&rsquo;eau'", 'l&rsquo;eau']
    ])
    expect(media.pictures.map((d) => d.alternative?.mapped.text)).toEqual(['A &\nB', 'l’eau'])
  })

  it('take the first name that says something', () => {
    const {media} = readPost(
      '<img src="a" alt="" title="T">\n<img src="b" alt="A" aria-label="L">\n<img src="c" alt="" title="">\n'
    )
    expect(media.pictures.map((d) => d.alternative?.mapped.text)).toEqual(['T', 'L', ''])
  })

  it('know the words of their link, whichever language that is in', () => {
    const {media} = readPost(
      '[![A](a) Un *deux*](x)\n\n<a href="x">\n\n![B](b) trois\n\n</a>\n\n<a href="y"><img src="c" alt="C"> &eacute;t&eacute;</a>\n\n> <p><a href="y"><img src="c" alt="C"> l&rsquo;\n> &eacute;t&eacute;</a>\n\n![D](d) dehors\n'
    )
    expect(media.pictures.map((d) => d.link?.text)).toEqual([
      'Un deux',
      'trois',
      'été',
      'l’\nété',
      undefined
    ])
  })

  it('know their caption', () => {
    const {media} = readPost(
      '<figure>\n<img src="a" alt="A">\n<figcaption>Le <em>moulin</em></figcaption>\n</figure>\n\n![B](b)\n*La roue*\n\n![C](c)\n\nLe bief\n\nTexte ![D](d) encore\n'
    )
    expect(media.pictures.map((d) => d.caption)).toEqual([
      'Le moulin',
      'La roue',
      'Le bief',
      undefined
    ])
  })
})

describe('frames', () => {
  it('have an address, from a source in them too', () => {
    const {media} = readPost(
      '<iframe src="a"></iframe>\n<object data="b"></object>\n<embed src="c">\n<audio controls><source src="d"><source src="e"></audio>\n<iframe srcdoc="f"></iframe>\n<video></video>\n'
    )
    expect(media.frames.map((d) => [d.element, d.address])).toEqual([
      ['iframe', 'a'],
      ['object', 'b'],
      ['embed', 'c'],
      ['audio', 'd'],
      ['iframe', '']
    ])
  })
})

describe('pictures of the front matter', () => {
  const pairs = [
    {picture: 'image.path', alternative: 'image.alt'},
    {picture: 'cover', alternative: 'coverAlt'},
    {picture: 'cover', alternative: 'cover_alt'},
    {picture: 'guests.*.photos.*.src', alternative: 'guests.*.photos.*.alt'}
  ]

  it('are found by their keys, each item of a list with its own text', () => {
    const post = readPost(
      '---\nguests:\n  - photos: [{src: a, alt: A}, {src: b}]\n  - photos:\n      - alt: "C"\n        src: c\ncover: d\ncover_alt: D\nimage: {path: e, alt: }\n---\n'
    )
    const pictures = readFrontMatterPictures(post.source, post.frontMatter, pairs)
    expect(
      pictures.map((d) => [d.address, d.alternative && post.source.slice(d.alternative.range)])
    ).toEqual([
      ['a', 'A'],
      ['b', undefined],
      ['c', '"C"'],
      ['d', 'D'],
      ['e', 'alt']
    ])
    expect(pictures.map((d) => d.grouped)).toEqual([true, true, true, false, true])
  })

  it('are none where the front matter can’t be read', () => {
    const post = readPost('---\nimage: {path: e, alt: ""\n---\n')
    expect(readFrontMatterPictures(post.source, post.frontMatter, pairs)).toEqual([])
  })
})
