import path from 'node:path'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkLint from 'remark-lint'
import {type Parser, type Processor, type Transformer, unified} from 'unified'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {rules} from '../rules/index.js'
import {unusedIgnore} from '../rules/unused-ignore.js'
import {sourceCompiler} from './compiler.js'
import {ConfigurationError} from './configuration-error.js'
import {findConfigurationFile} from './configuration-file.js'
import {coverEnd, uncoverEnd} from './end-of-post.js'
import {judgeIgnores, noteFindings, obeyFrontMatterComments} from './ignore.js'
import {
  defaultMaximum,
  type FileSet,
  isOpenInEditor,
  limitMessages,
  limitTogether
} from './limit.js'
import {pluginMessages} from './messages/plugin.js'
import {localeOf, type Options, type RuleSetting, resolveRuleSetting} from './options.js'
import {Post} from './post/post.js'
import {createProject, type Project} from './project.js'
import {byPlace, noteTrouble, reportOwn} from './report.js'
import type {RuleInput} from './rule.js'
import {validateOptions} from './validate-options.js'

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
 * rules that come after it would escape them where another preset brings remark-lint too.
 *
 * What is wrong with the configuration becomes a fatal message on each post: an editor shows it, and
 * a language server would not survive an error.
 *
 * @param files unified-engine's set of files, where the plugin runs in it.
 */
export default function remarkLintEpisode(
  this: Processor,
  options: Readonly<Options> = {},
  files?: FileSet
): Transformer<Root> {
  this.use(remarkFrontmatter, frontMatterFences)
  const read = postReader(options)
  this.use(attachUpkeep, options, files, read)
  if (options.fix !== false) attachCompiler(this, options)
  const transformers = ruleTransformers(this, options, read)
  return (tree, file) => {
    if (transformers instanceof ConfigurationError) noteTrouble(file, transformers)
    else for (const transformer of transformers) transformer(tree, file, () => {})
    noteFindings(tree, file)
    coverEnd(tree)
  }
}

/** The rules that are on; or, for every post to say, what is wrong with the options. */
function ruleTransformers(processor: Processor, options: Options, read: RuleInput['read']) {
  try {
    validateOptions(options, rules)
    return rules.flatMap((rule) => {
      if (rule.id === unusedIgnore.id) return []
      const setting = resolveRuleSetting(rule.id, options.rules?.[rule.id])
      const transformer = rule.plugin.call(processor, [
        setting.severity,
        {options: setting.options, read}
      ])
      return typeof transformer === 'function' ? [transformer] : []
    })
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
}

function attachCompiler(processor: Processor, options: Options): void {
  const {compiler: before} = processor
  const parse: Parser = (text, file) => {
    if (!processor.parser) throw new Error('This pipeline has no parser')
    return processor.parser(text, file)
  }
  let linter: Pick<Processor<undefined, Root, Root>, 'runSync'> | undefined
  const lint = (post: VFile): readonly VFileMessage[] => {
    linter ??= unified()
      .use(remarkLintEpisode, {...options, fix: false, maxFindings: false})
      .freeze()
    const tree = parse(String(post), post)
    if (isRoot(tree)) linter.runSync(tree, post)
    return post.messages
  }
  processor.compiler = sourceCompiler({locale: localeOf(options), parse, lint, before})
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

/** remark-lint's ignore comments: `<!--lint disable …-->` and the like. */
const ignoreComments = unified().use(remarkLint).freeze()

/** Where a comment can't be obeyed, because its keyword is misspelt, that is reported at its place. */
function obeyIgnoreComments(tree: Root, file: VFile): void {
  try {
    ignoreComments.runSync(tree, file)
  } catch (error) {
    const isReported = file.messages.some((message) => message === error)
    if (!isReported) throw error
  }
}

/** Comes after all plugins of the configuration, so that ignore comments reach their findings too. */
function attachUpkeep(
  this: Processor,
  options: Options,
  files: FileSet | undefined,
  read: RuleInput['read']
): void {
  const {maxFindings = defaultMaximum} = options
  const locale = localeOf(options)
  const judge = ignoreJudge(this, options, read)
  this.use(() => (tree: Root, file: VFile) => {
    // Posts without the word have no such comment, and reading the tree for them takes as long as
    // several rules do.
    if (/\blint\b/.test(read(tree, file).post.source.text)) obeyIgnoreComments(tree, file)
    uncoverEnd(tree)
    if (!file.data.episodeTroubles?.length) judge(tree, file)
    const claims = file.messages.filter((d) => d.claim !== undefined)
    if (claims.length > 0) {
      file.messages = file.messages.filter((d) => d.claim === undefined)
      file.data.episodeClaims = claims
    }
    file.messages.sort(byPlace)
    for (const {message} of file.data.episodeTroubles ?? []) {
      const {brokenConfiguration} = pluginMessages[locale]
      reportOwn(file, 'configuration', brokenConfiguration({problem: message})).fatal = true
    }
    if (maxFindings !== false && !(files && isOpenInEditor(file))) {
      limitMessages(file, maxFindings, locale)
    }
  })
  if (maxFindings === false || !files) return
  const share = (files: FileSet) => limitTogether(files.valueOf(), maxFindings, locale)
  files.use(Object.assign(share, {pluginId: 'remark-lint-episode'}))
}

/** Obeys the ignore comments of front matter, and finds those, there and below, that hid nothing. */
function ignoreJudge(processor: Processor, options: Options, read: RuleInput['read']) {
  const isOff = (id: string): boolean =>
    resolveRuleSetting(id, settingOf(options, id)).severity === 0
  return (tree: Root, file: VFile): void => {
    const {post} = read(tree, file)
    obeyFrontMatterComments(post, file)
    judgeIgnores(post, file, isOff)
    const setting = resolveRuleSetting(unusedIgnore.id, options.rules?.[unusedIgnore.id])
    const input = {options: setting.options, read}
    const transformer = unusedIgnore.plugin.call(processor, [setting.severity, input])
    if (typeof transformer === 'function') transformer(tree, file, () => {})
  }
}

function settingOf({rules: settings = {}}: Options, id: string): RuleSetting | undefined {
  return Object.entries(settings).find(([name]) => name === id)?.[1]
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
  const folders = new Map<string, string>()
  return (tree: Root, file: VFile) => {
    const before = known.get(tree)
    if (before) return before
    const beside = path.resolve(file.cwd, file.dirname ?? '.')
    const folder = options.folder ?? folders.get(beside) ?? folderFor(file, beside)
    folders.set(beside, folder)
    const project = projects.get(folder) ?? createProject(options, folder)
    projects.set(folder, project)
    const read = {project, post: new Post(tree, file, project)}
    known.set(tree, read)
    return read
  }
}

/** The folder of the configuration that governs the files of a folder; without one, the working folder. */
function folderFor(file: VFile, folder: string): string {
  const configuration = findConfigurationFile(folder)
  return configuration === undefined ? file.cwd : path.dirname(configuration)
}
