/**
 * Something is wrong with what the user wrote to configure the run: an option, a schema, a list of
 * names. Its message says which file, where in it, and what to do; it needs no stack trace.
 */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}
