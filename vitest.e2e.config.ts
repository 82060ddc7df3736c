import {mkdtempSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {defineConfig} from 'vitest/config'

/** The tests with real clients: slow, since each installs what it tests as a user would. */
const cache = mkdtempSync(path.join(os.tmpdir(), 'episode-cache-'))
process.on('exit', () => rmSync(cache, {recursive: true, force: true}))

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: 'tests/e2e/setup.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two at a time would fight over npm's cache and the processor.
    fileParallelism: false,
    env: {XDG_CACHE_HOME: cache}
  }
})
