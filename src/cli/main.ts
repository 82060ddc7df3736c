#!/usr/bin/env node
import {run} from './run.js'

// The exit code is set and the process left to end by itself: ending it at once would cut off what
// is still on its way into a pipe.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  environment: process.env
})
