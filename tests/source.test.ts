import fc from 'fast-check'
import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {ancestors, Outline} from '../src/post/outline.js'
import {Source} from '../src/post/source.js'
import {readPost} from './read-post.js'

describe('Source', () => {
  it('counts lines that end with LF, CRLF or CR', () => {
    const source = new Source('a\nb\r\nc\rd')
    expect(source.lineCount).toBe(4)
    expect([1, 2, 3, 4].map((line) => source.slice(source.line(line)))).toEqual([
      'a',
      'b',
      'c',
      'd'
    ])
  })

  it('counts the empty line after the last line ending', () => {
    const source = new Source('a\n')
    expect(source.lineCount).toBe(2)
    expect(source.line(2)).toEqual({start: 2, end: 2})
    expect(source.line(9)).toEqual({start: 2, end: 2})
  })

  it('keeps a line ending with its line', () => {
    const source = new Source('a\r\nb')
    expect([0, 1, 2, 3, 99].map((offset) => source.lineAt(offset))).toEqual([1, 1, 1, 2, 2])
  })

  it('gives points with 1-based lines and columns', () => {
    const source = new Source('é📻\nb')
    expect(source.pointAt(3)).toEqual({line: 1, column: 4, offset: 3})
    expect(source.pointAt(4)).toEqual({line: 2, column: 1, offset: 4})
    expect(source.pointAt(-1)).toEqual({line: 1, column: 1, offset: 0})
    expect(source.pointAt(99)).toEqual({line: 2, column: 2, offset: 5})
  })

  it('gives the byte order mark an offset but no column', () => {
    const source = new Source('\uFEFFab\nc')
    expect(source.byteOrderMark).toBe(1)
    expect(source.pointAt(0)).toEqual({line: 1, column: 1, offset: 0})
    expect(source.pointAt(1)).toEqual({line: 1, column: 1, offset: 1})
    expect(source.pointAt(2)).toEqual({line: 1, column: 2, offset: 2})
    expect(source.pointAt(4)).toEqual({line: 2, column: 1, offset: 4})
  })

  it('says which line ending the text uses first', () => {
    expect(new Source('a\r\nb\n').lineEnding).toBe('\r\n')
    expect(new Source('a\nb\r\n').lineEnding).toBe('\n')
    expect(new Source('a').lineEnding).toBe('\n')
  })

  it('finds each offset on the line that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', 'é', ' ')), (characters) => {
        const source = new Source(characters.join(''))
        for (let offset = 0; offset <= source.text.length; offset++) {
          const line = source.lineAt(offset)
          expect(source.line(line).start).toBeLessThanOrEqual(offset)
          if (line < source.lineCount) expect(offset).toBeLessThan(source.line(line + 1).start)
        }
      })
    )
  })
})

const position = {
  start: {line: 1, column: 1, offset: 0},
  end: {line: 1, column: 2, offset: 1}
}

describe('Outline', () => {
  it('lists nodes of a type in document order, with their places', () => {
    const {outline, source} = readPost('\uFEFF# *a*\n\n> *b*\n> > *c*\n\n*d*\n')
    expect(outline.all('emphasis').map((node) => source.slice(node))).toEqual([
      '*a*',
      '*b*',
      '*c*',
      '*d*'
    ])
    expect(outline.all('table')).toEqual([])
  })

  it('gives each node one place, which its children know as their parent', () => {
    const {outline} = readPost('# a\n\n- b\n')
    expect(outline.nodes.map(({node}) => node.type)).toEqual([
      'root',
      'heading',
      'text',
      'list',
      'listItem',
      'paragraph',
      'text'
    ])
    expect(outline.all('paragraph')[0]?.parent).toBe(outline.all('listItem')[0])
  })

  it('reads block quotes of any depth', () => {
    let inner: Root['children'][number] = {type: 'thematicBreak', position}
    for (let depth = 0; depth < 20_000; depth++) {
      inner = {type: 'blockquote', children: [inner], position}
    }
    const outline = new Outline({type: 'root', children: [inner], position}, 0)
    expect(outline.all('thematicBreak')[0]?.quoteDepth).toBe(20_000)
  })

  it('leaves out what stands nowhere', () => {
    const made: Root['children'][number] = {type: 'paragraph', children: []}
    const outline = new Outline({type: 'root', children: [made], position}, 0)
    expect(outline.all('paragraph')).toEqual([])
  })

  it('knows what a node stands in', () => {
    const {outline} = readPost('a\n\n> - > b *c*\n')
    const [emphasis] = outline.all('emphasis')
    expect(emphasis && [...ancestors(emphasis)].map(({node}) => node.type)).toEqual([
      'paragraph',
      'blockquote',
      'listItem',
      'list',
      'blockquote',
      'root'
    ])
    expect(emphasis?.quoteDepth).toBe(2)
    expect(outline.all('paragraph').map((node) => [node.index, node.quoteDepth])).toEqual([
      [0, 0],
      [0, 2]
    ])
  })
})
