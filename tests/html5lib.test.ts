import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {Post} from '../src/post/post.js'
import {type PlacedError, parse5Errors} from './parse5-errors.js'
import {readPost} from './read-post.js'

/**
 * The tokenizer tests of html5lib, which browsers' parsers are tested with. They come in the first
 * versions of parse5, and in no package of their own. They are older than the error codes, so that only
 * their inputs are of use: today's parse5 says what is wrong with each.
 */
const folder = new URL(
  '../node_modules/html5lib-tokenizer-tests/test/data/tokenizer/',
  import.meta.url
)

interface TokenizerTest {
  readonly input: string
  /** Whether the input holds `\uXXXX` for characters that JSON couldn't carry. */
  readonly doubleEscaped?: boolean
  /** Where to begin, if elsewhere than in the data state. */
  readonly initialStates?: readonly string[]
}

function readInputs(file: string): readonly string[] {
  const {tests}: {tests: readonly TokenizerTest[]} = JSON.parse(
    readFileSync(new URL(file, folder), 'utf8')
  )
  return tests
    .filter((test) => test.initialStates === undefined)
    .map(({input, doubleEscaped}) => (doubleEscaped ? unescapeTwice(input) : input))
}

function unescapeTwice(input: string): string {
  return input.replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
}

/** We tell of these where the tag or comment begins that has no end; parse5 at the end of the text. */
const unfinished = new Set(['eof-in-tag', 'eof-before-tag-name', 'eof-in-comment'])

/** The errors that a post is expected to have, given that all of it is one piece of HTML. */
function expectedErrors(html: string): readonly PlacedError[] {
  return parse5Errors(html).map(({code, offset}) =>
    unfinished.has(code) ? {code, offset: startOfUnfinished(html, code)} : {code, offset}
  )
}

/** The last `<` that no tag or comment before it takes in, and from which on the same is unfinished. */
function startOfUnfinished(html: string, code: string): number {
  const codesIn = (text: string) => parse5Errors(text).map((d) => d.code)
  const takesIn = (text: string) =>
    codesIn(text).some((d) => unfinished.has(d) && d !== 'eof-before-tag-name')
  let start = html.lastIndexOf('<')
  while (takesIn(html.slice(0, start)) || !codesIn(html.slice(start)).includes(code)) {
    start = html.lastIndexOf('<', start - 1)
  }
  return start
}

/** Why a text is nothing that a post can hold as one piece of HTML; nothing where it is. */
function whyLeftOut(post: Post, html: string): string | undefined {
  const nodes = post.outline.nodes.slice(1)
  if (nodes.some(({node}) => node.type !== 'html')) return 'has Markdown'
  const [node, ...others] = nodes
  if (node === undefined || others.length > 0) return 'is several blocks'
  return post.source.slice(node) === html ? undefined : 'ends with white space'
}

/** Compares each text with parse5, and counts. */
function compare(texts: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {compared: 0, 'have errors': 0}
  for (const html of texts) {
    const post = readPost(html)
    const reason = whyLeftOut(post, html)
    if (reason !== undefined) {
      counts[reason] = (counts[reason] ?? 0) + 1
      continue
    }
    const errors = post.html.errors.map(({code, offset}) => ({code, offset}))
    expect(errors, JSON.stringify(html)).toEqual(expectedErrors(html))
    counts.compared = (counts.compared ?? 0) + 1
    if (errors.length > 0) counts['have errors'] = (counts['have errors'] ?? 0) + 1
  }
  return counts
}

describe('the tokenizer tests of html5lib', () => {
  const inputs = new Set(readdirSync(folder).flatMap(readInputs))

  it('have the errors of parse5 where Markdown takes them for HTML as they are', () => {
    expect(compare([...inputs].filter((input) => input.startsWith('<')))).toMatchInlineSnapshot(`
      {
        "compared": 1303,
        "has Markdown": 286,
        "have errors": 1075,
      }
    `)
  })

  it('have the errors of parse5 inside a <div>', () => {
    expect(compare([...inputs].map((input) => `<div>${input}`))).toMatchInlineSnapshot(`
      {
        "compared": 6513,
        "ends with white space": 58,
        "has Markdown": 1,
        "have errors": 1626,
      }
    `)
  })
})

describe('all short texts of the characters that mean something to a tokenizer', () => {
  /** All texts of a length over an alphabet. */
  function* texts(
    alphabet: readonly string[],
    length: number,
    before = '<div>'
  ): Generator<string> {
    if (length === 0) yield before
    else for (const part of alphabet) yield* texts(alphabet, length - 1, before + part)
  }

  it('have the errors of parse5', () => {
    const alphabet = ['<', '/', '!', '-', '>', 'a', '=', '"', "'", ' ', '&', '?']
    expect(compare(texts(alphabet, 3))).toMatchInlineSnapshot(`
      {
        "compared": 1728,
        "have errors": 396,
      }
    `)
    expect(compare(texts(alphabet, 3, '<div><a'))).toMatchInlineSnapshot(`
      {
        "compared": 1728,
        "have errors": 1380,
      }
    `)
    expect(compare(texts(alphabet, 3, '<div><a b'))).toMatchInlineSnapshot(`
      {
        "compared": 1728,
        "have errors": 1482,
      }
    `)
  })

  it('have them in comments, declarations and character references', () => {
    expect(compare(texts(['<', '!', '-', '>', 'a'], 5, '<div><!-'))).toMatchInlineSnapshot(`
      {
        "compared": 3125,
        "have errors": 3117,
      }
    `)
    expect(compare(texts(['[CDATA[', ']', '>', 'a', '<'], 4, '<div><!'))).toMatchInlineSnapshot(`
      {
        "compared": 625,
        "have errors": 625,
      }
    `)
    expect(compare(texts(['&', '#', 'x', '0', '9', ';', 'lt', '"'], 4))).toMatchInlineSnapshot(`
      {
        "compared": 4096,
        "have errors": 423,
      }
    `)
    const doctype = [' ', 'html', 'PUBLIC', 'SYSTEM', '"', "'", '>']
    expect(compare(texts(doctype, 4, '<div><!DOCTYPE'))).toMatchInlineSnapshot(`
      {
        "compared": 2401,
        "have errors": 2331,
      }
    `)
  })
})
