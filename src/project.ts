import path from 'node:path'
import {readCached} from './file-access.js'
import type {Locale} from './messages/catalogue.js'
import {checkNames, readNames} from './names/check.js'
import {NameMatcher} from './names/matcher.js'
import {localeOf, type Options} from './options.js'
import type {PostSettings} from './post/post.js'

/** What the configuration, and the files that it names, say for the posts it governs. */
export interface Project {
  readonly locale: Locale
  readonly templates: PostSettings['templates']
  readonly schema: Options['schema']
  /** The folder that relative paths in the configuration start from. */
  readonly folder: string
  /**
   * What knows the site's list of names, or undefined where the configuration has none. Made once for
   * a list, and again when its file changes.
   *
   * @throws {ConfigurationError} The list can't be read.
   */
  names(): NameMatcher | undefined
  /** The file of the list of names as the configuration calls it, if it has a file. */
  readonly namesFile: string | undefined
}

export function createProject(options: Options, folder: string): Project {
  let matcher: NameMatcher | undefined
  return {
    locale: localeOf(options),
    templates: options.templates ?? 'auto',
    schema: options.schema,
    folder,
    namesFile: typeof options.names === 'string' ? options.names : undefined,
    names() {
      const {names} = options
      if (names === undefined) return undefined
      if (typeof names === 'string') return readCached(path.resolve(folder, names), parseNames)
      matcher ??= new NameMatcher(checkNames(names, 'Option `names`'))
      return matcher
    }
  }
}

function parseNames(text: string, file: string): NameMatcher {
  return new NameMatcher(readNames(text, file))
}
