import {fileURLToPath} from 'node:url'
import {loadFast} from './code-cache.js'
import type {Batch, LintOutcome} from './pool.js'

const {exports, keep} = loadFast(fileURLToPath(new URL('.', import.meta.url)), 'worker.cjs')
const {lintBatch, useImporter} = exports as typeof import('./worker.js')
useImporter((specifier) => import(specifier))

/** What a thread of the pool runs: one batch of posts at a time. */
export default async function lintOnThread(batch: Batch): Promise<LintOutcome[]> {
  const outcomes = await lintBatch(batch)
  // The pool ends its threads without a word.
  keep()
  return outcomes
}
