/** A stretch of a text: UTF-16 offsets. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Finds stretches of a text in its composed form (NFC), where patterns know each letter with its accent
 * as one character, and gives their places in the text as it is.
 *
 * @param find Is given the composed text.
 */
export function findComposed<Found extends Stretch>(
  text: string,
  find: (composed: string) => readonly Found[]
): readonly Found[] {
  const composed = text.normalize('NFC')
  const found = find(composed)
  if (found.length === 0 || composed === text) return found
  const offsets: number[] = []
  let at = 0
  for (const [cluster] of text.matchAll(/\P{M}?\p{M}*/gu)) {
    for (let unit = 0; unit < cluster.normalize('NFC').length; unit++) offsets.push(at)
    at += cluster.length
  }
  offsets.push(text.length)
  const offset = (index: number): number => offsets[index] ?? text.length
  return found.map((one) => ({...one, start: offset(one.start), end: offset(one.end)}))
}
