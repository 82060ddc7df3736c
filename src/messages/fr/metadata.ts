import type {metadata as english} from '../en/metadata.js'

export const metadata: typeof english = {
  'episode-front-matter': {},
  'episode-metadata': {},
  'episode-numbering': {},
  'episode-unique': {},
  'episode-placeholder': {}
}
