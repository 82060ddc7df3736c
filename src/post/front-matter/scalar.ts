import {type MappedText, MappedTextBuilder} from '../mapped-text.js'
import type {Range, Source} from '../source.js'

/**
 * How a language spells a string: between quotes that double themselves inside (`'` of YAML), with
 * backslash escapes (`"` of all three), or as it is.
 */
export type Spelling = 'plain' | 'doubled' | 'escaped'

const whiteSpace = /\s/

/** How long an escape is, backslash included (YAML 1.2 §5.7, TOML 1.0 “String”, RFC 8259 §7). */
function escapeLength(raw: string, at: number): number {
  switch (raw.charAt(at + 1)) {
    case 'x':
      return 4
    case 'u': {
      const code = Number.parseInt(raw.slice(at + 2, at + 6), 16)
      const surrogates = code >= 0xd800 && code < 0xdc00 && raw.startsWith('\\u', at + 6)
      return surrogates ? 12 : 6
    }
    case 'U':
      return 10
    default:
      return 2
  }
}

/**
 * Finds the place of each character of a string in the text that spells it, whatever the language:
 * past escapes, doubled quotes, folded lines and indentation.
 *
 * @param range What spells the string, without quotes and without the header of a block scalar.
 * @param value What the language's parser made of it.
 */
export function mapScalar(
  source: Source,
  range: Range,
  value: string,
  spelling: Spelling
): MappedText {
  const builder = new MappedTextBuilder()
  const raw = source.slice(range)
  if (raw === value) {
    builder.add(value, range.start, value.length)
    return builder.build()
  }
  let at = 0
  let read = 0
  while (read < value.length && at < raw.length) {
    const character = raw.charAt(at)
    if (character === '\\' && spelling === 'escaped') {
      const newline = /^\\[ \t]*(?:\r\n|\n|\r)\s*/.exec(raw.slice(at, at + 200))
      if (newline) {
        // A line ending that is escaped: it and the white space after it stand for nothing.
        at += newline[0].length
        continue
      }
      const length = escapeLength(raw, at)
      const decoded = String.fromCodePoint(value.codePointAt(read) ?? 0)
      builder.add(decoded, range.start + at, length)
      at += length
      read += decoded.length
    } else if (character === "'" && spelling === 'doubled' && raw.charAt(at + 1) === "'") {
      builder.add("'", range.start + at, 2)
      at += 2
      read++
    } else if (whiteSpace.test(character)) {
      let rawEnd = at + 1
      while (rawEnd < raw.length && whiteSpace.test(raw.charAt(rawEnd))) rawEnd++
      let valueEnd = read
      while (valueEnd < value.length && whiteSpace.test(value.charAt(valueEnd))) valueEnd++
      builder.add(value.slice(read, valueEnd), range.start + at, rawEnd - at)
      at = rawEnd
      read = valueEnd
    } else if (character === value.charAt(read)) {
      builder.add(character, range.start + at, 1)
      at++
      read++
    } else {
      // The parser read something that this function doesn't know: the rest has no place of its own.
      builder.add(value.slice(read), range.start + at, raw.length - at)
      return builder.build()
    }
  }
  return builder.build()
}
