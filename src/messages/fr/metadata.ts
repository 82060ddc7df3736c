import type {metadata as english} from '../en/metadata.js'
import {frontMatter} from './front-matter.js'

export const metadata: typeof english = {
  'episode-front-matter': frontMatter,
  'episode-metadata': {},
  'episode-numbering': {},
  'episode-unique': {},
  'episode-placeholder': {}
}
