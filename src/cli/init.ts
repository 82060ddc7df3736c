import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {findConfigurationFile} from '../configuration-file.js'
import type {Locale} from '../messages/catalogue.js'
import {UsageError} from './arguments.js'
import type {Surroundings} from './run.js'

const configuration = (
  locale: Locale
): string => `# Configuration of episode-lint, remark and the editor.
# All options: https://github.com/remark-lint-episode/remark-lint-episode#options
plugins:
  - - remark-lint-episode
    - locale: ${locale} # language of the messages: en or fr
      names: names.yml # how the names on your site are spelt
      # schema: schemas/episode.schema.json # your own rules for the front matter
      # rules:
      #   episode-list-punctuation: false # off
      #   episode-alt-text: error # louder
`

const names = `# How the names of people and institutions are spelt on this site: near misses are found.
# - name: Conseil économique, social et environnemental
#   kind: organisation # person, organisation, brand, acronym or place
#   also: [CESE] # other spellings that are right
#   not: [Conseil économique et social] # spellings that are wrong for certain
[]
`

/**
 * Writes a configuration to start from, and a list of names.
 *
 * @param locale Language of the messages; default: that of the user's system.
 * @returns What was done and what comes next, for people.
 * @throws {UsageError} There is a configuration already.
 */
export function initialise({cwd, environment}: Surroundings, locale: Locale | undefined): string {
  const existing = findConfigurationFile(cwd)
  if (existing !== undefined) {
    throw new UsageError(
      `There is a configuration already: ${existing}. Add \`remark-lint-episode\` to its plugins.`
    )
  }
  const language =
    locale ?? (/^fr/.test(environment.LC_ALL ?? environment.LANG ?? '') ? 'fr' : 'en')
  const written = ['.remarkrc.yml']
  writeFileSync(path.join(cwd, '.remarkrc.yml'), configuration(language), {flag: 'wx'})
  if (!existsSync(path.join(cwd, 'names.yml'))) {
    writeFileSync(path.join(cwd, 'names.yml'), names)
    written.push('names.yml')
  }
  return [
    `Written: ${written.join(', ')}.`,
    '',
    'Next:',
    '  episode-lint                     check all posts',
    '  episode-lint --fix               make the fixes that are certain',
    '  episode-lint --write-baseline    live with what is left; then: --baseline episode-baseline.json',
    ''
  ].join('\n')
}
