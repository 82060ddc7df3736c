import type {Html, Root} from 'mdast'

/** The leaves that were added, so that nobody else's node is taken away. */
const covers = new WeakSet<object>()

/**
 * Lets messages at the very end of a post through remark-lint's ignore comments.
 *
 * unified-message-control takes all that stands after the last leaf of the tree for a gap that
 * nobody may speak of. In a post that ends with a link, its destination is after that leaf. An
 * empty leaf where the post ends leaves no such gap.
 */
export function coverEnd(tree: Root): void {
  const end = tree.position?.end
  if (!end) return
  const cover: Html = {type: 'html', value: '', position: {start: end, end}}
  covers.add(cover)
  tree.children.push(cover)
}

/** Takes away what {@link coverEnd} added. */
export function uncoverEnd(tree: Root): void {
  const last = tree.children.at(-1)
  if (last && covers.has(last)) tree.children.pop()
}
