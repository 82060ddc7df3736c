import {partsOfAddress, readAddressed} from './addresses.js'
import {readAcronyms, readGivenNames, readMergedArticles, readSwapped} from './companions.js'
import {loadDictionary} from './dictionary.js'
import {readExact, readLookAlikes} from './exact.js'
import {NameIndex} from './index.js'
import {fold} from './letters.js'
import type {NameEntry} from './list.js'
import {readNear} from './near.js'
import {Reading, readRun, type Slip, type Text} from './reading.js'

/** Finds misspelt names of one list in posts. Made once for a list; knows nothing of one post. */
export class NameMatcher {
  readonly #index: NameIndex

  constructor(entries: readonly NameEntry[]) {
    this.#index = new NameIndex(entries)
  }

  /** Whether a word is a name of the list, but for capitals and accents. */
  knows(word: string): boolean {
    return this.#index.formsOf(fold(word)).length > 0
  }

  /** The parts of an address that are names of the list. */
  namesIn(address: string): readonly string[] {
    return partsOfAddress(address).filter((part) => this.#index.formsOf(part).length > 0)
  }

  /**
   * Reads all texts of a post: what stands in one is evidence for the others. Linear in the texts,
   * and nearly independent of the length of the list.
   *
   * @returns The slips in the order of the texts.
   */
  find(texts: readonly Text[]): readonly Slip[] {
    if (this.#index.forms.length === 0) return []
    const index = this.#index
    index.vocabulary.trim()
    const runs = texts.map((text, position) => readRun(text, position, index.vocabulary))
    const reading = new Reading(index, loadDictionary(), runs)
    for (const run of reading.runs) {
      readExact(reading, run)
      readLookAlikes(reading, run)
      readMergedArticles(reading, run)
    }
    readAcronyms(reading)
    readSwapped(reading)
    readAddressed(reading)
    for (const run of reading.runs) readNear(reading, run)
    readGivenNames(reading)
    return reading.slips.sort((a, b) => a.text - b.text || a.start - b.start)
  }
}
