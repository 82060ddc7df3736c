import type {VFile} from 'vfile'
import type {Locale} from '../messages/catalogue.js'
import {reportJson} from './json.js'
import {reportPretty} from './pretty.js'

/** What the command line tells a reporter. */
export interface ReporterOptions {
  readonly color?: boolean
  readonly locale?: Locale
  /** Say why a finding matters under each finding, not only under the first of its kind. */
  readonly verbose?: boolean
}

/** Makes the report of a run; the same shape as a vfile reporter. */
export type Reporter = (files: readonly VFile[], options?: ReporterOptions) => string

/** By the name that `--format` takes. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: reportPretty,
  json: reportJson
}
