import type { Level } from '../model/diagnostic.js'
import type { Analysis } from '../model/finding.js'
import { reportModel } from './build.js'
import { githubReport } from './github.js'
import { htmlReport } from './html.js'
import { jsonReport } from './json.js'
import { junitReport } from './junit.js'
import { markdownReport } from './markdown.js'
import type { ReportedProblem } from './model.js'
import { ndjsonReport } from './ndjson.js'
import type { Report } from './report.js'
import { sarifReport } from './sarif.js'
import { textReport } from './text.js'

export type { ModelOptions } from './build.js'
export { modelOf, reportedHost, reportModel } from './build.js'
export { withDrift } from './drift.js'
export { withFleet } from './fleet.js'
export { toJson } from './json.js'
export type {
  Drift,
  GoneFinding,
  ReportedCapture,
  ReportedDiagnostic,
  ReportedFinding,
  ReportedHost,
  ReportedProblem,
  ReportedTable,
  ReportedWaiver,
  ReportModel,
  ReportSummary,
} from './model.js'
export type { Besides, RenderOptions, Report } from './report.js'

/** Every report. A new one is one file and one line here. */
export const reports = /* @__PURE__ */ listed([
  githubReport,
  htmlReport,
  jsonReport,
  junitReport,
  markdownReport,
  ndjsonReport,
  sarifReport,
  textReport,
])

export type ReportId = (typeof reports)[number]['id']

function listed<Id extends string>(list: readonly Report<Id>[]): readonly Report<Id>[] {
  return list
}

/** The report of that id; undefined where there is none. */
export function reportById(id: string): Report<ReportId> | undefined {
  return reports.find((one) => one.id === id)
}

/** Which report is drawn, and of what besides the analyses. */
export interface ReportOptions {
  readonly format: ReportId
  /** Colours for a terminal; none where it is not said. */
  readonly color?: boolean
  /** Least level that fails, where a report tells failures from remarks; `warning` where it is not said. */
  readonly failOn?: Level
  /** Pieces of a snapshot that could not be read. */
  readonly problems?: readonly ReportedProblem[]
}

/**
 * A report on what the analyzer said of one or many hosts, with the remedies.
 *
 * Throws a `RangeError` for an unknown format.
 */
export function report(analyses: readonly Analysis[], options: ReportOptions): string {
  const { format, color = false, failOn = 'warning', problems = [] } = options
  const found = reportById(format)
  if (found === undefined) {
    const known = reports.map(({ id }) => id).join(', ')
    throw new RangeError(`unknown report "${format}"; known are ${known}`)
  }
  const model = reportModel(analyses, problems, { tables: found.showsTables === true })
  return found.render(model, { color, failOn })
}
