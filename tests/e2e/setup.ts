import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'
import {cleanEnvironment, start} from './programs.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the packed package and its clients installed. */
    project: string
    /** The packed package. */
    tarball: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packs the package and installs it into an empty project, with the programs that use it. */
export default async function setup({provide}: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'episode-e2e-'))
  const npm = async (cwd: string, ...words: string[]): Promise<string> => {
    const {code, out, trouble} = await start('npm', words, {cwd, environment: cleanEnvironment()})
    if (code !== 0) throw new Error(`npm ${words.join(' ')}: ${trouble}`)
    return out
  }
  const [tarball = ''] = (await npm(root, 'pack', '--pack-destination', folder)).trim().split('\n')
  const project = path.join(folder, 'project')
  mkdirSync(project)
  writeFileSync(path.join(project, 'package.json'), '{"private": true}')
  const packages = [
    path.join(folder, tarball),
    'remark@15',
    'remark-cli@12',
    'unified-language-server@4'
  ]
  const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  await npm(project, 'install', ...quietly, ...packages)
  provide('project', project)
  provide('tarball', path.join(folder, tarball))
  return () => rmSync(folder, {recursive: true, force: true})
}
