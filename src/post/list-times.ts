import type {List} from './lists.js'
import type {Range, Source} from './source.js'

/** A time that goes back, among those of a list of chapters. */
export interface EarlierTime {
  readonly range: Range
  /** The time of the item before. */
  readonly before: string
}

/** A shorter list tells too little of how its times go. */
const leastTimes = 4

const time = /(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])/g

/**
 * Finds the one time that goes back in a list of which each item has a time at its start or its end.
 *
 * The last item tells nothing: an evening goes on after midnight, and half past twelve comes before one.
 */
export function earlierTime(source: Source, {items}: List): EarlierTime | undefined {
  if (items.length < leastTimes) return undefined
  const times: (Range & {readonly seconds: number})[] = []
  for (const {paragraph, lines} of items) {
    const [line] = lines
    if (!paragraph || !line) return undefined
    const text = source.slice(line)
    const [match, ...others] = text.matchAll(time)
    if (!match || others.length > 0) return undefined
    const end = match.index + match[0].length
    const isAtEdge =
      /^[*_[(]*$/.test(text.slice(0, match.index)) || /^[*_\])]*$/.test(text.slice(end))
    if (!isAtEdge) return undefined
    const seconds = match[0].split(':').reduce((sum, part) => 60 * sum + Number(part), 0)
    const last = Math.max(0, ...times.map((d) => d.seconds))
    // Behind `59:10`, `1:02` is hours and minutes.
    const isInHours = /^[1-9]:\d\d$/.test(match[0]) && seconds < last && 60 * seconds >= last
    const start = line.start + match.index
    times.push({start, end: line.start + end, seconds: isInHours ? 60 * seconds : seconds})
  }
  const falls = times.flatMap(({seconds}, at) =>
    seconds < (times[at - 1]?.seconds ?? 0) ? at : []
  )
  const [at = 0] = falls
  const [before, here, after] = [times[at - 1], times[at], times[at + 1]]
  if (falls.length !== 1 || !before || !here || !after || after.seconds < before.seconds) {
    return undefined
  }
  return {range: {start: here.start, end: here.end}, before: source.slice(before)}
}
