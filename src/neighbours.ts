import path from 'node:path'
import {filesOf} from './file-access.js'
import type {Post} from './post/post.js'

/** Documents of a repository that lie among posts and are none. */
const documents =
  /^(?:readme|changelog|changes|contributing|code[_-]of[_-]conduct|security|licen[cs]e|authors|support|governance|todo|agents|claude)(?:[._-].*)?$/i

/** So many posts beside one tell what its site wants. */
const leastNeighbours = 2
const mostNeighbours = 8

/** Whether a file, by its name, is a document of a repository and no post. */
export function isDocument(name: string | undefined): boolean {
  return name !== undefined && documents.test(path.basename(name, path.extname(name)))
}

/**
 * A few posts of the folder of a post, which tell how its site is written.
 *
 * @param least How many are enough to tell.
 * @returns Absolute paths; none where there are too few.
 */
export function neighboursOf(post: Post, least = leastNeighbours): readonly string[] {
  if (post.path === undefined) return []
  const file = path.resolve(post.cwd, post.path)
  const neighbours: string[] = []
  for (const other of filesOf(path.dirname(file))) {
    if (other === file || path.extname(other) !== path.extname(file) || isDocument(other)) continue
    if (neighbours.push(other) === mostNeighbours) break
  }
  return neighbours.length < least ? [] : neighbours
}
