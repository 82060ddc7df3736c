import type {VFile} from 'vfile'
import type {Locale} from '../messages/catalogue.js'
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

/** By the name that `--format` takes; each is read from disk only when it is asked for. */
export const reporters: Readonly<Record<string, () => Promise<{readonly default: Reporter}>>> = {
  pretty: () => import('./pretty.js'),
  json: () => import('./json.js'),
  github: () => import('./github.js'),
  gitlab: () => import('./gitlab.js'),
  sarif: () => import('./sarif.js'),
  junit: () => import('./junit.js'),
  html: () => import('./html.js')
}
