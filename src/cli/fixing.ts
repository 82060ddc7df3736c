import path from 'node:path'
import {unifiedDiff} from '../diff.js'
import type {Locale} from '../messages/catalogue.js'
import {pluginMessages} from '../messages/plugin.js'
import type {FindingFilter} from './filter.js'
import type {Linter} from './lint.js'
import type {FixedPost, LintResult} from './result.js'
import type {Surroundings} from './run.js'
import {replaceFile} from './write.js'

/**
 * Makes the safe fixes in the posts that have some, and tells on standard error how many.
 *
 * @param results What was found; a post whose file is written has a new result in its place.
 * @param failed Is told of each post that can't be written.
 */
export async function fixPosts(
  results: LintResult[],
  linter: Linter,
  filter: FindingFilter,
  {cwd, stderr}: Surroundings,
  failed: (failure: string) => void
): Promise<void> {
  let edits = 0
  let posts = 0
  let locale: Locale = 'en'
  for (const [at, result] of results.entries()) {
    if (!isFixable(result)) continue
    try {
      const fixed = await linter.fix(result.path, undefined, filter.keep)
      await tellRefused(fixed, linter, stderr)
      if (fixed.after === fixed.before) continue
      replaceFile(path.resolve(cwd, result.path), fixed.after)
      results[at] = fixed.result
      locale = await linter.localeFor(result.path)
      edits += fixed.edits
      posts++
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      failed(`${result.path}: ${reason}`)
    }
  }
  if (posts > 0) {
    stderr.write(`episode-lint: ${pluginMessages[locale].fixesMade({edits, posts})}\n`)
  }
}

/**
 * Prints what {@link fixPosts} would change.
 *
 * @param text The text of the only post, where it isn't in a file.
 * @returns Whether there is something.
 */
export async function printDiff(
  results: readonly LintResult[],
  linter: Linter,
  filter: FindingFilter,
  {stdout, stderr}: Surroundings,
  text?: string
): Promise<boolean> {
  let found = false
  for (const result of results) {
    if (!isFixable(result)) continue
    const fixed = await linter.fix(result.path, text, filter.keep)
    await tellRefused(fixed, linter, stderr)
    const diff = unifiedDiff(result.path, fixed.before, fixed.after)
    stdout.write(diff)
    found ||= diff !== ''
  }
  return found
}

function isFixable({messages}: LintResult): boolean {
  return messages.some((message) => message.fix === 'safe')
}

async function tellRefused(
  {result, refused}: FixedPost,
  linter: Linter,
  stderr: Surroundings['stderr']
): Promise<void> {
  const locale = await linter.localeFor(result.path)
  for (const why of ['endless', 'worse'] as const) {
    const rules = refused.filter((d) => d.why === why).map((d) => d.ruleId)
    if (rules.length === 0) continue
    const {reason, note} = pluginMessages[locale][`${why}Fix`]({rules})
    stderr.write(`episode-lint: ${result.path}: ${reason}. ${note}\n`)
  }
}
