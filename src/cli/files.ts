import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {UsageError} from './arguments.js'

/** Extensions of Markdown files, as git hosting sites and editors know them. */
const markdownExtensions = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.mkdown'])

/** Folders that hold other people's files, whatever git says of them. */
const foreignFolders = new Set(['node_modules', '.git', '.hg', '.svn'])

export interface FoundFiles {
  /** Relative to the working folder, with `/` between folders, sorted, each once. */
  readonly paths: readonly string[]
  /** Posts that were found and left out, with the file that says so. */
  readonly ignored: readonly {readonly path: string; readonly by: string}[]
}

/**
 * Finds the posts that a command line names.
 *
 * Folders are searched for Markdown files that neither `.gitignore` nor `.remarkignore` leaves out.
 * A file that is named itself is taken whatever its extension, and even if git ignores it; only
 * `.remarkignore` counts for it, so that a hook which names every file obeys that list too.
 *
 * @param names Files, folders or globs, relative to `cwd` or absolute. None: the working folder.
 * @throws {UsageError} A name leads to nothing.
 */
export async function findFiles(names: readonly string[], cwd: string): Promise<FoundFiles> {
  const found = new Set<string>()
  const ignored: {path: string; by: string}[] = []
  const rules = new IgnoreRules(cwd)
  const add = (file: string, ignoreFiles: readonly string[]): void => {
    const by = rules.ignoredBy(file, ignoreFiles)
    const name = path.relative(cwd, file).split(path.sep).join('/')
    if (by === undefined) found.add(name)
    else ignored.push({path: name, by})
  }
  for (const name of names.length > 0 ? names : ['.']) {
    const absolute = path.resolve(cwd, name)
    const stats = statSync(absolute, {throwIfNoEntry: false})
    if (stats?.isDirectory()) {
      for (const file of walk(absolute, rules)) add(file, ['.remarkignore', '.gitignore'])
    } else if (stats) add(absolute, ['.remarkignore'])
    else if (/[*?[\]{}()!]/.test(name)) {
      // Loaded only here: shells expand most globs before they reach us.
      const {glob} = await import('tinyglobby')
      const matches = await glob([name], {cwd, absolute: true, ignore: ['**/node_modules/**']})
      if (matches.length === 0) throw new UsageError(`No file matches ${name}.`)
      for (const file of matches) add(path.resolve(file), ['.remarkignore', '.gitignore'])
    } else {
      throw new UsageError(`There is no file or folder ${name} in ${cwd}.`)
    }
  }
  return {paths: [...found].sort(), ignored}
}

function* walk(folder: string, rules: IgnoreRules): Generator<string> {
  const entries = readdirSync(folder, {withFileTypes: true})
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (isFolder) {
      if (foreignFolders.has(entry.name)) continue
      if (rules.ignoredBy(`${file}/`, ['.remarkignore', '.gitignore']) === undefined) {
        yield* walk(file, rules)
      }
    } else if (markdownExtensions.has(path.extname(entry.name).toLowerCase())) {
      if (entry.isFile() || statSync(file, {throwIfNoEntry: false})?.isFile()) yield file
    }
  }
}

/** The ignore files of every folder from a post up to the root of its repository, read once each. */
class IgnoreRules {
  readonly #read = new Map<string, Ignore | undefined>()
  readonly #cwd: string

  constructor(cwd: string) {
    this.#cwd = cwd
  }

  /**
   * The ignore file that leaves a path out.
   *
   * @param file Absolute; a folder ends with `/`.
   */
  ignoredBy(file: string, names: readonly string[]): string | undefined {
    const isFolder = file.endsWith('/')
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const relative = path.relative(folder, file).split(path.sep).join('/')
      for (const name of names) {
        const rules = this.#rules(path.join(folder, name))
        if (!rules || relative === '') continue
        const verdict = rules.test(isFolder ? `${relative}/` : relative)
        if (verdict.ignored) return path.relative(this.#cwd, path.join(folder, name)) || name
        if (verdict.unignored) return undefined
      }
      const atRoot = path.dirname(folder) === folder
      if (atRoot || statSync(path.join(folder, '.git'), {throwIfNoEntry: false})) return undefined
    }
  }

  #rules(file: string): Ignore | undefined {
    if (this.#read.has(file)) return this.#read.get(file)
    let rules: Ignore | undefined
    try {
      rules = ignore().add(readFileSync(file, 'utf8'))
    } catch {
      // Most folders have no ignore file; one that can't be read leaves nothing out.
    }
    this.#read.set(file, rules)
    return rules
  }
}
