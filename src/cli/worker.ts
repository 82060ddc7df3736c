import {Linter} from './lint.js'
import {type Batch, type LintOutcome, lintEach} from './pool.js'

let linter: Linter | undefined

/** What a thread of the pool runs: one batch of posts at a time, all of the same run. */
export default function lintBatch({settings, posts}: Batch): Promise<LintOutcome[]> {
  linter ??= new Linter(settings)
  return lintEach(linter, posts)
}
