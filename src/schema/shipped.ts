import schema from '../../schemas/episode.schema.json' with {type: 'json'}
import createEpisode from './compiled/episode.js'
import {formats} from './formats.js'
import {toValidator, type Validator} from './validator.js'

/** The few functions of Ajv that its compiled code calls. */
export function runtime(name: string): unknown {
  switch (name) {
    case 'formats':
      return formats
    case 'ajv/dist/runtime/ucs2length':
      return {default: characterCount}
    case 'ajv/dist/runtime/equal':
      return {default: isEqual}
    default:
      throw new Error(`compiled schemas: no ${name}`)
  }
}

let validator: Validator | undefined

/** The schema for sites that have none of their own. */
export function shippedValidator(): Validator {
  validator ??= toValidator(createEpisode(runtime), schema)
  return validator
}

function characterCount(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const entries = Object.entries(a)
  const others = new Map(Object.entries(b))
  return (
    Array.isArray(a) === Array.isArray(b) &&
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
  )
}
