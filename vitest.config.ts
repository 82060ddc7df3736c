import {mkdtempSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // No test reads or leaves anything in the cache of the person who runs it.
    env: {XDG_CACHE_HOME: mkdtempSync(path.join(os.tmpdir(), 'episode-cache-'))}
  }
})
