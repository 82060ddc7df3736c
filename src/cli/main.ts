#!/usr/bin/env node
import module from 'node:module'

// From Node.js 22.1 on (the types are those of 20): code compiled by one run is kept for the next.
const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enableCompileCache === 'function') enableCompileCache()

const {run} = await import('./run.js')

// The exit code is set and the process left to end by itself: ending it at once would cut off what
// is still on its way into a pipe.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  environment: process.env
})
