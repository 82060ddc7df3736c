import type {Heading, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {identifierOf, parseMarkdown} from './markdown.js'
import type {Located, Outline} from './outline.js'
import type {Range, Source} from './source.js'
import type {Template} from './templates.js'

/** A tag or a destination that begins, and isn't finished where the text ends. */
const unfinishedMarkup = /(?:<[a-z][^<>]*|\]\(\s*<?[^\s()<>]*)$/i

/** What stands in for a template: letters, so that a tag may have it as attribute, name or value. */
const standIn = /Xq([a-p]+)z*X/g

/** The digits of the number that a stand-in has, 0 to 15. */
const digits = 'abcdefghijklmnop'

/**
 * Reads anew the paragraphs and headings in which a template stands inside a tag or a destination:
 * `<img src="{{ "/a.png" | url }}">`, `![]({{ "/a.png" | url }})`. The site's engine fills in the
 * template first; CommonMark, which knows of no template, reads the quotation marks and spaces in it
 * and takes the whole for text.
 *
 * @returns The tree as CommonMark reads what the engine leaves it; nothing where that is the same.
 */
export function readTemplateMarkup(
  source: Source,
  outline: Outline,
  templates: readonly Template[]
): Root | undefined {
  const replaced = new Map<Nodes, readonly Nodes[]>()
  const defined = new Set(outline.all('definition').map(({node}) => node.identifier))
  for (const block of blocksWith(source, outline, templates)) {
    const read = readBlock(source, defined, block)
    if (read) replaced.set(block.located.node, read)
  }
  const [root] = outline.nodes
  if (replaced.size === 0 || root?.node.type !== 'root') return undefined
  return replaceIn(root.node, replaced)
}

interface TemplateBlock {
  readonly located: Located<Paragraph> | Located<Heading>
  readonly templates: readonly Template[]
}

/** The blocks whose plain text has a template inside what begins as a tag or a destination. */
function blocksWith(
  source: Source,
  outline: Outline,
  templates: readonly Template[]
): readonly TemplateBlock[] {
  if (templates.length === 0) return []
  const found: TemplateBlock[] = []
  const texts = outline.all('text')
  let nextTemplate = 0
  let nextText = 0
  const isInText = ({start, end}: Range): boolean => {
    while ((texts[nextText]?.end ?? end) <= start) nextText++
    const text = texts[nextText]
    return text !== undefined && text.start < end
  }
  for (const located of outline.nodes) {
    if (!isTextBlock(located)) continue
    while ((templates[nextTemplate]?.start ?? located.start) < located.start) nextTemplate++
    const first = nextTemplate
    let isInside = false
    for (let template = templates[first]; template; template = templates[nextTemplate]) {
      if (template.end > located.end) break
      const start = Math.max(located.start, templates[nextTemplate - 1]?.end ?? 0)
      const before = source.slice({start, end: template.start})
      isInside ||= isInText(template) && unfinishedMarkup.test(before)
      nextTemplate++
    }
    if (isInside) found.push({located, templates: templates.slice(first, nextTemplate)})
  }
  return found
}

function isTextBlock(located: Located): located is Located<Paragraph> | Located<Heading> {
  return located.node.type === 'paragraph' || located.node.type === 'heading'
}

/**
 * What a block is with letters in place of its templates, at its place in the file.
 *
 * @param defined The post's definitions: without them, no reference is read as one.
 */
function readBlock(
  source: Source,
  defined: ReadonlySet<string>,
  {located, templates}: TemplateBlock
): readonly Nodes[] | undefined {
  const range = contentOf(located, source.byteOrderMark)
  const masked = mask(source, range, templates, located.quoteDepth)
  if (masked === undefined) return undefined
  const labels = [...masked.matchAll(/\[([^[\]]+)\]/g)].map((d) => d[1] ?? '')
  const definitions = labels.filter((d) => defined.has(identifierOf(d))).map((d) => `[${d}]: x`)
  const {children} = parseMarkdown([masked, '', ...definitions].join('\n'))
  const length = range.end - range.start
  const read = children.filter((d) => (d.position?.start.offset ?? length) < length)
  const shift = range.start - source.byteOrderMark
  for (const node of read) settle(node, source, shift, templates)
  if (located.node.type === 'paragraph') return read
  const phrasing = read.flatMap((d): PhrasingContent[] =>
    d.type === 'paragraph' ? d.children : d.type === 'html' ? [d] : []
  )
  return read.length === 1 ? [{...located.node, children: phrasing}] : undefined
}

/** Where the text of a block stands: without the signs of a heading. */
function contentOf(
  {node, start, end}: Located<Paragraph> | Located<Heading>,
  shift: number
): Range {
  if (node.type === 'paragraph') return {start, end}
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  if (first === undefined || last === undefined) return {start, end}
  return {start: first + shift, end: last + shift}
}

/**
 * A stretch of the source with its length kept: letters in place of templates, each with its
 * number; spaces in place of the `>` of block quotes.
 *
 * @returns Nothing where a template is too short for its number.
 */
function mask(
  source: Source,
  range: Range,
  templates: readonly Template[],
  quoteDepth: number
): string | undefined {
  let masked = ''
  let at = range.start
  for (const [index, template] of templates.entries()) {
    masked += source.slice({start: at, end: template.start})
    // Attributes are written with white space between them; `{% if %}` writes nothing at all.
    const space = template.kind !== 'output' && isAmongAttributes(masked) ? ' ' : ''
    const number = [...index.toString(16)].map((d) => digits[Number.parseInt(d, 16)]).join('')
    const length = template.end - template.start - 2 * space.length
    if (number.length + 3 > length) return undefined
    masked += `${space}${`Xq${number}`.padEnd(length - 1, 'z')}X${space}`
    at = template.end
  }
  masked += source.slice({start: at, end: range.end})
  return maskLinePrefixes(masked, quoteDepth)
}

/** Whether a text ends inside a tag, outside quotation marks. */
function isAmongAttributes(text: string): boolean {
  const attributes = /<[a-z][\w-]*(\s[^<>]*)?$/i.exec(text.slice(-1000))?.[1]
  return attributes !== undefined && !/["']/.test(attributes.replace(/"[^"]*"|'[^']*'/g, ''))
}

/** Blanks the `>` of block quotes at the start of every line but the first. */
export function maskLinePrefixes(text: string, depth: number): string {
  if (depth === 0) return text
  return text.replace(new RegExp(`(?<=\\n|\\r)(?:[\\t ]*>){1,${depth}}`, 'g'), (prefix) =>
    ' '.repeat(prefix.length)
  )
}

/** Gives a node that was read from masked text its place in the file, and its templates back. */
function settle(node: Nodes, source: Source, shift: number, templates: readonly Template[]): void {
  const unmask = (text: string): string =>
    text.replace(standIn, (letters, number: string) => {
      const index = [...number].reduce((sum, digit) => sum * 16 + digits.indexOf(digit), 0)
      const template = templates[index]
      return template ? source.slice(template) : letters
    })
  if (node.position) {
    const {start, end} = node.position
    const pointAt = (offset: number) => ({
      ...source.pointAt(offset + shift + source.byteOrderMark),
      offset: offset + shift
    })
    node.position = {start: pointAt(start.offset ?? 0), end: pointAt(end.offset ?? 0)}
  }
  if ('value' in node) node.value = unmask(node.value)
  if ('url' in node) node.url = unmask(node.url)
  if ('alt' in node && node.alt) node.alt = unmask(node.alt)
  if ('title' in node && node.title) node.title = unmask(node.title)
  if ('children' in node) for (const child of node.children) settle(child, source, shift, templates)
}

/** A copy of a tree with some nodes replaced; what holds none of them is not copied. */
function replaceIn<Parent extends Parents>(
  parent: Parent,
  replaced: ReadonlyMap<Nodes, readonly Nodes[]>
): Parent {
  const children = parent.children.flatMap((child: RootContent): readonly Nodes[] => {
    const nodes = replaced.get(child)
    if (nodes) return nodes
    return ['children' in child ? replaceIn(child, replaced) : child]
  })
  return Object.assign({}, parent, {children})
}
