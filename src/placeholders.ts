/** What people announce before it is there. */
const frenchSubject =
  "(?:l[ea]s? |l[’']|un |une |des |notre |nos )?(?:re)?(?:transcriptions?|transcripts?|sous-titres|vid[ée]os?|audios?|enregistrements?|liens?|images?|photos?|visuels?|illustrations?|textes?|descriptions?|r[ée]sum[ée]s?|biographies?|bio|chapitres?|chapitrage|notes|ressources|replay|contenus?|l[ée]gende|traductions?|compte[- ]rendu|sommaire|verbatim)"
const frenchDetail =
  "(?: (?:du |de |d[’']|des |en |[ée]crite|int[ée]grale|compl[èe]te|audio|vid[ée]o|pdf)[^.:;!?]{0,40}?)?"
const frenchPromise =
  "(?:(?:est|sont|sera|seront|reste|restent) )?(?:encore )?(?:[àa] (?:venir|compl[ée]ter|r[ée]diger|remplir|ajouter|traduire|ins[ée]rer|renseigner|mettre)|bient[ôo]t (?:disponibles?|en ligne)|prochainement (?:disponibles?|en ligne)|(?:disponibles?|en ligne|publi[ée]e?s?|ajout[ée]e?s?|mise?s? en ligne) (?:bient[ôo]t|prochainement|sous peu)|en cours (?:de (?:r[ée]daction|transcription|traduction|pr[ée]paration|montage|r[ée]alisation)|d[’'][ée]criture)|en attente)"
const frenchTime =
  "(?: (?:tr[èe]s )?(?:(?:d[ée]but|fin|mi|courant|en|le|au|dans|sous|d[’']ici|prochainement|bient[ôo]t|la|demain|sur|pour)(?=[ -]|$)[^.:;!?]{0,40})| \\([^)]{1,40}\\))?"
const englishSubject =
  '(?:the |a |an |our |full |complete )*(?:transcripts?|transcriptions?|captions|subtitles|show ?notes|notes|summary|descriptions?|links?|videos?|audio|recording|resources|chapters|biography|bio|text|images?|pictures?|photos?|translations?|content|timestamps)'
const englishDetail = '(?: (?:of|for|to) [^.:;!?]{0,40}?)?'
const englishPromise =
  '(?:(?:is|are|will be|will|to be) )?(?:still )?(?:coming (?:soon|shortly|later)|to come|to follow|follow (?:soon|shortly|later)|to be (?:added|written|completed|published|announced|determined|confirmed|translated|done)|forthcoming|pending|(?:available|added|posted|published|uploaded) (?:soon|shortly|later)|in progress|under construction|tb[dac])'
const englishTime =
  '(?: (?:in|on|by|next|this|early|late|soon|shortly|later|here)(?: [^.:;!?]{0,30})?)?'

const wrapping = '^[\\s*_([«"“–—-]*'
const ending = '[\\s*_)\\]»"”.!…]*$'
const separator = '\\s*[:–—-]?\\s*'

/**
 * A promise by its subject, and by what follows that. Two patterns, since nearly all sentences are done
 * with at the first word, and one pattern for both takes V8 as long to compile as it takes to read a
 * post.
 */
interface PromisePattern {
  readonly subject: RegExp
  readonly rest: RegExp
}

const promisesWithSubject: readonly PromisePattern[] = [
  {
    subject: new RegExp(`${wrapping}${frenchSubject}`, 'i'),
    rest: new RegExp(`^${frenchDetail}${separator}${frenchPromise}${frenchTime}${ending}`, 'i')
  },
  {
    subject: new RegExp(`${wrapping}${englishSubject}`, 'i'),
    rest: new RegExp(`^${englishDetail}${separator}${englishPromise}${englishTime}${ending}`, 'i')
  }
]

function isPromiseWithSubject(sentence: string): boolean {
  return promisesWithSubject.some(({subject, rest}) => {
    const found = subject.exec(sentence)
    return found !== null && rest.test(sentence.slice(found[0].length))
  })
}

