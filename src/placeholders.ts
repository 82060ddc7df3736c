import {codeUnitAt} from './code-unit.js'
import {findComposed} from './post/composed.js'

/** What people announce before it is there, and the words that may stand before it. */
interface Subjects {
  readonly openers: ReadonlySet<string>
  /** How many openers there may be. */
  readonly mostOpeners: number
  /** In small letters, with accents and without the ones that are often forgotten. */
  readonly nouns: ReadonlySet<string>
}

const frenchSubjects: Subjects = {
  openers: wordSet("la le les un une des notre nos l’ l'"),
  mostOpeners: 1,
  nouns: wordSet(
    'transcription transcriptions retranscription retranscriptions transcript transcripts sous-titres video videos vidéo vidéos audio audios enregistrement enregistrements lien liens image images photo photos visuel visuels illustration illustrations texte textes description descriptions resume resumes résumé résumés biographie biographies bio chapitre chapitres chapitrage sujet titre date lieu notes ressources replay contenu contenus legende légende traduction traductions compte-rendu sommaire verbatim'
  )
}
const englishSubjects: Subjects = {
  openers: wordSet('the a an our full complete further more'),
  mostOpeners: 4,
  nouns: wordSet(
    'details transcript transcripts transcription transcriptions captions subtitles show-notes shownotes notes summary description descriptions link links video videos audio recording resources chapters biography bio text image images picture pictures photo photos translation translations content timestamps'
  )
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

const frenchDetail =
  "(?: (?:du |de |d[’']|des |en |[ée]crite|int[ée]grale|compl[èe]te|audio|vid[ée]o|pdf)[^.:;!?]{0,40}?)?"
const frenchPromise =
  "(?:(?:est|sont|sera|seront|reste|restent) )?(?:encore )?(?:[àa] (?:venir|compl[ée]ter|r[ée]diger|remplir|ajouter|traduire|ins[ée]rer|renseigner|mettre|d[ée]finir|pr[ée]ciser|confirmer)|bient[ôo]t (?:disponibles?|en ligne)|prochainement (?:disponibles?|en ligne)|(?:disponibles?|en ligne|publi[ée]e?s?|ajout[ée]e?s?|mise?s? en ligne) (?:bient[ôo]t|prochainement|sous peu)|en cours (?:de (?:r[ée]daction|transcription|traduction|pr[ée]paration|montage|r[ée]alisation)|d[’'][ée]criture)|en attente)"
const frenchTime =
  "(?: (?:tr[èe]s )?(?:(?:d[ée]but|fin|mi|courant|en|le|au|dans|sous|d[’']ici|prochainement|bient[ôo]t|la|demain|sur|pour)(?=[ -]|$)[^.:;!?]{0,40})| \\([^)]{1,40}\\))?"
const englishDetail = '(?: (?:of|for|to) [^.:;!?]{0,40}?)?'
const englishPromise =
  '(?:(?:is|are|will be|will|to be) )?(?:still )?(?:coming (?:soon|shortly|later)|to come|to follow|follow (?:soon|shortly|later)|to be (?:added|written|completed|published|announced|determined|confirmed|translated|done)|forthcoming|pending|(?:available|added|posted|published|uploaded) (?:soon|shortly|later)|in progress|under construction|tb[dac])'
const englishTime =
  '(?: (?:in|on|by|next|this|early|late|soon|shortly|later|here|at a later)(?: [^.:;!?]{0,30})?)?'

const wrapping = '^[\\s*_([«"“–—-]*'
const ending = '[\\s*_)\\]»"”.!…]*$'
const separator = '\\s*[:–—-]?\\s*'

/**
 * Promises by their subject, and by what follows that. Nearly all sentences are done with at the first
 * word: the patterns take V8 as long to compile as it takes to read a post.
 */
interface Promises {
  readonly subjects: Subjects
  /** In every promise, and in few sentences that begin with such a subject. */
  readonly hint: RegExp
  /** What follows the subject. */
  readonly rest: RegExp
}

const promisesWithSubject: readonly Promises[] = [
  {
    subjects: frenchSubjects,
    hint: /[àa] (?:venir|compl|confirm|d[ée]fin|pr[ée]cis|r[ée]dig|rempl|ajout|trad|ins|rens|mett)|bient|prochain|sous peu|en (?:cours|attente)/i,
    rest: new RegExp(`^${frenchDetail}${separator}${frenchPromise}${frenchTime}${ending}`, 'i')
  },
  {
    subjects: englishSubjects,
    hint: /com(?:e|ing)|follow|to be|pending|soon|shortly|later|in progress|construction|tb[dac]/i,
    rest: new RegExp(`^${englishDetail}${separator}${englishPromise}${englishTime}${ending}`, 'i')
  }
]

/** The words that a sentence with a subject can begin with: most sentences begin with others. */
const firstWords = new Set(
  [frenchSubjects, englishSubjects].flatMap(({openers, nouns}) =>
    [...openers, ...nouns].map((word) => word.replace(/-.*/, ''))
  )
)

/** The same by the first letter and the length, which are known before the word is cut out. */
const firstWordShapes = new Set([...firstWords].map((d) => shapeOf(d.charCodeAt(0), d.length)))

function shapeOf(firstLetter: number, length: number): number {
  return firstLetter * 64 + length
}

/** Signs that stand before the first word of a sentence. */
const beforeWords = new Set(Array.from('\t\n\r \u00A0\u202F*_([«"“–—-', (d) => d.charCodeAt(0)))

function skipSigns(text: string, start: number): number {
  let at = start
  while (beforeWords.has(codeUnitAt(text, at))) at++
  return at
}

/** Where the word ends that begins at an offset. An elided article is a word of its own. */
function endOfWord(text: string, start: number): number {
  if ((codeUnitAt(text, start) | 0x20) === 0x6c) {
    const next = codeUnitAt(text, start + 1)
    if (next === 0x27 || next === 0x2019) return start + 2
  }
  let end = start
  while (isLetter(codeUnitAt(text, end))) end++
  return end
}

/** Whether a unit is a letter of French or English. */
function isLetter(unit: number): boolean {
  const lower = unit | 0x20
  if (lower <= 0x7a) return lower >= 0x61
  return (unit >= 0xc0 && unit <= 0xff) || unit === 0x152 || unit === 0x153 || unit === 0x178
}

function wordAt(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase()
}

/**
 * Where the noun ends that a sentence begins with, after its openers; undefined if there is none.
 *
 * @param start Of the sentence's first word.
 */
function endOfSubject(
  sentence: string,
  start: number,
  {openers, mostOpeners, nouns}: Subjects
): number | undefined {
  let at = start
  for (let opened = 0; ; opened++) {
    const end = endOfWord(sentence, at)
    const word = wordAt(sentence, at, end)
    if (nouns.has(word)) return end
    if (/[ -]/.test(sentence.charAt(end))) {
      const endOfPair = endOfWord(sentence, end + 1)
      if (nouns.has(`${word}-${wordAt(sentence, end + 1, endOfPair)}`)) return endOfPair
    }
    if (opened === mostOpeners || !openers.has(word)) return undefined
    if (/['’]$/.test(word)) at = end
    else if (sentence.charAt(end) === ' ') at = end + 1
    else return undefined
  }
}

/** Whether the word at an offset, or the one after signs and spaces there, may begin a promise. */
function beginsWithSubject(text: string, offset: number): boolean {
  const start = skipSigns(text, offset)
  const end = endOfWord(text, start)
  const shape = shapeOf(codeUnitAt(text, start) | 0x20, end - start)
  return firstWordShapes.has(shape) && firstWords.has(wordAt(text, start, end))
}

function isPromiseWithSubject(sentence: string): boolean {
  const start = skipSigns(sentence, 0)
  return promisesWithSubject.some(({subjects, hint, rest}) => {
    const end = endOfSubject(sentence, start, subjects)
    return end !== undefined && hint.test(sentence) && rest.test(sentence.slice(end))
  })
}

const content =
  '(?:show ?notes|notes|transcripts?|transcription|contents?|text|description|summary|title|links?|bio|biography|details|intro|introduction|body|quote)'
const ofEpisode = '(?:(?:your|the|this|a|an|some|full|episode|podcast|show|video) )*'
/** What a template of posts tells its writer: `Show notes go here`, `Insérer la transcription ici`. */
const instruction = `(?:(?:insert|add|put|paste|write|type|place) )?${ofEpisode}${content}(?: (?:and|&) ${content})* (?:goes|go|will go) here|(?:insert|add|put|paste|write|type|place) ${ofEpisode}${content}(?: (?:and|&) ${content})* here|(?:ins[ée]re[rz]|ajoute[rz]|mett(?:re|ez)|colle[rz]|[ée]cri(?:re|vez)|r[ée]dige[rz]) (?:(?:ici )?(?:le|la|les|l[’']|votre|vos) ?)(?:texte|transcription|description|r[ée]sum[ée]|titre|contenu|notes|liens?|biographie)(?: ici)?`

/** The kind of what is to come, between signs: `--Podcast--`, `<<video>>`. */
const kindBetweenSigns =
  '[-–—=*<[(]{2,}\\s*(?:podcast|video|vidéo|audio|text[eo]?|testo|player|link|lien|foto|photo|bild|image)\\s*[-–—=*>\\])]{2,}'

/** Keys side by side, as somebody types who wants to see whether a page works. */
const mash =
  '(?:(?:as[df]|adfs|sdf|dfg|fgh|ghj|hjk|qwert[yz]?|azerty)[asdfghjkluiopqwer]*(?: (?=[a-z])|(?![a-z]))){1,3}'

/** What German, Spanish, Portuguese, Italian and Dutch put in place of content, where it is all of a line. */
const otherLanguages =
  '(?:(?:transkript|text|shownotes|beschreibung|links?|video|folien|mehr|infos?) )?(?:folgt|folgen)(?: (?:noch|bald|in k[üu]rze|demn[äa]chst|sp[äa]ter))?|kommt (?:bald|noch)|demn[äa]chst(?: mehr)?|wird (?:noch )?(?:nachgereicht|erg[äa]nzt)|pr[óo]ximamente|por (?:definir|confirmar|completar|anunciar)|pendiente|em breve|in arrivo|prossimamente|da (?:definire|confermare|completare)|binnenkort(?: beschikbaar| meer)?|(?:verslag|tekst|meer|video) volgt(?: nog)?'

const barePromise = new RegExp(
  `${wrapping}(?:${instruction}|[àa] (?:venir|compl[ée]ter|confirmer|d[ée]finir|pr[ée]ciser|r[ée]diger|remplir|renseigner|traduire)(?: (?:bient[ôo]t|prochainement|tr[èe]s prochainement))?|(?:bient[ôo]t|prochainement)(?: disponibles?| en ligne)?|en cours (?:de r[ée]daction|de transcription|d[’']écriture)|${otherLanguages}|${kindBetweenSigns}|coming soon|to be (?:added|written|completed|announced|determined|confirmed)|to come|to follow|(?:\\.{2,3}|…)?\\s?(?:tb[dac]|todo|to do|fixme)(?: \\(?@[\\w-]+)?|xxx+|lorem ipsum|${mash}|(?:this is )?(?:the|a|some|your|my) ?(?:sub)?(?:title|description|summary|content|text)(?: text)?|this is (?:content|text))${ending}`,
  'i'
)
/** Marks that writers leave for themselves: in capitals, and apart from the sentence. */
const mark =
  /(?:^|[\s])((?:TODO|FIXME)[  ]?:[^\n]*)|^[\s*_]*(TB[ACD][  ]?[:–—-][  ][^\n]*)|[[(]((?:TODO|TBD|TBC|TBA|FIXME|LIEN|LINK|URL|À COMPLÉTER|A COMPLETER|À VENIR|A VENIR)\b(?![ -]?lists?\b)(?![^\])\n]{0,40}(?:en fin|ci-dessous|ci-dessus|plus bas|en bas|en commentaire|below|above|at the end))[^\])\n]{0,60})[\])]|[:–—-][  ]((?:TBD|TBC|TBA|TODO|LIEN|XXX|À COMPLÉTER|A COMPLETER|À VENIR|A VENIR))[.!]?$|^(LIEN)$/gmu
