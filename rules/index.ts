import type {Rule} from '../src/rule.js'
import {altText} from './alt-text.js'
import {frameTitle} from './frame-title.js'
import {knownNames} from './known-names.js'

/** All rules, in the order in which they run. */
export const rules: readonly Rule[] = [altText, frameTitle, knownNames]
