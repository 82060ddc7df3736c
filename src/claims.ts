import {quote} from './messages/message.js'

/** What a claim needs to have: the plain form of a message, as it is cached and handed on. */
export interface ClaimMessage {
  readonly claim?: string | undefined
  readonly line?: number | undefined
  readonly note?: string | undefined
}

/** The claims of one post. */
export interface PostClaims<Message extends ClaimMessage> {
  /** As the run names the post. */
  readonly path: string
  readonly claims: readonly Message[]
}

/** A claim that another post makes too. */
export interface Conflict<Message extends ClaimMessage> {
  readonly path: string
  readonly message: Message
}

/** The most other posts that a note names. */
const mostNamed = 3

/**
 * Finds what two posts of a run claim for themselves alone.
 *
 * @param posts All posts of the run, those from the cache too. Their order doesn't matter.
 * @returns Each claim that another post makes as well, `{other}` in its note replaced by where.
 */
export function concludeClaims<Message extends ClaimMessage>(
  posts: Iterable<PostClaims<Message>>
): readonly Conflict<Message>[] {
  const byKey = new Map<string, Conflict<Message>[]>()
  const ordered = [...posts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const {path, claims} of ordered) {
    const seen = new Set<string>()
    for (const message of claims) {
      const key = message.claim
      // A post may say the same thing twice: that is no conflict with another post.
      if (key === undefined || seen.has(key)) continue
      seen.add(key)
      const list = byKey.get(key)
      if (list) list.push({path, message})
      else byKey.set(key, [{path, message}])
    }
  }
  const conflicts: Conflict<Message>[] = []
  for (const list of byKey.values()) {
    if (list.length < 2) continue
    for (const conflict of list) {
      const others = list.filter((d) => d !== conflict).slice(0, mostNamed)
      const names = others.map(({path, message}) =>
        quote(message.line === undefined ? path : `${path}:${message.line}`, 200)
      )
      const more = list.length - 1 > mostNamed ? ', …' : ''
      const note = conflict.message.note?.replaceAll('{other}', `${names.join(', ')}${more}`)
      conflicts.push({path: conflict.path, message: {...conflict.message, note}})
    }
  }
  return conflicts
}
