import { linesFrom } from '../analyze/lines.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { message } from '../model/diagnostic-texts.js'
import type { Analysis } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import { remedies } from '../remedies/index.js'
import type {
  ReportedCapture,
  ReportedDiagnostic,
  ReportedHost,
  ReportedProblem,
  ReportedTable,
  ReportModel,
  ReportSummary,
} from './model.js'

/** What the model of reports holds besides what all of them show. */
export interface ModelOptions {
  /** The captured tables, which are most of what a host is; off where it is not said. */
  readonly tables?: boolean
}

/** What every report shows, from what the analyzer says and the pieces that could not be read. */
export function reportModel(
  analyses: readonly Analysis[],
  problems: readonly ReportedProblem[] = [],
  options: ModelOptions = {},
): ReportModel {
  return modelOf(
    analyses.map((one) => reportedHost(one, options)),
    problems,
  )
}

/** The same from hosts that were taken down one by one, in any order. */
export function modelOf(
  reported: readonly ReportedHost[],
  problems: readonly ReportedProblem[],
): ReportModel {
  const hosts = [...reported].sort((a, b) => compare(a.name, b.name))
  const sorted = [...problems].sort(
    (a, b) => compare(a.path, b.path) || compare(a.message, b.message),
  )
  return { hosts, problems: sorted, summary: summaryOf(hosts, sorted) }
}

/** By code units: the same on every machine and in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What reports keep of a host: everything but the texts and the records. */
export function reportedHost(
  analysis: Analysis,
  { tables = false }: ModelOptions = {},
): ReportedHost {
  const { host, waived, ran, skipped, sightings } = analysis
  const { name, platform, version, role, forwarding } = host
  return {
    name,
    platform,
    ...(version === undefined ? {} : { version }),
    role,
    forwarding,
    captures: host.captures.map(reportedCapture),
    findings: analysis.findings.map((finding) => ({
      ...finding,
      remedies: remedies(finding, host),
    })),
    waived,
    ran,
    skipped,
    sightings,
    unchecked: uncheckedOf(analysis),
    ...(tables ? { tables: host.captures.map((one) => reportedTable(one, host)) } : {}),
  }
}

function reportedTable(capture: HostCapture, host: Host): ReportedTable {
  const { file, command, format, span, text } = capture
  const { line, endLine, endColumn } = span
  // A span that ends in the first column ends with the line before.
  const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine
  return {
    ...(file === undefined ? {} : { file }),
    ...(command === undefined ? {} : { command }),
    format,
    line,
    text: linesFrom(host, text, { ...span, endLine: last }).join('\n'),
  }
}

function reportedCapture(capture: HostCapture): ReportedCapture {
  const { file, command, kind, platform, format, span, records, lines } = capture
  return {
    ...(file === undefined ? {} : { file }),
    ...(command === undefined ? {} : { command }),
    kind,
    platform,
    format,
    span,
    records: records.length,
    lines,
    diagnostics: capture.diagnostics.map(reportedDiagnostic),
  }
}

function reportedDiagnostic(diagnostic: Diagnostic): ReportedDiagnostic {
  return { ...diagnostic, message: message(diagnostic) }
}

/** Why silence about a host is no proof of its health. */
function uncheckedOf({ host, findings, skipped }: Analysis): string[] {
  const { captures } = host
  const lost = captures.some((one) => one.diagnostics.some(({ level }) => level === 'error'))
  const known = captures.some(({ kind }) => kind !== 'unknown')
  const missing = findings.flatMap((finding) => finding.missing ?? [])
  return [
    known ? '' : 'no capture of it was recognised',
    known && lost ? 'a part of its captures was not understood' : '',
    missing.length > 0 ? `what must be captured besides: ${[...new Set(missing)].join(', ')}` : '',
    skipped.some(({ needs }) => needs.includes('vips')) ? 'no cluster address was given' : '',
  ].filter((why) => why !== '')
}

function summaryOf(
  hosts: readonly ReportedHost[],
  problems: readonly ReportedProblem[],
): ReportSummary {
  const findings = { error: 0, warning: 0, info: 0 }
  let waived = 0
  let clean = 0
  let unchecked = problems.length
  for (const host of hosts) {
    for (const { level } of host.findings) findings[level]++
    waived += host.waived.length
    if (host.unchecked.length > 0) unchecked++
    else if (host.findings.length === 0) clean++
  }
  return { hosts: hosts.length, clean, findings, waived, unchecked }
}
