/** What a finding says, in one language. */
export interface MessageText {
  /** What is wrong, with the value in it: one sentence without a full stop, 80 characters at most. */
  readonly reason: string
  /** Why it matters and what to do: whole sentences. */
  readonly note: string
}

/**
 * Words a message from its values.
 *
 * Each entry of a catalogue takes values of its own; `Finding` pairs every message id with the
 * values that its entry wants, so a maker looked up by id may be called with any finding's values.
 */
export type MessageMaker = {bivarianceHack(values: unknown): MessageText}['bivarianceHack']

/**
 * Makes a value fit into a reason: on one line, without back-ticks of its own, in back-ticks.
 *
 * @param limit The most characters to keep of the value; the middle of a longer one is left out.
 */
export function quote(value: string, limit = 40): string {
  const line = value.replace(/\s+/g, ' ').trim().replaceAll('`', 'ʼ')
  if (line.length <= limit) return `\`${line}\``
  // An accent that is a character of its own counts with its letter.
  const characters = line.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  if (characters.length <= limit) return `\`${line}\``
  const head = Math.ceil((limit - 1) / 2)
  const tail = limit - 1 - head
  return `\`${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}\``
}
