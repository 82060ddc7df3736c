import {run} from '../src/cli/run.js'

export interface Outcome {
  readonly code: number
  /** Standard output. */
  readonly out: string
  /** Standard error. */
  readonly trouble: string
}

/** Runs the command in this process. */
export async function episodeLint(
  cwd: string,
  words: readonly string[],
  {
    stdin = '',
    terminal = false,
    environment = {}
  }: {stdin?: string; terminal?: boolean; environment?: Record<string, string>} = {}
): Promise<Outcome> {
  let out = ''
  let trouble = ''
  const code = await run(words, {
    cwd,
    stdout: {
      isTTY: terminal,
      write(text) {
        out += text
      }
    },
    stderr: {
      write(text) {
        trouble += text
      }
    },
    stdin: (async function* () {
      yield stdin
    })(),
    environment
  })
  return {code, out, trouble}
}
