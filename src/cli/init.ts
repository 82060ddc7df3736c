import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {findConfigurationFile} from '../configuration-file.js'
import type {Locale} from '../messages/catalogue.js'
import {isDocument} from '../neighbours.js'
import {readFrontMatter} from '../post/front-matter.js'
import {Source} from '../post/source.js'
import {schemaOfPosts} from '../schema/of-posts.js'
import {UsageError} from './arguments.js'
import {findFiles} from './files.js'
import type {Surroundings} from './run.js'

const schemaFile = 'schemas/episode.schema.json'

const configuration = (
  locale: Locale,
  hasSchema: boolean
): string => `# Configuration of episode-lint, remark and the editor.
# All options: https://github.com/remark-lint-episode/remark-lint-episode#options
plugins:
  - - remark-lint-episode
    - locale: ${locale} # language of the messages: en or fr
      names: names.yml # how the names on your site are spelt
      ${hasSchema ? '' : '# '}schema: ${schemaFile} # ${hasSchema ? 'what nearly all posts have: read it, and change what is wrong' : 'your own rules for the front matter'}
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

/** So many posts are read at most: they tell what a site wants as well as all of them. */
const mostPosts = 1000

/** The front matter of the posts below a folder, as far as it can be read. */
async function readPosts(cwd: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const {paths} = await findFiles([], cwd)
  return paths
    .filter((name) => !isDocument(name))
    .slice(0, mostPosts)
    .flatMap((name) => {
      const {data} = readFrontMatter(new Source(readFileSync(path.join(cwd, name), 'utf8')))
      return data === undefined || Object.keys(data).length === 0 ? [] : [data]
    })
}

/**
 * Writes a configuration to start from, a list of names, and a schema of what nearly all posts have.
 *
 * @param locale Language of the messages; default: that of the user's system.
 * @returns What was done and what comes next, for people.
 * @throws {UsageError} There is a configuration already.
 */
export async function initialise(
  {cwd, environment}: Surroundings,
  locale: Locale | undefined
): Promise<string> {
  const existing = findConfigurationFile(cwd)
  if (existing !== undefined) {
    throw new UsageError(
      `There is a configuration already: ${existing}. Add \`remark-lint-episode\` to its plugins.`
    )
  }
  const language =
    locale ?? (/^fr/.test(environment.LC_ALL ?? environment.LANG ?? '') ? 'fr' : 'en')
  const target = path.join(cwd, schemaFile)
  const hadSchema = existsSync(target)
  const posts = hadSchema ? [] : await readPosts(cwd)
  const schema = schemaOfPosts(posts)
  const written = ['.remarkrc.yml']
  writeFileSync(
    path.join(cwd, '.remarkrc.yml'),
    configuration(language, hadSchema || schema !== undefined),
    {flag: 'wx'}
  )
  if (!existsSync(path.join(cwd, 'names.yml'))) {
    writeFileSync(path.join(cwd, 'names.yml'), names)
    written.push('names.yml')
  }
  if (schema) {
    mkdirSync(path.dirname(target), {recursive: true})
    writeFileSync(target, `${JSON.stringify(schema, undefined, 2)}\n`, {flag: 'wx'})
    written.push(`${schemaFile} (from the front matter of ${posts.length} posts)`)
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
