import type {Rule} from '../src/rule.js'
import {altText} from './alt-text.js'
import {encoding} from './encoding.js'
import {frameTitle} from './frame-title.js'
import {frontMatter} from './front-matter.js'
import {htmlHidesMarkdown} from './html-hides-markdown.js'
import {htmlMalformed} from './html-malformed.js'
import {htmlNesting} from './html-nesting.js'
import {htmlStrayEnd} from './html-stray-end.js'
import {htmlUnclosed} from './html-unclosed.js'
import {knownNames} from './known-names.js'
import {lineBreaks} from './line-breaks.js'
import {linkDestination} from './link-destination.js'
import {listEmpty} from './list-empty.js'
import {listGlued} from './list-glued.js'
import {listIndent} from './list-indent.js'
import {listMarker} from './list-marker.js'
import {listOrder} from './list-order.js'
import {listPunctuation} from './list-punctuation.js'
import {listStart} from './list-start.js'
import {literalMarkdown} from './literal-markdown.js'
import {metadata} from './metadata.js'
import {numbering} from './numbering.js'
import {oneSpelling} from './one-spelling.js'
import {placeholder} from './placeholder.js'
import {shortcodePairs} from './shortcode-pairs.js'
import {unique} from './unique.js'
import {unusedIgnore} from './unused-ignore.js'

/** All rules, in the order in which they run. */
export const rules: readonly Rule[] = [
  frontMatter,
  metadata,
  numbering,
  unique,
  placeholder,
  altText,
  frameTitle,
  listMarker,
  listStart,
  listGlued,
  listPunctuation,
  listEmpty,
  listIndent,
  listOrder,
  lineBreaks,
  knownNames,
  oneSpelling,
  htmlUnclosed,
  htmlStrayEnd,
  htmlNesting,
  htmlMalformed,
  htmlHidesMarkdown,
  shortcodePairs,
  encoding,
  literalMarkdown,
  linkDestination,
  unusedIgnore
]
