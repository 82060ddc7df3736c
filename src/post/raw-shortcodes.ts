import {isEscaped, type RawBlock} from './raw-markdown.js'
import type {Range, Source} from './source.js'

const names =
  '(?:caption|gallery|audio|video|embed|youtube|vimeo|soundcloud|dailymotion|playlist|gist|podcast|powerpress|iframe|inline|img_assist|wp_\\w+|vc_\\w+|et_pb_\\w+)'
const values =
  '(?:(?:\\s[^[\\]\\n]*)?(?:=|https?:)[^[\\]\\n\\\\]*|:[^[\\]\\n]*\\.\\w{2,4}[^[\\]\\n\\\\]*)'

/** A mark of any name tells itself by quoted attributes, which no text in brackets has. */
const anyName = '[a-z][\\w-]*'
const given = `\\s+[\\w-]+=(?:"[^"\\n]*"|'[^'\\n]*'|“[^”\\n]*”)`

/**
 * Marks of WordPress and Drupal with what they are given: `[caption id="a" width="300"]`,
 * `[youtube https://…]`, `[inline:photo.jpg]`; also where what converted them put backslashes before
 * their brackets. A bare `[video]` is a remark in a transcript.
 */
const shortcode = new RegExp(
  `\\[(?:${names}${values}|${anyName}(?:${given})+\\s*/?)\\](?!\\()|\\\\\\[${names}${values}\\\\\\]|\\[embed\\](?=\\s*https?:)`,
  'gi'
)

/** A mark of any name that another closes: `[box wide=true]The mill[/box]`; not those of forums. */
const opening = /\[(?!(?:b|i|u|img|url|quote|code)\b)([a-z][\w-]*)(?:\s[^[\]\n]*)?\](?!\()/gi

/** Finds marks of another publishing system, which nothing reads in Markdown. */
export function rawShortcodes(source: Source, block: RawBlock): readonly Range[] {
  return block.texts.flatMap((text) => {
    const written = source.slice(text)
    // The mark that closes it may stand in another paragraph.
    const paired = source.text.includes('[/')
      ? [...written.matchAll(opening)].filter(([, name]) => source.text.includes(`[/${name}]`))
      : []
    const starts = new Set<number>()
    return [...written.matchAll(shortcode), ...paired].flatMap((match) => {
      const start = text.start + match.index
      if (isEscaped(source.text, start) || starts.has(start)) return []
      starts.add(start)
      return [{start, end: start + match[0].length}]
    })
  })
}
