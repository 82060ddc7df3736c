/** Keys of front matter in which names are written otherwise than in text. */

/** The key that a JSON Pointer ends with, positions in lists aside. */
function lastKey(pointer: string): string {
  return pointer.split('/').findLast((d) => !/^\d+$/.test(d)) ?? ''
}

/** Whether a string of the front matter is a tag, which may well be in small letters. */
export function isTags(pointer: string | undefined): boolean {
  return pointer !== undefined && /^(?:tags?|categor(?:y|ies)|key-?words?)$/i.test(lastKey(pointer))
}

/** Whether a string of the front matter is an account's name. */
export function isAccount(pointer: string | undefined): boolean {
  return (
    pointer !== undefined &&
    /^(?:user(?:name)?|login|handle|account|github|gitlab|twitter|x|mastodon|bluesky|linkedin|instagram|facebook|youtube|tiktok)$/i.test(
      lastKey(pointer)
    )
  )
}
