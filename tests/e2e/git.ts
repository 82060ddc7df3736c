import {cleanEnvironment, type Ended, start} from './programs.js'

/** The environment of a person with a name and no settings of their own. */
export function gitEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return cleanEnvironment({
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    ...more
  })
}

/** Runs git and fails where it fails. */
export async function git(cwd: string, ...words: string[]): Promise<string> {
  const {code, out, trouble} = await tryGit(cwd, ...words)
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${trouble}`)
  return out
}

export function tryGit(cwd: string, ...words: string[]): Promise<Ended> {
  return start('git', words, {cwd, environment: gitEnvironment()})
}
