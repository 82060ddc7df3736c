#!/usr/bin/env node
// Measures how fast the command is, against the parser alone and against its peers.
//   npm run bench -- [--posts 1,100,1000] [--runs 5] [--only ID,ID] [--skip-in-process] [--no-write]
// Ids of contestants: node, parse, cold, cached, changed, remark-schema, remark-recommended,
// markdownlint, rumdl. Each size needs `parse`.
import fs from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {contestants} from './contestants.mjs'
import {measureEditor} from './editor.mjs'
import {here, installPeers, makeWorkFolder, measure, outputOf} from './measure.mjs'
import {report, targetsTable} from './report.mjs'
import {measureRules} from './rules.mjs'
import {writeSite} from './site.mjs'

/** From so many posts on, only the contestants whose growth is of interest run, and less often. */
const manyPosts = 10_000
const atManyPosts = ['parse', 'cold']
const runsAtManyPosts = 3
/** A run on one post is over in a moment, and varies as much as others do in all. */
const leastRunsAtOnePost = 15

const {values} = parseArgs({
  options: {
    posts: {type: 'string', default: '1,100,1000'},
    runs: {type: 'string', default: '5'},
    only: {type: 'string'},
    'skip-in-process': {type: 'boolean', default: false},
    'no-write': {type: 'boolean', default: false}
  }
})

/**
 * @typedef {import('./measure.mjs').Usage} Usage
 * @typedef {{posts: number, bytes: number, usages: Map<string, Usage[]>}} Round
 */

installPeers()
const started = new Date()
const chosen = values.only?.split(',')
const work = makeWorkFolder()
try {
  /** @type {Round[]} */
  const rounds = []
  for (const posts of values.posts.split(',').map(Number)) rounds.push(await round(posts))
  const inProcess = values['skip-in-process']
    ? undefined
    : {rules: measureRules(), editor: await measureEditor()}
  const text = report({rounds, inProcess, started, titles: titles()})
  console.log(targetsTable(rounds, inProcess))
  if (!values['no-write']) fs.writeFileSync(path.join(here, 'RESULTS.md'), text)
} finally {
  fs.rmSync(work, {recursive: true, force: true})
}

function titles() {
  return new Map(contestants().map(({id, title}) => [id, title]))
}

/**
 * Measures all contestants on a site, in turn: A B C A B C, so that what else the machine does
 * meets them all alike.
 *
 * @param {number} posts
 * @returns {Promise<Round>}
 */
async function round(posts) {
  const cwd = path.join(work, `site-${posts}`)
  const cache = path.join(work, `cache-${posts}`)
  fs.mkdirSync(cache)
  const {bytes, first} = writeSite(cwd, posts)
  const target = posts === 1 ? first : 'posts'
  const many = posts >= manyPosts
  const running = contestants().filter(
    ({id, changes}) =>
      (chosen?.includes(id) ?? true) &&
      (!many || atManyPosts.includes(id)) &&
      !(changes && posts === 1)
  )
  const surroundings = {cwd, cache}
  for (const {id, command, counting = command, count} of running) {
    const done = count?.(outputOf(counting(target), surroundings), target) ?? posts
    if (done !== posts) throw new Error(`${id}: checked ${done} of ${posts} posts`)
    // Fills caches, of the disk and of the tool.
    await measure(command(target), surroundings)
  }
  /** @type {Map<string, Usage[]>} */
  const usages = new Map(running.map(({id}) => [id, []]))
  const asked = Number(values.runs)
  const runs = many
    ? Math.min(asked, runsAtManyPosts)
    : posts === 1
      ? Math.max(asked, leastRunsAtOnePost)
      : asked
  for (let run = 1; run <= runs; run++) {
    for (const {id, command, changes} of running) {
      if (changes) fs.appendFileSync(path.join(cwd, first), `\nOne more line, the ${run}.\n`)
      const usage = await measure(command(target), surroundings)
      usages.get(id)?.push(usage)
      console.error(`${posts} posts, run ${run} of ${runs}: ${id} ${usage.wall.toFixed(0)} ms`)
    }
  }
  fs.rmSync(cwd, {recursive: true})
  return {posts, bytes, usages}
}
