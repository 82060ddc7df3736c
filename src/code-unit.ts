const {charCodeAt} = String.prototype

/**
 * The UTF-16 unit at an offset, NaN where there is none: `text.charCodeAt(offset)`, for loops over all
 * of a text.
 *
 * A piece of a text, a joined text and a text with an accent are of different kinds to V8. It looks the
 * method up anew for each unit once it has met several kinds, which takes longer than all the rest.
 */
export function codeUnitAt(text: string, offset: number): number {
  return charCodeAt.call(text, offset)
}
