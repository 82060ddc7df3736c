import type {
  numbering as englishNumbering,
  placeholder as englishPlaceholder,
  unique as englishUnique,
  NumberPlace
} from '../en/content.js'
import {quote} from '../message.js'

export const placeholder: typeof englishPlaceholder = {
  promise: ({words}) => ({
    reason: `Il manque ici un contenu : ${quote(words)}`,
    note: 'Le lecteur trouve cela au lieu de ce qu’il venait chercher. Ajoutez ce qui doit s’y trouver, ou retirez la ligne en attendant.'
  }),
  link: ({address}) => ({
    reason: `Ce lien ne mène nulle part : ${quote(address)}`,
    note: 'Un mot tient la place de l’adresse. Mettez l’adresse, ou retirez le lien.'
  }),
  exampleDomain: ({address}) => ({
    reason: `Ce lien mène à un domaine d’exemple : ${quote(address, 30)}`,
    note: 'Ce domaine est réservé et n’est le site de personne. Mettez la vraie adresse.'
  }),
  emptyHeading: () => ({
    reason: 'Intertitre sans texte',
    note: 'La page affiche un vide, et un lecteur d’écran annonce un intertitre sans rien dire. Écrivez-le ou retirez la ligne.'
  }),
  lostPlayer: ({words}) => ({
    reason: `Rien à voir ni à écouter après ${quote(words, 36)}`,
    note: 'Ces mots annoncent un film, un enregistrement… qui manque : les lecteurs se perdent quand on change de système de publication. Remettez-le, ou retirez l’annonce.'
  }),
  emptySection: ({words}) => ({
    reason: `Rien ne suit le titre ${quote(words)}`,
    note: 'Le titre annonce ce qui n’est pas là. Ajoutez-le, ou retirez le titre ; s’il se trouve derrière un second titre, retirez celui-ci.'
  })
}

export const unique: typeof englishUnique = {
  embedTwice: ({id, line}) => ({
    reason: `Le lecteur ${quote(id, 22)} est deux fois dans la page, déjà ligne ${line}`,
    note: 'Le plus souvent, le second a été copié sans que son numéro change. Mettez le bon, ou retirez-le.'
  }),
  player: ({id}) => ({
    reason: `Le lecteur ${quote(id, 30)} est aussi dans un autre billet`,
    note: 'Un billet copié pour en commencer un autre garde souvent l’ancien lecteur. Mettez le bon ici ou là.'
  }),
  guid: ({id}) => ({
    reason: `L’identifiant ${quote(id, 30)} est aussi dans un autre billet`,
    note: 'De deux épisodes de même identifiant, les applications n’en montrent qu’un. Donnez le sien à chacun.'
  }),
  identifier: ({id, name}) => ({
    reason: `${quote(name, 14)} vaut aussi ${quote(id, 24)} dans un autre billet`,
    note: 'Tous les autres billets ont ici une valeur qui leur est propre : celle-ci a été copiée sans être changée. Mettez la bonne dans l’un des deux.'
  }),
  number: ({number, series}) => ({
    reason: `Un autre billet porte aussi le numéro ${number} de ${quote(series, 30)}`,
    note: 'Donnez à chaque épisode d’une série son propre numéro.'
  }),
  description: ({words}) => ({
    reason: `Un autre billet a la même description : ${quote(words, 30)}`,
    note: 'Les listes et les moteurs de recherche montrent deux entrées que rien ne distingue. Décrivez chaque épisode avec ses propres mots.'
  }),
  title: ({words}) => ({
    reason: `Un autre billet de la série a le même titre : ${quote(words, 28)}`,
    note: 'Les listes montrent deux entrées que rien ne distingue. Donnez à chacun son titre.'
  })
}

const places: Readonly<Record<NumberPlace, string>> = {
  title: 'le titre',
  series: 'la série',
  key: 'l’en-tête',
  file: 'le nom du fichier',
  folder: 'le nom du dossier'
}

export const numbering: typeof englishNumbering = {
  season: ({here, place, there, other}) => ({
    reason: `Saison ${here} dans ${places[place]}, mais ${there} dans ${places[other]}`,
    note: 'L’un des deux est faux : les listes classent l’épisode d’après l’un, le lecteur voit l’autre.'
  }),
  episode: ({here, place, there, other}) => ({
    reason: `Épisode ${here} dans ${places[place]}, mais ${there} dans ${places[other]}`,
    note: 'L’un des deux est faux : les listes classent l’épisode d’après l’un, le lecteur voit l’autre.'
  }),
  recording: ({name, here, there}) => ({
    reason: `Épisode ${here}, mais fichier du ${there} : ${quote(name, 24)}`,
    note: 'Le plus souvent, ce fichier vient du billet qui a servi de modèle, et l’on entend un autre épisode. Mettez le bon fichier.'
  }),
  weekday: ({written, expected}) => ({
    reason: `${quote(written, 32)} est un ${quote(expected, 10)}`,
    note: 'Le jour de la semaine et la date ne vont pas ensemble : l’un des deux est faux.'
  }),
  date: ({here, there, other}) => ({
    reason: `La date est ${here}, mais ${places[other]} dit ${there}`,
    note: 'L’une des deux est fausse, ou le fichier a été copié sans que son nom ou sa date change.'
  })
}
