import type {html as english} from '../en/html.js'

export const html: typeof english = {
  'episode-html-unclosed': {},
  'episode-html-stray-end': {},
  'episode-html-nesting': {},
  'episode-html-malformed': {},
  'episode-html-hides-markdown': {},
  'episode-shortcode-pairs': {}
}
