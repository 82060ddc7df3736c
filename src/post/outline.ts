import type {Nodes, Parents, Root} from 'mdast'
import type {Range} from './source.js'

/** A node of the Markdown tree with its place in the file and its place in the tree. */
export interface Located<Node extends Nodes = Nodes> extends Range {
  readonly node: Node
  readonly parent: Located<Parents> | undefined
  /** Position among the parent's children, 0-based. */
  readonly index: number
}

type NodeOfType<Type extends Nodes['type']> = Extract<Nodes, {type: Type}>

/**
 * Every node of the tree by its type, in document order, from one walk.
 *
 * Nodes without a position (another plugin made them: they stand nowhere in the file) are left out
 * together with what they hold.
 */
export class Outline {
  /** Every node, each before what it holds. */
  readonly nodes: readonly Located[]
  readonly #byType = new Map<string, Located[]>()

  /**
   * @param shift What to add to the parser's offsets to get offsets into the file (1 with a byte
   *   order mark, see {@link Source.byteOrderMark}).
   */
  constructor(tree: Root, shift: number) {
    const nodes: Located[] = []
    const visit = (node: Nodes, parent: Located<Parents> | undefined, index: number): void => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      const located: Located = {node, parent, index, start: start + shift, end: end + shift}
      nodes.push(located)
      const list = this.#byType.get(node.type)
      if (list) list.push(located)
      else this.#byType.set(node.type, [located])
      if ('children' in node) {
        for (const [position, child] of node.children.entries()) {
          visit(child, located as Located<Parents>, position)
        }
      }
    }
    visit(tree, undefined, 0)
    this.nodes = nodes
  }

  /** All nodes of a type, in document order. */
  all<Type extends Nodes['type']>(type: Type): readonly Located<NodeOfType<Type>>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly Located<NodeOfType<Type>>[]
  }
}

/** The nearest ancestors first. */
export function* ancestors(located: Located): Generator<Located<Parents>> {
  for (let parent = located.parent; parent; parent = parent.parent) yield parent
}

/** How many block quotes a node stands in: so many `>` stand before each of its lines. */
export function quoteDepth(located: Located): number {
  let depth = 0
  for (const {node} of ancestors(located)) if (node.type === 'blockquote') depth++
  return depth
}
