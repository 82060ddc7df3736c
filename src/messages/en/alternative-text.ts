import {type MessageText, quote} from '../message.js'

export const alternativeText = {
  'episode-alt-text': {
    empty: ({image}: {image: string}): MessageText => ({
      reason: `Empty alternative text for ${quote(image)}`,
      note: 'People who can’t see the picture are told nothing. Say in a few words what it shows.'
    })
  },
  'episode-frame-title': {}
}
