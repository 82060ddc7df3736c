import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {Baseline, baselineText} from '../baseline.js'
import type {Arguments} from './arguments.js'
import {type LintResult, type PlainMessage, toFile} from './result.js'

/** Takes out the findings that the user doesn't want to hear of. What is taken out isn't fixed. */
export class FindingFilter {
  readonly #cwd: string
  readonly #quiet: boolean
  readonly #baselineFile: string | undefined
  readonly #baseline: Baseline | undefined

  /** @throws {ConfigurationError} The baseline can't be read. */
  constructor({quiet, baseline, writeBaseline}: Arguments, cwd: string) {
    this.#cwd = cwd
    this.#quiet = quiet
    this.#baselineFile = baseline === undefined ? undefined : path.resolve(cwd, baseline)
    if (this.#baselineFile !== undefined && !writeBaseline) {
      this.#baseline = Baseline.read(this.#baselineFile)
    }
  }

  /**
   * The findings to report.
   *
   * @param text The post's text; without it, the file is read where the baseline asks for it.
   */
  keep = (result: LintResult, text?: string): readonly PlainMessage[] => {
    const wanted = this.#quiet ? result.messages.filter((d) => d.fatal) : result.messages
    if (!this.#baseline || wanted.length === 0) return wanted
    const file = toFile(result, this.#cwd, text)
    const kept = new Set(this.#baseline.newIn(file))
    return result.messages.filter((message, at) => {
      const made = file.messages[at]
      return made !== undefined && kept.has(made) && wanted.includes(message)
    })
  }

  /** How many findings of the baseline aren't found any more in these posts. */
  gone(results: readonly LintResult[]): number {
    const baseline = this.#baseline
    if (!baseline) return 0
    return results.reduce((sum, result) => sum + baseline.goneFrom(toFile(result, this.#cwd)), 0)
  }

  /**
   * Writes all findings of these posts to the baseline file.
   *
   * @throws {ConfigurationError} The file that is there isn't a baseline.
   */
  writeBaseline(results: readonly LintResult[]): void {
    if (this.#baselineFile === undefined) return
    const files = results.map((result) => toFile(result, this.#cwd))
    writeFileSync(this.#baselineFile, baselineText(this.#baselineFile, files))
  }
}
