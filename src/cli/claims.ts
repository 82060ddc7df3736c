import type {Locale} from '../messages/catalogue.js'
import {pluginMessages} from '../messages/plugin.js'
import {byPlace} from '../report.js'
import type {LintResult, PlainMessage} from './result.js'

/**
 * Turns claims that meet into findings: where two posts of a run claim one key, each of them gets
 * the message that its claim stands for, with the place of the others.
 *
 * @param localeFor The language of a post's messages.
 */
export async function settleClaims(
  results: readonly LintResult[],
  localeFor: (post: string) => Promise<Locale>
): Promise<readonly LintResult[]> {
  const claimants = new Map<string, {readonly post: string; readonly line: number}[]>()
  for (const {path, claims} of results) {
    for (const claim of claims) {
      const known = claimants.get(keyOf(claim))
      const place = {post: path, line: claim.line ?? 1}
      if (known) known.push(place)
      else claimants.set(keyOf(claim), [place])
    }
  }
  return Promise.all(
    results.map(async (result) => {
      const met = result.claims.flatMap((claim) => {
        const others = claimants.get(keyOf(claim))?.filter(({post}) => post !== result.path) ?? []
        return others.length === 0 ? [] : [{claim, others}]
      })
      if (met.length === 0) return result
      const {alsoIn} = pluginMessages[await localeFor(result.path)]
      const found = met.map(({claim, others}): PlainMessage => {
        const places = others.map(({post, line}) => `${post}:${line}`)
        return {
          ...claim,
          claim: undefined,
          note: [alsoIn({places}), claim.note].filter(Boolean).join(' ')
        }
      })
      return {...result, messages: [...result.messages, ...found].sort(byPlace)}
    })
  )
}

/** Two rules may claim the same words for different reasons. */
function keyOf({ruleId, claim}: PlainMessage): string {
  return JSON.stringify([ruleId, claim])
}