const barePromise = new RegExp(
  `${wrapping}(?:[àa] (?:venir|compl[ée]ter|r[ée]diger|remplir|renseigner|traduire)(?: (?:bient[ôo]t|prochainement|tr[èe]s prochainement))?|(?:bient[ôo]t|prochainement)(?: disponibles?| en ligne)?|en cours (?:de r[ée]daction|de transcription|d[’']écriture)|coming soon|to be (?:added|written|completed|announced|determined)|to come|tb[dac]|todo|to do|fixme|xxx+|lorem ipsum)${ending}`,
  'iu'
)
/** Marks that writers leave for themselves: in capitals, and apart from the sentence. */
const mark =
  /(?:^|[\s])((?:TODO|FIXME)[  ]?:[^\n]*)|[[(]((?:TODO|TBD|TBC|TBA|FIXME|LIEN|LINK|URL|À COMPLÉTER|A COMPLETER|À VENIR|A VENIR)\b[^\])\n]{0,60})[\])]|[:–—-][  ]((?:TBD|TBC|TBA|TODO|LIEN|XXX|À COMPLÉTER|A COMPLETER|À VENIR|A VENIR))[.!]?$|^(LIEN)$/gmu
/** In every mark above, and in few texts. */
const threeCapitals = /[A-Z]{3}/
/** A value that templates of posts hold for its writer to replace, and a date that has no day yet. */
const unfilled =
  /(?<![\p{L}\p{N}_])(?:(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)(?:[_-]?(?:ME|THIS))|(?:19|20)\d\d-(?:XX|\d\d)-XX|XX\/(?:XX|\d\d)\/(?:19|20)\d\d)(?![\p{L}\p{N}_])/gu
/** What someone is told to put in, in brackets: `(insert biography)`. */
const order =
  /[[(]((?:insert|paste|ins[ée]rer|coller)[ \u00A0](?![^\])\n]{0,60}\b(?:your|favou?rite|votre|vos|ton|tes|pr[ée]f[ée]r[ée]e?s?)\b)[^\])\n]{0,30}(?<!\p{L})(?:bio|biography|biographie|links?|liens?|urls?|address|adresse|photos?|pictures?|images?|title|titre|date|dates|description|summary|r[ée]sum[ée]|transcript|transcription|text|texte|quote|citation|logo|names?|noms?|handle)(?!\p{L})[^\])\n]{0,20})[\])]/giu
const filler = /lorem ipsum dolor[^\n]*/giu

/** A stretch of a text that holds a promise. */
export interface FoundPlaceholder {
  readonly start: number
  readonly end: number
}

/**
 * Finds what stands in a text in place of content.
 *
 * @param heading Whether the text is a heading: a heading “To come” announces what follows it.
 * @param more Further phrases of the site, as a whole line.
 */
export function findPlaceholders(
  text: string,
  heading: boolean,
  more: readonly string[]
): readonly FoundPlaceholder[] {
  const composed = text.normalize('NFC')
  const places = findComposed(composed, heading, more)
  if (places.length === 0 || composed === text) return places
  // Where accents are characters of their own, places are counted in the text as it is.
  const offsets: number[] = []
  let at = 0
  for (const [cluster] of text.matchAll(/\P{M}?\p{M}*/gu)) {
    for (let unit = 0; unit < cluster.normalize('NFC').length; unit++) offsets.push(at)
    at += cluster.length
  }
  offsets.push(text.length)
  const offset = (index: number): number => offsets[index] ?? text.length
  return places.map(({start, end}) => ({start: offset(start), end: offset(end)}))
}

