import type {VFile} from 'vfile'
import type {Locale} from '../messages/catalogue.js'
import reportGithub from './github.js'
import reportGitlab from './gitlab.js'
import reportHtml from './html.js'
import reportJson from './json.js'
import reportJunit from './junit.js'
import reportPretty from './pretty.js'
import reportSarif from './sarif.js'

/** What the command line tells a reporter. */
export interface ReporterOptions {
  readonly color?: boolean
  readonly locale?: Locale
  /** Say why a finding matters under each finding, not only under the first of its kind. */
  readonly verbose?: boolean
  /** Absolute path of the folder that paths in reports for machines are relative to. */
  readonly root?: string
  /** Report errors only (an option of all vfile reporters). */
  readonly silent?: boolean
}

/** Makes the report of a run; the same shape as a vfile reporter. */
export type Reporter = (files: readonly VFile[], options?: ReporterOptions) => string

/** By the name that `--format` takes. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
  gitlab: reportGitlab,
  sarif: reportSarif,
  junit: reportJunit,
  html: reportHtml
}
