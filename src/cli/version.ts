import {readFileSync} from 'node:fs'

/** The version of this package. */
export function version(): string {
  // From dist/src/cli when built, from src/cli in the tests.
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))
      if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
        return String(manifest.version)
      }
    } catch {
      // Not at this depth.
    }
  }
  return 'unknown'
}