function findComposed(
  text: string,
  heading: boolean,
  more: readonly string[]
): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = []
  const add = (start: number, words: string): void => {
    const trimmed = words.trim()
    const from = start + words.indexOf(trimmed)
    const range = {start: from, end: from + trimmed.length}
    if (!found.some((d) => d.start < range.end && range.start < d.end)) found.push(range)
  }
  const phrases = new Set(more.map(plain))
  for (const {start, words} of linesOf(text)) {
    if (words.length > longestLine) continue
    if (
      (phrases.size > 0 && phrases.has(plain(words))) ||
      (!heading && isShort(words) && barePromise.test(words))
    ) {
      add(start, words)
      continue
    }
    for (const sentence of sentencesOf(words)) {
      if (!isShort(sentence.words) || !isPromiseWithSubject(sentence.words)) continue
      add(start + sentence.start, sentence.words)
    }
  }
  if (threeCapitals.test(text)) {
    for (const match of text.matchAll(mark)) {
      const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
      add(match.index + match[0].lastIndexOf(words), words)
    }
  }
  if (/[A-Z_-](?:ME|THIS|XX)|XX\//.test(text)) {
    for (const match of text.matchAll(unfilled)) add(match.index, match[0])
  }
  if (/[[(](?:insert|paste|ins[ée]rer|coller)/i.test(text)) {
    for (const match of text.matchAll(order)) add(match.index + 1, match[1] ?? '')
  }
  if (text.includes('orem ipsum')) {
    for (const match of text.matchAll(filler)) add(match.index, match[0])
  }
  return found.sort((a, b) => a.start - b.start)
}

/** What is longer is a paragraph of a transcript. */
const longestLine = 400

function isShort(words: string): boolean {
  return words.length <= 120
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!…]+$/, '')
}

interface Stretch {
  readonly start: number
  readonly words: string
}

function* linesOf(text: string): Generator<Stretch> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    yield {start, words: text.slice(start, stop)}
    start = stop + 1
  }
}

const sentenceEnd = /[.!?…]+/g

/** The sentences of a line, each with the marks that end it. */
function* sentencesOf(line: string): Generator<Stretch> {
  sentenceEnd.lastIndex = 0
  let start = 0
  for (let end = sentenceEnd.exec(line); end; end = sentenceEnd.exec(line)) {
    const stop = sentenceEnd.lastIndex
    if (end.index > start) yield {start, words: line.slice(start, stop)}
    start = stop
    sentenceEnd.lastIndex = stop
  }
  if (start < line.length) yield {start, words: line.slice(start)}
}

const reserved = /^(?:[^/]*\.)?(?:example\.(?:com|net|org)|invalid)$/i

/** Whether an address leads to a domain that is kept for examples (RFC 2606 §2, §3). */
export function isReservedAddress(address: string): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:\s]+)/i.exec(address)?.[1]
  return host !== undefined && reserved.test(host)
}

/** Whether a value is nothing but a mark that stands for one: `REPLACE_ME`, `TODO`. */
export function isPlaceholderValue(value: string): boolean {
  return /^(?:TODO|TBD|TBC|TBA|FIXME|(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)[_-]?(?:ME|THIS)|(?:19|20)\d\d-(?:XX|\d\d)-XX)$/.test(
    value.trim()
  )
}

/** Whether a destination is a word that stands for a link to come. */
export function isPlaceholderDestination(address: string): boolean {
  return /^(?:#|https?:\/\/)?(?:lien|link|url|todo|tbd|x{3,4}|[àa][ -]compl[ée]ter|lien[ -][àa][ -]venir)$/iu.test(
    address.normalize('NFC').trim()
  )
}

const announcing =
  /^(?:la |le |les |l[’'])?(?:re)?(?:transcriptions?|transcripts?|r[ée]sum[ée]|(?:related )?(?:links|resources)|ressources|liens(?: utiles)?|sommaire|chapitres|chapitrage|notes?(?: de l[’'][ée]pisode)?|show ?notes|chapters|timestamps|summary|full transcript|description|pr[ée]sentation|pour aller plus loin|en savoir plus)(?: (?:de|du|of) .{1,40})?[\s:]*$/iu

/** Whether a heading promises what must follow it. */
export function announcesContent(heading: string): boolean {
  return announcing.test(heading.normalize('NFC').trim())
}
