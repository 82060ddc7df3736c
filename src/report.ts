import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {ConfigurationError} from './configuration-error.js'
import type {MessageText} from './messages/message.js'

/** Source of what the plugin says of its own work: no ignore comment reaches it. */
export const ownSource = 'remark-lint-episode'

/**
 * Adds a message about the plugin's own work to a file, as a warning.
 *
 * @param topic What it is about, in place of a rule's id.
 */
export function reportOwn(
  file: VFile,
  topic: string,
  {reason, note}: MessageText,
  place?: VFileMessage['place']
): VFileMessage {
  const message = file.message(reason, {
    ...(place ? {place} : {}),
    source: ownSource,
    ruleId: topic
  })
  message.fatal = false
  message.note = note
  return message
}

declare module 'vfile' {
  interface DataMap {
    /** What is wrong with the configuration that governs this file. */
    episodeTroubles: ConfigurationError[]
  }
}

/** Keeps what is wrong with a file's configuration, each problem once. */
export function noteTrouble(file: VFile, error: ConfigurationError): void {
  const known = file.data.episodeTroubles ?? []
  if (known.every((d) => d.message !== error.message)) file.data.episodeTroubles = [...known, error]
}

interface Placed {
  readonly line?: number | null | undefined
  readonly column?: number | null | undefined
  readonly ruleId?: string | null | undefined
}

/** By place, then by rule: the order of findings doesn't depend on the order of the rules. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    ((a.ruleId ?? '') < (b.ruleId ?? '') ? -1 : 1)
  )
}
