import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {Post} from '../src/post/post.js'
import type {ProseKind, ProseRun} from '../src/post/prose.js'

const fences = ['yaml' as const, 'toml' as const, {type: 'json', fence: {open: '{', close: '}'}}]

const commonMark = unified().use(remarkParse).use(remarkFrontmatter, fences).freeze()
const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, fences).freeze()

/** The views of a text, as the plugin makes them. */
export function readPost(text: string, options: {gfm?: boolean} = {}): Post {
  const file = new VFile({value: text, path: 'post.md'})
  return new Post((options.gfm ? gfm : commonMark).parse(file), file, {templates: 'auto'})
}

/** The texts of a post's runs of prose, those of one kind if asked. */
export function proseTexts(post: Post, kind?: ProseKind): string[] {
  return runs(post, kind).map((run) => run.mapped.text)
}

/** What stands in the file where some words are read. */
export function sourceOf(post: Post, words: string, kind?: ProseKind): string {
  for (const {mapped} of runs(post, kind)) {
    const at = mapped.text.indexOf(words)
    if (at >= 0) return post.source.slice(mapped.range(at, at + words.length))
  }
  throw new Error(`Nobody reads ${JSON.stringify(words)} in ${JSON.stringify(proseTexts(post))}`)
}

function runs(post: Post, kind: ProseKind | undefined): readonly ProseRun[] {
  return post.prose.filter((run) => kind === undefined || run.kind === kind)
}
