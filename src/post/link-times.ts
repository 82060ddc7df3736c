import type {Link} from 'mdast'
import {plainText} from './markdown.js'
import type {Located, Outline} from './outline.js'

/** A link that names one time of a recording and leads to another. */
export interface WrongTime {
  readonly link: Located<Link>
  /** As the words of the link have it. */
  readonly shown: string
  /** The address with the time that is shown. */
  readonly expected: string
}

/** Links begin a few seconds early on purpose. */
const tolerance = 30
/** Where so many links lead to the very second, the only one that doesn't is a slip. */
const leastExact = 5
/** So many seconds are nothing to speak of. */
const negligible = 5

/** All of the words, or what follows `at` or `à`: `12:30`, `1:02:03`, `11min 24s`, `1 h 02`. */
const shownTime =
  /(?:^|(?:^|\s)(?:at|à|from|dès)\s)[([]?((?:\d{1,2}:)?\d{1,3}:\d\d|(?:\d{1,2} ?h ?)?\d{1,3} ?m(?:in|n)? ?(?:\d{1,2} ?s(?:ec)?)?|\d{1,2} ?h ?\d\d)[)\]]?[^\p{L}\p{N}]*$/iu

const timeInAddress =
  /([?&#](?:t|start|time_continue)=)((?:\d+h)?(?:\d+m)?\d+s?|\d+h\d*m?|\d+m)(?=$|[&#])/i

/**
 * Finds links to a time of a recording whose words name another time.
 *
 * Nothing is found where many of a post's links differ: an edited recording runs ahead of the film.
 */
export function wrongTimes(outline: Outline): readonly WrongTime[] {
  let right = 0
  const wrong: WrongTime[] = []
  const early: WrongTime[] = []
  for (const link of outline.all('link')) {
    const [place = '', before = '', written = ''] = timeInAddress.exec(link.node.url) ?? []
    if (place === '') continue
    const shown = shownTime.exec(plainText(link.node).trim())?.[1]
    const seconds = shown === undefined ? undefined : secondsOf(shown)
    const linked = secondsOf(written)
    if (shown === undefined || seconds === undefined || linked === undefined) continue
    // `1:24` may be hours and minutes.
    const apart = Math.min(Math.abs(seconds - linked), Math.abs(60 * seconds - linked))
    if (apart <= tolerance) right++
    if (apart <= negligible) continue
    const unit = /\d$/.test(written) ? '' : 's'
    const expected = link.node.url.replace(place, () => `${before}${seconds}${unit}`)
    const found = apart <= tolerance ? early : wrong
    found.push({link, shown, expected})
  }
  if (early.length === 1 && right > leastExact) wrong.push(...early)
  return wrong.length === 1 || 3 * wrong.length <= right ? wrong : []
}

/** The seconds of `90`, `90s`, `1m30s`, `1h2m3s`, `1 h 02`, `1:30` and `1:02:03`. */
function secondsOf(time: string): number | undefined {
  if (time.includes(':')) {
    return time.split(':').reduce((sum, part) => 60 * sum + Number(part), 0)
  }
  const units = /^(?:(\d+) ?h ?)?(?:(\d+) ?m(?:in|n)? ?)?(?:(\d+) ?(?:s|sec)?)?$/i.exec(time.trim())
  if (!units) return undefined
  const [, hours, minutes, rest] = units
  // `1 h 02`: what follows hours alone are minutes.
  const isMinutes = hours !== undefined && minutes === undefined && !/s/i.test(time)
  return (
    3600 * Number(hours ?? 0) + 60 * Number(minutes ?? 0) + Number(rest ?? 0) * (isMinutes ? 60 : 1)
  )
}
