import type {VFile} from 'vfile'
import {fingerprintsOf} from '../fingerprints.js'
import type {ReporterOptions} from './index.js'
import {messagesOf, pathIn, regionOf} from './places.js'

/**
 * The findings as a Code Quality report of GitLab, which shows in a merge request what it adds and
 * what it mends, by fingerprint.
 */
export default function reportGitlab(
  files: readonly VFile[],
  {root, silent}: ReporterOptions = {}
): string {
  const issues = files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file, root)
    return messagesOf(file, silent).map((message) => {
      const {startLine, endLine} = regionOf(message)
      return {
        type: 'issue',
        description: message.reason,
        content: {body: [message.note, message.url].filter(Boolean).join('\n\n')},
        check_name: message.ruleId ?? message.source ?? 'episode-lint',
        fingerprint: fingerprints.get(message),
        severity: message.fatal ? 'major' : message.fatal === false ? 'minor' : 'info',
        location: {path: pathIn(file, root), lines: {begin: startLine, end: endLine}}
      }
    })
  })
  return `${JSON.stringify(issues, undefined, 2)}\n`
}
