import { rules } from '../analyze/rules/index.js'
import { formatById } from '../formats/index.js'
import type { Kind } from '../model/capture.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { message } from '../model/diagnostic-texts.js'
import type { HostCapture } from '../model/host.js'
import { remedyScript } from '../remedies/script.js'
import { forTerminal } from '../report/escape.js'
import { excerpt } from '../report/excerpt.js'
import type { ReportedFinding } from '../report/model.js'
import { BECAUSE } from '../report/words.js'
import { barOf } from './bar.js'
import type { Grid } from './grid.js'
import type { CaptureView, FindingView, ScriptView, UnreadView } from './protocol.js'
import { linesOf } from './sections.js'

const KINDS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  addresses: ['address', 'addresses'],
  neighbors: ['neighbour', 'neighbours'],
  routes: ['route', 'routes'],
  rules: ['rule', 'rules'],
  settings: ['setting', 'settings'],
}

function counted(many: number, [one, more]: readonly [string, string]): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : more}`
}

/** Diagnostics of a capture that are listed; a file that is no capture has hundreds. */
const MOST_UNREAD = 100

/** What is shown of a capture besides its rows. */
export function captureView(capture: HostCapture, grid: Grid | undefined): CaptureView {
  const { kind, platform, lines, file = '', command, text } = capture
  const format = formatById(capture.format ?? '')
  const rows = grid?.size ?? 0
  const diagnostics = capture.diagnostics
  // Split once: a text of a megabyte is not searched for each diagnostic.
  const source = diagnostics.length === 0 ? [] : linesOf(text)
  const role = (['heading', 'blank', 'outside', 'unparsed'] as const)
    .filter((one) => lines[one] > 0)
    .map((one) => `${lines[one]} ${one}`)
  const account = [`${lines.record} with rows`, ...role].join(', ')
  return {
    title: forTerminal(command ?? format?.title ?? 'Not recognised'),
    name: forTerminal(file),
    platform,
    format: capture.format,
    about: kind === 'unknown' ? 'not recognised' : counted(rows, KINDS[kind]),
    columns: grid?.columns ?? [],
    widths: grid?.widths() ?? [],
    rows,
    marked: grid?.marked ?? 0,
    lines: `${counted(lines.total, ['line', 'lines'])}: ${account}`,
    unread: diagnostics.slice(0, MOST_UNREAD).map((one) => unreadView(one, source)),
    moreUnread: Math.max(0, diagnostics.length - MOST_UNREAD),
  }
}

function unreadView(diagnostic: Diagnostic, source: readonly string[]): UnreadView {
  const { level, code, span } = diagnostic
  const text = source[span.line - 1] ?? ''
  const { row, carets } = excerpt({ text, span })
  return {
    level,
    code,
    line: span.line,
    column: span.column,
    message: forTerminal(message(diagnostic)),
    text: row,
    carets,
  }
}

/** What is shown of a finding. */
export function findingView(finding: ReportedFinding): FindingView {
  const { level, rule, certainty, at, stolen, route, vip, remedies, candidates = [] } = finding
  const bar =
    stolen === undefined || route === undefined ? undefined : barOf(route.destination, stolen, vip)
  return {
    level,
    rule,
    certainty,
    message: forTerminal(finding.message),
    places: at.map((place) => ({
      where: `${forTerminal(place.file ?? '')}, line ${place.span.line}`,
      ...excerpt(place),
      ...(place.note === undefined ? {} : { note: forTerminal(place.note) }),
    })),
    notes: notesOf(finding),
    ...(bar === undefined ? {} : { bar }),
    remedies,
    docs: rules.find(({ id }) => id === rule)?.docs ?? '',
    candidates,
  }
}

function notesOf({ stolen, because, alsoSeenIn, missing }: ReportedFinding): FindingView['notes'] {
  const notes = [
    ['Takes', stolen?.summary],
    ['Milder because', because && BECAUSE[because]],
    ['Also seen in', alsoSeenIn?.join(', ')],
    ['Capture besides', missing?.join(', ')],
  ] as const
  return notes.flatMap(([name, text]) => (text ? [[name, forTerminal(text)] as const] : []))
}

/** The commands of all findings in one script; null where there is none. */
export function scriptOf(findings: readonly ReportedFinding[]): ScriptView | null {
  const shell = findings
    .flatMap(({ remedies }) => remedies)
    .find((one) => one.shell !== undefined)?.shell
  if (shell === undefined) return null
  return {
    shell,
    run: remedyScript(findings, { shell }),
    undo: remedyScript(findings, { shell, undo: true }),
  }
}
