export const links = {
  'episode-literal-markdown': {},
  'episode-link-destination': {}
}
