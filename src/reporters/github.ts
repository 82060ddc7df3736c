import type {VFile} from 'vfile'
import type {ReporterOptions} from './index.js'
import {messagesOf, pathIn, regionOf} from './places.js'

/**
 * The findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
 *
 * Columns are given for what stands on one line: GitHub takes none otherwise.
 */
export default function reportGithub(
  files: readonly VFile[],
  {root, silent}: ReporterOptions = {}
): string {
  const lines = files.flatMap((file) =>
    messagesOf(file, silent).map((message) => {
      const {startLine, startColumn, endLine, endColumn} = regionOf(message)
      const properties = {
        file: pathIn(file, root),
        line: startLine,
        endLine,
        ...(startLine === endLine ? {col: startColumn, endColumn} : {}),
        title: message.ruleId ?? message.source ?? 'episode-lint'
      }
      const command = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'notice'
      const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`)
      const text = [message.reason, message.note, message.url].filter(Boolean).join('\n')
      return `::${command} ${list.join(',')}::${data(text)}\n`
    })
  )
  return lines.join('')
}

/** Escapes as the runner's `ActionCommand` unescapes. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
