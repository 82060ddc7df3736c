export const lists = {
  'episode-list-marker': {},
  'episode-list-start': {},
  'episode-list-glued': {},
  'episode-list-punctuation': {},
  'episode-list-empty': {},
  'episode-list-indent': {},
  'episode-list-order': {}
}
