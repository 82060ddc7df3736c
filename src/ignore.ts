import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Post} from './post/post.js'
import type {Range} from './post/source.js'

/** A rule that a comment turns off for a place. */
export interface Ignore {
  /** Undefined: all rules. */
  readonly rule: string | undefined
  /** The name of the rule in the comment, or the whole comment where it names just one. */
  readonly range: Range
  /** Offsets between which findings are hidden. */
  readonly scope: Range
}

const found = new WeakMap<Root, readonly VFileMessage[]>()

/** Keeps in mind what the rules found, before comments take part of it away. */
export function noteFindings(tree: Root, file: VFile): void {
  found.set(tree, [...file.messages])
}

/**
 * Takes away what comments in the front matter hide (`# lint ignore episode-metadata -- reason`): no
 * comment of Markdown can stand there.
 */
export function obeyFrontMatterComments(post: Post, file: VFile): void {
  const ignores = frontMatterIgnores(post)
  if (ignores.length === 0) return
  file.messages = file.messages.filter((d) => !ignores.some((ignore) => hides(ignore, d)))
}

function hides({rule, scope}: Ignore, message: VFileMessage): boolean {
  if (message.source !== 'remark-lint') return false
  if (rule !== undefined && rule !== message.ruleId) return false
  const at = offsetOf(message)
  return at !== undefined && scope.start <= at && at <= scope.end
}

function offsetOf({place}: VFileMessage): number | undefined {
  if (!place) return undefined
  return 'start' in place ? place.start.offset : place.offset
}

const unused = new WeakMap<Root, readonly Ignore[]>()

/**
 * Notes the comments of a post that hid nothing, of those that name a rule of this package; to be
 * called when all comments have been obeyed.
 *
 * @param isOff Whether a rule is there but turned off: a comment for it hides nothing for now.
 */
export function judgeIgnores(post: Post, file: VFile, isOff: (rule: string) => boolean): void {
  if (!post.source.text.includes('lint')) return
  const left = new Set(file.messages)
  const hidden = (found.get(post.tree) ?? []).filter((d) => !left.has(d))
  unused.set(
    post.tree,
    [...frontMatterIgnores(post), ...markdownIgnores(post)].filter(
      ({rule, ...place}) =>
        rule?.startsWith('episode-') &&
        !isOff(rule) &&
        !hidden.some((d) => hides({rule, ...place}, d))
    )
  )
}

/** What {@link judgeIgnores} noted. */
export function unusedIgnores(post: Post): readonly Ignore[] {
  return unused.get(post.tree) ?? []
}

function frontMatterIgnores({frontMatter, source}: Post): readonly Ignore[] {
  return frontMatter.comments.flatMap(({start, end, text}) => {
    const match = /^lint\s+ignore\b([^\n]*)$/.exec(text)
    if (!match) return []
    const line = source.line(source.lineAt(start))
    let scope = line
    if (source.text.slice(line.start, start).trim() === '') {
      // On a line of its own, it is for the next line that has something.
      for (let at = source.lineAt(start) + 1; at <= source.lineCount; at++) {
        scope = source.line(at)
        if (!/^\s*(?:#.*)?$/.test(source.slice(scope))) break
      }
    }
    return ignoresOf(match[1] ?? '', source.text, {start, end}, scope)
  })
}

function ignoresOf(words: string, text: string, comment: Range, scope: Range): readonly Ignore[] {
  const names = (words.split(/\s--\s/)[0] ?? '').split(/[\s,]+/).filter((d) => d !== '')
  if (names.length === 0) return [{rule: undefined, range: comment, scope}]
  return names.map((name) => {
    const at = text.indexOf(name, comment.start)
    const range = names.length === 1 ? comment : {start: at, end: at + name.length}
    return {rule: name, range, scope}
  })
}

/** The comments of remark-lint that turn rules off. */
function markdownIgnores({outline, source, tree}: Post): readonly Ignore[] {
  const shift = source.byteOrderMark
  const comments = outline.all('html').flatMap((located) => {
    const match = /^\s*<!--\s*lint\s+(ignore|disable|enable)\b([\s\S]*?)-->\s*$/.exec(
      located.node.value
    )
    return match ? [{located, keyword: match[1], words: match[2] ?? ''}] : []
  })
  return comments.flatMap(({located, keyword, words}, index) => {
    if (keyword === 'enable') return []
    const siblings = located.parent?.node.children ?? tree.children
    const next = siblings[located.index + 1]?.position
    const start = located.end
    let end = source.text.length
    if (keyword === 'ignore') end = (next?.end.offset ?? start) + shift
    return ignoresOf(words, source.text, located, {start, end}).map((ignore) => {
      const again = comments
        .slice(index + 1)
        .find((d) => d.keyword === 'enable' && isNamed(d.words, ignore.rule))
      if (keyword === 'ignore' || !again) return ignore
      return {...ignore, scope: {start, end: again.located.start}}
    })
  })
}

function isNamed(words: string, rule: string | undefined): boolean {
  const names = words.split(/\s+/).filter((d) => d !== '')
  return names.length === 0 || rule === undefined || names.includes(rule)
}
