export const html = {
  'episode-html-unclosed': {},
  'episode-html-stray-end': {},
  'episode-html-nesting': {},
  'episode-html-malformed': {},
  'episode-html-hides-markdown': {},
  'episode-shortcode-pairs': {}
}
