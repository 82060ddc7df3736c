/** Compiles what is out of date of the schemas that every run needs. */
export function compileSchemas(): void
