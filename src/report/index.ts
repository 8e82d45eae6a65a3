import { jsonReport } from './json.js'
import { ndjsonReport } from './ndjson.js'
import type { Report } from './report.js'
import { textReport } from './text.js'

export type {
  ReportedCapture,
  ReportedDiagnostic,
  ReportedFinding,
  ReportedHost,
  ReportedProblem,
  ReportModel,
  ReportSummary,
} from './model.js'
export type { RenderOptions, Report } from './report.js'

/** Every report. A new one is one file and one line here. */
const list = [jsonReport, ndjsonReport, textReport] as const

export type ReportId = (typeof list)[number]['id']

export const reports: readonly Report<ReportId>[] = list

/** The report of that id; undefined where there is none. */
export function reportById(id: string): Report<ReportId> | undefined {
  return reports.find((one) => one.id === id)
}
