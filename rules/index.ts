import type {Rule} from '../src/rule.js'
import {altText} from './alt-text.js'

/** All rules, in the order in which they run. */
export const rules: readonly Rule[] = [altText]
