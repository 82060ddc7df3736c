import type {TypeName, ValueWords} from '../messages/en/schema.js'
import {escapePointer, type FrontMatter} from '../post/front-matter.js'
import type {Range, Source} from '../post/source.js'
import type {Finding} from '../rule.js'
import {isDate} from './formats.js'
import type {SchemaError} from './validator.js'
import {nearKey, nearValue, readDate} from './words.js'

type MetadataFinding = Finding<'episode-metadata'>

/** What a translation needs to know of the post. */
export interface Surroundings {
  readonly source: Source
  readonly frontMatter: FrontMatter
}

/** An unknown key that most likely is a known one, misspelt. */
export interface NearKey {
  /** JSON Pointer to the misspelt key's value. */
  readonly pointer: string
  readonly key: string
  readonly known: string
}

/** Says in an author's words what a schema refuses, at the place where the author can change it. */
export class Translator {
  readonly #source: Source
  readonly #frontMatter: FrontMatter

  constructor({source, frontMatter}: Surroundings) {
    this.#source = source
    this.#frontMatter = frontMatter
  }

  translate(error: SchemaError): readonly MetadataFinding[] {
    const {keyword, instancePath: pointer, params} = error
    switch (keyword) {
      case 'required':
        return [this.#missing(error, text(params.missingProperty))]
      case 'dependentRequired':
      case 'dependencies':
        return [this.#dependent(error)]
      case 'additionalProperties':
        return [this.#key(pointer, text(params.additionalProperty), 'unknownKey')]
      case 'unevaluatedProperties':
        return [this.#key(pointer, text(params.unevaluatedProperty), 'unknownKey')]
      case 'propertyNames':
        return [this.#key(pointer, text(params.propertyName), 'propertyNames')]
      case 'false schema':
        return this.#forbidden(pointer)
      case 'items':
      case 'additionalItems':
      case 'unevaluatedItems':
        return [this.#extraItem(error)]
      case 'uniqueItems':
        return [this.#twice(error)]
      default:
        return [this.#value(error)]
    }
  }

  /** An unknown key that is near a known one. */
  nearKey({pointer, key, known}: NearKey, schema: unknown): MetadataFinding {
    const range = this.#frontMatter.keyRange(pointer) ?? this.#frontMatter.nearestRange(pointer)
    const words = {...this.#words(pointer, schema, undefined), key}
    return {
      range,
      message: 'nearKey',
      values: {...words, known},
      expected: [requote(this.#source.slice(range), known)]
    }
  }

  #words(pointer: string, schema: unknown, data: unknown): ValueWords {
    const range = this.#frontMatter.valueRange(pointer)
    const value = data === undefined ? (range ? this.#source.slice(range) : '') : shown(data)
    return {key: keyOf(pointer), value, about: aboutOf(schema), example: shown(exampleOf(schema))}
  }

  /** Where a value stands, or its key where the value can't be seen. */
  #range(pointer: string): Range {
    const range = this.#frontMatter.valueRange(pointer)
    if (range && range.end > range.start) return this.#shortened(range)
    return this.#frontMatter.keyRange(pointer) ?? this.#frontMatter.nearestRange(pointer)
  }

  /** A group of keys or a long text is shown by its first line. */
  #shortened(range: Range): Range {
    const {end} = this.#source.line(this.#source.lineAt(range.start))
    if (range.end <= end) return range
    let last = end
    while (last > range.start && /\s/.test(this.#source.text.charAt(last - 1))) last--
    return {start: range.start, end: Math.max(last, range.start)}
  }

  #missing(error: SchemaError, key: string): MetadataFinding {
    const property = propertyOf(error.parentSchema, key)
    const {range, expected} = this.#insertion(error.instancePath, key, property)
    const pointer = `${error.instancePath}/${escapePointer(key)}`
    const words = {...this.#words(pointer, property, ''), key: keyOf(pointer)}
    return {range, message: 'required', values: words, ...expected}
  }

  #dependent(error: SchemaError): MetadataFinding {
    const key = text(error.params.missingProperty)
    const property = propertyOf(error.parentSchema, key)
    const {range, expected} = this.#insertion(error.instancePath, key, property)
    const words = this.#words(`${error.instancePath}/${escapePointer(key)}`, property, '')
    return {
      range,
      message: 'dependentRequired',
      values: {...words, because: text(error.params.property)},
      ...expected
    }
  }

  #insertion(
    pointer: string,
    key: string,
    property: unknown
  ): {range: Range; expected: {readonly expected?: readonly string[]}} {
    const value = onlyValue(property)
    const insertion = this.#frontMatter.insertion(pointer, key, value)
    if (!insertion) {
      const range = this.#frontMatter.keyRange(pointer) ?? this.#range(pointer)
      return {range, expected: {}}
    }
    const range = {start: insertion.at, end: insertion.at}
    return {range, expected: value === undefined ? {} : {expected: [insertion.text]}}
  }

  #key(parent: string, key: string, message: 'unknownKey' | 'propertyNames'): MetadataFinding {
    const pointer = `${parent}/${escapePointer(key)}`
    const range = this.#frontMatter.keyRange(pointer) ?? this.#range(pointer)
    return {range, message, values: {...this.#words(pointer, undefined, undefined), key}}
  }

  #forbidden(pointer: string): readonly MetadataFinding[] {
    const range = this.#frontMatter.keyRange(pointer) ?? this.#range(pointer)
    return [{range, message: 'forbidden', values: this.#words(pointer, undefined, undefined)}]
  }

  #extraItem({instancePath, params, parentSchema, data}: SchemaError): MetadataFinding {
    const limit = number(params.limit ?? params.len)
    const extra = `${instancePath}/${limit}`
    const range = this.#frontMatter.valueRange(extra)
      ? this.#range(extra)
      : this.#range(instancePath)
    return {
      range,
      message: 'extraItem',
      values: {...this.#words(instancePath, parentSchema, data), limit}
    }
  }

  #twice({instancePath, params, parentSchema, data}: SchemaError): MetadataFinding {
    const index = Math.max(number(params.i), number(params.j))
    const item: unknown = Array.isArray(data) ? data[index] : undefined
    return {
      range: this.#range(`${instancePath}/${index}`),
      message: 'uniqueItems',
      values: {...this.#words(instancePath, parentSchema, item)}
    }
  }

  #value(error: SchemaError): MetadataFinding {
    const {keyword, instancePath, params, parentSchema, data} = error
    const range = this.#range(instancePath)
    const words = this.#words(instancePath, parentSchema, data)
    if (isEmpty(data) && ['type', 'minLength', 'format', 'pattern', 'enum'].includes(keyword)) {
      return {range, message: 'empty', values: words}
    }
    switch (keyword) {
      case 'type':
        return this.#type(error, range, words)
      case 'enum': {
        const allowed = Array.isArray(params.allowedValues) ? params.allowedValues : []
        const names = allowed.map(shown)
        const near = typeof data === 'string' ? nearValue(data, names) : undefined
        const values = {...words, allowed: names}
        return near === undefined
          ? {range, message: 'enum', values}
          : {range, message: 'enum', values, expected: [this.#written(range, near)]}
      }
      case 'const': {
        const allowed = params.allowedValue
        const values = {...words, allowed: shown(allowed)}
        return typeof allowed === 'object' && allowed !== null
          ? {range, message: 'const', values}
          : {range, message: 'const', values, expected: [this.#written(range, allowed)]}
      }
      case 'minimum':
      case 'maximum':
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
      case 'minLength':
      case 'maxLength':
      case 'minItems':
      case 'maxItems':
      case 'minProperties':
      case 'maxProperties':
        return {range, message: keyword, values: {...words, limit: number(params.limit)}}
      case 'multipleOf':
        return {range, message: keyword, values: {...words, limit: number(params.multipleOf)}}
      case 'contains':
        return {range, message: keyword, values: {...words, limit: number(params.minContains ?? 1)}}
      case 'format':
        return this.#format(error, range, words)
      case 'pattern':
      case 'not':
      case 'if':
      case 'anyOf':
        return {range, message: keyword, values: words}
      case 'oneOf':
        return {range, message: params.passingSchemas ? 'severalForms' : 'anyOf', values: words}
      default:
        return {range, message: 'other', values: {...words, keyword}}
    }
  }

  #type({params, data}: SchemaError, range: Range, words: ValueWords): MetadataFinding {
    const types = (Array.isArray(params.type) ? params.type : [params.type]).filter(isTypeName)
    const values = {...words, types}
    const raw = this.#source.slice(range)
    if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) {
      return {range, message: 'type', values, expected: [`"${raw}"`]}
    }
    const wantsNumber = types.includes('number') || types.includes('integer')
    if (typeof data === 'string' && wantsNumber && /^-?\d+(?:\.\d+)?$/.test(data)) {
      if (types.includes('number') || !data.includes('.')) {
        return {range, message: 'type', values, expected: [data]}
      }
    }
    if (typeof data === 'string' && types.includes('boolean')) {
      const meant = {
        yes: 'true',
        oui: 'true',
        true: 'true',
        no: 'false',
        non: 'false',
        false: 'false'
      }
      const value = Object.entries(meant).find(([word]) => word === data.toLowerCase())?.[1]
      if (value !== undefined) return {range, message: 'type', values, expected: [value]}
    }
    const oneLine = raw === '' || !raw.includes('\n')
    if (typeof data === 'string' && types.includes('array') && oneLine && /\S/.test(raw)) {
      return {range, message: 'type', values, expected: listsOf(raw).map((d) => `[${d}]`)}
    }
    return {range, message: 'type', values}
  }

  #format({params, data}: SchemaError, range: Range, words: ValueWords): MetadataFinding {
    const format = text(params.format)
    const value = typeof data === 'string' ? data : ''
    if (format === 'date' || format === 'post-date' || format === 'date-time') {
      const time = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:/.exec(value)
      const written = time ? undefined : readDate(value, isDate)
      if (format === 'date' && time?.[1] !== undefined) {
        return {
          range,
          message: 'timeInDate',
          values: words,
          expected: [this.#written(range, time[1])]
        }
      }
      if (written?.ordered) return {range, message: 'impossibleDate', values: words}
      if (written && format !== 'date-time') {
        // A time that can't be read is not to be thrown away.
        const hasTime = /\d ?[:h] ?\d\d|\d ?[ap]m\b|[T ]\d\d-\d\d-\d\d/i.test(value)
        const expected = hasTime ? [] : written.readings.map((d) => this.#written(range, d))
        return {range, message: 'dateOrder', values: words, expected}
      }
    }
    return {range, message: 'format', values: {...words, format}}
  }

  /** A value as the front matter would have it in a place, between the quotes that stand there. */
  #written(range: Range, value: unknown): string {
    const raw = this.#source.slice(range)
    if (typeof value !== 'string') return JSON.stringify(value)
    if (/^["']/.test(raw)) return requote(raw, value)
    const plain =
      this.#frontMatter.format === 'yaml' && /^[\p{L}\d][\p{L}\p{N} _./-]*$/u.test(value)
    const bareDate = this.#frontMatter.format === 'toml' && /^\d{4}-\d\d-\d\d$/.test(value)
    return plain || bareDate ? value : JSON.stringify(value)
  }
}

/** A word between the quotes that another one stands between. */
function requote(raw: string, word: string): string {
  const quote = /^["']/.exec(raw)?.[0] ?? ''
  if (quote === '"') return JSON.stringify(word)
  return quote === '' ? word : `'${word.replaceAll("'", "''")}'`
}

/**
 * What a list may have been that somebody wrote as one value: of parts between commas, else one part,
 * or one for each word, as Jekyll reads it.
 */
function listsOf(raw: string): readonly string[] {
  const quote = /^["'].*["']$/.test(raw) ? raw.charAt(0) : ''
  const words = quote === '' ? raw : raw.slice(1, -1)
  const join = (parts: readonly string[]): string => parts.map((d) => quote + d + quote).join(', ')
  if (words.includes(',')) return [join(words.split(/,\s*/))]
  return /\s/.test(words) ? [join([words]), join(words.split(/\s+/))] : [join([words])]
}

/** The known keys that are written almost as they should be, anywhere in the front matter. */
export function findNearKeys(data: unknown, schema: unknown, pointer = ''): readonly NearKey[] {
  if (!isObject(data) || Array.isArray(data) || !isObject(schema)) return []
  const properties = isObject(schema.properties) ? schema.properties : {}
  const known = Object.keys(properties)
  const absent = known.filter((key) => !Object.hasOwn(data, key))
  const found: NearKey[] = []
  for (const [key, value] of Object.entries(data)) {
    const at = `${pointer}/${escapePointer(key)}`
    if (Object.hasOwn(properties, key)) found.push(...findNearKeys(value, properties[key], at))
    else {
      const near = nearKey(key, absent)
      if (near !== undefined) found.push({pointer: at, key, known: near})
    }
  }
  return found
}

function keyOf(pointer: string): string {
  const path = pointer
    .split('/')
    .slice(1)
    .map((d) => d.replaceAll('~1', '/').replaceAll('~0', '~'))
  return path
    .map((d, index) => (/^\d+$/.test(d) && index > 0 ? String(Number(d) + 1) : d))
    .join('.')
}

function aboutOf(schema: unknown): string {
  if (!isObject(schema)) return ''
  return text(schema.description) || text(schema.title)
}

function exampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return ''
  const [example] = Array.isArray(schema.examples) ? schema.examples : []
  return example ?? schema.default ?? ''
}

/** The value that a schema gives a key, where it gives just one; its example is another post's. */
function onlyValue(schema: unknown): unknown {
  if (!isObject(schema)) return undefined
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined
}

function propertyOf(schema: unknown, key: string): unknown {
  const properties = isObject(schema) ? schema.properties : undefined
  return isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined ? '' : JSON.stringify(value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function isEmpty(data: unknown): boolean {
  return data === null || (typeof data === 'string' && data.trim() === '')
}

function isTypeName(value: unknown): value is TypeName {
  return ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'].some(
    (d) => d === value
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
