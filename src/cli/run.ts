import {readFileSync} from 'node:fs'
import path from 'node:path'
import remarkParse from 'remark-parse'
import {glob} from 'tinyglobby'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {parse} from 'yaml'
import remarkLintEpisode, {type Options} from '../index.js'
import {configurationFileNames, configurationFolder} from '../project.js'

export interface Streams {
  readonly cwd: string
  readonly stdout: {write(text: string): unknown}
  readonly stderr: {write(text: string): unknown}
}

export async function run(arguments_: readonly string[], {cwd, stdout}: Streams): Promise<number> {
  const patterns = arguments_.filter(
    (d, i) => !d.startsWith('-') && arguments_[i - 1] !== '--format'
  )
  const paths = await glob(
    patterns.map((d) => (d.endsWith('.md') ? d : `${d}/**/*.md`)),
    {cwd}
  )
  const files = paths.sort().map((name) => {
    const file = new VFile({path: name, cwd, value: readFileSync(path.join(cwd, name))})
    const processor = unified()
      .use(remarkParse)
      .use(remarkLintEpisode, optionsFor(path.resolve(cwd, name), cwd))
    processor.runSync(processor.parse(file), file)
    return file
  })
  stdout.write(
    JSON.stringify(
      files.map((file) => ({
        path: file.path,
        cwd: file.cwd,
        history: file.history,
        messages: file.messages.map(
          ({ruleId, source, fatal, line, column, place, reason, actual, expected, note, url}) => ({
            ruleId,
            source,
            fatal,
            line,
            column,
            place,
            reason,
            actual,
            expected,
            note,
            url
          })
        )
      }))
    )
  )
  return files.some((d) => d.messages.length > 0) ? 1 : 0
}

function optionsFor(file: string, cwd: string): Options {
  const folder = configurationFolder(path.dirname(file), cwd)
  for (const name of configurationFileNames) {
    try {
      const value = parse(readFileSync(path.join(folder, name), 'utf8'))
      for (const plugin of (value.remarkConfig ?? value).plugins ?? []) {
        if (plugin[0] === 'remark-lint-episode') return plugin[1]
      }
    } catch {}
  }
  return {}
}
