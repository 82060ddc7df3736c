export const names = {
  'episode-known-names': {}
}
