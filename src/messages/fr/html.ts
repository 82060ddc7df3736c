import type {MarkdownPart} from '../../post/html/sequence.js'
import type {html as english} from '../en/html.js'
import {quote} from '../message.js'

interface PartWords {
  /** « le paragraphe » */
  readonly the: string
  /** « du paragraphe » */
  readonly of: string
  /** « un paragraphe » */
  readonly one: string
  /** « un autre paragraphe » */
  readonly other: string
}

const parts: Readonly<Record<MarkdownPart, PartWords>> = {
  paragraph: masculine('paragraphe'),
  heading: masculine('titre'),
  list: feminine('liste'),
  item: masculine('élément de liste', true),
  quote: feminine('citation'),
  emphasis: feminine('mise en valeur'),
  link: masculine('lien'),
  table: masculine('tableau'),
  code: masculine('bloc de code'),
  line: feminine('ligne horizontale'),
  footnote: feminine('note de bas de page')
}

function masculine(noun: string, vowel = false): PartWords {
  const [the, of] = vowel ? [`l’${noun}`, `de l’${noun}`] : [`le ${noun}`, `du ${noun}`]
  return {the, of, one: `un ${noun}`, other: `un autre ${noun}`}
}

function feminine(noun: string): PartWords {
  return {the: `la ${noun}`, of: `de la ${noun}`, one: `une ${noun}`, other: `une autre ${noun}`}
}

const tagOf = (text: string): string => quote(text, 13)
const endOf = (text: string): string => tagOf(text.replace(/^<\/?/, '</'))
const startOf = (text: string): string => tagOf(text.replace(/^<\/?/, '<'))

