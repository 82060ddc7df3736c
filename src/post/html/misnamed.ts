import {isKnownElement} from './elements.js'

/** What people call elements that HTML calls otherwise. */
const otherwise: ReadonlyMap<string, readonly string[]> = new Map([
  ['bold', ['strong', 'b']],
  ['italic', ['em', 'i']],
  ['italics', ['em', 'i']],
  ['emphasis', ['em']],
  ['underline', ['u']],
  ['strikethrough', ['s', 'del']],
  ['centre', ['center']],
  ['iframes', ['iframe']],
  ['links', ['a']]
])

/** Elements of posts whose names are long enough to be told from other words by their letters. */
const elements =
  'address article aside audio blockquote button canvas caption center details figcaption figure footer header iframe label legend object picture progress script section small source strike strong style summary table tbody tfoot thead textarea video'.split(
    ' '
  )

/** Attributes of posts, by the elements that have them; those of all elements stand under `*`. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['class', 'style', 'title', 'hidden'],
  a: ['href', 'target', 'download'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'srcset'],
  iframe: ['src', 'width', 'height', 'allow', 'allowfullscreen', 'frameborder', 'loading'],
  video: ['src', 'width', 'height', 'controls', 'poster', 'autoplay', 'preload'],
  audio: ['src', 'controls', 'autoplay', 'preload'],
  source: ['src', 'srcset', 'type', 'media'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope']
}

/** A shorter name is one letter from too many others: `date` and `data`. */
const shortestElement = 5

/**
 * The elements that are meant by the name of one that HTML doesn't have, best first.
 *
 * @param name In lower case.
 * @returns None where it is HTML's, or may be an element of the site's own.
 */
export function elementsMeant(name: string): readonly string[] {
  if (isKnownElement(name)) return []
  // `</p\>`, `</p?>`: a key beside the one that was meant.
  const bare = name.replace(/[\\?.,]+$/, '')
  if (bare !== name) return isKnownElement(bare) ? [bare] : []
  const known = otherwise.get(name)
  if (known) return known
  return name.length < shortestElement
    ? []
    : elements.filter((right) => isSlipOf(name, right) && !isLongerOf(name, right))
}

/**
 * The attribute that is meant by a name that an element doesn't have.
 *
 * @param element,name In lower case.
 */
export function attributeMeant(element: string, name: string): string | undefined {
  if (!isKnownElement(element)) return undefined
  const known = [...(attributes[element] ?? []), ...(attributes['*'] ?? [])]
  return known.find((right) => isSlipOf(name, right))
}

/**
 * Whether a word is another with two letters swapped, or one left out or put in: other letters make
 * another word more often than a slip.
 */
function isSlipOf(word: string, right: string): boolean {
  const difference = word.length - right.length
  let at = 0
  while (at < word.length && word[at] === right[at]) at++
  if (difference === 0) {
    return word.slice(at) === `${right[at + 1]}${right[at]}${right.slice(at + 2)}`
  }
  const [longer, shorter] = difference > 0 ? [word, right] : [right, word]
  return longer.slice(at + 1) === shorter.slice(at)
}

/** A letter more at the end makes a plural, and one less may make another name. */
function isLongerOf(word: string, right: string): boolean {
  return word.startsWith(right) || right.startsWith(word)
}
