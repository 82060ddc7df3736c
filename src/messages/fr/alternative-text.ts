import type {alternativeText as english} from '../en/alternative-text.js'
import {quote} from '../message.js'

export const alternativeText: typeof english = {
  'episode-alt-text': {
    empty: ({image}) => ({
      reason: `Texte alternatif vide pour ${quote(image)}`,
      note: 'Qui ne voit pas l’image n’en saura rien. Dites en quelques mots ce qu’elle montre.'
    })
  },
  'episode-frame-title': {}
}
