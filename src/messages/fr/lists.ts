import type {lists as english} from '../en/lists.js'

export const lists: typeof english = {
  'episode-list-marker': {},
  'episode-list-start': {},
  'episode-list-glued': {},
  'episode-list-punctuation': {},
  'episode-list-empty': {},
  'episode-list-indent': {},
  'episode-list-order': {}
}
