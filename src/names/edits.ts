import {codeUnitAt} from '../code-unit.js'
/** How two spellings differ, letter by letter. */
export interface Difference {
  /** Optimal string alignment distance: letters added, lost, replaced, or two swapped. */
  readonly distance: number
  readonly edits: readonly Edit[]
}

/** One edit that turns the wrong spelling into the right one. */
export interface Edit {
  readonly kind: 'replace' | 'insert' | 'delete' | 'swap'
  /** Offset into the wrong spelling. */
  readonly at: number
  /** Offset into the right spelling. */
  readonly to: number
  /**
   * Whether it is an edit that fingers and ears make by themselves: a letter doubled or not, or
   * replaced by one that sounds like it or lies beside it on the keyboard.
   */
  readonly natural: boolean
}

/** What letters a word has, as bits: a quick way to see that two words are far from each other. */
export interface Letters {
  /** Which letters it has. */
  readonly present: number
  /** Which of them it has an odd number of times. */
  readonly odd: number
}

/** @param key Folded. */
export function lettersOf(key: string): Letters {
  let present = 0
  let odd = 0
  for (let index = 0; index < key.length; index++) {
    const letter = 1 << (codeUnitAt(key, index) & 31)
    present |= letter
    odd ^= letter
  }
  return {present, odd}
}

/** Whether so many edits may make one word of the other: each takes one letter away and brings one. */
export function mayBeWithin(
  {present, odd}: Letters,
  {present: otherPresent, odd: otherOdd}: Letters,
  edits: number
): boolean {
  return hasAtMost(odd ^ otherOdd, 2 * edits) && hasAtMost(present ^ otherPresent, 2 * edits)
}

function hasAtMost(bits: number, most: number): boolean {
  let left = bits
  for (let count = 0; left !== 0; count++) {
    if (count === most) return false
    left &= left - 1
  }
  return true
}

const keyboardRows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Set<string>()
for (const row of keyboardRows) {
  for (let index = 1; index < row.length; index++) {
    const pair = [row.charAt(index - 1), row.charAt(index)]
    neighbours.add(pair.join('')).add(pair.reverse().join(''))
  }
}

/** Letters that are written for each other because they sound or look alike. */
const confusions = new Set<string>()
for (const pair of [
  'iy',
  'ck',
  'cs',
  'sz',
  'kq',
  'cq',
  'gj',
  'vw',
  'dt',
  'bp',
  'mn',
  'ae',
  'ei',
  'ea',
  'ou',
  'ao',
  'il',
  'l1',
  'i1',
  'o0',
  'eu',
  'ie'
]) {
  confusions.add(pair).add([...pair].reverse().join(''))
}

function isNaturalReplacement(wrong: string, right: string): boolean {
  return confusions.has(wrong + right) || neighbours.has(wrong + right)
}

function isDoubled(word: string, at: number): boolean {
  const letter = word.charAt(at)
  return letter === word.charAt(at - 1) || letter === word.charAt(at + 1)
}

/** Room for the distances of one comparison. */
let table = new Uint8Array(1 << 10)

/**
 * Compares a wrong spelling with the right one. Both are short and folded; the table has one row per
 * letter and only the band that the limit allows is filled.
 *
 * @param limit The most edits that matter.
 * @returns Undefined where more edits are needed.
 */
