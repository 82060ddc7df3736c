import {numbering, placeholder, unique} from './content.js'
import {frontMatter} from './front-matter.js'
import {schema} from './schema.js'

export const metadata = {
  'episode-front-matter': frontMatter,
  'episode-metadata': schema,
  'episode-numbering': numbering,
  'episode-unique': unique,
  'episode-placeholder': placeholder
}
