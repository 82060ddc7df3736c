/**
 * A text as it sounds: without case, accents, punctuation and spare white space, so that what
 * differs in writing only compares equal.
 */
export function spoken(text: string): string {
  return wordsOf(text).join(' ')
}

/** The words of a text, without case and accents. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Words that bind others, French and English, and numbers of a series; accents are off. */
const binding = set(
  'a an the of for to in on and with from our my your this that un une le la les l du de des d et ou au aux pour sur en dans avec ce cet cette notre nos mon ma votre n no numero number'
)

/** What a post is about without saying it: kinds of content. */
const contentKinds = set(
  `podcast podcasts episode episodes emission emissions webinaire webinar webinars video videos audio
   article post billet page ecran screen serie series saison season show shows live replay direct interview
   entretien conference talk evenement event site web blog newsletter lettre information principale main default defaut
   description`
)

/** Words that say only that something is a picture. */
const pictureKinds = set(
  `image images img photo photos photograph photographie picture pictures pic visuel visuels visual
   visuals graphic graphics illustration illustrations vignette vignettes miniature miniatures
   thumbnail thumbnails thumb cover covers couverture artwork banner banniere bandeau header hero
   icon icone screenshot capture portrait schema diagram diagramme chart graphique poster affiche
   jaquette pochette placeholder avatar infographic infographie bild foto grafik titelbild imagen
   imagem immagine afbeelding zdjecie`
)

/** Words that say only that something is a player. */
const playerKinds = set(
  `iframe frame cadre embed embedded embeds player players lecteur lecteurs widget html5 html content
   contenu integre integree integration externe external media multimedia untitled video videos
   audio podcast podcasts play`
)

/** Services that players come from. */
const providers = set(
  `youtube youtu vimeo dailymotion peertube twitch tiktok spotify soundcloud mixcloud deezer acast
   ausha podbean buzzsprout simplecast libsyn transistor anchor castos captivate audiomeans megaphone
   art19 omny podigee spreaker castopod blubrry redcircle fireside audioboom apple google amazon
   podcaster podcasters music arte bandcamp wistia com www nocookie`
)

/** Where a picture stands on the page, and how large: what some themes read from the text. */
const layoutWords = set('big small large left right center centre full wide gauche droite')

const soleWords = set(
  'logo logos alt texte text alternatif alternative todo xxx tbd sans titre title'
)

/** Words with which a template tells its writer to put an alternative text there. */
const instructions = set(
  'some should be is goes go here add insert write replace me please ici ajouter ajoutez inserer inserez mettre mettez remplacer remplacez'
)

/** A number of a series: `3`, `s2e3`, `ep12`. */
const isNumber = (word: string): boolean => /^(?:\d{1,3}|s\d+e\d+|ep\d+)$/.test(word)

/** A face made of signs: the very words for a picture of it. */
const smiley = /^(?:>?[:;=]['’]?[-~]?[()[\]{}|/\\*@]+|[()[\]]+[-~]?['’]?[:;=]|-[_.]+-)$/

/** Whether a text says only that there is a picture: "image 1", "visuel webinaire". */
export function isGenericForPicture(text: string): boolean {
  const words = wordsOf(text).map((word) => word.replace(/^(\p{L}{3,})\d+$/u, '$1'))
  if (words.length === 0) return /^[\p{P}\s]+$/u.test(text) && !smiley.test(text.trim())
  if (words.length === 1 && layoutWords.has(words[0] ?? '')) return true
  const isOfNothing = (word: string): boolean => soleWords.has(word) || pictureKinds.has(word)
  if (words.every(isOfNothing) || /^#[\p{L}\p{N}_]+$/u.test(text.trim())) return true
  if (/\balt(?:ernative)? text|\btexte alternatif/i.test(text)) {
    return words.every((d) => isOfNothing(d) || instructions.has(d) || binding.has(d))
  }
  return (
    words.some((word) => pictureKinds.has(word)) &&
    words.every(
      (word) =>
        pictureKinds.has(word) || contentKinds.has(word) || binding.has(word) || isNumber(word)
    )
  )
}

const credit =
  /^(?:(?:[Ii]mage|[Pp]hoto(?:graph(?:ie)?)?|[Pp]icture|[Ii]llustration|[Vv]isuel) )?(?:(?:[Cc]ourtesy of|[Cc]ourtoisie de|[Bb]y|[Pp]ar|[Cc]r[eé]dits?(?: photo)? ?:|[Ss]ource ?:|[Cc]opyright|©) ?(?=\p{Lu}|\d)|[Cc]redits?:? (?=\p{Lu}))/u
/** A longer text says more than whom to thank. */
const longestCredit = 8

/** Whether a text only says whose picture it is: "Image courtesy of Odile Marchetti". */
export function isCredit(text: string): boolean {
  const plain = text
    .normalize('NFC')
    .replace(/[*_\u00A0\u202F]/g, (sign) => (/\s/.test(sign) ? ' ' : ''))
  return credit.test(plain.trim()) && wordsOf(plain).length <= longestCredit
}

/** Whether a text says only that there is a player: "Embed Player", "YouTube video player". */
export function isGenericForFrame(text: string): boolean {
  const words = wordsOf(text)
  if (words.length === 0) return false
  return words.every(
    (word) =>
      playerKinds.has(word) || providers.has(word) || binding.has(word) || soleWords.has(word)
  )
}

/** Whether a text is an address of the web. */
export function isAddress(text: string): boolean {
  return /^(?:https?:)?\/\/\S+$|^www\.\S+$/i.test(text.trim())
}

/** Whether a text is the name of a film, a recording or a page. */
export function isMediaFileName(text: string): boolean {
  return /\.(?:mp[34]|m4[av]|og[agv]|opus|wav|webm|flac|html?|php)$/i.test(text.trim())
}

const pictureExtension = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic|ico)$/i

