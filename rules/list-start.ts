import {loadDictionary} from '../src/names/dictionary.js'
import {fold} from '../src/names/letters.js'
import type {Language} from '../src/post/language.js'
import type {ListItem} from '../src/post/lists.js'
import type {Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listStart = defineRule({
  id: 'episode-list-start',
  pillar: 'lists',
  summary: 'No item has lost its first letters.',
  why: 'A slip of the mouse takes a letter off the start of an item, and no spelling checker minds when what is left is a word: “a méthode” for “la méthode”, “he studio” for “the studio”. The rule knows the small words of French and English without their first letter, and is silent where the rest can stand there.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A word without its first letter among items in small letters',
      text: 'Au programme de cette visite du moulin, pour les curieux et avec nous :\n\n- gestion des stocks\n- ⟦iscussion⇢discussion⟧ avec les voisins\n- livraison à domicile\n- nginx et lodash\n- nlhacm pour finir\n'
    },
    {
      name: 'A French article without its first letter',
      text: 'Nous revenons sur :\n\n* ⟦a⇢la⟧ méthode de travail du conseil,\n* les recommandations clés,\n* et les prochaines étapes.\n'
    },
    {
      name: 'A plural article, in a list of capitals',
      text: 'Dans cet épisode, les invités sont dans le studio :\n\n- La sobriété dans les projets\n- ⟦es⇢Les|Des⟧ enjeux du matériel\n- Le rôle des élus\n'
    },
    {
      name: 'An elision without its article',
      text: "Au programme de la semaine et du mois :\n\n* la place des usagers,\n* ⟦’empreinte⇢l’empreinte|d’empreinte⟧ directe,\n* ⟦'usage⇢l'usage|d'usage⟧ des données.\n"
    },
    {
      name: 'A preposition without its first letter',
      text: 'Au programme de la semaine et du mois :\n\n> - pour les élus,\n> - ⟦vec⇢avec⟧ des citoyens,\n> - dans les villes.\n'
    },
    {
      name: 'A feminine article alone, before what can only be a noun',
      text: 'Ce que nous avons vu dans cet épisode, avec les invités :\n\n- ⟦a⇢la⟧ transition des territoires ;\n- leviers d’action.\n'
    },
    {
      name: 'An English article without its first letter',
      text: 'What we have for you in this episode:\n\n- ⟦he⇢the⟧ future of the archive\n- the studio and its people\n- an old tape\n'
    },
    {
      name: 'An English conjunction, where items begin with capitals',
      text: 'What we have for you in this episode:\n\n1. The archive from the north\n2. ⟦hy⇢Why⟧ we record at night\n3. Letters\n'
    },
    {
      name: 'A word that is none without its first letter, where items begin with capitals',
      text: 'What we have for you in this episode:\n\n- ⟦nside⇢Inside|Onside⟧ the sluice\n- The archive from the north\n- Letters\n'
    },
    {
      name: 'The same in French',
      text: 'Dans les archives de la radio et sur la scène :\n\n- Le studio\n- ⟦obriété⇢Sobriété⟧ des bandes\n- Une voix\n'
    },
    {
      name: 'Names in small letters, where items begin with capitals',
      text: 'What we have for you in this episode:\n\n- The archive from the north\n- webpack and its friends\n- yt-dlp tricks\n- Letters\n\nOur tools, with what we think of them:\n\n- The studio\n- gawk again\n- urls of the archive\n- Old urls\n'
    },
    {
      name: 'A word that is none, among words in small letters',
      text: 'What we have for you in this episode:\n\n- nside the sluice\n- the archive\n- letters\n'
    },
    {
      name: 'The verb “a” in what somebody did',
      text: 'Notre invitée a une longue carrière dans les médias :\n\n- a fondé la revue du quartier,\n- a travaillé pour les archives,\n- a écrit trois livres.\n'
    },
    {
      name: 'The verb “a” beside an article, with a participle',
      text: 'Dans les archives de la radio :\n\n- une voix que vous aimez,\n- a rejoint le studio en mai.\n'
    },
    {
      name: 'Terms that begin like a cut word, and “à” without its accent',
      text: 'Au programme du mois, dans le studio et sur la scène :\n\n- le design et les outils,\n- ux design et recherche,\n- e commerce en ville,\n- a écouter avec une tasse de thé\n'
    },
    {
      name: 'The article “a” in English',
      text: 'What we have for you in this episode:\n\n- a method for the archive\n- the studio\n- he said it was from the north\n'
    },
    {
      name: '“he” where the items speak of a person',
      text: 'What we know of the guest and his work:\n\n- the first record of the label\n- he left the studio in May\n- the second record\n'
    },
    {
      name: 'A quotation in single quotation marks',
      text: "Les mots de la semaine dans le studio :\n\n- 'empreinte' au sens large,\n- les autres.\n"
    },
    {
      name: 'Words of a language that the post isn’t in',
      text: 'Gli ospiti della puntata:\n\n- e poi la radio\n- es geht um Musik\n- la musica\n'
    },
    {
      name: 'Code, links and names at the start of items',
      text: 'Les outils que nous avons vus dans cet épisode :\n\n- `es` pour les modules,\n- [ux](https://example.org) et design,\n- **e** commerce,\n- ES modules,\n- UX et les usages,\n- e-commerce,\n- la suite.\n'
    }
  ],
  check({post, report}) {
    const {language, source} = post
    if (language === 'unknown') return
    for (const list of post.lists) {
      const starts = list.items.flatMap((item) => readStart(source, item) ?? [])
      const style = styleOf(starts, language)
      for (const start of starts) {
        const whole =
          wholeWords(start, style, language) ?? completedWords(source, start, starts, style)
        if (!whole) continue
        const range = {start: start.offset, end: start.offset + start.word.length}
        const expected = style.capitals * 2 > starts.length - 1 ? whole.map(capitalise) : whole
        report({
          range,
          message: 'cut',
          values: {word: start.word, whole: expected[0] ?? ''},
          expected
        })
      }
    }
  }
})

