import {en} from './en/index.js'
import {fr} from './fr/index.js'

/** English says which rules and messages there are; the compiler wants the same of all others. */
export type Catalogue = typeof en

export type RuleId = keyof Catalogue

export const catalogues = {en, fr} satisfies Record<string, Catalogue>

/** The languages that messages are written in. */
export type Locale = keyof typeof catalogues
