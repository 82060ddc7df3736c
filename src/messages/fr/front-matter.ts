import type {frontMatter as english} from '../en/front-matter.js'
import {quote} from '../message.js'

const language = {yaml: 'YAML', toml: 'TOML', json: 'JSON'}

export const frontMatter: typeof english = {
  absent: () => ({
    reason: 'Pas d’en-tête : ni titre, ni date, ni description pour ce billet',
    note: 'Le site, les flux et les moteurs de recherche les lisent dans un bloc entre deux lignes `---` au tout début du billet. Ajoutez-en un avec `title:`, `date:` et `description:`.'
  }),
  late: ({after}) => ({
    reason: {
      blank: 'Une ligne vide avant l’en-tête : le site l’affichera comme du texte',
      comment: 'Un commentaire avant l’en-tête : le site l’affichera comme du texte',
      indentation: 'Des espaces avant l’en-tête : le site l’affichera comme du texte',
      text: 'Du texte avant l’en-tête : le site l’affichera comme du texte'
    }[after],
    note: 'L’en-tête ne compte que si sa première ligne est la première du fichier. Placez-le au tout début du billet.'
  }),
  bare: () => ({
    reason: 'Il manque les lignes `---` autour de l’en-tête',
    note: 'Sans elles, le site affiche les clés comme du texte, et le billet n’a pas de titre. Mettez une ligne `---` avant la première clé et une après la dernière.'
  }),
  unopened: ({fence, isMissing}) => ({
    reason: isMissing
      ? `Il manque la ligne \`${fence}\` qui ouvre l’en-tête`
      : `L’en-tête commence par une autre ligne que \`${fence}\``,
    note: `Sans elle, le site affiche les clés comme du texte, et le billet n’a pas de titre. La première ligne du billet doit être \`${fence}\`, et rien d’autre.`
  }),
  unclosed: ({fence}) => ({
    reason: `L’en-tête n’est jamais fermé : il manque une ligne \`${fence}\``,
    note: `Sans elle, le site affiche les clés comme du texte, ou prend le texte du billet pour des clés. Ajoutez une ligne \`${fence}\` après la dernière clé.`
  }),
  empty: () => ({
    reason: 'L’en-tête est vide',
    note: 'Le site, les flux et les moteurs de recherche n’y trouvent ni titre, ni date, ni description. Ajoutez au moins `title:`, `date:` et `description:`.'
  }),
  dots: () => ({
    reason: 'L’en-tête finit par `...` au lieu de `---`',
    note: 'Jekyll l’accepte ; Eleventy, Hugo et la plupart des éditeurs ne voient pas où finit l’en-tête. `---` est compris partout.'
  }),
  notMapping: ({value}) => ({
    reason: `L’en-tête n’a aucune clé : ${quote(value)}`,
    note: 'Chaque ligne d’un en-tête est une clé, deux-points, une espace et une valeur, par exemple `title: Le moulin`. Si c’est du texte du billet, il n’a pas sa place entre les deux lignes de tirets.'
  }),
  duplicate: ({key, line}) => ({
    reason: `La clé ${quote(key, 19)} figure deux fois ; la première est à la ligne ${line}`,
    note: 'Le site refuse alors le billet, ou ne garde que l’une des deux valeurs. Gardez la bonne.'
  }),
  tab: ({format}) => ({
    reason: `Une tabulation en début de ligne : ${language[format]} veut des espaces`,
    note: 'Le site ne peut rien lire de l’en-tête tant qu’elle est là. Mettez autant d’espaces que sur les lignes voisines.'
  }),
  colon: ({value}) => ({
    reason: `Deux-points dans une valeur sans guillemets : ${quote(value, 26)}`,
    note: 'Après deux-points et une espace, YAML attend la valeur d’une nouvelle clé, et ne peut pas lire la suite de l’en-tête. Mettez la valeur entre guillemets droits.'
  }),
  cut: ({value, comment}) => ({
    reason:
      value === ''
        ? `${quote(comment, 26)} est un commentaire en YAML : la clé n’a pas de valeur`
        : `${quote(comment, 20)} est un commentaire : la valeur s’arrête à ${quote(value, 13)}`,
    note: 'Après une espace, `#` ouvre un commentaire, et la page n’affiche que ce qui précède. Mettez toute la valeur entre guillemets droits.'
  }),
  'special-character': ({value}) => ({
    reason: `${quote(value, 26)} commence par \`${value.charAt(0)}\`, qui a un sens en YAML`,
    note: 'YAML n’y voit pas du texte, et ne peut pas lire la suite de l’en-tête. Mettez la valeur entre guillemets droits.'
  }),
  'inner-quote': ({value}) => ({
    reason: `Un guillemet au milieu de ${quote(value, 26)} ferme la valeur trop tôt`,
    note: 'La valeur commence par un guillemet ou une apostrophe et finit donc au suivant : le reste est illisible. Entourez toute la valeur de l’autre sorte de guillemets, ou doublez celui du milieu.'
  }),
  quote: ({value}) => ({
    reason: `Le guillemet qui ouvre ${quote(value, 26)} n’est jamais fermé`,
    note: 'Tout ce qui suit passe pour une seule longue valeur, et l’en-tête est illisible. Ajoutez le guillemet fermant.'
  }),
  continued: ({value}) => ({
    reason: `La valeur ${quote(value, 26)} continue sans retrait`,
    note: 'La suite d’une valeur, à la ligne, doit être plus à droite que sa clé : certains programmes la lisent, d’autres refusent tout l’en-tête. Mettez deux espaces de plus devant la ligne que devant la clé.'
  }),
  bracket: ({value}) => ({
    reason: `Le crochet qui ouvre ${quote(value, 26)} n’est jamais fermé`,
    note: 'Tout ce qui suit passe pour la suite d’une liste, et l’en-tête est illisible. Ajoutez le crochet ou l’accolade qui ferme.'
  }),
  indentation: ({value}) => ({
    reason: `${quote(value, 26)} n’est pas aligné avec les lignes d’avant`,
    note: 'YAML voit aux espaces en début de ligne ce qui va ensemble. Mettez autant d’espaces devant toutes les clés d’un même groupe.'
  }),
  dash: ({value}) => ({
    reason: `Le tiret de ${quote(value, 26)} n’est pas aligné avec ceux d’avant`,
    note: 'YAML voit aux espaces devant un tiret à quelle liste il appartient, et ne peut pas lire la suite de l’en-tête. Mettez-en autant que devant les tirets d’avant ; ce qui dépend de lui se décale avec lui.'
  }),
  hash: ({value}) => ({
    reason: `Un \`#\` collé à ${quote(value, 10)} : YAML ne peut pas lire le texte en dessous`,
    note: '`>` et `|` ouvrent un texte de plusieurs lignes, et rien ne doit y être collé. Retirez le `#`.'
  }),
  'space-after-colon': ({value}) => ({
    reason: `Pas d’espace après les deux-points de ${quote(value, 26)}`,
    note: 'Sans espace après les deux-points, YAML n’y voit pas une clé mais un mot, et ne peut pas lire la suite de l’en-tête.'
  }),
  'no-colon': ({value}) => ({
    reason: `Cette ligne n’a pas de clé : ${quote(value, 30)}`,
    note: 'Chaque ligne d’un en-tête est une clé, deux-points, une espace et une valeur. Si cette ligne continue la précédente, mettez toute la valeur entre guillemets droits, et deux espaces de plus devant cette ligne que devant la clé.'
  }),
  escape: ({value}) => ({
    reason: `${quote(value, 26)} : cette barre oblique inverse n’a pas de sens`,
    note: 'Entre guillemets doubles, la barre oblique inverse donne un sens particulier au caractère suivant. Doublez-la s’il faut l’afficher.'
  }),
  'lone-quote': ({value}) => ({
    reason: `Le guillemet à la fin de ${quote(value, 26)} n’a pas de pendant`,
    note: 'Cette valeur ne commence pas par un guillemet droit : pour YAML, celui de la fin fait partie du texte, et la page l’affiche. Retirez-le.'
  }),
  'too-large': () => ({
    reason: 'L’en-tête se déploie en un nombre démesuré de valeurs',
    note: 'Des renvois à des renvois se multiplient jusqu’à ce qu’aucun site ne puisse les contenir. Écrivez les valeurs elles-mêmes.'
  }),
  'no-quotes': ({value}) => ({
    reason: `${quote(value, 26)} doit être entre guillemets`,
    note: 'En TOML, tout texte est entre guillemets droits.'
  }),
  capital: ({value}) => ({
    reason: `${quote(value, 10)} s’écrit en minuscules en TOML`,
    note: 'Avec une majuscule, rien de l’en-tête n’est lisible.'
  }),
  'colon-for-equals': ({value}) => ({
    reason: `Deux-points après ${quote(value, 26)} : TOML veut un signe égal`,
    note: 'Entre deux lignes `+++`, clés et valeurs s’écrivent `clé = "valeur"`.'
  }),
  comma: () => ({
    reason: 'Il manque une virgule après cette valeur',
    note: 'En JSON, une virgule sépare chaque valeur de la suivante.'
  }),
  'trailing-comma': () => ({
    reason: 'Une virgule après la dernière valeur',
    note: 'En JSON, la virgule ne se met qu’entre deux valeurs, pas après la dernière.'
  }),
  'single-quotes': ({value}) => ({
    reason: `Apostrophes autour de ${quote(value.slice(1, -1), 20)} : JSON veut des guillemets`,
    note: 'En JSON, tout texte est entre guillemets droits doubles.'
  }),
  comment: () => ({
    reason: 'JSON n’a pas de commentaires',
    note: 'Le site ne peut rien lire de l’en-tête tant que ce commentaire est là. Retirez-le.'
  }),
  syntax: ({value, format}) => ({
    reason: `${language[format]} ne peut pas lire l’en-tête à ${quote(value, 26)}`,
    note: 'Le site n’a ni titre, ni date, ni description tant que c’est ainsi. Cherchez un guillemet, un crochet ou deux-points manquants ici ou à la ligne d’avant.'
  })
}