export const html: typeof english = {
  'episode-html-unclosed': {
    unclosed: ({tag}) => ({
      reason: `${tagOf(tag)} n’est jamais fermé`,
      note: `Tout ce qui suit, jusqu’à la fin de la page, se trouve dans cet élément. Ajoutez ${endOf(tag)} là où il doit finir.`
    }),
    unclosedInPart: ({tag, part, formats}) => ({
      reason: `${tagOf(tag)} n’est pas fermé dans ${parts[part].the}`,
      note: `${formats ? 'Rien ne le ferme : toute la suite de la page prend le même aspect' : `Il va jusqu’à la fin ${parts[part].of}, avec tout ce qui s’y trouve`}. Ajoutez ${endOf(tag)} là où il doit finir.`
    }),
    unclosedBefore: ({tag, other, line}) => ({
      reason: `${tagOf(tag)} n’est pas fermé avant ${tagOf(other)} (ligne ${line})`,
      note: `Les navigateurs devinent où il finit. Ajoutez ${endOf(tag)} au bon endroit.`
    }),
    startForEnd: ({tag, line}) => ({
      reason: `${tagOf(tag)} est déjà ouvert (ligne ${line}) : vouliez-vous ${endOf(tag)} ?`,
      note: `Aucun des deux n’est fermé. Écrivez ${endOf(tag)} ici si l’élément doit finir.`
    }),
    word: ({tag}) => ({
      reason: `${tagOf(tag)} est lu comme une balise : le mot ne s’affiche pas`,
      note: `Les navigateurs y voient un élément, n’affichent rien à sa place et le laissent ouvert sur tout ce qui suit. Si vous parlez du mot lui-même, mettez-le entre accents graves, comme du code ; si c’est bien l’élément, fermez-le avec ${endOf(tag)}.`
    }),
    hiddenWord: ({tag}) => ({
      reason: `${tagOf(tag)} est lu comme une balise : le mot ne s’affiche pas`,
      note: 'Les navigateurs y voient une balise et n’affichent rien à sa place. Si vous parlez du mot lui-même, mettez-le entre accents graves, comme du code.'
    }),
    repeatedWord: ({tag}) => ({
      reason: `${tagOf(tag)} n’est pas un élément HTML, et se répète`,
      note: 'Les navigateurs n’affichent rien à sa place. Retirez-le.'
    }),
    swallows: ({tag}) => ({
      reason: `${tagOf(tag)} sans ${endOf(tag)} cache le reste de la page`,
      note: `Pour les navigateurs, tout ce qui suit est le contenu de cet élément, et ils ne l’affichent pas comme du texte. Ajoutez ${endOf(tag)}, ou mettez la balise entre accents graves si vous parlez du mot lui-même.`
    })
  },
  'episode-html-stray-end': {
    lineBreak: ({tag}) => ({
      reason: `${tagOf(tag)} ne ferme rien : le saut de ligne s’écrit ${tagOf('<br>')}`,
      note: 'Un saut de ligne n’a pas de balise de fin. Les navigateurs en affichent un tout de même, d’autres programmes l’oublient.'
    }),
    noEndTag: ({tag}) => ({
      reason: `${tagOf(tag)} ne ferme rien : ${startOf(tag)} n’a pas de balise de fin`,
      note: `${startOf(tag)} n’a pas de contenu : il n’y a rien à fermer. Les navigateurs ignorent cette balise : retirez-la.`
    }),
    stray: ({tag}) => ({
      reason: `${tagOf(tag)} ne ferme rien : aucun ${startOf(tag)} n’est ouvert ici`,
      note: 'Retirez cette balise, ou ajoutez la balise de début qu’elle devait fermer.'
    }),
    strayParagraph: ({tag}) => ({
      reason: `${tagOf(tag)} ne ferme rien : aucun ${startOf(tag)} n’est ouvert ici`,
      note: 'Les navigateurs en font un paragraphe vide, qui se voit comme un blanc. Retirez cette balise, ou ajoutez la balise de début qu’elle devait fermer.'
    }),
    endedByTag: ({tag, line, other, otherLine}) => ({
      reason: `${tagOf(tag)} ne ferme rien : ${tagOf(other)} a déjà mis fin à l’élément`,
      note: `${startOf(tag)} (ligne ${line}) ne peut pas contenir ${tagOf(other)} (ligne ${otherLine}) : les navigateurs le ferment à cet endroit. Fermez-le avant, ou retirez cette balise.`
    }),
    endedByMarkdown: ({tag, line, part, partLine}) => ({
      reason: `${tagOf(tag)} ne ferme rien : son ${startOf(tag)} (ligne ${line}) est déjà fini`,
      note: `Après la ligne vide, Markdown commence ${parts[part].one} (ligne ${partLine}), ce qui met fin au ${startOf(tag)}. Fermez-le avant la ligne vide, ou retirez les deux balises : Markdown fait les paragraphes tout seul.`
    }),
    closesPart: ({tag, line, part}) => ({
      reason:
        line === undefined
          ? `${tagOf(tag)} met fin trop tôt à ce qui vient de Markdown`
          : `${tagOf(tag)} ne ferme pas le ${startOf(tag)} de la ligne ${line}`,
      note:
        line === undefined
          ? `Markdown ouvre et ferme ${parts[part].the} tout seul ; après cette balise, sa propre fin est de trop. Retirez la balise.`
          : `Celui-là a pris fin à la ligne vide, où Markdown a commencé ${parts[part].one}. Cette balise met fin à ce que Markdown a ouvert, et il reste un élément vide sur la page. Retirez les deux balises : Markdown fait les paragraphes tout seul.`
    })
  },
  'episode-html-nesting': {
    crossed: ({tag, line, inner, innerLine}) => ({
      reason: `${tagOf(tag)} vient avant la fin de ${tagOf(inner)}, qu’il contient`,
      note: `${tagOf(inner)} (ligne ${innerLine}) a été ouvert dans ${startOf(tag)} (ligne ${line}) et doit être fermé le premier. Mettez ${endOf(inner)} avant ${tagOf(tag)}.`
    }),
    acrossPart: ({tag, line, part}) => ({
      reason: `${tagOf(tag)} et son ${startOf(tag)} (ligne ${line}) ne sont pas au même endroit`,
      note: `Un élément ne peut pas commencer hors ${parts[part].of} et finir dedans, ni l’inverse : les navigateurs le ferment ailleurs, ou pas du tout. Mettez les deux balises au même endroit, ou chacune seule sur sa ligne, entourée de lignes vides.`
    }),
    insideSame: ({tag, line}) => ({
      reason: `${tagOf(tag)} dans un autre ${tagOf(tag)} (ligne ${line})`,
      note: 'Ces éléments ne se mettent pas l’un dans l’autre : les navigateurs ferment ici le premier, et sa propre balise de fin ne ferme plus rien. Fermez le premier avant d’ouvrir celui-ci.'
    }),
    breaksPart: ({tag, part}) => ({
      reason: `${tagOf(tag)} ne peut pas être dans ${parts[part].one} de Markdown`,
      note: `Les navigateurs mettent fin ici à ce que Markdown a ouvert (${parts[part].one}), et la suite se retrouve dehors. Mettez cette balise seule sur sa ligne, après une ligne vide.`
    }),
    outsideTable: ({tag}) => ({
      reason: `${tagOf(tag)} hors d’un ${tagOf('<table>')}`,
      note: 'Les navigateurs ignorent les morceaux de tableau là où aucun tableau n’est ouvert. Vérifiez que le tableau l’est encore : une balise qui n’y a pas sa place a pu y mettre fin.'
    }),
    shownAsCode: ({text, tag, line}) => ({
      reason: `${quote(text, 22)} se voit comme du code : ligne vide puis quatre espaces`,
      note: `Après une ligne vide, quatre espaces font du code en Markdown, même dans ${tagOf(tag)} (ligne ${line}). Retirez la ligne vide ou les espaces.`
    }),
    otherHeading: ({tag, opener, line}) => ({
      reason: `${tagOf(tag)} ferme ${tagOf(opener)} (ligne ${line})`,
      note: 'Le début et la fin d’un titre doivent être du même niveau.'
    }),
    otherEnd: ({tag, opener, line}) => ({
      reason: `${tagOf(tag)} devait fermer ${tagOf(opener)} (ligne ${line})`,
      note: 'Les navigateurs ne connaissent pas cette balise de fin : l’élément se poursuit sur la suite.'
    })
  },
  'episode-html-malformed': {
    selfClosing: ({tag}) => ({
      reason: `La barre oblique ne ferme pas ${tagOf(tag)}`,
      note: `En HTML, seuls les éléments sans contenu peuvent finir par ${quote('/>')}, et la barre n’y fait rien non plus. Les navigateurs laissent cet élément ouvert sur tout ce qui suit. Écrivez ${startOf(tag)} et ${endOf(tag)}.`
    }),
    unquoted: ({name, value}) => ({
      reason: `Il manque des guillemets autour de ${quote(value, 36)}`,
      note: `Sans eux, seul le premier mot est la valeur de ${quote(name)}. Mettez le tout entre guillemets droits.`
    }),
    unknownElement: ({name, expected}) => ({
      reason: `HTML n’a pas d’élément ${quote(name, 17)}, c’est sans doute ${quote(expected, 17)}`,
      note: 'Les navigateurs affichent son contenu comme s’il n’existait pas. Corrigez le nom dans ses deux balises.'
    }),
    spacedId: ({text}) => ({
      reason: `Espace dans l’id ${quote(text)}`,
      note: 'Aucun lien ne peut y mener : un trait d’union peut remplacer l’espace.'
    }),
    unknownAttribute: ({name, expected}) => ({
      reason: `HTML n’a pas d’attribut ${quote(name, 18)}, c’est sans doute ${quote(expected, 15)}`,
      note: 'Les navigateurs ignorent un attribut qu’ils ne connaissent pas : ce qu’il dit se perd.'
    }),
    needlessSlash: ({tag}) => ({
      reason: `La barre oblique de ${tagOf(tag)} ne sert à rien`,
      note: `L’élément continue jusqu’à sa balise de fin ${endOf(tag)}. Retirez la barre.`
    }),
    lostBracket: ({text, tag}) => ({
      reason: `${quote(text, 22)} a perdu son ${quote('<')} : on le voit sur la page`,
      note: `Ce devait être ${tagOf(tag)}.`
    }),
    sameId: ({name, line}) => ({
      reason: `L’identifiant ${quote(name, 28)} est déjà à la ligne ${line}`,
      note: 'Un identifiant est unique dans la page : les liens mènent au premier.'
    }),
    unreadTag: ({text}) => ({
      reason: `${quote(text, 34)} n’est pas lu comme une balise : on le voit`,
      note: 'Quelque chose y cloche, le plus souvent un guillemet oublié, doublé ou courbe : Markdown l’affiche comme du texte.'
    }),
    unfinishedTag: ({text}) => ({
      reason: `La balise ${quote(text, 24)} ne finit jamais`,
      note: `Son ${quote('>')} ou un guillemet manque avant la ligne vide suivante. Les navigateurs prennent la suite pour un morceau de la balise, et ne l’affichent pas.`
    }),
    unfinishedComment: ({text}) => ({
      reason: `Le commentaire ${quote(text, 24)} ne finit jamais`,
      note: `${quote('-->')} manque, ou se trouve après une ligne vide, là où Markdown en fait du texte. Les navigateurs cachent tout ce qui suit.`
    }),
    openQuote: ({name}) => ({
      reason: `Le guillemet de ${quote(name, 24)} n’est pas fermé`,
      note: 'Les navigateurs prennent tout, jusqu’au guillemet suivant, pour sa valeur. Ajoutez le guillemet fermant.'
    }),
    curlyQuotes: ({name}) => ({
      reason: `Guillemets courbes autour de la valeur de ${quote(name, 20)}`,
      note: 'HTML ne connaît que les guillemets droits ; les navigateurs prennent les courbes pour un morceau de la valeur, et une adresse ne mène plus nulle part.'
    }),
    escapedValue: ({name, value}) => ({
      reason: `Barre oblique inverse dans ${quote(name, 12)} : ${quote(value, 26)}`,
      note: 'Markdown retire ces barres d’un texte, mais pas d’une balise : la valeur n’est plus la même, et un style ou une adresse reste introuvable. Retirez-les.'
    }),
    duplicateAttribute: ({name, tag}) => ({
      reason: `${quote(name, 24)} est deux fois dans ${tagOf(tag)}`,
      note: 'Les navigateurs gardent le premier et ignorent celui-ci. Réunissez les deux valeurs, ou retirez-en une.'
    }),
    missingValue: ({name}) => ({
      reason: `${quote(name, 24)} a un signe égal, mais pas de valeur`,
      note: 'Donnez-lui une valeur entre guillemets droits, ou retirez l’attribut.'
    }),
    noSpace: ({name}) => ({
      reason: `Il manque une espace avant ${quote(name, 24)}`,
      note: 'Il faut une espace entre deux attributs.'
    }),
    strayCharacter: ({character, tag}) => ({
      reason: `${quote(character, 4)} n’a pas sa place ici dans ${tagOf(tag)}`,
      note: 'Le plus souvent, un guillemet ou une espace manque ou est de trop : les navigateurs ne lisent pas les attributs comme vous l’entendez.'
    }),
    endTagExtra: ({tag}) => ({
      reason: `La balise de fin ${tagOf(tag)} contient plus que son nom`,
      note: 'Les navigateurs n’en tiennent pas compte. Les attributs vont dans la balise de début.'
    }),
    emptyEndTag: () => ({
      reason: `${quote('</>')} n’a pas de nom`,
      note: 'Les navigateurs l’ignorent. Dites quel élément finit ici.'
    }),
    bogusComment: ({text}) => ({
      reason: `${quote(text, 24)} n’est pas du HTML : les navigateurs le cachent`,
      note: `Ils y voient un commentaire. Un commentaire commence par ${quote('<!--')} et finit par ${quote('-->')}.`
    }),
    commentEnd: ({text}) => ({
      reason: `Un commentaire finit par ${quote('-->')}, pas par ${quote(text, 10)}`,
      note: 'Les navigateurs s’en accommodent, les programmes qui lisent Markdown pas toujours.'
    }),
    nestedComment: () => ({
      reason: `Un commentaire dans un commentaire : il finit au premier ${quote('-->')}`,
      note: 'Ce qui vient après se voit sur la page.'
    }),
    literalBracket: ({text}) => ({
      reason: `${quote(text, 12)} est ici un simple signe : écrivez ${quote('&lt;')}`,
      note: `En HTML, ${quote('<')} commence une balise ; pour le signe lui-même, on écrit ${quote('&lt;')}.`
    }),
    characterReference: ({text}) => ({
      reason: `Il manque un point-virgule à la fin de ${quote(text, 20)}`,
      note: 'Les navigateurs devinent ce qui est voulu, les programmes qui lisent Markdown l’affichent tel quel.'
    })
  },
  'episode-html-hides-markdown': {
    block: ({sample, tag, line}) => ({
      reason: `${quote(sample, 24)} se voit tel quel après ${tagOf(tag)} (ligne ${line})`,
      note: 'Après une balise en début de ligne, Markdown n’est plus lu jusqu’à la ligne vide suivante, et on voit ses signes sur la page. Mettez une ligne vide avant ce texte.'
    }),
    inline: ({sample, tag, line}) => ({
      reason: `${quote(sample, 24)} se voit tel quel dans ${tagOf(tag)} (ligne ${line})`,
      note: 'Markdown n’est pas lu sur les lignes d’une balise HTML, jusqu’à la ligne vide suivante, et on voit ses signes sur la page. Écrivez-le en HTML, ou retirez les balises.'
    }),
    list: ({tag, line}) => ({
      reason: `Une liste se voit telle quelle dans ${tagOf(tag)} (ligne ${line})`,
      note: 'Markdown n’est pas lu sur les lignes d’une balise HTML, jusqu’à la ligne vide suivante : la page met les éléments bout à bout. Écrivez la liste avec `<ul>` et `<li>`, ou retirez les balises.'
    }),
    address: ({sample, tag, line}) => ({
      reason: `${quote(sample, 30)} ne s’affiche pas : HTML y voit une balise`,
      note: `L’adresse se trouve dans du HTML que ${tagOf(tag)} (ligne ${line}) ouvre, et où Markdown n’est pas lu. Écrivez le lien en HTML.`
    })
  },
  'episode-shortcode-pairs': {
    unclosed: ({tag, end}) => ({
      reason: `${quote(tag)} n’est jamais fermé`,
      note: `Rien ne dit où il finit : la construction du site échoue, ou tout ce qui suit y entre. Ajoutez ${quote(end)}.`
    }),
    stray: ({tag, start}) => ({
      reason: `${quote(tag)} ne ferme rien`,
      note: `Aucun ${quote(start)} n’est ouvert avant : la construction du site échoue. Retirez cette balise, ou ajoutez celle qu’elle devait fermer.`
    }),
    crossed: ({tag, inner, line}) => ({
      reason: `${quote(tag, 24)} vient avant la fin de ${quote(inner, 24)}`,
      note: `${quote(inner)} (ligne ${line}) a été ouvert à l’intérieur et doit être fermé le premier.`
    }),
    unfinished: ({tag, end}) => ({
      reason: `Il manque ${quote(end, 10)} à la fin de ${quote(tag, 30)}`,
      note: 'La construction du site échoue, ou la ligne s’affiche telle quelle.'
    })
  }
}
