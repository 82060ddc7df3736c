import type {lists as english} from '../en/lists.js'
import {quote} from '../message.js'

export const lists: typeof english = {
  'episode-list-marker': {},
  'episode-list-start': {
    cut: ({word, whole}) => ({
      reason: `Élément commençant par ${quote(word, 16)} : il manque sans doute une lettre à ${quote(whole, 16)}`,
      note: 'Les lecteurs y voient une faute de frappe, et c’en est sans doute une. Remettez la lettre qui manque.'
    })
  },
  'episode-list-glued': {
    tag: ({text}) => ({
      reason: `${quote(text, 30)} fait partie de l’élément de liste qui précède`,
      note: 'Sans ligne vide avant elle, Markdown rattache cette ligne au dernier élément de la liste. Laissez une ligne vide entre les deux.'
    }),
    text: ({text}) => ({
      reason: `${quote(text, 32)} fait partie de l’élément de liste qui précède`,
      note: 'Sans ligne vide avant elle, Markdown rattache cette ligne à l’élément, et la page l’affiche derrière la puce. Laissez une ligne vide entre les deux, ou indentez la ligne si elle fait partie de l’élément.'
    }),
    list: ({text}) => ({
      reason: `Pas de liste à partir de ${quote(text, 28)} : le paragraphe continue`,
      note: 'Une liste numérotée qui ne commence pas par 1 demande une ligne vide avant elle. Sans cela, la page affiche ses éléments à la suite, comme du texte.'
    })
  },
  'episode-list-punctuation': {
    missing: ({style}) => ({
      reason: `Élément sans le ${quote(style)} qui termine ses voisins`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    }),
    extra: ({found}) => ({
      reason: `Élément terminé par ${quote(found)}, ses voisins sans ponctuation`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    }),
    different: ({style, found}) => ({
      reason: `Élément terminé par ${quote(found)}, ses voisins par ${quote(style)}`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    })
  },
  'episode-list-empty': {},
  'episode-list-indent': {},
  'episode-list-order': {}
}
