import {type MessageText, quote} from '../message.js'

export const upkeep = {
  'episode-unused-ignore': {
    unused: ({rule}: {rule: string}): MessageText => ({
      reason: `This comment hides nothing of ${quote(rule)}`,
      note: 'What it was for is gone. Take it out, or it will hide the next mistake here.'
    }),
    unknown: ({rule}: {rule: string}): MessageText => ({
      reason: `There is no rule ${quote(rule)}`,
      note: 'The comment does nothing. `episode-lint explain` lists the rules.'
    })
  }
}
