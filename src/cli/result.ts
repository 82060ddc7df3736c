import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Dependencies} from '../file-access.js'
import type {RefusedFix} from '../fix.js'
import type {Options} from '../options.js'
import type {Stamp} from './stamp.js'

/** A message without its class: what crosses threads, is cached, and is printed as JSON. */
export interface PlainMessage {
  readonly ruleId: string | undefined
  readonly source: string | undefined
  readonly fatal: boolean | null | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  readonly place: VFileMessage['place']
  readonly reason: string
  readonly actual: string | undefined
  readonly expected: string[] | undefined
  readonly note: string | undefined
  readonly url: string | undefined
  readonly fix: VFileMessage['fix']
  readonly claim: string | undefined
  readonly claimRole: VFileMessage['claimRole']
  readonly claimAmong: VFileMessage['claimAmong']
}

/** What one post's check came to. */
export interface LintResult {
  /** Relative to the working folder, or as the user gave it. */
  readonly path: string
  readonly messages: readonly PlainMessage[]
  /** What the post claims for itself alone in the site (see `RuleContext.claim`). */
  readonly claims: readonly PlainMessage[]
  /** What the result rests on besides the post. */
  readonly dependencies: Dependencies
  /** The file as it was when it was checked; absent for text that came another way. */
  readonly stamp?: Stamp
}

/** A post with its safe fixes made, not yet written. */
export interface FixedPost {
  /** What is found in the fixed text. */
  readonly result: LintResult
  readonly before: string
  readonly after: string
  readonly edits: number
  readonly refused: readonly RefusedFix[]
}

/** What the command line sets on top of every configuration. */
export interface LintSettings {
  readonly cwd: string
  readonly config: string | undefined
  readonly locale: Options['locale']
  /** Ids of the rules to run; empty: those that the configuration leaves on. */
  readonly rules: readonly string[]
}

/** A result as a file with messages, which is what reporters take. */
export function toFile(result: LintResult, cwd: string, value?: string | Uint8Array): VFile {
  const file = new VFile({path: result.path, cwd, ...(value === undefined ? {} : {value})})
  for (const plain of result.messages) {
    const message = file.message(plain.reason, {
      ...(plain.place ? {place: plain.place} : {}),
      ...(plain.ruleId === undefined ? {} : {ruleId: plain.ruleId}),
      ...(plain.source === undefined ? {} : {source: plain.source})
    })
    message.fatal = plain.fatal
    message.actual = plain.actual
    message.expected = plain.expected
    if (plain.note !== undefined) message.note = plain.note
    if (plain.url !== undefined) message.url = plain.url
    if (plain.fix !== undefined) message.fix = plain.fix
  }
  return file
}
