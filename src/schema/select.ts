import path from 'node:path'
import type {Options} from '../options.js'
import {fileValidator, objectValidator} from './custom.js'
import {globToExpression} from './glob.js'
import {shippedValidator} from './shipped.js'
import type {Validator} from './validator.js'

/** Words that tell a schema from a map of globs. */
const schemaWords = new Set([
  'type',
  'properties',
  'required',
  'items',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'title',
  'description',
  'definitions'
])

/**
 * Finds the schema of a post.
 *
 * @param setting The option `schema`.
 * @param folder What paths and globs in the option are relative to.
 * @param post Absolute path of the post, or undefined for text without a file.
 * @param own The post's own `$schema`: a path relative to the post.
 * @returns Undefined where the post is to have none.
 * @throws {ConfigurationError} A schema can't be used.
 */
export function selectValidator(
  setting: Options['schema'],
  folder: string,
  post: string | undefined,
  own: unknown
): Validator | undefined {
  if (setting === false) return undefined
  if (typeof own === 'string' && isPath(own) && post !== undefined) {
    return fileValidator(path.resolve(path.dirname(post), own), folder)
  }
  if (setting === undefined) return shippedValidator()
  if (typeof setting === 'string') return fileValidator(path.resolve(folder, setting), folder)
  if (!isGlobMap(setting)) return objectValidator(setting, folder)
  const name = post === undefined ? '' : path.relative(folder, post).split(path.sep).join('/')
  for (const [glob, file] of Object.entries(setting)) {
    if (!expressionOf(glob).test(name)) continue
    return file === false ? undefined : fileValidator(path.resolve(folder, file), folder)
  }
  return undefined
}

function isPath(own: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(own) && !/^[a-z][a-z0-9+.-]+:/i.test(own)
}

function isGlobMap(
  setting: Readonly<Record<string, unknown>>
): setting is Readonly<Record<string, string | false>> {
  return Object.entries(setting).every(
    ([key, value]) =>
      !key.startsWith('$') &&
      !schemaWords.has(key) &&
      (typeof value === 'string' || value === false)
  )
}

const expressions = new Map<string, RegExp>()

function expressionOf(glob: string): RegExp {
  const known = expressions.get(glob) ?? globToExpression(glob)
  expressions.set(glob, known)
  return known
}
