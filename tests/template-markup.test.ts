import {describe, expect, it} from 'vitest'
import type {Post} from '../src/post/post.js'
import {readPost} from './read-post.js'

/** The nodes that a post has below its blocks, each with its place in the file. */
function written(post: Post, type: string): string[] {
  return post.outline.nodes.filter((d) => d.node.type === type).map((d) => post.source.slice(d))
}

describe('templates in tags and destinations', () => {
  const image = '<img src="{{ "/a_b_c.png" | url }}">'

  it.each([
    ['a line of its own', image],
    ['a sentence', `One *two* ${image} three.`],
    ['a heading', `## One ${image}`],
    ['an item', `- One\n- ${image}`],
    ['a quote', `> One\n> ${image}`],
    ['a text after a byte order mark', `\uFEFFOne ${image}`]
  ])('are part of the tag in %s', (_, text) => {
    const post = readPost(`${text}\n`)
    expect(written(post, 'html')).toEqual([image])
    expect(post.outline.all('html')[0]?.node.value).toBe(image)
    expect(post.html.tokens).toMatchObject([{kind: 'start', name: 'img'}])
  })

  it('are part of a tag that goes on over lines of a quote', () => {
    const post = readPost('> A <a href="{{ "/a" | url }}"\n> id="{{ "b c" }}">link</a>\n')
    expect(post.html.tokens).toMatchObject([
      {
        name: 'a',
        attributes: [
          {name: 'href', value: '{{ "/a" | url }}'},
          {name: 'id', value: '{{ "b c" }}'}
        ]
      },
      {name: 'a'}
    ])
  })

  it('stand for attributes, too', () => {
    const post = readPost('A <b {% if "a" %}id="b"{% endif %}>word</b> {{ "c" | d }}\n')
    expect(written(post, 'html')).toEqual(['<b {% if "a" %}id="b"{% endif %}>', '</b>'])
    expect(written(post, 'text')).toEqual(['A ', 'word', ' {{ "c" | d }}'])
  })

  it('are destinations of links and pictures', () => {
    const post = readPost(
      'One {{ "a" }} [b]({{ "/b" | url }} "Title") ![]({{ "/c" | url }}) and [d][]\n\n[d]: /d\n'
    )
    expect(post.outline.all('link').map(({node}) => node.url)).toEqual(['{{ "/b" | url }}'])
    expect(post.outline.all('image').map(({node}) => node.url)).toEqual(['{{ "/c" | url }}'])
    expect(post.outline.all('linkReference')).toHaveLength(1)
    expect(written(post, 'link')).toEqual(['[b]({{ "/b" | url }} "Title")'])
    expect(post.outline.all('text')[0]?.node.value).toBe('One {{ "a" }} ')
  })

  it('change nothing where they stand in code or in text', () => {
    const text = 'See `<img src="{{ "/a" }}">`, {{ "b" }} and a < {{ "c" }}\n\n    <b {{ "d" }}>\n'
    expect(readPost(text).outline.all('html')).toEqual([])
  })

  it('leave the tree of the other blocks as it is', () => {
    const post = readPost(`# One\n\n- two\n- ${image}\n\nThree\n`)
    expect(post.outline.all('listItem')).toHaveLength(2)
    expect(written(post, 'text')).toEqual(['One', 'two', 'Three'])
  })
})