/** A value that templates of posts hold for its writer to replace, and a date that has no day yet. */
const unfilled =
  /(?<![\p{L}\p{N}_])(?:(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)(?:[_-]?(?:ME|THIS))|(?:REPLACE|INSERT|TODO|FIXME|TBD)_[A-Z_]{3,}|[A-Z]+(?:_[A-Z]+)*_GOE?S?_HERE|^YOUR_[A-Z_]{2,}$|(?:19|20)\d\d-(?:XX|\d\d)-XX|XX\/(?:XX|\d\d)\/(?:19|20)\d\d)(?![\p{L}\p{N}_])/gmu
/** What follows a label: `Speakers: to be added`. */
const promisedValue =
  /[:–—-][ \u00A0]((?:still )?to be (?:added|announced|completed|confirmed|defined|determined)|[àa] (?:compl[ée]ter|confirmer|d[ée]finir|pr[ée]ciser|renseigner))[.!]?$/gim
/** What someone is told to put in, in brackets: `(insert biography)`. */
const order =
  /[[(]((?:insert|paste|ins[ée]rer|coller)[ \u00A0](?![^\])\n]{0,60}\b(?:your|favou?rite|votre|vos|ton|tes|pr[ée]f[ée]r[ée]e?s?)\b)[^\])\n]{0,30}(?<!\p{L})(?:bio|biography|biographie|links?|liens?|urls?|address|adresse|photos?|pictures?|images?|title|titre|date|dates|description|summary|r[ée]sum[ée]|transcript|transcription|text|texte|quote|citation|logo|names?|noms?|handle)(?!\p{L})[^\])\n]{0,20})[\])]/giu
