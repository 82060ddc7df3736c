import {mkdtempSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {defineConfig} from 'vitest/config'
import {compileSchemas} from './scripts/compile-schemas.mjs'

compileSchemas()

/** Where to leave the counts for a script to read. */
const report = process.env.EPISODE_TEST_REPORT

const cache = mkdtempSync(path.join(os.tmpdir(), 'episode-cache-'))
process.on('exit', () => rmSync(cache, {recursive: true, force: true}))

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // With real clients, slow: `npm run test:e2e`.
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', {outputFile: report}]],
    // No test reads or leaves anything in the cache of the person who runs it.
    env: {XDG_CACHE_HOME: cache}
  }
})
