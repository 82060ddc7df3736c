import {capitalised, Writer} from './text.mjs'

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./names.mjs').Name} Name
 */

/** How many of the parts of a post that can be wrong are. */
const defectShare = 0.01

/** How many pictures stand beside the posts, for their front matter to name. */
export const pictureCount = 12

const shows = ['Terrains communs', 'Open Doors', 'Les voix du fleuve', 'Second Draft', 'À rebours']

/**
 * Writes an episode post.
 *
 * @param {Random} random
 * @param {number} number Which post of the site it is, 0-based.
 * @param {number} size Bytes that it should have, roughly.
 * @param {readonly Name[]} names The site's list of names.
 */
export function writePost(random, number, size, names) {
  const writer = new Writer(random, random.chance(0.5) ? 'fr' : 'en', names)
  const post = new PostWriter(writer, number)
  post.write(size)
  return post.text
}

class PostWriter {
  text = ''
  #bytes = 0
  #writer
  #random
  #number

  /**
   * @param {Writer} writer
   * @param {number} number
   */
  constructor(writer, number) {
    this.#writer = writer
    this.#random = writer.random
    this.#number = number
  }

  /** @param {number} size Bytes. */
  write(size) {
    this.#frontMatter()
    this.#player()
    this.#introduction()
    this.#list()
    if (size > 4000) this.#furtherReading()
    this.#heading(2, this.#writer.phrases.transcript)
    const html = this.#random.chance(0.5)
    for (let turn = 0; this.#bytes < size; turn++) {
      if (turn % 23 === 22) this.#heading(3, capitalised(this.#writer.topic()))
      if (turn % 31 === 30) this.#quotation()
      if (turn % 37 === 36) this.#list()
      if (html) this.#htmlTurn()
      else this.#markdownTurn()
    }
  }

  /** @param {string} block */
  #add(block) {
    const text = `${block}\n\n`
    this.text += text
    this.#bytes += Buffer.byteLength(text)
  }

  /**
   * @param {string} right
   * @param {string} wrong What stands there instead, now and then.
   */
  #mostly(right, wrong) {
    return this.#random.chance(defectShare) ? wrong : right
  }

  #frontMatter() {
    const {phrases} = this.#writer
    const {show, season, episode} = this.#place()
    const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '\\"')}"`
    const title = `${phrases.season} ${season} ${phrases.episode} #${episode}${phrases.colon} ${this.#writer.topic()}`
    const month = String(this.#random.integer(1, 12)).padStart(2, '0')
    const day = String(this.#random.integer(1, 28)).padStart(2, '0')
    this.#add(
      [
        '---',
        'layout: layouts/post.njk',
        `title: ${quoted(title)}`,
        this.#mostly(`description: ${quoted(this.#intro())}`, 'description: ""'),
        `date: ${2014 + season}-${month}-${day}`,
        'image:',
        `  path: ./images/cover-${this.#number % pictureCount}.svg`,
        this.#mostly(
          `  alt: ${quoted(`${phrases.portrait} ${this.#writer.person()}`)}`,
          '  alt: ""'
        ),
        'tags:',
        '  - Podcast',
        `  - ${quoted(capitalised(this.#writer.topic()))}`,
        `series: ${quoted(`${show}, ${phrases.season.toLowerCase()} ${season}`)}`,
        '---'
      ].join('\n')
    )
  }

  /** Twelve episodes a season, ten seasons a show. */
  #place() {
    const seasons = Math.floor(this.#number / 12)
    const number = Math.floor(seasons / 10)
    const name = shows[number % shows.length]
    return {
      show: number < shows.length ? name : `${name} ${1 + Math.floor(number / shows.length)}`,
      season: 1 + (seasons % 10),
      episode: 1 + (this.#number % 12)
    }
  }

  #intro() {
    return this.#writer.fill(this.#writer.phrases.intro)
  }

  #player() {
    const {phrases} = this.#writer
    const {season, episode} = this.#place()
    const address = `https://player.example/embed/${this.#identifier()}`
    const title = `${phrases.player} ${season}-${episode}`
    this.#add(`<!-- ${phrases.player} -->`)
    this.#add(
      this.#mostly(
        `<iframe src="${address}" title="${title}" width="100%" height="110" allow="autoplay"></iframe>`,
        `<iframe src="${address}" width="100%" height="110" allow="autoplay"></iframe>`
      )
    )
    this.#add(
      `<a class="link link--arrow" href="https://shows.example/${this.#identifier()}">${phrases.listen}</a>`
    )
  }

  #identifier() {
    return Array.from({length: 3}, () =>
      this.#random.integer(0x100000, 0xffffff).toString(16)
    ).join('')
  }

  #introduction() {
    const {phrases} = this.#writer
    this.#heading(2, phrases.about)
    this.#add(`**${this.#writer.person()}**, ${this.#writer.fill('{function}')}. ${this.#intro()}`)
    const picture = `./images/cover-${this.#random.integer(0, pictureCount - 1)}.svg`
    this.#add(
      this.#mostly(`![${phrases.portrait} ${this.#writer.person()}](${picture})`, `![](${picture})`)
    )
    this.#add(this.#writer.paragraph(3))
  }

  #list() {
    this.#add(this.#writer.phrases.weDiscuss)
    const items = Array.from({length: this.#random.integer(3, 7)}, () => {
      const item = this.#writer.topic()
      return this.#mostly(`* ${item},`, `* ${item.slice(1)},`)
    })
    const last = this.#mostly(`* ${this.#writer.topic()}.`, `*${this.#writer.topic()}.`)
    const after = this.#random.chance(defectShare) ? `\n${this.#writer.sentence()}` : ''
    this.#add([...items, last].join('\n') + after)
  }

  #furtherReading() {
    this.#heading(2, this.#writer.phrases.further)
    const links = Array.from({length: this.#random.integer(2, 5)}, () => {
      const address = `https://www.reports.example/${this.#random.integer(1990, 2025)}/${this.#identifier()}`
      const label = `${this.#writer.phrases.readReport} – ${this.#writer.organisation()}`
      return this.#mostly(`- [${label}](${address})`, `- (${label})[${address}]`)
    })
    this.#add(links.join('\n'))
  }

  /**
   * @param {number} depth
   * @param {string} text
   */
  #heading(depth, text) {
    this.#add(`${'#'.repeat(depth)}${this.#mostly(' ', '')}${text}`)
  }

  #quotation() {
    this.#add(`> ${this.#writer.sentence()}\n>\n> *${this.#writer.person()}*`)
  }

  #speech() {
    const text = this.#writer.paragraph(this.#random.integer(1, 7))
    return this.#random.chance(defectShare) ? this.#misspelt(text) : text
  }

  /**
   * Two letters of a long capitalised word change places.
   *
   * @param {string} text
   */
  #misspelt(text) {
    return text.replace(/(\p{Lu}\p{Ll}{3})(\p{Ll})(\p{Ll})(?=\p{Ll})/u, '$1$3$2')
  }

  #htmlTurn() {
    const speaker = `<strong>${this.#writer.person()}${this.#writer.phrases.colon}</strong>`
    const speech = this.#speech()
    this.#add(this.#mostly(`<p>${speaker} ${speech}</p>`, `<p>${speaker} ${speech}`))
  }

  #markdownTurn() {
    const speech = this.#speech()
    const name = `${this.#writer.person()}${this.#writer.phrases.colon}`
    const speaker = this.#mostly(`**${name}**`, `** ${name}**`)
    const emphasised = speech.replace(/ (\p{Ll}{7,}) /u, ' *$1* ')
    this.#add(`${speaker} ${emphasised}`)
  }
}
