import type {metadata as english} from '../en/metadata.js'
import {placeholder} from './content.js'
import {frontMatter} from './front-matter.js'
import {schema} from './schema.js'

export const metadata: typeof english = {
  'episode-front-matter': frontMatter,
  'episode-metadata': schema,
  'episode-numbering': {},
  'episode-unique': {},
  'episode-placeholder': placeholder
}
