/** Imports an ES module, by what an `import` would name. */
export type Importer = (specifier: string) => Promise<unknown>

let importer: Importer = (specifier) => import(specifier)

/**
 * Sets how modules are imported that are no part of the command: code that came from the cache of
 * compiled code (see {@link CodeCache}) can't do it by itself.
 */
export function useImporter(other: Importer): void {
  importer = other
}

/** Imports a module that is no part of the command. */
export function importModule(specifier: string): Promise<unknown> {
  return importer(specifier)
}
