import type {Locale} from './catalogue.js'
import type {MessageText} from './message.js'

/** What the plugin says of its own work, not of the post. */
interface PluginMessages {
  /** @param values `left`: findings that aren't shown; `shown`: those that are. */
  tooMany(values: {left: number; shown: number}): MessageText
  /** @param values `problem`: what is wrong, with the name of the file. */
  brokenConfiguration(values: {problem: string}): MessageText
  changedTree(): MessageText
  endlessFix(values: {rules: readonly string[]}): MessageText
  worseFix(values: {rules: readonly string[]}): MessageText
  /**
   * The sentence that tells where else the same stands.
   *
   * @param values `places`: other posts, each with its line.
   */
  alsoIn(values: {places: readonly string[]}): string
  /**
   * The sentence that tells where the site does otherwise.
   *
   * @param values `places`: other posts, each with its line.
   */
  otherwiseIn(values: {places: readonly string[]}): string
  /** How many fixes were made, and in how many posts. */
  fixesMade(values: {edits: number; posts: number}): string
}

const en: PluginMessages = {
  tooMany: ({left, shown}) => ({
    reason: `${left} more ${left === 1 ? 'finding is' : 'findings are'} not shown`,
    note: `Only ${shown} findings are shown at a time, because editors stop showing anything when there are too many. Mend some, and the next ones appear; \`episode-lint\` lists them all. The option \`maxFindings\` sets another number.`
  }),
  brokenConfiguration: ({problem}) => ({
    reason: problem,
    note: 'The configuration can’t be used as it is, so this post was not fully checked. Mend the file that is named here; the post is checked again as soon as it changes.'
  }),
  changedTree: () => ({
    reason: 'No fix was made: another plugin changed the post',
    note: 'Fixes are made in the text as the file holds it, and would undo what the other plugin did. Take that plugin out of the configuration, or set the option `fix: false`; `episode-lint --fix` mends posts in any case.'
  }),
  endlessFix: ({rules}) => ({
    reason: `Not fixed: the fixes of these rules undo each other`,
    note: `The fixes of ${list(rules, 'and')} come to no end in this post, so none of them was made. Please report it, with the post.`
  }),
  worseFix: ({rules}) => ({
    reason: `Not fixed: there would be more findings than before`,
    note: `The fixes of ${list(rules, 'and')} would leave this post with more findings than it had, so they were not made. Mend these places by hand.`
  }),
  alsoIn: ({places}) => `It also stands in ${few(places, 'and')}.`,
  otherwiseIn: ({places}) => `Most posts do otherwise: ${few(places, 'and')}.`,
  fixesMade: ({edits, posts}) =>
    `${edits} ${edits === 1 ? 'fix' : 'fixes'} made in ${posts} ${posts === 1 ? 'post' : 'posts'}`
}

const fr: PluginMessages = {
  tooMany: ({left, shown}) => ({
    reason:
      left === 1
        ? '1 autre remarque n’est pas affichée'
        : `${left} autres remarques ne sont pas affichées`,
    note: `Seules ${shown} remarques sont affichées à la fois, car les éditeurs n’affichent plus rien quand il y en a trop. Corrigez-en quelques-unes et les suivantes apparaîtront\u202F; \`episode-lint\` les donne toutes. L’option \`maxFindings\` fixe un autre nombre.`
  }),
  brokenConfiguration: ({problem}) => ({
    reason: problem,
    note: 'La configuration n’est pas utilisable telle quelle, et ce billet n’a donc pas été entièrement vérifié. Corrigez le fichier nommé ici\u202F; le billet sera vérifié de nouveau dès sa prochaine modification.'
  }),
  changedTree: () => ({
    reason: 'Aucune correction faite\u00A0: un autre module a modifié le billet',
    note: 'Les corrections portent sur le texte tel qu’il est dans le fichier, et déferaient ce que l’autre module a fait. Retirez ce module de la configuration, ou mettez l’option `fix: false`\u202F; `episode-lint --fix` corrige les billets dans tous les cas.'
  }),
  endlessFix: ({rules}) => ({
    reason: 'Non corrigé\u00A0: les corrections de ces règles se défont l’une l’autre',
    note: `Les corrections de ${list(rules, 'et')} ne finissent jamais dans ce billet\u202F: aucune n’a été faite. Merci de le signaler, avec le billet.`
  }),
  worseFix: ({rules}) => ({
    reason: 'Non corrigé\u00A0: il resterait plus de remarques qu’avant',
    note: `Les corrections de ${list(rules, 'et')} laisseraient dans ce billet plus de remarques qu’il n’en avait\u202F: elles n’ont pas été faites. Corrigez ces endroits à la main.`
  }),
  alsoIn: ({places}) => `On le trouve aussi dans ${few(places, 'et')}.`,
  otherwiseIn: ({places}) => `La plupart des billets font autrement\u00A0: ${few(places, 'et')}.`,
  fixesMade: ({edits, posts}) =>
    `${edits} ${edits === 1 ? 'correction faite' : 'corrections faites'} dans ${posts} ${posts === 1 ? 'billet' : 'billets'}`
}

function list(names: readonly string[], and: string): string {
  const quoted = names.map((name) => `\`${name}\``)
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(` ${and} `)
}

/** The plugin's own messages, by language. */
export const pluginMessages: Readonly<Record<Locale, PluginMessages>> = {en, fr}

/** The first three, and how many more there are. */
function few(places: readonly string[], and: string): string {
  const shown = list(places.slice(0, 3), and)
  return places.length > 3 ? `${shown} (+${places.length - 3})` : shown
}
