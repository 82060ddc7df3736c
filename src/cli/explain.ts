import {rules} from '../../rules/index.js'
import {closest} from '../closest.js'
import {rulePage} from '../docs.js'
import {UsageError} from './arguments.js'

/**
 * All that there is to say of a rule, in Markdown; the list of rules where none is named.
 *
 * @throws {UsageError} There is no such rule.
 */
export function explainRule(ids: readonly string[]): string {
  if (ids.length === 0) {
    const width = Math.max(...rules.map(({id}) => id.length)) + 2
    return rules.map(({id, summary}) => `${id.padEnd(width)}${summary}\n`).join('')
  }
  return ids.map(pageOf).join('\n')
}

function pageOf(id: string): string {
  const rule = rules.find((d) => d.id === id || d.id === `episode-${id}`)
  if (rule) return rulePage(rule)
  const near = closest(
    id,
    rules.map((d) => d.id)
  )
  throw new UsageError(
    `There is no rule ${id}.${near ? ` Did you mean ${near}?` : ''} \`episode-lint explain\` lists them all.`
  )
}
