#!/usr/bin/env node
// Measures, inside one process, what the rules take on top of parsing, and how each of them grows.
//   node bench/rules.mjs [--json] [--growth]
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {growthTexts} from './growth-texts.mjs'
import {median, root, timeOf} from './measure.mjs'
import {nameCount, post, posts, siteNames} from './site.mjs'

const rounds = 9
const growthRounds = 5
const namesRule = 'episode-known-names'
const {default: remarkLintEpisode} = await import(path.join(root, 'dist/index.js'))

/** Every rule has a page; a test of the package sees to it. */
export const ruleIds = fs
  .readdirSync(path.join(root, 'docs/rules'))
  .filter((name) => /^episode-.*\.md$/.test(name))
  .map((name) => path.basename(name, '.md'))

/**
 * @param {readonly string[]} ids Rules to run.
 * @param {number} [names] How long the list of names is.
 */
function linter(ids, names = nameCount) {
  const rules = Object.fromEntries(ruleIds.map((id) => [id, ids.includes(id)]))
  return unified()
    .use(remarkParse)
    .use(remarkLintEpisode, {names: siteNames(names), maxFindings: false, rules})
    .freeze()
}

/**
 * Milliseconds for parsing posts, and for running the rules on what was parsed.
 *
 * @param {ReturnType<typeof linter>} processor
 * @param {readonly string[]} texts
 */
function timesOf(processor, texts) {
  const files = texts.map((value, index) => new VFile({value, path: `${index}.md`, cwd: root}))
  /** @type {import('mdast').Root[]} */
  const trees = []
  const parse = timeOf(() => {
    for (const file of files) trees.push(processor.parse(file))
  })
  const lint = timeOf(() => {
    for (const [index, file] of files.entries()) processor.runSync(trees[index], file)
  })
  return {parse, lint}
}

/**
 * The times of several linters in turn, as medians.
 *
 * @param {readonly ReturnType<typeof linter>[]} linters
 * @param {readonly string[]} texts
 */
function compare(linters, texts) {
  const runs = Array.from({length: rounds + 2}, () => linters.map((d) => timesOf(d, texts))).slice(
    2
  )
  return linters.map((_, index) => ({
    parse: median(runs.map((run) => run[index]?.parse ?? Number.NaN)),
    lint: median(runs.map((run) => run[index]?.lint ?? Number.NaN))
  }))
}

/** What the rules take, as shares of the time that parsing the same posts takes. */
export function measureRules() {
  const texts = [...posts(60)].map(({text}) => text)
  const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000
  const measured = compare(
    [linter(ruleIds), linter([]), ...ruleIds.map((id) => linter([id]))],
    texts
  )
  const parse = median(measured.map((d) => d.parse))
  const [all, none, ...single] = measured.map((d) => d.lint / parse)
  const transcript = [post(60_000)]
  const lists = [100, 1000, 10_000]
  const ofNames = compare(
    lists.map((count) => linter([namesRule], count)),
    transcript
  )
  return {
    megabytesPerSecond: kilobytes / parse,
    all,
    none,
    single: ruleIds.map((id, index) => ({id, share: (single[index] ?? 0) - (none ?? 0)})),
    names: ofNames.map(({parse, lint}, index) => ({names: lists[index], share: lint / parse}))
  }
}

/**
 * How the time of each rule grows when the text gets twice and four times as long: 2 and 4 are
 * linear. Texts are believable posts, and texts that are made of one thing only.
 */
export function measureGrowth() {
  return growthTexts.flatMap(({name, text}) =>
    ruleIds.map((id) => {
      const processor = linter([id])
      const times = [1, 2, 4].map((factor) => {
        const runs = Array.from(
          {length: growthRounds},
          () => timesOf(processor, [text(factor)]).lint
        )
        return Math.min(...runs)
      })
      const [once = 0, twice = 0, fourTimes = 0] = times
      return {id, text: name, milliseconds: once, twice: twice / once, fourTimes: fourTimes / once}
    })
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = process.argv.includes('--growth') ? measureGrowth() : measureRules()
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured, undefined, 2))
  else if (Array.isArray(measured)) printGrowth(measured)
  else print(measured)
}

/** @param {ReturnType<typeof measureRules>} measured */
function print({megabytesPerSecond, all = 0, none = 0, single, names}) {
  const share = (/** @type {number} */ value) => value.toFixed(3).padStart(7)
  console.log(`parsing: ${megabytesPerSecond.toFixed(2)} MB/s; below, shares of its time`)
  console.log(`${share(all)}  all rules`)
  console.log(`${share(none)}  no rule: what holds them`)
  for (const {id, share: value} of single.sort((a, b) => b.share - a.share)) {
    console.log(`${share(value)}  ${id} alone, with the views it needs`)
  }
  for (const {names: count, share: value} of names) {
    console.log(`${share(value)}  ${namesRule} with ${count} names on 60 kB of transcript`)
  }
}

/** @param {ReturnType<typeof measureGrowth>} measured */
function printGrowth(measured) {
  for (const {id, text, milliseconds, twice, fourTimes} of measured) {
    const steep = fourTimes > 7 && milliseconds > 0.2 ? '  more than linear' : ''
    console.log(
      `${id} on ${text}: ${milliseconds.toFixed(2)} ms, ×${twice.toFixed(1)}, ×${fourTimes.toFixed(1)}${steep}`
    )
  }
}
