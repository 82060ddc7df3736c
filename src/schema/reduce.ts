import type {SchemaError} from './validator.js'

/**
 * Leaves of what a schema refuses only what an author can act on: of `anyOf` and `oneOf` the branch
 * that was nearly met, of other keywords that hold schemas either the inside or the outside.
 */
export function reduceErrors(errors: readonly SchemaError[]): readonly SchemaError[] {
  let left = [...errors]
  for (const outer of errors) {
    if (!left.includes(outer)) continue
    const inside = left.filter((d) => d !== outer && isInside(d, outer))
    switch (outer.keyword) {
      case 'anyOf':
      case 'oneOf': {
        const best = bestBranch(outer, inside)
        left = left.filter((d) => !inside.includes(d) || best?.includes(d))
        if (best) left = left.filter((d) => d !== outer)
        break
      }
      case 'contains':
      case 'propertyNames':
        left = left.filter((d) => !inside.includes(d))
        break
      case 'if': {
        const path = outer.schemaPath.replace(/if$/, '')
        const told = left.some(
          (d) => d.schemaPath.startsWith(`${path}then`) || d.schemaPath.startsWith(`${path}else`)
        )
        if (told) left = left.filter((d) => d !== outer)
      }
    }
  }
  return left.filter((d, index) => left.findIndex((other) => isSame(d, other)) === index)
}

function isSame(a: SchemaError, b: SchemaError): boolean {
  return (
    a.instancePath === b.instancePath &&
    a.keyword === b.keyword &&
    JSON.stringify(a.params) === JSON.stringify(b.params)
  )
}

function isInside(error: SchemaError, outer: SchemaError): boolean {
  if (error.propertyName !== undefined && outer.keyword === 'propertyNames') {
    return error.instancePath === outer.instancePath
  }
  return (
    error.instancePath.startsWith(outer.instancePath) &&
    (error.schemaPath.startsWith(`${outer.schemaPath}/`) || branchOf(error, outer) !== undefined)
  )
}

/** Which of the schemas in `anyOf` or `oneOf` an error is of, through `$ref` too. */
function branchOf(error: SchemaError, outer: SchemaError): number | undefined {
  const direct = /^\/(\d+)(?:\/|$)/.exec(
    error.schemaPath.startsWith(outer.schemaPath)
      ? error.schemaPath.slice(outer.schemaPath.length)
      : ''
  )
  if (direct) return Number(direct[1])
  if (!Array.isArray(outer.schema)) return undefined
  const index = outer.schema.findIndex((branch: unknown) => {
    const reference = referenceOf(branch)
    return (
      reference !== undefined &&
      (error.schemaPath.startsWith(`${reference}/`) ||
        (!reference.includes('#') && error.schemaPath.startsWith(`${reference}#/`)))
    )
  })
  return index < 0 ? undefined : index
}

function referenceOf(schema: unknown): string | undefined {
  if (schema === null || typeof schema !== 'object' || !('$ref' in schema)) return undefined
  return typeof schema.$ref === 'string' ? schema.$ref : undefined
}

/** The errors of the branch that was nearly met: its type fits, and least is wrong with the rest. */
function bestBranch(
  outer: SchemaError,
  inside: readonly SchemaError[]
): readonly SchemaError[] | undefined {
  const branches = new Map<number, SchemaError[]>()
  for (const error of inside) {
    const branch = branchOf(error, outer)
    if (branch === undefined) continue
    branches.set(branch, [...(branches.get(branch) ?? []), error])
  }
  const fitting = [...branches.values()].filter(
    (errors) =>
      !errors.some(
        (d) =>
          d.instancePath === outer.instancePath && ['type', 'const', 'enum'].includes(d.keyword)
      )
  )
  const tagged = fitting.filter((errors) => !errors.some((d) => d.keyword === 'const'))
  const candidates = tagged.length > 0 ? tagged : fitting
  return candidates.sort((a, b) => a.length - b.length)[0]
}
