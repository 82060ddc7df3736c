import type {Nodes, Parents, Root} from 'mdast'

/** What Markdown makes of its signs within a text. */
export type Construct = Extract<
  Nodes,
  {
    type:
      | 'strong'
      | 'emphasis'
      | 'link'
      | 'linkReference'
      | 'image'
      | 'imageReference'
      | 'inlineCode'
      | 'heading'
      | 'list'
      | 'definition'
      | 'thematicBreak'
  }
>

/** All constructs of a tree, in order; what stands inside another one is left out. */
export function constructsOf(tree: Root): Construct[] {
  const found: Construct[] = []
  const visit = (node: Parents): void => {
    for (const child of node.children) {
      if (isConstruct(child)) {
        found.push(child)
        // What is inside is repaired with it; a list's items are not.
        if (child.type !== 'list') continue
      }
      if ('children' in child) visit(child)
    }
  }
  visit(tree)
  return found
}

function isConstruct(node: Nodes): node is Construct {
  return /^(?:strong|emphasis|link|linkReference|image|imageReference|inlineCode|heading|list|definition|thematicBreak)$/.test(
    node.type
  )
}

/** What tells two constructs apart, wherever they stand. */
export function signature(node: Construct): string {
  return `${node.type} ${wordsOf(node)}`
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'definition') return node.identifier
  if ('alt' in node && node.alt) return node.alt
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** Whether an author who wrote this can only have meant Markdown. */
export function isMeant(node: Construct, text: string, start: number, end: number): boolean {
  switch (node.type) {
    case 'list': {
      // One line with a dash may be speech or a subtraction.
      const marker = text.charAt(start)
      return node.children.length > 1 || (marker === '*' && /\S/.test(wordsOf(node)))
    }
    case 'heading':
      return text.charAt(start) === '#' && wordsOf(node) !== ''
    case 'inlineCode':
      // A script's `name=\`command\``.
      return !/[=$]/.test(text.charAt(start - 1))
    case 'definition':
      // `[Ines]: Hello` is a line of a talk.
      return /^#|[./]/.test(node.url)
    case 'emphasis':
      // 2*3*4
      return !(/\w/.test(text.charAt(start - 1)) && /\w/.test(text.charAt(end)))
    default:
      return true
  }
}