/** A link that nobody has put in, in brackets: `(lien vers le moulin)`, `[link]`. */
const linkToCome = /[[(]((?:lien|link) (?:vers|to) [^\])\n]{2,60})[\])]|\[(link|lien|url)\]/giu
/** Question marks in place of a word; behind a word, they are a question. */
const unknownWord = /[,:(–—][ \u00A0]?(\?{3,})(?=[,.;:)]|$)/gmu
const filler = /lorem ipsum dolor[^\n]*/gi

/** What is found anywhere in a text, and what is in all of it and in few texts: a quick no for most. */
const anywhere: readonly {readonly hint: RegExp; readonly patterns: readonly RegExp[]}[] = [
  {
    hint: /TODO|FIXME|TB[ACD]|LIEN|LINK|URL|COMPL|VENIR|XX|_[A-Z]|(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)-?(?:ME|TH)/,
    patterns: [mark, unfilled]
  },
  {hint: /[:–—-][ \u00A0](?:still |to be |[àa] [cdpr])/i, patterns: [promisedValue]},
  {hint: /[[(](?:insert|paste|ins[ée]rer|coller)/i, patterns: [order]},
  {hint: /[[(]li(?:en|nk)|\[url\]/i, patterns: [linkToCome]},
  {hint: /\?{3}/, patterns: [unknownWord]},
  {hint: /orem ipsum/, patterns: [filler]}
]

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
  return findComposed(text, (composed) => findIn(composed, heading, more))
}

function findIn(
  text: string,
  heading: boolean,
  more: readonly string[]
): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = []
  const add = (start: number, words: string): void => {
    // Marks of bold text that isn't any are no part of the promise.
    const trimmed = words.replace(/^[\s*_]+|[\s*_]+$/g, '')
    const from = start + words.indexOf(trimmed)
    const range = {start: from, end: from + trimmed.length}
    if (!found.some((d) => d.start < range.end && range.start < d.end)) found.push(range)
  }
  const phrases = new Set(more.map(plain))
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd < 0 ? text.length : lineEnd
    if (end - start <= longestLine) {
      // A container, or a callout, has its kind before its words.
      const lead = /^\s*(?::::+ ?\w+|\[!\w+\][+-]?) /.exec(text.slice(start, end))?.[0].length ?? 0
      start += lead
      const words = text.slice(start, end)
      if (
        (phrases.size > 0 && phrases.has(plain(words))) ||
        (!heading && words.length <= longestPromise && barePromise.test(words))
      ) {
        add(start, words)
      } else addSentences(start, words)
    }
    start = end + 1
  }
  for (const {hint, patterns} of anywhere) {
    if (!hint.test(text)) continue
    for (const match of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const words = match.slice(1).find((d) => d !== undefined) ?? match[0]
      add(match.index + match[0].lastIndexOf(words), words)
    }
  }
  return found.sort((a, b) => a.start - b.start)

  /** Looks at the sentences of a line, each with the marks that end it. */
  function addSentences(offset: number, line: string): void {
    for (let start = 0; start < line.length; ) {
      let end = start
      while (end < line.length && !endsSentence(codeUnitAt(line, end))) end++
      while (end < line.length && endsSentence(codeUnitAt(line, end))) end++
      if (end - start <= longestPromise && beginsWithSubject(line, start)) {
        const words = line.slice(start, end)
        if (isPromiseWithSubject(words)) add(offset + start, words)
      }
      start = end
    }
  }
}

function endsSentence(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026
}

/** What is longer is a paragraph of a transcript. */
const longestLine = 400

/** What is longer is no promise. */
const longestPromise = 120

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!…]+$/, '')
}

