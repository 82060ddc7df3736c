import type {Locale} from '../messages/catalogue.js'

/** How much a run found. */
export interface Counts {
  readonly findings: number
  readonly errors: number
  /** Posts with findings. */
  readonly posts: number
  /** All posts that were checked. */
  readonly checked: number
  /** Findings with a safe fix. */
  readonly fixable: number
}

interface ReportWords {
  readonly fix: string
  readonly suggestion: string
  readonly or: string
  readonly nothing: string
  readonly text: string
  /** Names white space, which would show as nothing. */
  whiteSpace(text: string): string
  summary(counts: Counts): string
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

/** What reports for people say around the findings. */
export const words: Readonly<Record<Locale, ReportWords>> = {
  en: {
    fix: 'fix:',
    suggestion: 'perhaps:',
    or: 'or',
    nothing: '(take it out)',
    text: 'text',
    whiteSpace(text) {
      if (/[\r\n]/.test(text)) return '(a line break)'
      return text.length === 1 ? '(a space)' : `(${text.length} spaces)`
    },
    summary({findings, errors, posts, checked, fixable}) {
      if (findings === 0) return `✔ Nothing to mend in ${count(checked, 'post', 'posts')}`
      const grave = errors > 0 ? `, ${count(errors, 'of them an error', 'of them errors')},` : ''
      const help = fixable > 0 ? `; --fix can mend ${fixable}` : ''
      return `${count(findings, 'finding', 'findings')}${grave} in ${posts} of ${count(checked, 'post', 'posts')}${help}`
    }
  },
  fr: {
    fix: 'correction\u00A0:',
    suggestion: 'peut-être\u00A0:',
    or: 'ou',
    nothing: '(à supprimer)',
    text: 'texte',
    whiteSpace(text) {
      if (/[\r\n]/.test(text)) return '(un saut de ligne)'
      return text.length === 1 ? '(une espace)' : `(${text.length} espaces)`
    },
    summary({findings, errors, posts, checked, fixable}) {
      if (findings === 0) return `✔ Rien à corriger dans ${count(checked, 'billet', 'billets')}`
      const grave = errors > 0 ? `, dont ${count(errors, 'erreur', 'erreurs')},` : ''
      const help = fixable > 0 ? `\u202F; --fix peut en corriger ${fixable}` : ''
      return `${count(findings, 'remarque', 'remarques')}${grave} dans ${count(posts, 'billet', 'billets')} sur ${checked}${help}`
    }
  }
}
