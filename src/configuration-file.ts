import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

/** Names of configuration files, as remark-cli and remark-language-server look for them. */
export const configurationFileNames = [
  '.remarkrc',
  '.remarkrc.json',
  'package.json',
  '.remarkrc.cjs',
  '.remarkrc.mjs',
  '.remarkrc.js',
  '.remarkrc.yaml',
  '.remarkrc.yml'
] as const

/**
 * The configuration file that governs the posts of a folder: the nearest one upwards, found the way
 * unified-engine finds it.
 *
 * @param from Absolute path of the folder.
 */
export function findConfigurationFile(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = configurationFileIn(folder)
    if (file !== undefined || path.dirname(folder) === folder) return file
  }
}

/** The configuration file in a folder itself. */
export function configurationFileIn(folder: string): string | undefined {
  return configurationFileNames
    .map((name) => path.join(folder, name))
    .find(
      (file) =>
        existsSync(file) &&
        (path.basename(file) !== 'package.json' ||
          readFileSync(file, 'utf8').includes('"remarkConfig"'))
    )
}
