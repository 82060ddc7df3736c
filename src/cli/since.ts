import {readFileSync} from 'node:fs'
import path from 'node:path'

/** A date among the front matter's own keys, in YAML, TOML or JSON; nested keys are indented. */
const dateLine =
  /^(?:["']?(?:date|pubDate|publishDate|published|date_published)["']?\s*[:=]\s*["']?)(\d{4}-\d{2}-\d{2})/m

/**
 * The day of a post: what its front matter says, or else its file's or folder's name
 * (`2024-05-12-title.md`, as Jekyll has it).
 *
 * @param post Absolute path.
 * @returns `YYYY-MM-DD`, or undefined where nothing says it.
 */
export function dateOf(post: string): string | undefined {
  const written = dateLine.exec(frontMatterOf(readFileSync(post, 'utf8')))?.[1]
  if (written !== undefined) return written
  const names = [path.basename(post), path.basename(path.dirname(post))]
  for (const name of names) {
    const date = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(name)?.[1]
    if (date !== undefined) return date
  }
  return undefined
}

function frontMatterOf(text: string): string {
  const [, fence, content] = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1/ms.exec(text) ?? []
  if (fence !== undefined) return content ?? ''
  // JSON: its own keys are indented by one step.
  const [json] = /^\uFEFF?\{\r?\n.*?^\}/ms.exec(text) ?? []
  return json?.replace(/^[ \t]+/gm, '') ?? ''
}
