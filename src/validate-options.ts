import {closest} from './closest.js'
import {ConfigurationError} from './configuration-error.js'
import type {Rule} from './rule.js'

type Schema = Readonly<Record<string, unknown>>

const severities = [true, false, 0, 1, 2, 'off', 'on', 'warn', 'error']
const severity: Schema = {enum: severities}

const plain: Readonly<Record<string, Schema>> = {
  locale: {
    description: 'Language of the messages.',
    enum: ['en', 'fr']
  },
  schema: {
    description:
      'Path to a JSON Schema, a map of globs to paths, a schema itself, or false for none. Default: the shipped schema.',
    type: ['string', 'object', 'boolean']
  },
  names: {
    description: 'Path to a list of names, or the list itself.',
    type: ['string', 'array']
  },
  templates: {
    description: 'Template language of the posts.',
    enum: ['auto', 'nunjucks', 'liquid', 'hugo', 'none']
  },
  folder: {
    description: 'Absolute path of the folder that relative paths start from.',
    type: 'string'
  },
  fix: {
    description: 'Whether the source with the safe fixes made is what remark writes.',
    type: 'boolean'
  },
  maxFindings: {
    description: 'How many findings of one post are reported at most; false for all.',
    type: ['integer', 'boolean']
  }
}

/** The JSON Schema of the plugin's options, made from the rules' own. */
export function optionsSchema(rules: readonly Rule[]): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Options of remark-lint-episode',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...plain,
      rules: {
        description: 'What differs from the rules’ defaults.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))
      }
    }
  }
}

function ruleSchema(rule: Rule): Schema {
  return {
    description: rule.summary,
    oneOf: [
      severity,
      {type: 'array', minItems: 1, maxItems: 2, prefixItems: [severity, ownSchema(rule)]}
    ]
  }
}

function ownSchema(rule: Rule): Schema {
  const properties = Object.entries(rule.options).map(([key, {schema, description}]) => [
    key,
    {...schema, description}
  ])
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties)
  }
}

/**
 * Checks the options of the plugin.
 *
 * @throws {ConfigurationError} One is unknown, or has a value that it can't have.
 */
export function validateOptions(options: object, rules: readonly Rule[]): void {
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue
    if (key === 'rules') validateRules(value, rules)
    else {
      const schema = Object.hasOwn(plain, key) ? plain[key] : undefined
      if (!schema) unknown(`\`${key}\``, key, [...Object.keys(plain), 'rules'], 'option')
      check(value, schema, `\`${key}\``)
    }
  }
}

function validateRules(value: unknown, rules: readonly Rule[]): void {
  if (!isObject(value)) fail('`rules`', 'rule ids with their settings', value)
  for (const [id, setting] of Object.entries(value)) {
    const rule = rules.find((d) => d.id === id)
    if (!rule) {
      const ids = rules.map((d) => d.id)
      unknown(`\`rules.${id}\``, id, ids, 'rule')
    }
    const [loudness, own] = Array.isArray(setting) ? setting : [setting]
    if (loudness !== undefined && !severities.includes(loudness)) {
      fail(`\`rules.${id}\``, 'true, false, "warn" or "error"', loudness)
    }
    if (own === undefined) continue
    if (!isObject(own)) fail(`\`rules.${id}[1]\``, 'a group of options', own)
    for (const [key, item] of Object.entries(own)) {
      const path = `\`rules.${id}.${key}\``
      const specification = Object.hasOwn(rule.options, key) ? rule.options[key] : undefined
      if (!specification) unknown(path, key, Object.keys(rule.options), 'option')
      check(item, specification.schema, path)
    }
  }
}

function unknown(path: string, key: string, known: readonly string[], kind: string): never {
  const near = closest(key, known)
  const hint =
    near === undefined
      ? known.length === 0
        ? 'it has none'
        : `there are ${known.map((d) => `\`${d}\``).join(', ')}`
      : `did you mean \`${near}\`?`
  throw new ConfigurationError(`Option ${path}: there is no such ${kind}; ${hint}`)
}

function fail(path: string, expected: string, value: unknown): never {
  throw new ConfigurationError(`Option ${path}: expected ${expected}, not ${JSON.stringify(value)}`)
}

/** The few keywords that the options' schemas are written with; loading Ajv for them costs more. */
function check(value: unknown, schema: Schema, path: string): void {
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
    const allowed: readonly unknown[] = schema.enum
    const near = typeof value === 'string' ? closest(value, allowed.map(String)) : undefined
    const hint = near === undefined ? '' : ` (did you mean ${JSON.stringify(near)}?)`
    fail(path, `${allowed.map((d) => JSON.stringify(d)).join(', ')}${hint}`, value)
  }
  const types: readonly unknown[] = Array.isArray(schema.type)
    ? schema.type
    : schema.type === undefined
      ? []
      : [schema.type]
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    fail(path, types.join(' or '), value)
  }
  if (typeof schema.minimum === 'number' && typeof value === 'number' && value < schema.minimum) {
    fail(path, `${schema.minimum} or more`, value)
  }
  if (Array.isArray(value) && isObject(schema.items)) {
    for (const [index, item] of value.entries()) {
      check(item, schema.items, `${path.slice(0, -1)}[${index}]\``)
    }
  }
  if (isObject(value) && !Array.isArray(value) && isObject(schema.properties)) {
    const {properties} = schema
    for (const [key, item] of Object.entries(value)) {
      const at = `${path.slice(0, -1)}.${key}\``
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined
      if (isObject(property)) check(item, property, at)
      else if (schema.additionalProperties === false) {
        unknown(at, key, Object.keys(properties), 'option')
      }
    }
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
    const missing = required.find((key) => typeof key === 'string' && !Object.hasOwn(value, key))
    if (missing !== undefined) fail(path, `a key \`${String(missing)}\` in it`, value)
  }
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value) && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    default:
      return typeof value === type
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
