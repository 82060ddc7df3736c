#!/usr/bin/env node
import {fileURLToPath} from 'node:url'
import {loadFast} from './code-cache.js'

const {exports, keep} = loadFast(fileURLToPath(new URL('.', import.meta.url)), 'run.cjs')
const {run, useImporter} = exports as typeof import('./run.js')
useImporter((specifier) => import(specifier))
process.once('exit', keep)
// `episode-lint --format json | head`: who reads has seen enough, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// The exit code is set and the process left to end by itself: ending it at once would cut off what
// is still on its way into a pipe.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  environment: process.env
}).then((exitCode) => {
  process.exitCode = exitCode
})