/** How cameras, telephones and systems name what they make. */
const machineName =
  /^(?:img|image|dsc|dscn|dscf|dcim|gopr|pxl|wp|mvimg|vid|screen[ _-]?shot|capture(?: d['’]écran)?)[ _-]*(?:from |du |le )?\d{3,}[\d _.:àhat-]*(?:[ap]m)?$/i

/**
 * Whether an alternative text is the name of a file.
 *
 * @param address Where the picture comes from. Its name without the extension counts only if nobody
 *   would write it: "marie-curie_2" does, "Acme" and "GPT-4" don't.
 */
export function isFileName(text: string, address: string): boolean {
  const trimmed = text.trim().normalize('NFC')
  if (pictureExtension.test(trimmed) || machineName.test(trimmed)) return true
  // Small words that hyphens join, of which one is a kind of picture; a stamp of the time.
  const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+){2,}$/.test(trimmed)
  if (isSlug && trimmed.split('-').some((word) => pictureKinds.has(word))) return true
  if (/^[^\s\d]{0,12}\d{10,}[^\s\d]{0,5}$/.test(trimmed)) return true
  // Words joined by low lines are a name for machines: `waterwheel_side_view`.
  if (/^[\p{L}\p{N}-]*\p{L}{2,}_\p{L}{2,}[\p{L}\p{N}_-]*$/u.test(trimmed)) return true
  const file = decodeAddress(/[^/\\]*$/.exec(address.replace(/[?#].*$/, ''))?.[0] ?? '')
  const stem = file.replace(/\.[^.]*$/, '').normalize('NFC')
  if (trimmed !== stem || /\s/.test(stem)) return false
  return stem.includes('_') || /^[\p{Ll}\d-]*[\d-][\p{Ll}\d-]*$/u.test(stem)
}

function decodeAddress(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const prefixes =
  /^\s*(?:(?:an?|the|une?|l[ae]|l['’])\s*)?(?:image|photo|photograph|picture|visual|graphic)\s+(?:of|depicting|showing|that shows|which shows)\s+|^\s*(?:(?:une?|l[ae])\s+|l['’])?(?:(?:image|photo|photographie|visuel)\s+(?:de\s+|d['’]|du\s+|des\s+)|visuel\s+(?!et\s))/i

/** What stands after "photo de" where the two are a word of their own. */
const compounds = set(
  'famille groupe classe equipe presse mariage marque profil couverture synthese identite vacances studio stock health success'
)

/** "Photo de" and its like at the start of a text. */
export interface PicturePrefix {
  /** The prefix as it stands there. */
  readonly text: string
  /** How long the prefix is, with the first word after it. */
  readonly length: number
  /** That word with a capital, or after the article that the prefix took in ("du" is "Le"). */
  readonly replacement: string
}

/** Finds words at the start of an alternative text that say only that it is one. */
export function picturePrefix(text: string): PicturePrefix | undefined {
  const match = prefixes.exec(text)
  if (!match) return
  const [prefix] = match
  const rest = text.slice(prefix.length)
  const first = /^\p{L}[\p{L}\p{M}'’-]*/u.exec(rest)?.[0]
  const [word] = wordsOf(rest)
  if (first === undefined || word === undefined || compounds.has(word)) return
  const contracted = /\b(du|des)\s+$/i.exec(prefix)?.[1]?.toLowerCase()
  const article = contracted === 'du' ? 'Le ' : contracted === 'des' ? 'Les ' : ''
  return {
    text: prefix.trim(),
    length: prefix.length + first.length,
    replacement: article === '' ? capitalized(first) : article + first
  }
}

function capitalized(word: string): string {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}
