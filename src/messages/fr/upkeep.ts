import type {upkeep as english} from '../en/upkeep.js'
import {quote} from '../message.js'

export const upkeep: typeof english = {
  'episode-unused-ignore': {
    unused: ({rule}) => ({
      reason: `Ce commentaire ne cache rien de ${quote(rule)}`,
      note: 'Ce qu’il concernait n’est plus là. Retirez-le, sinon il cachera la prochaine faute à cet endroit.'
    }),
    unknown: ({rule}) => ({
      reason: `Il n’y a pas de règle ${quote(rule)}`,
      note: 'Le commentaire ne fait rien. `episode-lint explain` donne la liste des règles.'
    })
  }
}
