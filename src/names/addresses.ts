import {compare} from './edits.js'
import {type Form, mostEdits, shortestNear} from './forms.js'
import {clue} from './index.js'
import {fold, startsUpperCase} from './letters.js'
import {
  covers,
  gapsFit,
  isCovered,
  type Link,
  type Reading,
  type Run,
  textOf,
  type Window
} from './reading.js'
import {replacementFor} from './replacement.js'

/** What a link's words are nearly, and its address is. */
interface Candidate extends Window {
  readonly form: Form
  readonly distance: number
}

/**
 * The parts of an address that may be a name, folded: of its host all but the last label, and each
 * segment of its path without what ends a file's name.
 */
export function partsOfAddress(address: string): readonly string[] {
  const [, host = '', path = ''] = /^(?:[a-z][a-z+.-]*:)?\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? []
  const labels = host.split('.').slice(0, -1)
  const segments = path.split('/').map((d) => d.replace(/\.[a-z]+$/i, ''))
  return [...labels, ...segments].flatMap((part) => {
    const key = fold(part).replace(/[^\p{L}\p{N}]/gu, '')
    return key.length < shortestNear ? [] : [key]
  })
}

/**
 * Finds names in the words of links that lead there: `[Open Sauced](https://opensauced.pizza)`. The
 * address has the name right, so its words may be further from it than elsewhere, and may be words
 * of the language. Where the same words stand elsewhere in the post, they mean the same.
 */
export function readAddressed(reading: Reading): void {
  const found = new Map<string, Form>()
  for (const run of reading.runs) {
    for (const link of run.links) {
      for (const form of link.parts.flatMap((part) => reading.index.formsOf(part))) {
        if (form.role !== 'name' && form.role !== 'also') continue
        const best = bestCandidate(run, link, form)
        if (!best || isCovered(run, best)) continue
        found.set(textOf(run, best), form)
        addSlip(reading, run, best)
      }
    }
  }
  if (found.size === 0) return
  for (const run of reading.runs)
    for (const [written, form] of found) addSame(reading, run, written, form)
}

/** Reports words wherever they stand in a run and no name accounts for them. */
function addSame(reading: Reading, run: Run, written: string, form: Form): void {
  const {text, words} = run
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const all = words.slice(0, words.length)
    const from = all.findIndex((d) => d.start === at)
    const to = all.findIndex((d) => d.end === at + written.length) + 1
    if (from < 0 || to <= from || isCovered(run, {from, to}) || all[from]?.technical) continue
    const difference = compare(words.key(from, to), form.key, mostEdits)
    if (difference) addSlip(reading, run, {from, to, form, distance: difference.distance})
  }
}

function addSlip(reading: Reading, run: Run, candidate: Candidate): void {
  const {from, to, form, distance} = candidate
  const words = run.words.slice(from, to)
  const replacement = replacementFor(run.text, words, form, () => false)
  if (!replacement) return
  run.covered.fill(covers.name, from, to)
  reading.slips.push({
    text: run.position,
    start: replacement.start,
    end: replacement.end,
    expected: [replacement.expected],
    sure: false,
    name: form.text,
    written: textOf(run, candidate),
    fault: distance === 0 ? 'spaces' : 'letters'
  })
}

/** The words of a link that are nearest to a name; none where the name itself stands there. */
function bestCandidate(run: Run, link: Link, form: Form): Candidate | undefined {
  const {words} = run
  const most = form.key.length < 7 ? 1 : form.key.length < 10 ? 2 : mostEdits
  let best: Candidate | undefined
  for (let from = 0; from < words.length; from++) {
    const first = words.get(from)
    if (!first || first.start < link.start) continue
    if (first.start >= link.end) break
    if (first.technical || !(first.type.clues & clue.notable) || !startsUpperCase(first.text))
      continue
    for (let to = from + 1; to <= from + form.words.length + 1; to++) {
      const last = words.get(to - 1)
      if (!last || last.end > link.end || (to > from + 1 && last.gap === 'break')) break
      const difference = compare(words.key(from, to), form.key, most)
      if (!difference || (best && best.distance <= difference.distance)) continue
      if (!gapsFit(words.slice(from, to), form)) continue
      best = {from, to, form, distance: difference.distance}
    }
  }
  if (!best) return undefined
  const key = words.key(best.from, best.to)
  if (best.distance === 0) return best.to - best.from > form.words.length ? best : undefined
  // A part of the name, or the name and more, is another: `Couch` and CouchDB, `Vue 3` and Vue.
  const isPart = form.key.includes(key) || key.includes(form.key)
  return isPart || numbersOf(key) !== numbersOf(form.key) ? undefined : best
}

function numbersOf(key: string): string {
  return key.replace(/\D/g, '')
}
