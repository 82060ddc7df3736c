import type {VFileMessage} from 'vfile-message'
import type {Range} from './post/source.js'

/** The parts of a message that a fix is made from; messages that crossed threads have them too. */
export interface FixableMessage {
  readonly ruleId?: string | undefined
  readonly place?: VFileMessage['place'] | undefined
  readonly actual?: string | null | undefined
  readonly expected?: readonly string[] | null | undefined
  readonly fix?: VFileMessage['fix'] | undefined
}

/** One replacement in a text. */
export interface Edit {
  /** UTF-16 offsets into the text; an empty range inserts. */
  readonly range: Range
  readonly replacement: string
  readonly ruleId: string
}

/** A rule whose fixes were left out, and why. */
export interface RefusedFix {
  readonly ruleId: string
  /**
   * `endless`: it and the other endless ones undo each other, or itself, without an end.
   * `worse`: there would be more findings after its fixes than before.
   */
  readonly why: 'endless' | 'worse'
}

export interface FixResult<Message extends FixableMessage> {
  /** The text with all fixes made; the same text where there was nothing to mend. */
  readonly text: string
  /** What is found in {@link text}. */
  readonly messages: readonly Message[]
  /** How many edits were made, over all passes. */
  readonly edits: number
  readonly refused: readonly RefusedFix[]
}

/** Passes over a text before a fix that still goes on counts as endless, as in ESLint. */
const mostPasses = 10

/**
 * The edit that a message's first replacement stands for.
 *
 * @param message Any message: one with no replacement or no range gives nothing.
 */
export function editOf({place, expected, ruleId = 'unknown'}: FixableMessage): Edit | undefined {
  const [replacement] = expected ?? []
  if (replacement === undefined || !place || !('start' in place)) return undefined
  const {start, end} = place
  if (start.offset === undefined || end.offset === undefined) return undefined
  return {range: {start: start.offset, end: end.offset}, replacement, ruleId}
}

/**
 * The safe edits among messages, sorted, without those that overlap or touch an earlier one: what
 * two neighbours make together is for the next pass to judge.
 *
 * @param text The text that the messages were found in. An edit whose range doesn't hold what its
 *   message says is there is left out: the message is about another text.
 */
export function safeEdits(
  text: string,
  messages: readonly FixableMessage[],
  isRefused: (ruleId: string) => boolean = () => false
): Edit[] {
  const edits = messages
    .filter(({fix, expected}) => fix === 'safe' && expected?.length === 1)
    .flatMap((message) => {
      const edit = editOf(message)
      if (!edit || isRefused(edit.ruleId)) return []
      const actual = text.slice(edit.range.start, edit.range.end)
      if (actual !== (message.actual ?? '') || actual === edit.replacement) return []
      return [edit]
    })
    .sort(
      (a, b) =>
        a.range.start - b.range.start ||
        a.range.end - b.range.end ||
        (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
    )
  let last = -1
  return edits.filter(({range}) => {
    if (range.start <= last) return false
    last = range.end
    return true
  })
}

/**
 * Makes edits in a text.
 *
 * @param edits Sorted, without overlaps.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const {range, replacement} of edits) {
    result += text.slice(at, range.start) + replacement
    at = range.end
  }
  return result + text.slice(at)
}

/**
 * Makes the safe fixes of a text, again and again until none is left.
 *
 * Fixes that undo each other, and fixes that leave more findings than there were, are not made; the
 * others are.
 *
 * @param lint Finds what is wrong with a text; what is ignored in it must not be among the findings.
 */
export function fixText<Message extends FixableMessage>(
  original: string,
  lint: (text: string) => readonly Message[]
): FixResult<Message> {
  const refused = new Map<string, RefusedFix['why']>()
  const first = lint(original)
  let text = original
  let messages = first
  let edits = 0
  const seen = new Map([[original, 0]])
  /** The rules that made edits, pass by pass. */
  const passes: (readonly string[])[] = []

  const startAgain = (ruleIds: readonly string[]): void => {
    for (const ruleId of ruleIds) refused.set(ruleId, 'endless')
    text = original
    messages = first
    edits = 0
    passes.length = 0
    seen.clear()
    seen.set(original, 0)
  }

  for (;;) {
    const wanted = safeEdits(text, messages, (ruleId) => refused.has(ruleId))
    if (wanted.length === 0) break
    const next = applyEdits(text, wanted)
    const ruleIds = [...new Set(wanted.map((edit) => edit.ruleId))]
    passes.push(ruleIds)
    const before = seen.get(next)
    if (before !== undefined || passes.length === mostPasses) {
      startAgain(before === undefined ? ruleIds : passes.slice(before).flat())
      continue
    }
    const found = lint(next)
    if (found.length > messages.length) {
      passes.pop()
      for (const ruleId of rulesThatWorsen(text, messages.length, wanted, lint)) {
        refused.set(ruleId, 'worse')
      }
      continue
    }
    text = next
    messages = found
    edits += wanted.length
    seen.set(text, passes.length)
  }
  return {
    text,
    messages,
    edits,
    refused: [...refused].sort().map(([ruleId, why]) => ({ruleId, why}))
  }
}

/** Those rules whose edits alone leave more findings; all rules where only their sum does. */
function rulesThatWorsen(
  text: string,
  before: number,
  edits: readonly Edit[],
  lint: (text: string) => readonly FixableMessage[]
): readonly string[] {
  const ruleIds = [...new Set(edits.map((edit) => edit.ruleId))]
  const guilty = ruleIds.filter(
    (id) =>
      lint(
        applyEdits(
          text,
          edits.filter((edit) => edit.ruleId === id)
        )
      ).length > before
  )
  return guilty.length > 0 ? guilty : ruleIds
}
