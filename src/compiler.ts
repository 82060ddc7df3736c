import type {Compiler, Parser} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {fixText} from './fix.js'
import type {Locale} from './messages/catalogue.js'
import {pluginMessages} from './messages/plugin.js'
import {textOf} from './post/post.js'
import {reportOwn} from './report.js'

export interface SourceCompilerOptions {
  readonly locale: Locale
  /** The parser that the pipeline uses. */
  readonly parse: Parser
  /** Finds what is wrong with a post, ignore comments obeyed. */
  readonly lint: (post: VFile) => readonly VFileMessage[]
  /** The compiler that was there before; without it, the source stays as it is. */
  readonly before: Compiler | undefined
}

/**
 * A compiler that gives the source back with the safe fixes made, so that `remark --output` and an
 * editor's Format Document change what `episode-lint --fix` changes and nothing else.
 *
 * A tree that another plugin changed can't be compiled this way: then the compiler that was there
 * before does it, and a message says so.
 */
export function sourceCompiler({locale, parse, lint, before}: SourceCompilerOptions): Compiler {
  const say = pluginMessages[locale]
  return (tree, file) => {
    const source = textOf(file)
    if (!isSameTree(tree, parse(String(file), file))) {
      reportOwn(file, 'fix', say.changedTree())
      return before ? before(tree, file) : source
    }
    const {text, refused} = fixText(source, (value) =>
      lint(new VFile({value, cwd: file.cwd, ...(file.path ? {path: file.path} : {})}))
    )
    const endless = refused.filter((d) => d.why === 'endless').map((d) => d.ruleId)
    const worse = refused.filter((d) => d.why === 'worse').map((d) => d.ruleId)
    if (endless.length > 0) reportOwn(file, 'fix', say.endlessFix({rules: endless}))
    if (worse.length > 0) reportOwn(file, 'fix', say.worseFix({rules: worse}))
    return text
  }
}

/** Whether two trees would print the same Markdown: all but positions and other plugins' notes. */
export function isSameTree(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((d, index) => isSameTree(d, b[index]))
    )
  }
  const left = contentOf(a)
  const right = contentOf(b)
  return (
    Object.keys(left).length === Object.keys(right).length &&
    Object.entries(left).every(([key, value]) => isSameTree(value, right[key]))
  )
}

function contentOf(node: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([key, value]) => key !== 'position' && key !== 'data' && value !== undefined
    )
  )
}