export function compare(wrong: string, right: string, limit: number): Difference | undefined {
  const shift = commonStart(wrong, right)
  const tail = commonEnd(wrong, right, shift)
  const rows = wrong.length - shift - tail + 1
  const columns = right.length - shift - tail + 1
  if (Math.abs(rows - columns) > limit) return undefined
  // What is left of a word that is one edit away: one letter, or two that are swapped.
  if (limit === 1 && Math.max(rows, columns) > 3) return undefined
  if (limit <= mostTried && !isWithin(wrong, right, shift, shift, tail, limit)) return undefined
  if (rows * columns > table.length) table = new Uint8Array(2 * rows * columns)
  const distances = table.fill(limit + 1, 0, rows * columns)
  for (let row = 0; row < rows; row++) {
    let least = limit + 1
    const from = Math.max(0, row - limit)
    const to = Math.min(columns - 1, row + limit)
    for (let column = from; column <= to; column++) {
      let best: number
      if (row === 0) best = column
      else if (column === 0) best = row
      else {
        const same = codeUnitAt(wrong, shift + row - 1) === codeUnitAt(right, shift + column - 1)
        best = (distances[(row - 1) * columns + column - 1] ?? 0) + (same ? 0 : 1)
        best = Math.min(best, (distances[(row - 1) * columns + column] ?? 0) + 1)
        best = Math.min(best, (distances[row * columns + column - 1] ?? 0) + 1)
        if (isSwap(wrong, right, shift, row, column)) {
          best = Math.min(best, (distances[(row - 2) * columns + column - 2] ?? 0) + 1)
        }
      }
      distances[row * columns + column] = best
      least = Math.min(least, best)
    }
    if (least > limit) return undefined
  }
  const distance = distances[rows * columns - 1] ?? 0
  if (distance > limit) return undefined
  const edits: Edit[] = []
  let row = rows - 1
  let column = columns - 1
  const at = (r: number, c: number): number =>
    r < 0 || c < 0 ? limit + 9 : (distances[r * columns + c] ?? 0)
  while (row > 0 || column > 0) {
    const here = at(row, column)
    if (
      row > 0 &&
      column > 0 &&
      codeUnitAt(wrong, shift + row - 1) === codeUnitAt(right, shift + column - 1) &&
      at(row - 1, column - 1) === here
    ) {
      row--
      column--
    } else if (isSwap(wrong, right, shift, row, column) && at(row - 2, column - 2) + 1 === here) {
      row -= 2
      column -= 2
      edits.push({kind: 'swap', at: shift + row, to: shift + column, natural: true})
    } else if (row > 0 && at(row - 1, column) + 1 === here) {
      row--
      edits.push({
        kind: 'delete',
        at: shift + row,
        to: shift + column,
        natural: isDoubled(wrong, shift + row)
      })
    } else if (column > 0 && at(row, column - 1) + 1 === here) {
      column--
      edits.push({
        kind: 'insert',
        at: shift + row,
        to: shift + column,
        natural: isDoubled(right, shift + column)
      })
    } else {
      row--
      column--
      const natural = isNaturalReplacement(wrong.charAt(shift + row), right.charAt(shift + column))
      edits.push({kind: 'replace', at: shift + row, to: shift + column, natural})
    }
  }
  return {distance, edits: edits.reverse()}
}

/** With more edits than these, to try all takes longer than to fill the table. */
const mostTried = 3

/**
 * Whether so many edits make one word of the other: tries each kind at the first letters that differ.
 * Nearly all words that are compared are further apart, and that shows soon.
 *
 * @param at,to Offsets from which on the words are compared.
 * @param tail How many letters at their ends are alike.
 */
function isWithin(
  wrong: string,
  right: string,
  at: number,
  to: number,
  tail: number,
  edits: number
): boolean {
  const end = wrong.length - tail
  const rightEnd = right.length - tail
  let from = at
  let rightFrom = to
  while (
    from < end &&
    rightFrom < rightEnd &&
    codeUnitAt(wrong, from) === codeUnitAt(right, rightFrom)
  ) {
    from++
    rightFrom++
  }
  const left = end - from
  const rightLeft = rightEnd - rightFrom
  if (left === 0 || rightLeft === 0) return left + rightLeft <= edits
  if (Math.abs(left - rightLeft) > edits) return false
  // The last letters differ too: no edit reaches from the first to the last of many.
  if (edits === 0 || (edits === 1 && left > 2 && rightLeft > 2)) return false
  const next = edits - 1
  return (
    isWithin(wrong, right, from + 1, rightFrom + 1, tail, next) ||
    isWithin(wrong, right, from + 1, rightFrom, tail, next) ||
    isWithin(wrong, right, from, rightFrom + 1, tail, next) ||
    (left > 1 &&
      rightLeft > 1 &&
      codeUnitAt(wrong, from) === codeUnitAt(right, rightFrom + 1) &&
      codeUnitAt(wrong, from + 1) === codeUnitAt(right, rightFrom) &&
      isWithin(wrong, right, from + 2, rightFrom + 2, tail, next))
  )
}

function isSwap(wrong: string, right: string, shift: number, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false
  const last = codeUnitAt(wrong, shift + row - 1)
  const first = codeUnitAt(wrong, shift + row - 2)
  return (
    last !== first &&
    last === codeUnitAt(right, shift + column - 2) &&
    first === codeUnitAt(right, shift + column - 1)
  )
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && codeUnitAt(a, length) === codeUnitAt(b, length)) length++
  return Math.min(length, b.length)
}

function commonEnd(a: string, b: string, start: number): number {
  let length = 0
  const most = Math.min(a.length, b.length) - start
  while (
    length < most &&
    codeUnitAt(a, a.length - 1 - length) === codeUnitAt(b, b.length - 1 - length)
  ) {
    length++
  }
  return length
}
