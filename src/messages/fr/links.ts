import type {links as english} from '../en/links.js'
import {quote} from '../message.js'

export const links: typeof english = {
  'episode-encoding': {
    damaged: ({text, original}) => ({
      reason: `Un mauvais encodage a fait ${quote(text, 20)} de ${quote(original, 20)}`,
      note: 'Le texte a été enregistré en UTF-8 puis lu dans un autre encodage. S’il y en a beaucoup, importez à nouveau le texte en UTF-8.'
    }),
    space: ({text}) => ({
      reason: `Un mauvais encodage a fait ${quote(text, 20)} d’un signe invisible`,
      note: 'Le texte a été enregistré en UTF-8 puis lu dans un autre encodage. S’il y en a beaucoup, importez à nouveau le texte en UTF-8.'
    }),
    lost: ({text}) => ({
      reason: `Un caractère s’est perdu dans ${quote(text, 36)}`,
      note: 'Ce signe remplace un caractère illisible dans l’encodage supposé. Retrouvez-le dans l’original.'
    }),
    unended: ({text}) => ({
      reason: `Il manque un point-virgule à ${quote(text, 20)} : la page l’affiche tel quel`,
      note: 'Une référence de caractère finit par un point-virgule.'
    }),
    reference: ({text}) => ({
      reason: `Les flux et les moteurs de recherche affichent ${quote(text, 20)} tel quel`,
      note: 'Les références de caractères appartiennent au HTML. Le site peut l’afficher correctement sur ses pages ; dans les flux, les onglets et les partages, elle apparaît telle quelle. Écrivez le caractère lui-même.'
    }),
    escaped: ({text}) => ({
      reason: `La page affiche ${quote(text, 20)} tel quel`,
      note: 'L’esperluette `&` a été échappée alors qu’elle ouvre une référence de caractère. Retirez `amp;`.'
    })
  },
  'episode-literal-markdown': {
    quote: ({text}) => ({
      reason: `Un guillemet dans le titre du lien ${quote(text, 24)} le ferme trop tôt`,
      note: 'La page affiche le lien tel qu’il a été tapé. Mettez une barre oblique inverse (\\) devant chaque guillemet du titre.'
    }),
    title: ({text}) => ({
      reason: `Le titre du lien ${quote(text, 24)} n’est pas entre guillemets droits`,
      note: 'La page affiche le lien tel qu’il a été tapé. Un titre s’écrit entre deux guillemets droits ("…").'
    }),
    titleGap: ({text}) => ({
      reason: `Pas d’espace avant le titre du lien ${quote(text, 24)}`,
      note: 'La page affiche le lien tel qu’il a été tapé. Mettez une espace entre l’adresse et son titre.'
    }),
    space: ({text}) => ({
      reason: `Espace dans l’adresse du lien ${quote(text, 24)}`,
      note: 'La page affiche le lien tel qu’il a été tapé. Écrivez `%20` pour une espace dans une adresse ; des mots qui suivent l’adresse se mettent entre guillemets droits.'
    }),
    undefined: ({text, label}) => ({
      reason: `Pas d’adresse pour ${quote(label, 19)}, l’étiquette du lien ${quote(text, 16)}`,
      note: 'La page affiche les crochets. Écrivez pour elle une ligne comme `[étiquette]: https://…`, ou prenez une autre étiquette.'
    }),
    unopened: ({text}) => ({
      reason: `Il manque au lien ${quote(text, 24)} son crochet ouvrant`,
      note: 'La page affiche le lien tel qu’il a été tapé. Mettez le crochet devant les mots du lien.'
    }),
    unclosed: ({text}) => ({
      reason: `Il manque la parenthèse fermante du lien ${quote(text, 32)}`,
      note: 'La page affiche le lien tel qu’il a été tapé. Ajoutez la parenthèse après l’adresse.'
    }),
    gap: ({text}) => ({
      reason: `Espace entre ${quote(`[${text}]`, 32)} et son adresse`,
      note: 'La page affiche les crochets et l’adresse au lieu d’un lien. La parenthèse doit suivre immédiatement le crochet.'
    }),
    swapped: ({text}) => ({
      reason: `Crochets et parenthèses du lien ${quote(text, 24)} sont inversés`,
      note: 'La page affiche le lien tel qu’il a été tapé. Le texte va entre crochets, l’adresse entre parenthèses.'
    }),
    nested: ({text}) => ({
      reason: `Lien autour d’un autre lien : ${quote(text, 32)}`,
      note: 'Seul le lien intérieur fonctionne ; la page affiche les crochets et l’adresse de l’autre. Gardez-en un seul.'
    }),
    extraBracket: ({text}) => ({
      reason: `Le lien ${quote(text, 32)} a un crochet fermant de trop`,
      note: 'La page affiche le lien tel qu’il a été tapé. Retirez le second crochet.'
    }),
    unparenthesized: ({text}) => ({
      reason: `Il manque la parenthèse ouvrante du lien ${quote(text, 32)}`,
      note: 'La page affiche les crochets et l’adresse au lieu d’un lien. Mettez la parenthèse juste après le crochet.'
    }),
    bare: ({text}) => ({
      reason: `Il manque les parenthèses autour de l’adresse du lien ${quote(text, 24)}`,
      note: 'La page affiche les crochets et l’adresse au lieu d’un lien. Mettez l’adresse entre parenthèses, juste après le crochet.'
    }),
    untied: ({text}) => ({
      reason: `Il manque au lien ${quote(text, 32)} son crochet fermant`,
      note: 'La page affiche le lien tel qu’il a été tapé. Mettez le crochet après les mots du lien.'
    }),
    bracket: ({text}) => ({
      reason: `Le crochet devant ${quote(text, 32)} n’est jamais fermé`,
      note: 'La page l’affiche. Si vous vouliez un lien, fermez-le et donnez l’adresse ; sinon, retirez le crochet.'
    }),
    words: ({text}) => ({
      reason: `Des mots à la place de l’adresse du lien ${quote(text, 32)}`,
      note: 'La page affiche les crochets et les mots tels quels. Mettez l’adresse entre les parenthèses.'
    }),
    brokenAddress: ({text}) => ({
      reason: `Un retour à la ligne coupe l’adresse du lien ${quote(text, 30)}`,
      note: 'La page affiche les crochets et l’adresse au lieu d’un lien. Une adresse tient sur une seule ligne.'
    }),
    lineGap: ({text}) => ({
      reason: `Retour à la ligne entre ${quote(`[${text}]`, 28)} et son adresse`,
      note: 'La page affiche les crochets et l’adresse au lieu d’un lien. La parenthèse doit suivre immédiatement le crochet.'
    }),
    emphasisCrossed: ({text}) => ({
      reason: `L’italique commence avant le lien ${quote(text, 20)} et finit dedans`,
      note: 'La page affiche les marques. Mettez aussi la première à l’intérieur du crochet.'
    }),
    emphasisAlone: ({text}) => ({
      reason: `La marque devant le lien ${quote(text, 32)} n’est jamais fermée`,
      note: 'La page affiche le tiret bas. Fermez-le après le dernier mot en italique, ou retirez-le.'
    }),
    headingMark: ({text}) => ({
      reason: `Du texte continue l’intertitre ${quote(text, 32)}`,
      note: 'La page affiche les astérisques, et tout ce qui les suit fait partie de l’intertitre. Retirez-les et mettez le texte à la ligne.'
    }),
    host: ({address}) => ({
      reason: `Adresse entre chevrons sans \`https://\` : ${quote(address, 30)}`,
      note: 'La page affiche les chevrons au lieu d’un lien. Commencez l’adresse par `https://`.'
    }),
    underline: ({text}) => ({
      reason: `Les tirets en dessous font un intertitre de ${quote(text, 30)}`,
      note: 'Markdown prend une ligne de tirets juste sous un paragraphe pour la marque d’un intertitre. Mettez une ligne vide entre les deux.'
    }),
    strongSpace: ({text}) => ({
      reason: `Espace à l’intérieur des marques de gras de ${quote(text, 30)}`,
      note: 'La page affiche les astérisques. Ils doivent toucher le premier et le dernier mot.'
    }),
    strongAlone: () => ({
      reason: 'Les marques de gras `**` ne sont jamais fermées',
      note: 'La page affiche les astérisques. Fermez-les après le dernier mot en gras, ou retirez-les.'
    }),
    unequal: ({text, marks}) => ({
      reason: `${quote(text, 20)} s’ouvre par ${marks} astérisques et se ferme par ${marks - 1}`,
      note: 'La page affiche un astérisque. Deux de chaque côté mettent en gras, un de chaque côté en italique.'
    }),
    strayBracket: () => ({
      reason: 'Le crochet derrière ce lien ne s’ouvre nulle part',
      note: 'La page l’affiche. Retirez-le, ou ouvrez-le devant le lien.'
    }),
    description: ({text}) => ({
      reason: `Du Markdown dans l’en-tête : ${quote(text, 44)}`,
      note: 'Les résultats de recherche, les flux et les partages l’affichent tel quel. Dites-le avec des mots.'
    }),
    dashes: () => ({
      reason: 'Une ligne de tirets de deux sortes s’affiche telle quelle',
      note: 'Une ligne de séparation s’écrit avec trois traits d’union ; un programme a changé une partie d’entre eux en tirets longs.'
    }),
    lonePoint: ({text}) => ({
      reason: `Un paragraphe qui ne contient que ${quote(text)}`,
      note: 'Il s’affiche comme un grain de poussière entre deux paragraphes. Retirez-le.'
    }),
    escapedShortcode: ({text}) => ({
      reason: `Des barres obliques inverses désactivent ${quote(text, 26)}`,
      note: 'La page affiche le code tel quel, et rien ne se lance. Retirez les barres obliques inverses.'
    }),
    wikiMark: ({text}) => ({
      reason: `Une marque de MediaWiki s’affiche sur la page : ${quote(text, 30)}`,
      note: 'Elle parle à un wiki ; Markdown la prend pour du gras. Retirez-la.'
    }),
    tableHead: ({text}) => ({
      reason: `La ligne ${quote(text, 26)} n’a pas autant de cases que l’en-tête`,
      note: 'Sous l’en-tête d’un tableau, il faut autant de cases que dans l’en-tête. Ainsi, la page affiche des barres et des tirets au lieu d’un tableau.'
    }),
    innerEmphasis: ({text}) => ({
      reason: `Deux astérisques dans des mots mettent ${quote(text, 24)} en italique`,
      note: 'Les astérisques ont disparu de la page, et tout ce qui les sépare est en italique. Mettez une barre oblique inverse devant chacun.'
    }),
    strongPunctuation: ({text}) => ({
      reason: `Pas d’espace après le texte en gras ${quote(text, 32)}`,
      note: 'La page affiche les astérisques : après une ponctuation, ils ne ferment le gras que devant une espace.'
    }),
    heading: ({text}) => ({
      reason: `Il manque l’espace après les dièses de l’intertitre ${quote(text, 24)}`,
      note: 'La page affiche les dièses devant un texte ordinaire. Mettez une espace ordinaire après eux.'
    }),
    shortcode: ({text}) => ({
      reason: `Une marque d’un autre système se voit : ${quote(text, 30)}`,
      note: 'WordPress ou Drupal l’auraient lue ; ici, la page l’affiche telle quelle. Mettez l’image, le lecteur ou le lien en Markdown ou en HTML.'
    }),
    headingEnd: ({signs}) => ({
      reason: `La page affiche les ${quote(signs, 6)} à la fin de l’intertitre`,
      note: 'Ils n’appartiennent à l’intertitre qu’avec une espace devant eux. Ajoutez-la ou retirez-les.'
    })
  },
  'episode-link-destination': {
    empty: () => ({
      reason: 'Lien sans adresse',
      note: 'Qui le suit reste sur la page. Donnez l’adresse, ou retirez le lien.'
    }),
    noScheme: ({destination}) => ({
      reason: `Adresse sans \`https://\` : ${quote(destination)}`,
      note: 'Les navigateurs y cherchent une page de votre propre site et ne trouvent rien. Commencez l’adresse par `https://`.'
    }),
    scheme: ({destination}) => ({
      reason: `Erreur au début de l’adresse ${quote(destination)}`,
      note: 'Aucun navigateur ne trouve la page. Une adresse commence par `https://`, une seule fois.'
    }),
    quote: ({destination}) => ({
      reason: `Un guillemet termine l’adresse ${quote(destination, 34)}`,
      note: 'Il est resté quand l’adresse a été copiée : le site ne trouve pas de page de ce nom. Retirez-le.'
    }),
    disk: ({destination}) => ({
      reason: `Adresse sur le disque d’un ordinateur : ${quote(destination, 38)}`,
      note: 'Personne d’autre ne peut l’ouvrir. Mettez le fichier sur le site et pointez-y, ou donnez l’adresse de la page voulue.'
    }),
    cut: ({destination}) => ({
      reason: `L’adresse est tronquée : ${quote(destination, 40)}`,
      note: 'Le signe `…` remplace une partie de l’adresse qu’une page n’a pas montrée. Copiez l’adresse de la page visée.'
    }),
    form: ({destination}) => ({
      reason: `Adresse réservée aux auteurs du formulaire : ${quote(destination, 30)}`,
      note: 'Les autres doivent se connecter, puis sont refusés. L’adresse du formulaire à remplir finit par `/viewform`.'
    }),
    embed: ({destination}) => ({
      reason: `Cette page ne s’affiche pas dans un cadre : ${quote(destination, 34)}`,
      note: 'Le service n’autorise que l’adresse de son lecteur dans un cadre : les navigateurs affichent une erreur.'
    }),
    nested: ({destination}) => ({
      reason: `Lien à l’intérieur d’une adresse : ${quote(destination)}`,
      note: 'Le lien ne mène nulle part : un lien entier a été collé là où il ne faut que son adresse.'
    }),
    time: ({destination}) => ({
      reason: `Le lien annonce ${quote(destination, 12)} et commence à un autre moment`,
      note: 'Le plus souvent, l’adresse vient d’une autre ligne et son temps n’a pas été changé. Mettez les deux d’accord.'
    }),
    noWordsInTags: ({destination}) => ({
      reason: `Lien sans un mot : ${quote(destination)}`,
      note: 'Un lecteur d’écran lit l’adresse, ou rien. Mettez des mots entre les deux balises, ou un `aria-label` qui dit où mène le lien.'
    }),
    endsEarly: ({destination}) => ({
      reason: `Le lien vers ${quote(destination, 36)} finit avant ses mots`,
      note: 'Rien où cliquer : le lien se ferme aussitôt, puis une seconde fois après ses mots. Retirez cette balise de fin.'
    }),
    site: ({destination, expected}) => ({
      reason: `Faute dans le nom du site : ${quote(destination)}`,
      note: `À une lettre près, c’est ${quote(expected, 60)}. Le lien mène au site de quelqu’un d’autre, ou nulle part.`
    }),
    noWords: ({destination}) => ({
      reason: `Lien sans un mot : ${quote(destination)}`,
      note: 'Rien où cliquer, et un lecteur d’écran lit l’adresse. Mettez les mots du lien entre les crochets.'
    }),
    host: ({destination}) => ({
      reason: `Aucun site n’a l’adresse ${quote(destination)}`,
      note: 'Entre `https://` et la première barre oblique se trouve le nom d’un site, par exemple `example.org` : il manque le point et ce qui le suit.'
    }),
    shown: ({destination, expected}) => ({
      reason: `Le lien annonce ${quote(destination, 22)} et mène à ${quote(expected, 24)}`,
      note: 'À une lettre ou deux près, c’est le même nom : l’un des deux contient une faute. Ouvrez le lien pour savoir lequel.'
    }),
    detour: ({destination}) => ({
      reason: `Détour par une page qui compte ses lecteurs : ${quote(destination, 30)}`,
      note: 'L’adresse vient d’une page qui fait faire un détour. Certains navigateurs s’en inquiètent, et elle cessera un jour de fonctionner. Mettez l’adresse finale.'
    }),
    video: ({destination}) => ({
      reason: `Aucun film de YouTube n’a cette adresse : ${quote(destination, 34)}`,
      note: 'L’identifiant d’un film a 11 caractères : il en manque ici, ou il y en a trop. Copiez de nouveau l’adresse.'
    }),
    platform: ({said, there}) => ({
      reason: `Le lien vers ${quote(said, 16)} mène à ${quote(there, 16)}`,
      note: 'Le plus souvent, deux adresses ont été interverties, ou l’une a été copiée sans être changée. Ouvrez le lien, et mettez la bonne adresse.'
    }),
    hostSign: ({destination}) => ({
      reason: `Virgule ou point-virgule dans le nom du site : ${quote(destination, 30)}`,
      note: 'Aucun nom de site n’en a : il vient de la phrase, ou remplace un point.'
    }),
    backslash: ({destination}) => ({
      reason: `Barre oblique inverse dans l’adresse ${quote(destination, 40)}`,
      note: 'Les adresses ont des barres obliques, même sous Windows. Certains navigateurs pardonnent, d’autres programmes ne trouvent rien.'
    }),
    wiki: ({destination}) => ({
      reason: `Adresse que seul un wiki connaît : ${quote(destination, 42)}`,
      note: 'Elle est restée d’une conversion et ne mène nulle part. Mettez l’adresse complète, ou retirez le lien.'
    }),
    issue: ({destination}) => ({
      reason: `GitHub n’a pas cette page : ${quote(destination, 50)}`,
      note: 'Ses adresses ont `/issues/` devant le numéro d’un ticket, et `/pull/` devant celui d’une demande de fusion.'
    }),
    expires: ({destination}) => ({
      reason: `Cette adresse ne vaut que quelques heures : ${quote(destination, 34)}`,
      note: 'Elle a été signée pour un seul téléchargement, et refusera tout le monde ensuite. Déposez le fichier avec les autres fichiers du site et mettez son adresse ici.'
    }),
    letterOutside: ({destination}) => ({
      reason: `La lettre devant le lien ${quote(destination, 34)} en fait partie`,
      note: 'L’adresse la contient. Mettez le crochet devant la lettre.'
    }),
    hostEnd: ({destination}) => ({
      reason: `Aucun nom de site ne finit comme dans ${quote(destination)}`,
      note: 'Il manque une barre oblique entre le nom du site et le reste de l’adresse, ou le nom contient une faute de frappe.'
    }),
    other: ({destination}) => ({
      reason: `Le lien affiche une autre adresse que ${quote(destination, 36)}`,
      note: 'On lit une page et on arrive sur une autre du même site : l’une des deux adresses a été changée, l’autre oubliée. Accordez-les.'
    }),
    bold: ({destination}) => ({
      reason: `Marques de gras dans une adresse : ${quote(destination)}`,
      note: 'Elles deviennent une partie de l’adresse, et le lien ne mène nulle part. Retirez les astérisques.'
    }),
    title: ({destination}) => ({
      reason: `Pas d’espace avant le titre dans ${quote(destination)}`,
      note: 'Le titre devient une partie de l’adresse et le lien ne mène nulle part. Séparez-les par une espace.'
    }),
    mail: ({destination}) => ({
      reason: `Adresse électronique sans \`mailto:\` : ${quote(destination, 36)}`,
      note: 'Les navigateurs y cherchent une page de votre propre site et ne trouvent rien. Commencez-la par `mailto:`.'
    })
  }
}
