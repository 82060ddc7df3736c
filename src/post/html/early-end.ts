import type {Range} from '../source.js'

/** The words of a link, without tags and within a paragraph. */
const words = String.raw`(?:[^<>\n]|\n(?!\s*\n)){1,200}`
const twoEnds = new RegExp(String.raw`^(\s*)(</a\s*>)${words}</a\s*>`, 'i')
const oneEndBefore = new RegExp(String.raw`<a\b[^<>]*>\s*</a\s*>${words}$`, 'i')

/**
 * Where an end tag closes a link before its words, which a second one follows: `<a href="…"></a>the
 * mill</a>`.
 *
 * @param offset After the link's start tag.
 */
export function earlyEnd(text: string, offset: number): Range | undefined {
  const [, space = '', tag = ''] = twoEnds.exec(text.slice(offset, offset + 260)) ?? []
  if (tag === '') return undefined
  return {start: offset + space.length, end: offset + space.length + tag.length}
}

/** Whether a text ends with such a link, up to its second end tag. */
export function endsEarly(text: string): boolean {
  return oneEndBefore.test(text.slice(-500))
}
