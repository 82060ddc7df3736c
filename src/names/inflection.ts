import type {Form} from './forms.js'
import {shape} from './letters.js'
import type {Word} from './words.js'

/** `entrepreneur.e`, `élu·es`: feminine and plural endings after a point. */
const inclusive =
  /\p{L}[.·‧•](?:(?:e|le|ne|te|ère|euse|rice|trice)(?:[.·‧•]?s)?|s)(?![\p{L}\p{N}])/u

/**
 * Whether a name stands there in another number, gender or case, which is no slip where all of it is
 * written small, as the list has it or behind an acronym (`des zones à faibles émissions`), where feminine
 * endings stand after points, and where German declines an adjective. The words behind an acronym end as
 * the sentence wants.
 *
 * @param text That the words stand in.
 * @param before The word before them, if there is one.
 */
export function isInflected(
  text: string,
  words: readonly Word[],
  form: Form,
  before: Word | undefined
): boolean {
  const first = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? first
  if (inclusive.test(text.slice(first, end + 3))) return true
  if (words.length !== form.words.length) return false
  if (before && isDeclined(before, words, form)) return true
  const differing = words.flatMap(({key}, index) => {
    const right = form.words[index]?.key ?? ''
    return key === right ? [] : [{key, right, index}]
  })
  const isAlike = (ending: RegExp): boolean =>
    differing.every(({key, right}) => {
      const stem = key.replace(ending, '')
      return stem.length >= shortestStem && stem === right.replace(ending, '')
    })
  if (form.role === 'expansion' && isPlural(words, form)) return true
  const isCommon = /^\p{Ll}/u.test(form.text)
  const isSmall = !words.slice(isCommon ? 1 : 0).some(isName)
  if ((isCommon || form.role === 'expansion') && isSmall && isAlike(/e?[sx]?$/)) return true
  const [only] = differing
  if (form.role !== 'expansion' || differing.length > 1 || only?.index !== words.length - 1)
    return false
  // `Networks` for `Networking`; another number alone may be a slip.
  return (
    isAlike(/(?:ing|ers?|ed|s)$/) && only.right !== `${only.key}s` && only.key !== `${only.right}s`
  )
}

/**
 * Whether the words behind an acronym stand in the plural, in capitals too: `Large Language Models`,
 * `Graduate Schools of Design`.
 */
function isPlural(words: readonly Word[], form: Form): boolean {
  return words.every(({key}, index) => {
    const right = form.words[index]?.key ?? ''
    const next = words[index + 1]
    const isHead = !next || /^(?:of|for|and|de|du|des|d)$/.test(next.key)
    return key === right || (isHead && key === `${right}s`)
  })
}

/** Words after which German declines an adjective. */
const beforeDeclined =
  /^(?:der|de[nms]|die|das|[ai]m|vom|zu[mr]|beim|[kms]?ein(?:e[rnms])|(?:ihr|unser|euer|eur)e[rnms]|diese[rnms])$/

/** Whether adjectives of a name have other endings than by themselves, as German has them: `der Freien Universität`. */
function isDeclined(before: Word, words: readonly Word[], form: Form): boolean {
  if (!beforeDeclined.test(before.key)) return false
  const ending = /^(?:der|die|das)$/.test(before.key) ? /en?$/ : /en$/
  return words.every(({key}, index) => {
    const right = form.words[index]?.key ?? ''
    if (key === right) return true
    const stem = key.replace(ending, '')
    const isAdjective = index < words.length - 1 && stem !== key && stem.length >= shortestStem
    return isAdjective && stem === right.replace(/e[rs]?$/, '')
  })
}

/** What is left of a shorter word tells too little. */
const shortestStem = 3

function isName(word: Word): boolean {
  return (word.shape & shape.initial) > 0
}
