import path from 'node:path'
import {type Arguments, UsageError} from './arguments.js'
import {type FoundFiles, findFiles} from './files.js'
import {dateOf} from './since.js'

/**
 * Finds the posts that a run is about.
 *
 * @throws {UsageError} A name leads to nothing, or git can't tell what changed.
 */
export async function selectPosts(
  {paths, changed, since}: Pick<Arguments, 'paths' | 'changed' | 'since'>,
  cwd: string
): Promise<FoundFiles> {
  const found = await findFiles(paths, cwd).catch((error: unknown) => {
    if (!(error instanceof UsageError) || changed !== '') throw error
    throw new UsageError(`${error.message} To name a branch, write --changed=BRANCH.`)
  })
  const ignored = [...found.ignored]
  const isChanged =
    changed === undefined ? undefined : (await import('./git.js')).changedFiles(cwd, changed)
  const selected = found.paths.filter((post) => {
    if (isChanged && !isChanged.has(post)) {
      ignored.push({path: post, by: changed ? `--changed=${changed}` : '--changed'})
      return false
    }
    if (since === undefined) return true
    const date = dateOf(path.resolve(cwd, post))
    if (date === undefined || date >= since) return true
    ignored.push({path: post, by: `--since ${since}`})
    return false
  })
  return {paths: selected, ignored}
}
