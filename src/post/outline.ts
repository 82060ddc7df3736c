import type {Nodes, Parents, Root} from 'mdast'
import type {Range} from './source.js'

/** A node of the Markdown tree with its place in the file and its place in the tree. */
export interface Located<Node extends Nodes = Nodes> extends Range {
  readonly node: Node
  readonly parent: Located<Parents> | undefined
  /** Position among the parent's children, 0-based. */
  readonly index: number
  /** How many block quotes the node stands in: so many `>` stand before each of its lines. */
  readonly quoteDepth: number
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
    // A stack of its own: block quotes nest deeper than calls can.
    const ahead: {node: Nodes; parent: Located<Parents> | undefined; index: number}[] = [
      {node: tree, parent: undefined, index: 0}
    ]
    for (let next = ahead.pop(); next; next = ahead.pop()) {
      const {node, parent, index} = next
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) continue
      const quoteDepth = parent
        ? parent.quoteDepth + (parent.node.type === 'blockquote' ? 1 : 0)
        : 0
      const located = {node, parent, index, quoteDepth, start: start + shift, end: end + shift}
      this.#list(nodes, located)
      if (!isParent(located)) continue
      const {children} = located.node
      for (let position = children.length - 1; position >= 0; position--) {
        const child = children[position]
        if (child) ahead.push({node: child, parent: located, index: position})
      }
    }
    this.nodes = nodes
  }

  #list(nodes: Located[], located: Located): void {
    nodes.push(located)
    const list = this.#byType.get(located.node.type)
    if (list) list.push(located)
    else this.#byType.set(located.node.type, [located])
  }

  /** All nodes of a type, in document order. */
  all<Type extends Nodes['type']>(type: Type): readonly Located<NodeOfType<Type>>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly Located<NodeOfType<Type>>[]
  }
}

function isParent(located: Located): located is Located<Parents> {
  return 'children' in located.node
}

/** The nearest ancestors first. */
export function* ancestors(located: Located): Generator<Located<Parents>> {
  for (let parent = located.parent; parent; parent = parent.parent) yield parent
}