/** How the items of a list begin. */
interface Style {
  readonly capitals: number
  readonly articles: boolean
  /** How often each first word occurs. */
  readonly words: ReadonlyMap<string, number>
}

function styleOf(starts: readonly Start[], language: KnownLanguage): Style {
  const words = new Map<string, number>()
  for (const {word} of starts) words.set(word, (words.get(word) ?? 0) + 1)
  return {
    capitals: starts.filter((d) => /^\p{Lu}/u.test(d.word)).length,
    articles: starts.some((d) => articles[language].test(d.word)),
    words
  }
}

type KnownLanguage = Exclude<Language, 'unknown'>

/** The words that an item begins with. */
interface Start {
  readonly offset: number
  readonly word: string
  /** The rest of the item's first line. */
  readonly rest: string
  readonly next: string
}

/** Of French and English, which this rule knows; a class of all letters takes V8 long to compile. */
const latin = 'A-Za-zªºÀ-ÖØ-öø-ɏ\\u0300-\\u036F'
const firstWord = new RegExp(`^['’]?[${latin}]+(?:['’][${latin}]+)*(?![${latin}0-9'’-])`)
const nextWord = new RegExp(`^ +([${latin}][${latin}’'-]*)`)

/** The first words of an item that begins with plain words. */
function readStart(source: Source, item: ListItem): Start | undefined {
  const line = item.lines[0]
  if (!line || item.paragraph?.node.children[0]?.type !== 'text') return
  const text = source.slice(line)
  const word = firstWord.exec(text)?.[0]
  if (!word) return
  const rest = text.slice(word.length)
  return {offset: line.start, word, rest, next: nextWord.exec(rest)?.[1] ?? ''}
}

