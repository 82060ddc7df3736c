import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseDocument} from 'yaml'
import {ConfigurationError} from '../configuration-error.js'
import {readCached} from '../file-access.js'
import {formats} from './formats.js'
import {type CompiledSchema, toValidator, type Validator} from './validator.js'

interface Compiled {
  /** The files that went in, each with what it held: another object where the file changed. */
  readonly parts: ReadonlyMap<string, unknown>
  readonly validator: Validator
}

const compiled = new Map<string, Compiled>()
const compiledObjects = new WeakMap<object, Validator>()
let compilationCount = 0

/** How many schemas have been compiled since the program started. */
export function compilations(): number {
  return compilationCount
}

/**
 * The validator of a schema file, compiled again only if it or a file that it refers to changed.
 *
 * @param file Absolute path of a JSON or YAML file.
 * @param folder The project's folder: references don't lead out of it.
 * @throws {ConfigurationError} A file is not there, is no JSON or YAML, or is no schema.
 */
export function fileValidator(file: string, folder: string): Validator {
  const known = compiled.get(file)
  const same = known && [...known.parts].every(([part, value]) => read(part) === value)
  if (same) return known.validator
  const parts = new Map<string, unknown>()
  const schema = read(file)
  parts.set(file, schema)
  const validator = compile(schema, file, folder, parts)
  compiled.set(file, {parts, validator})
  return validator
}

/** The validator of a schema that stands in the options. */
export function objectValidator(schema: object, folder: string): Validator {
  const known = compiledObjects.get(schema)
  if (known) return known
  const validator = compile(schema, undefined, folder, new Map())
  compiledObjects.set(schema, validator)
  return validator
}

function read(file: string): unknown {
  return readCached(file, parse)
}

function parse(text: string, file: string): unknown {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {logLevel: 'silent'})
  const [error] = document.errors
  if (error) throw new ConfigurationError(`${file}: ${error.message.split('\n')[0]}`)
  const schema: unknown = document.toJS()
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new ConfigurationError(`${file}: expected a JSON Schema, an object with \`properties\``)
  }
  return schema
}

function compile(
  schema: unknown,
  file: string | undefined,
  folder: string,
  parts: Map<string, unknown>
): Validator {
  compilationCount++
  const base = pathToFileURL(file ?? path.join(folder, 'the-schema-in-the-options')).href
  const ajv = createAjv(schema, file)
  const added = new Set<string>()
  const add = (part: unknown, at: string, where: string): void => {
    if (added.has(at)) return
    added.add(at)
    for (const reference of references(part)) {
      const target = reference.split('#')[0] ?? ''
      if (target === '' || isMetaSchema(target)) continue
      const name = localFile(target, where, folder)
      const other = read(name)
      parts.set(name, other)
      const uri = new URL(target, idOf(part, at)).href
      add(other, uri, name)
      if (!ajv.getSchema(uri)) ajv.addSchema(other, uri)
    }
  }
  try {
    add(schema, base, file ?? path.join(folder, 'options'))
    const root =
      isObject(schema) && typeof schema.$id !== 'string' ? {$id: base, ...schema} : schema
    return toValidator(ajv.compile(root), schema, file)
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    const words = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(`${file ?? 'Option `schema`'}: ${words}`)
  }
}

/** What this module needs of Ajv, whichever draft it is for. */
interface SchemaCompiler {
  compile(schema: unknown): CompiledSchema
  addSchema(schema: unknown, key: string): unknown
  getSchema(key: string): unknown
}

/** Ajv is loaded where a schema of the user's own is met, and not before: it is large. */
function createAjv(schema: unknown, file: string | undefined): SchemaCompiler {
  const require = createRequire(import.meta.url)
  const draft = isObject(schema) && typeof schema.$schema === 'string' ? schema.$schema : ''
  const options = {allErrors: true, verbose: true, strict: false, logger: false}
  let ajv: SchemaCompiler & {addFormat(name: string, check: (value: string) => boolean): unknown}
  if (/draft-0[67]/.test(draft)) {
    const {Ajv} = require('ajv')
    ajv = new Ajv(options)
  } else if (draft === '' || /2020-12|2019-09/.test(draft)) {
    const {Ajv2020} = require('ajv/dist/2020')
    ajv = new Ajv2020(options)
  } else {
    throw new ConfigurationError(
      `${file ?? 'Option `schema`'}: \`$schema\` is ${draft}; supported are https://json-schema.org/draft/2020-12/schema and http://json-schema.org/draft-07/schema#`
    )
  }
  require('ajv-formats').default(ajv)
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check)
  return ajv
}

/** All values of `$ref` in a schema. */
function references(schema: unknown): readonly string[] {
  const found: string[] = []
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    for (const [key, item] of Object.entries(value)) {
      if (key === '$ref' && typeof item === 'string') found.push(item)
      else visit(item)
    }
  }
  visit(schema)
  return found
}

function isMetaSchema(reference: string): boolean {
  return /^https?:\/\/json-schema\.org\//.test(reference)
}

function idOf(schema: unknown, base: string): string {
  return isObject(schema) && typeof schema.$id === 'string' ? new URL(schema.$id, base).href : base
}

/**
 * The file that a reference names, seen from the file that it stands in.
 *
 * @throws {ConfigurationError} It is not a file of the project.
 */
function localFile(reference: string, from: string, folder: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) && !reference.startsWith('file:')) {
    throw new ConfigurationError(
      `${from}: \`$ref\` ${reference} is never fetched; keep a copy in the project and refer to it by its path`
    )
  }
  const file = reference.startsWith('file:')
    ? fileURLToPath(reference)
    : path.resolve(path.dirname(from), decodeURIComponent(reference))
  const relative = path.relative(folder, file)
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new ConfigurationError(`${from}: \`$ref\` ${reference} leads out of the folder ${folder}`)
  }
  return file
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
