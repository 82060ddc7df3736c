#!/usr/bin/env node
// Makes a site of episode posts: the same one each time for the same number of posts.
//   node bench/site.mjs FOLDER [POSTS]
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {namesList} from './site/names.mjs'
import {pictureCount, writePost} from './site/post.mjs'
import {Random} from './site/random.mjs'

const smallest = 1000
const largest = 60_000

/** How many names the site's list has. */
export const nameCount = 150

/**
 * The posts of a site. Their sizes, 1 to 60 kB, are spread evenly over the logarithm and the same
 * for every number of posts: ten times the posts are ten times the bytes.
 *
 * @param {number} count
 * @returns {Generator<{name: string, text: string}>}
 */
export function* posts(count) {
  const random = new Random(count)
  const names = siteNames(nameCount)
  const sizes = Array.from(
    {length: count},
    (_, index) => smallest * (largest / smallest) ** ((index + 0.5) / count)
  )
  for (const [number, size] of random.shuffle(sizes).entries()) {
    const name = `${String(number + 1).padStart(5, '0')}.md`
    yield {name, text: writePost(random, number, size, names)}
  }
}

/**
 * One post, for measuring inside a process.
 *
 * @param {number} size Bytes, roughly.
 */
export function post(size) {
  return writePost(new Random(size), 0, size, siteNames(nameCount))
}

/** @param {number} count */
export function siteNames(count) {
  return namesList(new Random(7), count)
}

/** What the posts' front matter must hold, for the schema rule of a peer and for ours alike. */
const schema = {
  type: 'object',
  required: ['layout', 'title', 'description', 'date', 'image', 'tags', 'series'],
  properties: {
    layout: {type: 'string'},
    title: {type: 'string', minLength: 1},
    description: {type: 'string', minLength: 1},
    image: {
      type: 'object',
      required: ['path', 'alt'],
      properties: {path: {type: 'string'}, alt: {type: 'string'}}
    },
    tags: {type: 'array', items: {type: 'string'}, minItems: 1},
    series: {type: 'string', pattern: ', (saison|season) [0-9]+$'}
  }
}

const schemaOfPeer = [
  'remark-lint-frontmatter-schema',
  {schemas: {'./peers/schema.json': ['./posts/**/*.md']}}
]

/** Configurations by path: ours, where everybody's stands, and the peers', which are named to them. */
const configurations = {
  '.remarkrc.json': {plugins: [['remark-lint-episode', {names: 'names.yml'}]]},
  'peers/schema.json': schema,
  'peers/remark-schema.json': {plugins: ['remark-frontmatter', schemaOfPeer]},
  'peers/remark-recommended.json': {
    plugins: ['remark-frontmatter', 'remark-preset-lint-recommended', schemaOfPeer]
  },
  // The two rules that every site of this kind switches off: long lines and HTML.
  'peers/.markdownlint-cli2.jsonc': {config: {default: true, MD013: false, MD033: false}},
  'peers/rumdl.toml': '[global]\ndisable = ["MD013", "MD033"]\n'
}

/**
 * Writes a site with its configuration.
 *
 * @param {string} folder Is emptied first.
 * @param {number} count Posts.
 * @returns {{bytes: number, first: string}} Bytes of all posts; path of the first, in the folder.
 */
export function writeSite(folder, count) {
  fs.rmSync(folder, {recursive: true, force: true})
  for (const name of ['peers', 'posts/images'])
    fs.mkdirSync(path.join(folder, name), {recursive: true})
  for (const [name, content] of Object.entries(configurations)) {
    const text =
      typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`
    fs.writeFileSync(path.join(folder, name), text)
  }
  fs.writeFileSync(path.join(folder, 'names.yml'), namesFile(siteNames(nameCount)))
  for (let number = 0; number < pictureCount; number++) {
    const picture = `<svg xmlns="http://www.w3.org/2000/svg"><circle r="${number + 1}"/></svg>\n`
    fs.writeFileSync(path.join(folder, `posts/images/cover-${number}.svg`), picture)
  }
  let bytes = 0
  for (const {name, text} of posts(count)) {
    fs.writeFileSync(path.join(folder, 'posts', name), text)
    bytes += Buffer.byteLength(text)
  }
  return {bytes, first: 'posts/00001.md'}
}

/** @param {readonly import('./site/names.mjs').Name[]} names */
function namesFile(names) {
  // JSON's strings are YAML's, too.
  const lines = names.flatMap((entry) =>
    Object.entries(entry).map(
      ([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}`
    )
  )
  return `${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = '100'] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Usage: node bench/site.mjs FOLDER [POSTS]')
  const {bytes} = writeSite(folder, Number(count))
  console.log(`${count} posts, ${(bytes / 1e6).toFixed(1)} MB`)
}
