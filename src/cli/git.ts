import {execFileSync} from 'node:child_process'
import {UsageError} from './arguments.js'

/**
 * The files below a folder that differ from a commit, as git sees them, those included that git
 * doesn't know yet.
 *
 * @param reference A commit, branch or tag: then what changed since it and this branch parted counts,
 *   which is what a pull request shows. Empty: what isn't committed yet.
 * @returns Paths relative to `cwd`, with `/` between folders. Files that are gone aren't among them.
 * @throws {UsageError} This is no repository, there is no git, or no such commit.
 */
export function changedFiles(cwd: string, reference: string): ReadonlySet<string> {
  const list = (...words: string[]): string[] => git(cwd, words).split('\u0000').filter(Boolean)
  const unknown = list('ls-files', '-z', '--others', '--exclude-standard')
  const base = baseOf(cwd, reference)
  const changed =
    base === undefined
      ? list('ls-files', '-z')
      : list('diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', '--relative', base)
  return new Set([...changed, ...unknown])
}

/** The commit to compare with; undefined in a repository that has none yet. */
function baseOf(cwd: string, reference: string): string | undefined {
  if (reference === '') {
    return succeeds(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']) ? 'HEAD' : undefined
  }
  if (!succeeds(cwd, ['rev-parse', '--verify', '--quiet', `${reference}^{commit}`])) {
    throw new UsageError(
      `--changed: git knows no commit, branch or tag ${reference}. In a CI job, fetch it first: \`git fetch origin ${reference.replace(/^origin\//, '')}\`.`
    )
  }
  try {
    return git(cwd, ['merge-base', reference, 'HEAD']).trim()
  } catch {
    throw new UsageError(
      `--changed: git finds no commit that ${reference} and this branch share. A CI job often has the last commit only: fetch the whole history (\`fetch-depth: 0\` in GitHub’s checkout).`
    )
  }
}

function succeeds(cwd: string, words: readonly string[]): boolean {
  try {
    git(cwd, words)
    return true
  } catch {
    return false
  }
}

function git(cwd: string, words: readonly string[]): string {
  try {
    return execFileSync('git', words, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe']
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError('--changed needs git, which isn’t installed here.')
    }
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    throw new UsageError(`--changed: ${reason.trim() || 'git failed'}`)
  }
}
