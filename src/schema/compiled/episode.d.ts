import type {CompiledSchema} from '../validator.js'

/**
 * The shipped schema as code, made by `scripts/compile-schemas.mjs`: compiling it at run time would
 * cost more than checking a hundred posts.
 *
 * @param require Gives the modules that Ajv's code asks for by name.
 */
export default function create(require: (name: string) => unknown): CompiledSchema