const reserved = /^(?:[^/]*\.)?(?:example\.(?:com|net|org)|invalid)$/i

/** Whether an address leads to a domain that is kept for examples (RFC 2606 §2, §3). */
export function isReservedAddress(address: string): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:\s]+)/i.exec(address)?.[1]
  return host !== undefined && reserved.test(host)
}

/** Whether an address has what a template of posts holds in place of an id: `…/embed/VIDEO_ID`. */
export function hasPlaceholderId(address: string): boolean {
  return /(?:^|[/=])(?:(?:YOUR_)?(?:VIDEO|YOUTUBE|VIMEO|EPISODE|PODCAST|PLAYLIST|SHOW)_ID(?:_?\d+)?|(?:YOUR|REPLACE|INSERT)_[A-Z_]{2,})(?=$|[/?&#"'])/.test(
    address
  )
}

/** Whether a value is nothing but a mark that stands for one: `REPLACE_ME`, `TODO`. */
export function isPlaceholderValue(value: string): boolean {
  return /^(?:TODO|TBD|TBC|TBA|FIXME|(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)[_-]?(?:ME|THIS)|(?:YOUR|REPLACE|INSERT|TODO|FIXME|TBD)_[A-Z_]{2,}|[A-Z]+(?:_[A-Z]+)*_GOE?S?_HERE|(?:19|20)\d\d-(?:XX|\d\d)-XX)$/.test(
    value.trim()
  )
}

const followed =
  /\b(?:watch|see|view|listen to|hear)\b.*\b(?:videos?|talks?|recordings?|pitch(?:es)?|presentations?|(?:live)?streams?|interviews?|episodes?|podcasts?|films?|slides)\b|^(?:here(?:[’']s| is| are)? |the |his |her |their |our |full )*(?:videos?|talks?|recordings?|(?:live)?stream|slides)\b[^,;:]{0,30}$|(?<!\p{L})(?:regarde[zr]?|visionne[zr]?|écoute[zr]?|(?:re)?voi(?:r|ci))(?!\p{L}).*(?<!\p{L})(?:vidéos?|enregistrement|replay|captation|épisode|émission|diaporama|podcast)(?!\p{L})/iu

/**
 * Whether a paragraph ends with the announcement of a film, a recording or the like that must stand
 * right below it: `Watch the talk:`.
 */
export function announcesPlayer(paragraph: string): boolean {
  const sentence = /(?:^|[.!?…]\s+)([^.!?…]*?)\s*:$/u.exec(paragraph.normalize('NFC').trim())?.[1]
  return sentence !== undefined && followed.test(sentence)
}

/** Whether a value of the front matter tells the writer what to put there: `link here`. */
export function isInstruction(value: string): boolean {
  if (
    /^(?:(?:example|sample|your|my)[-_ ](?:tag|category|keyword|title|description)s?|(?:tag|category|keyword)[-_]?\d)$/i.test(
      value.trim()
    )
  )
    return true
  return /^(?:(?:your|the|put|add|insert) )*(?:link|url|path|address|image|file|id|lien|adresse|fichier) (?:here|ici)$/i.test(
    value.trim()
  )
}

/** Whether a value only repeats its key: `summary: Summary`. */
export function repeatsKey(pointer: string, value: string): boolean {
  const [, key = ''] =
    /^\/(title|subtitle|description|summary|excerpt|caption)$/.exec(pointer) ?? []
  return key !== '' && value.trim().toLowerCase() === key
}

/** With a protocol, and an accent of its own. */
const longestWordForLink = 24

/** Whether a destination is a word that stands for a link to come. */
export function isPlaceholderDestination(address: string): boolean {
  if (/^(?:TODO|FIXME|TBD|XXX)[-_]/.test(address)) return true
  if (address.length > longestWordForLink) return false
  return /^(?:#|https?:\/\/)?(?:lien|link|url|todo|tbd|x{3,4}|[àa][ -]compl[ée]ter|lien[ -][àa][ -]venir)$/i.test(
    address.normalize('NFC').trim()
  )
}

const announcing =
  /^(?:la |le |les |l[’'])?(?:re)?(?:transcriptions?|transcripts?|r[ée]sum[ée]|(?:related )?(?:links|resources)|ressources|liens(?: utiles)?|sommaire|chapitres|chapitrage|notes?(?: de l[’'][ée]pisode)?|show ?notes|chapters|timestamps|summary|full transcript|description|pr[ée]sentation|pour aller plus loin|en savoir plus)(?: (?:de|du|of) .{1,40})?[\s:]*$/i

/** Whether a heading promises what must follow it. */
export function announcesContent(heading: string): boolean {
  return announcing.test(heading.normalize('NFC').trim())
}
