import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyEdits, editOf, type FixableMessage, fixText, safeEdits} from '../src/fix.js'

/** A rule for the engine's tests: every match of a pattern is replaced by a text. */
function replace(ruleId: string, pattern: RegExp, replacement: string) {
  return (text: string): FixableMessage[] =>
    [...text.matchAll(pattern)].map((match) =>
      finding(ruleId, match.index, match.index + match[0].length, match[0], replacement)
    )
}

function finding(
  ruleId: string,
  start: number,
  end: number,
  actual: string,
  replacement: string,
  fix: 'safe' | 'suggestion' = 'safe'
): FixableMessage {
  const point = (offset: number) => ({line: 1, column: offset + 1, offset})
  return {
    ruleId,
    place: {start: point(start), end: point(end)},
    actual,
    expected: [replacement],
    fix
  }
}

const all =
  (...rules: ((text: string) => FixableMessage[])[]) =>
  (text: string) =>
    rules.flatMap((rule) => rule(text))

describe('which edits are made in one pass', () => {
  it('sorts them and leaves what overlaps or touches for the next pass', () => {
    const text = 'abcdefgh'
    const edits = safeEdits(text, [
      finding('late', 6, 7, 'g', 'G'),
      finding('overlaps', 1, 3, 'bc', 'x'),
      finding('first', 0, 2, 'ab', 'AB'),
      finding('touches', 2, 3, 'c', 'C'),
      finding('inserts', 4, 4, '', '+'),
      finding('inserts-too', 4, 4, '', '-')
    ])
    expect(edits.map((edit) => edit.ruleId)).toEqual(['first', 'inserts', 'late'])
    expect(applyEdits(text, edits)).toBe('ABcd+efGh')
  })

  it('takes neither suggestions nor findings of another text', () => {
    const messages = [
      finding('suggests', 0, 1, 'a', 'A', 'suggestion'),
      finding('stale', 1, 2, 'x', 'B'),
      {...finding('two', 2, 3, 'c', 'C'), expected: ['C', 'D']},
      {ruleId: 'placeless', actual: 'd', expected: ['D'], fix: 'safe' as const},
      {...finding('empty-handed', 3, 4, 'd', 'D'), expected: []}
    ]
    expect(safeEdits('abcd', messages)).toEqual([])
    expect(editOf(messages[3] ?? {})).toBeUndefined()
  })
})

describe('to a fixpoint', () => {
  it('repeats until nothing is left and counts what it did', () => {
    const result = fixText('aaaa b', all(replace('shorten', /aa/g, 'a'), replace('b', /b/g, 'c')))
    expect(result).toMatchObject({text: 'a c', messages: [], refused: []})
    expect(result.edits).toBeGreaterThan(2)
  })

  it('makes neither fix of two rules that undo each other, and all the others', () => {
    const result = fixText(
      'x y!',
      all(replace('to-y', /x/g, 'y'), replace('to-x', /y/g, 'x'), replace('calm', /!/g, '.'))
    )
    expect(result.text).toBe('x y.')
    expect(result.refused).toEqual([
      {ruleId: 'to-x', why: 'endless'},
      {ruleId: 'to-y', why: 'endless'}
    ])
    expect(result.messages).toHaveLength(2)
  })

  it('refuses a fix that goes on for ever, from the first pass on', () => {
    const result = fixText(
      'a!',
      all(replace('grow', /a$|a(?=[!.])/g, 'ba'), replace('calm', /!/g, '.'))
    )
    expect(result.text).toBe('a.')
    expect(result.refused).toEqual([{ruleId: 'grow', why: 'endless'}])
  })

  it('refuses a fix that leaves more findings than there were, and makes the others', () => {
    const lint = all(replace('worse', /w/g, 'zzz'), replace('better', /b/g, 'B'), (text) =>
      [...text.matchAll(/z/g)].map((d) => ({ruleId: 'z', actual: d[0]}))
    )
    const result = fixText('w b', lint)
    expect(result).toMatchObject({text: 'w B', refused: [{ruleId: 'worse', why: 'worse'}]})
    expect(result.messages.map((d) => d.ruleId)).toEqual(['worse'])
  })

  it('gives the very text back where there is nothing to mend', () => {
    const text = '\uFEFFa\r\nb\rc\n'
    expect(fixText(text, replace('x', /x/g, 'y'))).toMatchObject({text, edits: 0, messages: []})
  })
})

describe('for any text and any edits', () => {
  it('leaves every byte outside the ranges as it was', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(6), fc.string({maxLength: 4}))
    fc.assert(
      fc.property(
        fc.string({minLength: 1, maxLength: 40, unit: 'binary'}),
        fc.array(span),
        (text, spans) => {
          const messages = spans.map(([at, length, replacement]) => {
            const start = Math.min(at, text.length)
            const end = Math.min(start + length, text.length)
            return finding('any', start, end, text.slice(start, end), replacement)
          })
          const edits = safeEdits(text, messages)
          const fixed = applyEdits(text, edits)
          let at = 0
          let to = 0
          for (const {range, replacement} of edits) {
            expect(range.start).toBeGreaterThanOrEqual(at)
            const kept = text.slice(at, range.start)
            expect(fixed.slice(to, to + kept.length)).toBe(kept)
            at = range.end
            to += kept.length + replacement.length
          }
          expect(fixed.slice(to)).toBe(text.slice(at))
        }
      )
    )
  })

  it('has nothing to do the second time', () => {
    const lint = all(
      replace('ab', /ab/g, 'b'),
      replace('bb', /bb/g, 'b'),
      replace('c', /c(?=d)/g, ''),
      replace('swap', /da/g, 'ad'),
      replace('swap-back', /ad/g, 'da')
    )
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12}), (text) => {
        const once = fixText(text, lint)
        expect(once.messages.length).toBeLessThanOrEqual(lint(text).length)
        if (once.refused.length === 0) expect(fixText(once.text, lint).text).toBe(once.text)
      })
    )
  })
})
