import {NameMatcher} from '../../src/names/matcher.js'
import type {Slip} from '../../src/names/reading.js'
import {clean, names, sentences} from './corpus.js'
import {mistakes, randomNumbers} from './mistakes.js'

export interface Row {
  readonly kind: string
  mistakes: number
  found: number
  /** How many of the found ones have the right name among the quick fixes. */
  fixed: number
  /** How many may be fixed without asking. */
  safe: number
  /** Findings elsewhere than at the mistake. */
  wrong: number
}

/** Puts each kind of mistake into each name once in each sentence, and counts what is found. */
export function measure(): {readonly rows: readonly Row[]; readonly missed: readonly string[]} {
  const matcher = new NameMatcher(names)
  const find = (text: string): readonly Slip[] => matcher.find([{text, isTag: false}])
  const random = randomNumbers(20_260_101)
  const rows: Row[] = []
  const missed: string[] = []
  for (const {kind, make} of mistakes) {
    const row: Row = {kind, mistakes: 0, found: 0, fixed: 0, safe: 0, wrong: 0}
    rows.push(row)
    for (const {name, expansion} of names) {
      const right = expansion ?? name
      for (const sentence of sentences) {
        const wrong = make(right, random)
        if (wrong === undefined) continue
        const at = sentence.indexOf('NAME')
        const text = sentence.replace('NAME', wrong)
        const slips = find(text)
        const hits = slips.filter((d) => d.start < at + wrong.length && d.end > at)
        row.mistakes++
        row.wrong += slips.length - hits.length
        const [hit] = hits
        if (!hit) {
          missed.push(`${kind}: ${wrong} (${right})`)
          continue
        }
        row.found++
        const good = sentence.replace('NAME', right)
        const fixes = hit.expected.map((d) => text.slice(0, hit.start) + d + text.slice(hit.end))
        if (fixes.some((d) => d === good)) row.fixed++
        if (hit.sure) row.safe++
      }
    }
  }
  const untouched: Row = {kind: 'no mistake', mistakes: 0, found: 0, fixed: 0, safe: 0, wrong: 0}
  rows.push(untouched)
  const right = names.flatMap(({name}) => sentences.map((d) => d.replace('NAME', name)))
  for (const text of [...clean, ...right]) untouched.wrong += find(text).length
  return {rows, missed}
}

/** The figures as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
  const total: Row = {kind: 'all', mistakes: 0, found: 0, fixed: 0, safe: 0, wrong: 0}
  for (const row of rows) {
    total.mistakes += row.mistakes
    total.found += row.found
    total.fixed += row.fixed
    total.safe += row.safe
    total.wrong += row.wrong
  }
  const lines = [...rows, total].map(({kind, mistakes: count, found, fixed, safe, wrong}) => {
    const recall = percent(found, count)
    const precision = count === 0 ? '–' : percent(found, found + wrong)
    const exact = percent(fixed, found)
    return `| ${kind} | ${count} | ${recall} | ${precision} | ${exact} | ${percent(safe, found)} | ${wrong} |`
  })
  return [
    '| kind of mistake | mistakes | recall | precision | exact fix | safe | false |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines
  ].join('\n')
}
