import type {Locale} from '../messages/catalogue.js'
import {pluginMessages} from '../messages/plugin.js'
import {byPlace} from '../report.js'
import type {LintResult, PlainMessage} from './result.js'

/** A place where something is claimed. */
interface Claimant {
  readonly post: string
  readonly line: number
  readonly role: PlainMessage['claimRole']
}

/** So many posts make a habit. */
const leastForHabit = 2
/** So many posts tell whether values of a kind are each post's own. */
const leastAmong = 5
/** Where more posts share a value, sharing is no mistake. */
const mostSharing = 0.2

/**
 * Turns claims that meet into findings: where two posts of a run claim one key, each of them gets
 * the message that its claim stands for, with the place of the others; where most posts that claim
 * a key have a habit, the exceptions get it.
 *
 * @param localeFor The language of a post's messages.
 */
export async function settleClaims(
  results: readonly LintResult[],
  localeFor: (post: string) => Promise<Locale>
): Promise<readonly LintResult[]> {
  const claimants = new Map<string, Claimant[]>()
  for (const {path, claims} of results) {
    for (const claim of claims) {
      const known = claimants.get(keyOf(claim))
      const claimant = {post: path, line: claim.line ?? 1, role: claim.claimRole}
      if (known) known.push(claimant)
      else claimants.set(keyOf(claim), [claimant])
    }
  }
  const own = kindsOfOwn(results)
  return Promise.all(
    results.map(async (result) => {
      const met = result.claims.flatMap((claim) => {
        if (claim.claimAmong !== undefined && !own.has(claim.claimAmong)) return []
        const others = othersOf(claim, result.path, claimants.get(keyOf(claim)) ?? [])
        return others.length === 0 ? [] : [{claim, others}]
      })
      if (met.length === 0) return result
      const {alsoIn, otherwiseIn} = pluginMessages[await localeFor(result.path)]
      const found = met.map(({claim, others}): PlainMessage => {
        const places = others.map(({post, line}) => `${post}:${line}`)
        const where = claim.claimRole ? otherwiseIn({places}) : alsoIn({places})
        const note = [where, claim.note].filter(Boolean).join(' ')
        return {...claim, claim: undefined, claimRole: undefined, claimAmong: undefined, note}
      })
      return {...result, messages: [...result.messages, ...found].sort(byPlace)}
    })
  )
}

/** The kinds of keys of which nearly every post has one of its own (see `Claim.among`). */
function kindsOfOwn(results: readonly LintResult[]): ReadonlySet<string> {
  const posts = new Map<string, Map<string, Set<string>>>()
  for (const {path, claims} of results) {
    for (const {claim = '', claimAmong} of claims) {
      if (claimAmong === undefined) continue
      const ofKind = posts.get(claimAmong) ?? new Map<string, Set<string>>()
      posts.set(claimAmong, ofKind)
      ofKind.set(claim, (ofKind.get(claim) ?? new Set()).add(path))
    }
  }
  const isOwn = (ofKind: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
    const sizes = [...ofKind.values()].map((d) => d.size)
    const all = sizes.reduce((a, b) => a + b, 0)
    const sharing = sizes.filter((d) => d > 1).reduce((a, b) => a + b, 0)
    return all >= leastAmong && sharing <= Math.max(2, mostSharing * all)
  }
  return new Set([...posts].filter(([, ofKind]) => isOwn(ofKind)).map(([kind]) => kind))
}

/** The claimants that make a mistake of a claim; none where it is none. */
function othersOf(
  {claimRole}: PlainMessage,
  post: string,
  claimants: readonly Claimant[]
): readonly Claimant[] {
  if (claimRole === undefined) return claimants.filter((d) => d.post !== post)
  if (claimRole === 'habit') return []
  const habit = claimants.filter((d) => d.role === 'habit')
  const exceptions = new Set(claimants.filter((d) => d.role === 'exception').map((d) => d.post))
  const isHabit = habit.length >= leastForHabit && habit.length > exceptions.size
  return isHabit ? habit : []
}

/** Two rules may claim the same words for different reasons. */
function keyOf({ruleId, claim}: PlainMessage): string {
  return JSON.stringify([ruleId, claim])
}
