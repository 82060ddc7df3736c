import type {Locale} from '../messages/catalogue.js'

interface PageWords {
  readonly title: string
  readonly filters: string
  readonly rules: string
  readonly allRules: string
  readonly search: string
  readonly error: string
  readonly warning: string
  readonly line: string
  readonly why: string
  readonly about: string
  readonly clean: string
  readonly noMatch: string
  readonly remove: string
  findings(count: number): string
  /** With `%` where the number of findings stands. */
  readonly shown: string
  readonly shownOne: string
}

/** What the HTML page says around the findings. */
export const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: {
    title: 'Episode posts: what to mend',
    filters: 'Show',
    rules: 'Rules',
    allRules: 'All rules',
    search: 'Words in a finding or a post’s name',
    error: 'Error',
    warning: 'Warning',
    line: 'line',
    why: 'Why, and what to do',
    about: 'about this rule',
    clean: 'Posts with nothing to mend',
    noMatch: 'No finding matches.',
    remove: 'remove it',
    findings: (count) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
    shown: '% findings shown',
    shownOne: '1 finding shown'
  },
  fr: {
    title: 'Billets d’épisode\u00A0: ce qui est à corriger',
    filters: 'Afficher',
    rules: 'Règles',
    allRules: 'Toutes les règles',
    search: 'Mots d’une remarque ou nom d’un billet',
    error: 'Erreur',
    warning: 'Avertissement',
    line: 'ligne',
    why: 'Pourquoi, et que faire',
    about: 'à propos de cette règle',
    clean: 'Billets où rien n’est à corriger',
    noMatch: 'Aucune remarque ne correspond.',
    remove: 'à supprimer',
    findings: (count) => `${count} ${count === 1 ? 'remarque' : 'remarques'}`,
    shown: '% remarques affichées',
    shownOne: '1 remarque affichée'
  }
}
