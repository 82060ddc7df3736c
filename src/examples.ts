import type {Range} from './post/source.js'
import type {FixStrength} from './rule.js'

/** A finding that an example's marks promise. */
export interface ExpectedFinding {
  readonly range: Range
  readonly actual: string
  readonly expected: readonly string[]
  readonly fix: FixStrength | undefined
}

/** An example's text without its marks, and what the marks say. */
export interface ParsedExample {
  readonly text: string
  readonly findings: readonly ExpectedFinding[]
}

const mark = /⟦([^⟦⟧⇒⇢]*)(?:([⇒⇢])([^⟦⟧]*))?⟧/g

/**
 * Reads the marks of an example (see `Example` in `rule.ts`).
 *
 * @throws {Error} A bracket has no partner.
 */
export function parseExample(marked: string): ParsedExample {
  const findings: ExpectedFinding[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(mark)) {
    text += marked.slice(at, match.index)
    const [whole, actual = '', arrow, replacement = ''] = match
    findings.push({
      range: {start: text.length, end: text.length + actual.length},
      actual,
      expected:
        arrow === undefined ? [] : arrow === '⇒' ? [replacement] : alternatives(replacement),
      fix: arrow === undefined ? undefined : arrow === '⇒' ? 'safe' : 'suggestion'
    })
    text += actual
    at = match.index + whole.length
  }
  text += marked.slice(at)
  if (/[⟦⟧]/.test(text)) throw new Error(`A mark has no partner in: ${marked}`)
  return {text, findings}
}

/** The example's text with every fix made, the first suggestion where there are several. */
export function fixedExample({text, findings}: ParsedExample): string {
  let fixed = ''
  let at = 0
  for (const {range, expected} of findings) {
    if (expected[0] === undefined) continue
    fixed += text.slice(at, range.start) + expected[0]
    at = range.end
  }
  return fixed + text.slice(at)
}

/** The replacements that a mark offers: bars stand between them, and `\|` is a bar in one. */
function alternatives(text: string): readonly string[] {
  return text.split(/(?<!\\)\|/).map((d) => d.replaceAll('\\|', '|'))
}
