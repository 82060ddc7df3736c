import {compare} from './edits.js'
import type {Form} from './forms.js'
import {clue} from './index.js'
import {plain, shape, startsUpperCase} from './letters.js'
import {covers, type Mention, type Reading, type Run} from './reading.js'

/**
 * Finds acronyms that are not those of the full name beside them: `ANSSI (Agence nationale de la
 * cohésion des territoires)`, `Conseil économique, social et environnemental (CSE)`.
 */
export function readAcronyms(reading: Reading): void {
  for (const mention of reading.mentions) {
    const expansion = mention.forms.find((d) => d.role === 'expansion')
    if (!expansion) continue
    const {run, from, to} = mention
    checkAcronym(reading, mention, expansion, from - 1, isOpening(run, from))
    checkAcronym(reading, mention, expansion, to, isOpening(run, to))
  }
}

/** Whether a bracket opens right before a word, and nothing else stands there. */
function isOpening({text, words}: Run, at: number): boolean {
  return /^\s*[([]\s*$/.test(text.slice(words.get(at - 1)?.end ?? 0, words.get(at)?.start ?? 0))
}

function checkAcronym(
  reading: Reading,
  {run, from}: Mention,
  expansion: Form,
  at: number,
  isBeside: boolean
): void {
  const word = run.words.get(at)
  if (!isBeside || !word || !/^\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*$/u.test(word.text)) return
  const closes = /^\s*[)\]]/.test(run.text.slice(word.end))
  if (at > from && !closes) return
  const names = reading.index.formsOfEntry(expansion.entry).filter((d) => d.role !== 'expansion')
  if (names.some((d) => d.key === word.key || d.text === plain(word.text))) return
  const right = names.find((d) => d.role === 'name')
  if (!right || right.words.length > 1) return
  const known = reading.mentions.some((d) => d.run === run && d.from === at)
  const near = compare(word.key, right.key, 2)
  const isNear = near !== undefined && right.key.length >= 3 && word.key[0] === right.key[0]
  if (!known && !isNear) return
  if (!known && run.covered[at]) return
  run.covered[at] = 1
  reading.slips.push({
    text: run.position,
    start: word.start,
    end: word.end,
    expected: [right.text],
    sure: false,
    name: expansion.text,
    written: word.text,
    fault: 'acronym'
  })
}

/**
 * Finds acronyms of which two letters have changed places, where the right one stands in the post:
 * `GDRP` beside `GDPR`. They are too short for a near miss.
 */
export function readSwapped({runs, index, present, dictionary, slips}: Reading): void {
  for (const run of runs) {
    if (run.isTag || !(run.clues & clue.upper)) continue
    for (const at of run.openings) {
      if (!(run.words.clues(at) & clue.upper) || run.covered[at]) continue
      const word = run.words.get(at)
      const right = word && !word.technical ? index.acronymSwapped(word.key) : undefined
      if (!word || !right || !present.has(right.entry) || dictionary.hasWord(word.key)) continue
      run.covered[at] = 1
      slips.push({
        text: run.position,
        start: word.start,
        end: word.end,
        expected: [right.text],
        sure: false,
        name: right.text,
        written: word.text,
        fault: 'letters'
      })
    }
  }
}

/**
 * Finds names that were heard together with their article: `l’adynum` for `la DINUM`.
 */
export function readMergedArticles(reading: Reading, run: Run): void {
  if (!(run.clues & clue.withArticle)) return
  for (const at of run.openings) {
    if (!(run.words.clues(at) & clue.withArticle) || run.covered[at]) continue
    const word = run.words.get(at)
    const article = run.words.get(at - 1)
    if (!word || word.technical || article?.key !== 'l' || word.gap !== 'tight') continue
    if (reading.dictionary.hasWord(word.key)) continue
    const form = reading.index.soundingLikeWord(word.key.slice(1))
    if (!form) continue
    run.covered.fill(covers.name, at - 1, at + 1)
    reading.slips.push({
      text: run.position,
      start: article.start,
      end: word.end,
      expected: [`${article.text}a ${form.text}`],
      sure: false,
      name: form.text,
      written: run.text.slice(article.start, word.end),
      fault: 'letters'
    })
  }
}

const capitals = shape.initial | shape.upper

/**
 * Finds given names alone that sound like the one of a person whom the post names in full: `Merci
 * Jérémy` in a post with Jérémie Vasseur.
 */
export function readGivenNames(reading: Reading): void {
  const {index, runs} = reading
  const bySound = new Map<number, Form | 'several'>()
  for (const entry of reading.present) {
    const form = index.formsOfEntry(entry).find((d) => d.role === 'name')
    const [given] = form?.words ?? []
    if (form?.kind !== 'person' || form.words.length < 2 || !given || given.key.length < 5) continue
    const {sound} = given.type
    const other = bySound.get(sound)
    const same = other === undefined || (other !== 'several' && other.words[0]?.key === given.key)
    bySound.set(sound, same ? form : 'several')
  }
  if (bySound.size === 0) return
  // Who is named in full somewhere is another person.
  const others = new Set<string>()
  const alone: {run: Run; at: number; form: Form}[] = []
  for (const run of runs) {
    for (const at of run.openings) {
      const type = run.words.type(at)
      if (!type || (type.shape & capitals) !== shape.initial || type.key.length < 5) continue
      const form = bySound.get(type.sound)
      if (form === undefined || form === 'several') continue
      const word = run.words.get(at)
      if (!word) continue
      const after = run.words.get(at + 1)
      const isFull = after?.gap === 'space' && startsUpperCase(after.text)
      if (isFull || after?.gap === 'tight') others.add(word.key)
      else if (!run.covered[at] && !word.technical && !run.isTag) alone.push({run, at, form})
    }
  }
  for (const {run, at, form} of alone) {
    const word = run.words.get(at)
    const [given] = form.words
    if (!word || !given || plain(word.text) === given.text) continue
    if (word.key !== given.key && others.has(word.key)) continue
    run.covered[at] = 1
    reading.slips.push({
      text: run.position,
      start: word.start,
      end: word.end,
      expected: [given.text],
      sure: false,
      name: form.text,
      written: word.text,
      fault: word.key === given.key ? 'accents' : 'letters'
    })
  }
}
