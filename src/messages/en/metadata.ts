import {frontMatter} from './front-matter.js'

export const metadata = {
  'episode-front-matter': frontMatter,
  'episode-metadata': {},
  'episode-numbering': {},
  'episode-unique': {},
  'episode-placeholder': {}
}
