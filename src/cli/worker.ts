import {Linter} from './lint.js'
import {type Batch, type LintOutcome, lintEach} from './pool.js'

export {useImporter} from './import-module.js'

let linter: Linter | undefined

/** Checks a batch of posts; all that a thread is handed are of the same run. */
export function lintBatch({settings, posts}: Batch): Promise<LintOutcome[]> {
  linter ??= new Linter(settings)
  return lintEach(linter, posts)
}
