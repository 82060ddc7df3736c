import type {Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const processor = unified().use(remarkParse).freeze()

/**
 * Reads a short piece of Markdown on its own, to see what CommonMark would make of a replacement.
 *
 * Too slow to look for mistakes with: only for a replacement that is about to be offered.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

/** Whether a tree holds a node of a type. */
export function holds(node: Nodes, type: Nodes['type']): boolean {
  return node.type === type || ('children' in node && node.children.some((d) => holds(d, type)))
}

/** The words of a node, without formatting, code and pictures. */
export function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** Whether CommonMark reads a text as a link and nothing beside it. */
export function isLink(text: string): boolean {
  const [block, ...others] = parseMarkdown(text).children
  return (
    others.length === 0 &&
    block?.type === 'paragraph' &&
    block.children.length === 1 &&
    block.children[0]?.type === 'link'
  )
}

/** A label as references and definitions are compared by it (CommonMark 0.31 §4.7). */
export function identifierOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