/** What the first word was before it lost letters, best first; nothing where it can stand. */
function wholeWords(start: Start, style: Style, language: KnownLanguage): string[] | undefined {
  const {word, next} = start
  if (/^['’]/.test(word)) return language === 'fr' ? wholeElision(start) : undefined
  if (word !== word.toLowerCase() || next.length < 2) return
  const certain = cutWords[language].get(word)
  if (certain) return notCut[word]?.test(next) ? undefined : certain
  // What several items begin with is meant.
  if ((style.words.get(word) ?? 0) > 1) return
  const withArticle = style.articles
  if (language === 'fr') {
    if (word === 'a' && isNounAfterA(start, withArticle)) return ['la']
    if (
      word === 'ne' &&
      withArticle &&
      !/\b(?:pas|plus|jamais|rien|que|guère|aucune?|ni|personne)\b|qu['’]/u.test(start.rest)
    ) {
      return /^(?:[lmts]e|l[ae]s?|y|en|[cdjlmnst]['’].*|.*(?:er|ir|re))$/u.test(next)
        ? undefined
        : ['une']
    }
    return
  }
  if (word === 'he' && withArticle && !followsPronoun.test(next)) return ['the']
  return
}

/** Letters that words of French and English begin with, two and two. */
const beginnings =
  /^(?:[bcdfghjklmnpqrstvwxyz][aeiouy]|[aeiouy][bcdfghjklmnpqrstvwxz]|[bcfgps]l|[bcdfgptvw]r|[cgpstw]h|s[ckmnpqtw]|kn|tw|a[iu]|e[au]|o[aeiu])/

/** Shorter words that no dictionary knows are often the names of tools and commands. */
const shortestInSmallLetters = 6

/**
 * What a word was before it lost its first letter, where it is none without, and nothing else in the
 * post bears that name: the other items begin with capitals or, where they begin with small letters
 * too, the word is long.
 */
function completedWords(
  source: Source,
  {word}: Start,
  starts: readonly Start[],
  style: Style
): string[] | undefined {
  const isSmall = style.capitals < starts.length - 1
  if (starts.length < 3) return
  if (!/^\p{Ll}{4,}$/u.test(word.normalize('NFC'))) return
  if (isSmall && word.length < shortestInSmallLetters) return
  const key = fold(word)
  const dictionary = loadDictionary()
  if (dictionary.hasWord(key) || dictionary.hasProperName(key)) return
  // Of what no dictionary knows, Y makes a word by chance.
  const letters = isSmall ? 'abcdefghijklmnopqrstuvwxz' : 'abcdefghijklmnopqrstuvwxyz'
  const whole = [...letters].filter(
    (letter) => beginnings.test(letter + key) && dictionary.hasWord(letter + key)
  )
  // The set of words takes some others for its own: where many letters fit, none is sure.
  if (whole.length === 0 || whole.length > 2) return
  const elsewhere = new RegExp(`(?<!\\p{L})${word}(?![\\p{L}\\p{M}])`, 'giu')
  elsewhere.exec(source.text)
  if (elsewhere.exec(source.text)) return
  return whole.map((letter) => letter + word)
}

/** `'empreinte`: an elision of which only the apostrophe is left. */
function wholeElision({word, rest}: Start): string[] | undefined {
  if (!/^['’][aeiouyhàâéèêëîïôùûœæ]\p{Ll}{2}/u.test(word)) return
  if (/['’]$/.test(word) || /^[^,;.]{0,80}\p{L}['’](?!\p{L})/u.test(rest) || /^['’]/.test(rest))
    return
  return [`l${word}`, `d${word}`]
}

/**
 * Whether a noun follows “a”, so that it is what is left of “la”: in French it is else a verb,
 * which a participle follows, an adverb or a preposition.
 */
function isNounAfterA({next}: Start, besideArticles: boolean): boolean {
  if (afterVerb.test(next)) return false
  if (certainNoun.test(next)) return true
  return besideArticles && !participle.test(next)
}

const afterVerb =
  /^(?:été|eu|pu|dû|su|vu|lu|bu|cru|mis|pris|dit|fait|à|pour|en|de|du|des|un|une|le|la|les|son|sa|ses|leurs?|plus|moins|aussi|ainsi|alors|toujours|jamais|souvent|déjà|depuis|enfin|ensuite|donc|bien|mieux|beaucoup|tout|tous|trois|deux|quatre|cinq|dix|raison|tort|peine|cause|quand|quoi|qui|quasi|presque|besoin|envie|peur|hâte|lieu|priori|posteriori|capella|cappella|minima|maxima|contrario|fortiori)$/u
const certainNoun =
  /(?:[ts]ion|éité|bilité|alité|arité|sité|vité|riété|ance|ence|ture|thode|ique|tique|[éè]che|ette|esse|logie|phie|isation)$/u
const participle =
  /(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ert|erte|eint|aint|oint|clos|fait|mort|rejoint|l[ea]s?|[a-z]+ment|er|ir|re)$/u
const followsPronoun =
  /^(?:is|was|has|had|will|would|can|could|may|might|must|shall|should|did|does|do|said|says|who|and|or|also|then|never|always|once|now|just|really|even|still|only|went|left|came|got|made|took|gave|met|knew|saw|ran|won|lost|sold|built|wrote|spent|kept|began|became|found|told|thought|put|let|sang|spoke|grew|drew|taught|brought|bought|felt|held|led|[a-z]+(?:ed|ly|s))$/u

/** How items begin that speak of things: a cut article beside them was one too. */
const articles = {
  en: /^(?:the|an?|our|your|its)$/i,
  fr: /^(?:l[ae]s?|une?|des|du|au|aux|l['’].+|d['’].+)$/i
}

/** Terms that begin with what else is a cut word. */
const notCut: Readonly<Record<string, RegExp>> = {
  e: /^(?:commerce|mail|learning|sport|book|administration|santé|réputation|cigarette|shop)s?$/,
  es: /^(?:modules?|lint)$/,
  ux: /^(?:design|designers?|writing|writers?|research|et|ui|ou)$/,
  rom: /^(?:hacks?|hacking|files?|dumps?|images?|chips?)$/,
  our: /^(?:[a-z]*(?:th|w)[a-z]*|planet|life|time)$/
}

/** What is left of common words that is no word itself, in the language of the post. */
const cutWords: Readonly<Record<KnownLanguage, ReadonlyMap<string, string[]>>> = {
  fr: cutMap({
    es: 'les|des',
    e: 'le|de',
    u: 'du|au',
    ux: 'aux',
    our: 'pour',
    vec: 'avec',
    ans: 'dans|sans',
    ur: 'sur',
    hez: 'chez',
    ntre: 'entre',
    omment: 'comment',
    ourquoi: 'pourquoi',
    uand: 'quand',
    uel: 'quel',
    uels: 'quels',
    uelle: 'quelle',
    uelles: 'quelles',
    ette: 'cette',
    otre: 'notre|votre',
    eurs: 'leurs',
    lusieurs: 'plusieurs',
    ui: 'qui',
    ue: 'que',
    ais: 'mais',
    eci: 'ceci'
  }),
  en: cutMap({
    nd: 'and',
    hy: 'why',
    ow: 'how',
    ith: 'with',
    rom: 'from',
    hich: 'which',
    hese: 'these',
    hether: 'whether',
    ecause: 'because',
    etween: 'between',
    ithout: 'without',
    ntroducing: 'introducing',
    nderstanding: 'understanding'
  })
}

function cutMap(words: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  return new Map(Object.entries(words).map(([cut, whole]) => [cut, whole.split('|')]))
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
