import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.js'
import {optionsSchema, validateOptions} from '../src/validate-options.js'

const schema = fileURLToPath(new URL('../schemas/options.schema.json', import.meta.url))

describe('options', () => {
  it.each([
    [{nmes: 'names.yml'}, /`nmes`.*`names`/],
    [{locale: 'fra'}, /`locale`.*"fr"/],
    [{templates: 3}, /`templates`.*not 3/],
    [{rules: {'episode-alt-txt': true}}, /`rules\.episode-alt-txt`.*`episode-alt-text`/],
    [{rules: {'episode-alt-text': 'loud'}}, /`rules\.episode-alt-text`.*"loud"/],
    [{rules: {'episode-alt-text': ['warn', {decoratve: 'allow'}]}}, /`decorative`/],
    [{rules: {'episode-alt-text': ['warn', {decorative: 'alow'}]}}, /"allow"/],
    [{rules: {'episode-unique': ['warn', {fields: ['plaier']}]}}, /fields\[0\].*"player"/]
  ])('refuses %o and says what is near', (options, words) => {
    expect(() => validateOptions(options, rules)).toThrow(words)
  })

  it('takes the defaults of all rules', () => {
    const settings = Object.fromEntries(rules.map((rule) => [rule.id, ['warn', rule.defaults]]))
    expect(() => validateOptions({locale: 'fr', rules: settings}, rules)).not.toThrow()
  })

  it('have a published schema that is up to date', async () => {
    await expect(`${JSON.stringify(optionsSchema(rules), undefined, 2)}\n`).toMatchFileSnapshot(
      schema
    )
  })
})
