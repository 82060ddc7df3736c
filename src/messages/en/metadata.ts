export const metadata = {
  'episode-front-matter': {},
  'episode-metadata': {},
  'episode-numbering': {},
  'episode-unique': {},
  'episode-placeholder': {}
}
