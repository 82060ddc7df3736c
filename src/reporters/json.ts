import type {VFile} from 'vfile'

/** The findings as vfile-reporter-json prints them: an array with an entry for each post. */
export default function reportJson(files: readonly VFile[]): string {
  return `${JSON.stringify(
    files.map((file) => ({
      path: file.path,
      cwd: file.cwd,
      history: file.history,
      messages: file.messages.map((message) => {
        const {ruleId, source, fatal, line, column, place, reason} = message
        const {actual, expected, note, url} = message
        return {ruleId, source, fatal, line, column, place, reason, actual, expected, note, url}
      })
    }))
  )}\n`
}
