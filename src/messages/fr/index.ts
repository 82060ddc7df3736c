import type {Catalogue} from '../catalogue.js'
import {alternativeText} from './alternative-text.js'
import {html} from './html.js'
import {links} from './links.js'
import {lists} from './lists.js'
import {metadata} from './metadata.js'
import {names} from './names.js'
import {upkeep} from './upkeep.js'

/** All messages in French, by rule and message id. */
export const fr: Catalogue = {
  ...metadata,
  ...alternativeText,
  ...lists,
  ...names,
  ...html,
  ...links,
  ...upkeep
}
