import os from 'node:os'
import {fileURLToPath} from 'node:url'
import v8 from 'node:v8'
import {ConfigurationError} from '../configuration-error.js'
import {importModule} from './import-module.js'
import {Linter} from './lint.js'
import type {LintResult, LintSettings, PlainMessage} from './result.js'

/** A post that could not be checked, and why. */
export interface LintFailure {
  readonly path: string
  /** Names the post, or the configuration that fails every post it governs. */
  readonly failure: string
}

export type LintOutcome = LintResult | LintFailure

/** What a worker is handed at a time. */
export interface Batch {
  readonly settings: LintSettings
  readonly posts: readonly string[]
}

/** Posts that a thread takes at a time: enough to make handing over cheap, few enough to share out. */
const batchSize = 8

/**
 * Room for what is short-lived: trees and tokens of a post are garbage once it is checked, and the
 * more of them fit, the fewer are looked at by the collector before that.
 */
const maxYoungGenerationSizeMb = 96

/**
 * Far more than a post needs. What lasts in a thread takes 20 MB, and V8 lets it grow the more garbage
 * on top the higher the limit is: this one keeps a run over 10,000 posts near one over 1,000.
 */
const maxOldGenerationSizeMb = 1500

/** Below so many posts, starting threads costs more than they save. */
const leastPostsForThreads = 24

/**
 * Checks posts, on several threads where there are many.
 *
 * @param concurrency Threads to use at most; undefined: one a processor.
 * @returns The outcomes in the order of the posts, however many threads there were.
 */
export async function lintAll(
  posts: readonly string[],
  settings: LintSettings,
  concurrency: number | undefined
): Promise<LintOutcome[]> {
  const threads = Math.min(
    concurrency ?? os.availableParallelism(),
    Math.ceil(posts.length / batchSize)
  )
  if (threads < 2 || (concurrency === undefined && posts.length < leastPostsForThreads)) {
    return lintEach(new Linter(settings), posts)
  }
  return lintOnThreads(posts, settings, threads)
}

/** Checks posts on this thread, one after the other. */
export async function lintEach(linter: Linter, posts: readonly string[]): Promise<LintOutcome[]> {
  const outcomes: LintOutcome[] = []
  for (const post of posts) {
    try {
      outcomes.push(await linter.lint(post))
    } catch (error) {
      outcomes.push({path: post, failure: failureOf(post, error)})
    }
  }
  return outcomes
}

function failureOf(post: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return error instanceof ConfigurationError ? reason : `${post}: ${reason}`
}

/**
 * Lets messages share the words that are the same in many: what comes from a thread holds copies,
 * and results are kept until the last post is checked.
 *
 * In place: V8 11 would give a copy that is made by spreading a hidden class of its own.
 */
function shareWords(outcomes: readonly LintOutcome[], words: Map<string, string>): void {
  const shared = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined
    const known = words.get(text)
    if (known === undefined) words.set(text, text)
    return known ?? text
  }
  for (const outcome of outcomes) {
    if ('failure' in outcome) continue
    for (const message of [...outcome.messages, ...outcome.claims] as Writable<PlainMessage>[]) {
      message.ruleId = shared(message.ruleId)
      message.source = shared(message.source)
      message.note = shared(message.note)
      message.url = shared(message.url)
    }
  }
}

type Writable<Type> = {-readonly [Key in keyof Type]: Type[Key]}

/**
 * Has V8 wait longer before it optimizes a function. Each thread compiles all code anew, on the same
 * processors, and optimizes nearly every function of the rules in a run over hundreds of posts: that
 * took more time than running them. Node.js 22 and later go by calls, and gain nothing from this.
 */
function optimizeLater(): void {
  if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=540000')
}

async function lintOnThreads(
  posts: readonly string[],
  settings: LintSettings,
  threads: number
): Promise<LintOutcome[]> {
  optimizeLater()
  const {Tinypool} = (await importModule('tinypool')) as typeof import('tinypool')
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./thread.cjs', import.meta.url)),
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    resourceLimits: {maxYoungGenerationSizeMb, maxOldGenerationSizeMb}
  })
  const words = new Map<string, string>()
  const runBatch = async (batch: readonly string[]): Promise<LintOutcome[]> => {
    try {
      const outcomes: LintOutcome[] = await pool.run({settings, posts: batch} satisfies Batch)
      shareWords(outcomes, words)
      return outcomes
    } catch (error) {
      // The thread itself died. One by one, so that the post that kills it is named.
      const [only, ...others] = batch
      if (only !== undefined && others.length === 0) {
        const reason = error instanceof Error ? error.message : String(error)
        return [{path: only, failure: `${only}: the thread that checked it stopped: ${reason}`}]
      }
      return (await Promise.all(batch.map((post) => runBatch([post])))).flat()
    }
  }
  try {
    const batches: Promise<LintOutcome[]>[] = []
    for (let at = 0; at < posts.length; at += batchSize) {
      batches.push(runBatch(posts.slice(at, at + batchSize)))
    }
    return (await Promise.all(batches)).flat()
  } finally {
    await pool.destroy()
  }
}
