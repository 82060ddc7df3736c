import path from 'node:path'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkLint from 'remark-lint'
import type {Processor, Transformer} from 'unified'
import type {VFile} from 'vfile'
import {rules} from '../rules/index.js'
import {type Options, resolveRuleSetting} from './options.js'
import {Post} from './post/post.js'
import {createProject, findConfigurationFile, type Project} from './project.js'

export type {Options, RuleSetting, SeveritySetting} from './options.js'

/** Fences of front matter, as remark-frontmatter is told of them. */
const frontMatterFences = [
  'yaml' as const,
  'toml' as const,
  {type: 'json', fence: {open: '{', close: '}'}}
]

/**
 * Lints episode posts: brings front matter, remark-lint's ignore comments and all rules.
 *
 * The rules run inside one transformer, not as plugins of their own: remark-lint puts the transformer
 * that obeys ignore comments at the end of the list as it stands when remark-lint is attached, and
 * rules that come after it would escape them where another preset brought remark-lint first.
 *
 * @throws {ConfigurationError} An option is wrong.
 */
export default function remarkLintEpisode(
  this: Processor,
  options: Readonly<Options> = {}
): Transformer<Root> {
  this.use(remarkFrontmatter, frontMatterFences)
  this.use(remarkLint)
  this.use(attachUpkeep)
  const read = postReader(options)
  const transformers = rules.flatMap((rule) => {
    const setting = resolveRuleSetting(rule.id, options.rules?.[rule.id])
    const transformer = rule.plugin.call(this, [setting.severity, {options: setting.options, read}])
    return typeof transformer === 'function' ? [transformer] : []
  })
  return (tree, file) => {
    for (const transformer of transformers) transformer(tree, file, () => {})
  }
}

/** Comes after remark-lint's own transformer, which remark-lint adds while it is attached. */
function attachUpkeep(this: Processor): void {
  this.use(() => (_tree: Root, file: VFile) => {
    const claims = file.messages.filter((d) => d.claim !== undefined)
    if (claims.length === 0) return
    file.messages = file.messages.filter((d) => d.claim === undefined)
    file.data.episodeClaims = claims
  })
}

declare module 'vfile' {
  interface DataMap {
    /** What this post claims for itself alone, ignore comments obeyed (see `RuleContext.claim`). */
    episodeClaims: import('vfile-message').VFileMessage[]
  }
}

/** Hands every rule that runs on a file the same views of it. */
function postReader(options: Options) {
  const known = new WeakMap<Root, {readonly post: Post; readonly project: Project}>()
  const projects = new Map<string, Project>()
  return (tree: Root, file: VFile) => {
    const before = known.get(tree)
    if (before) return before
    const folder = options.folder ?? folderFor(file)
    const project = projects.get(folder) ?? createProject(options, folder)
    projects.set(folder, project)
    const read = {project, post: new Post(tree, file, project)}
    known.set(tree, read)
    return read
  }
}

/** The folder of the configuration that governs a file; without one, the working folder. */
function folderFor(file: VFile): string {
  const configuration = findConfigurationFile(path.resolve(file.cwd, file.dirname ?? '.'))
  return configuration === undefined ? file.cwd : path.dirname(configuration)
}
