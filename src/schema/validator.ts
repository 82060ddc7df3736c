/** One thing that a schema refuses, as Ajv reports it with `verbose`. */
export interface SchemaError {
  readonly keyword: string
  /** JSON Pointer to the value. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  /** The keyword's own value. */
  readonly schema?: unknown
  /** The schema that the keyword stands in. */
  readonly parentSchema?: unknown
  readonly data?: unknown
  /** Set on what the schema of `propertyNames` refuses. */
  readonly propertyName?: string
}

/** A schema that is ready to judge data. */
export interface Validator {
  /** The schema itself, for its titles, examples and defaults. */
  readonly schema: unknown
  /** The place of the schema; undefined where it has none (shipped, or in the options). */
  readonly file: string | undefined
  validate(data: unknown): readonly SchemaError[]
}

/** What Ajv makes of a schema. */
export interface CompiledSchema {
  (data: unknown): boolean | Promise<unknown>
  errors?: readonly SchemaError[] | null
}

export function toValidator(compiled: CompiledSchema, schema: unknown, file?: string): Validator {
  return {
    schema,
    file,
    validate(data) {
      return compiled(data) === true ? [] : (compiled.errors ?? [])
    }
  }
}
