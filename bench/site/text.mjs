import {organisation, person} from './names.mjs'
import * as english from './words-en.mjs'
import * as french from './words-fr.mjs'

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./names.mjs').Name} Name
 */

/** Writes the running text of one post: sentences about people, institutions, numbers and things. */
export class Writer {
  /** @type {Random} */
  random
  #words
  #people
  #organisations

  /**
   * @param {Random} random
   * @param {'en' | 'fr'} language
   * @param {readonly Name[]} known The site's list of names: half of those that the post mentions.
   */
  constructor(random, language, known) {
    this.random = random
    this.#words = language === 'fr' ? french : english
    const mentioned = (/** @type {(kind: Name['kind']) => boolean} */ isOfKind, make) => {
      const names = known.filter((d) => isOfKind(d.kind))
      return Array.from({length: 8}, (_, index) =>
        index % 2 === 0 && names.length > 0 ? random.pick(names).name : make(random)
      )
    }
    this.#people = mentioned((kind) => kind === 'person', person)
    this.#organisations = mentioned((kind) => kind !== 'person', organisation)
  }

  get phrases() {
    return this.#words.phrases
  }

  person() {
    return this.random.pick(this.#people)
  }

  organisation() {
    return this.random.pick(this.#organisations)
  }

  sentence() {
    return this.fill(this.random.pick(this.#words.sentences))
  }

  /** @param {number} count Sentences. */
  paragraph(count) {
    return Array.from({length: count}, () => this.sentence()).join(' ')
  }

  /** A noun with an adjective: what a list item or a heading is about. */
  topic() {
    return this.fill(this.phrases.topic)
  }

  /** @param {string} template With slots in braces; one that begins with a capital begins a sentence. */
  fill(template) {
    let feminine = false
    return template.replace(/\{(\w+)\}/g, (_, /** @type {string} */ slot) => {
      const value = this.#slot(slot.toLowerCase(), feminine)
      if (slot.toLowerCase() === 'noun') feminine = isFeminine(value)
      return /^[A-Z]/.test(slot) ? capitalised(value) : value
    })
  }

  /**
   * @param {string} slot
   * @param {boolean} feminine Whether the noun before is.
   */
  #slot(slot, feminine) {
    const {random} = this
    const words = this.#words
    switch (slot) {
      case 'person':
        return this.person()
      case 'organisation':
        return this.organisation()
      case 'noun':
        return random.pick(words.nouns)
      case 'ofnoun':
        return contracted(`de ${random.pick(words.nouns)}`)
      case 'bare':
        return random.pick(words.nouns).replace(/^the /, '')
      case 'adj':
      case 'adjective': {
        const [masculine = '', other = masculine] = random.pick(words.adjectives).split('/')
        return slot === 'adj' && feminine ? other : masculine
      }
      case 'verb':
        return random.pick(words.verbs)
      case 'place':
        return random.pick(words.places)
      case 'month':
        return random.pick(words.months)
      case 'function':
        return random.pick(words.functions)
      case 'year':
        return String(random.integer(1978, 2025))
      case 'number':
        return String(random.integer(2, 97))
      default:
        throw new Error(`No such slot: ${slot}`)
    }
  }
}

/** @param {string} value */
export function capitalised(value) {
  return value.charAt(0).toUpperCase() + value.slice(1)
}

/** @param {string} noun With its article. */
function isFeminine(noun) {
  return noun.startsWith('la ') || /^l’.*(?:é|ion|ère|ie|age|eau)$/.test(noun)
}

/** @param {string} phrase */
function contracted(phrase) {
  return phrase.replace(/^de le /, 'du ').replace(/^de les /, 'des ')
}
