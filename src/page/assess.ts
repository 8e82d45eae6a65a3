import { analyze } from '../analyze/analyze.js'
import { readHost } from '../analyze/read-host.js'
import { rules } from '../analyze/rules/index.js'
import { formatById } from '../formats/index.js'
import type { Kind } from '../model/capture.js'
import { type Diagnostic, message } from '../model/diagnostic.js'
import type { Host, HostCapture } from '../model/host.js'
import { dialects } from '../remedies/dialects/index.js'
import { remedyScript } from '../remedies/script.js'
import { type VerifyPlan, verifyPlan } from '../remedies/verify-plan.js'
import { reportModel } from '../report/build.js'
import { forTerminal } from '../report/escape.js'
import { excerpt } from '../report/excerpt.js'
import type { ReportedFinding } from '../report/model.js'
import { summaryLine } from '../report/summary.js'
import { BECAUSE } from '../report/words.js'
import { barOf } from './bar.js'
import { Grid } from './grid.js'
import { marksOf } from './marks.js'
import type {
  Answer,
  CaptureView,
  FindingView,
  Question,
  ScriptView,
  UnreadView,
} from './protocol.js'
import { type Asked, readQuestion } from './question.js'

/** An answer, and the tables that its rows are asked from. */
export interface Assessed {
  readonly answer: Answer
  readonly grids: readonly Grid[]
}

/** Systems that a verification can be done from, as the form offers them. */
export const verifiers: readonly string[] = dialects.map(({ platform }) => platform)

/** Everything that the page shows of what was filled in. Pure, and runs in a worker. */
export function assess(question: Question): Assessed {
  const asked = readQuestion(question)
  const inputs = question.pastes.map(({ name, text }) => ({ text, file: name }))
  const host = readHost(asked.facts, inputs)
  const analysis = analyze(host, asked.policy)
  const model = reportModel([analysis])
  const findings = model.hosts[0]?.findings ?? []
  const marks = marksOf(findings)
  const grids = host.captures.map((capture) => new Grid(capture, marks))
  const from = verifierOf(question.from, host)
  const answer: Answer = {
    faults: asked.faults,
    platform: host.platform,
    summary: summaryLine(model),
    captures: host.captures.map((capture, index) => captureView(capture, grids[index])),
    findings: findings.map(findingView),
    script: scriptOf(findings),
    unchecked: model.hosts[0]?.unchecked ?? [],
    skipped: analysis.skipped,
    ran: analysis.ran.length,
    plans: plansOf(asked, from),
    from,
  }
  return { answer, grids }
}

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

function captureView(capture: HostCapture, grid: Grid | undefined): CaptureView {
  const { kind, platform, lines, file = '', command, text } = capture
  const format = formatById(capture.format ?? '')
  const rows = grid?.size ?? 0
  const diagnostics = capture.diagnostics
  // Split once: a text of a megabyte is not searched for each diagnostic.
  const source = diagnostics.length === 0 ? [] : text.split(/\r\n|\n|\r/)
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
  return {
    level,
    code,
    line: span.line,
    message: forTerminal(message(diagnostic)),
    text: excerpt({ text, span }).row,
  }
}

function findingView(finding: ReportedFinding): FindingView {
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

function scriptOf(findings: readonly ReportedFinding[]): ScriptView | null {
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

function verifierOf(from: string, host: Host): string {
  const wanted = from === '' ? (host.platform ?? 'linux') : from
  return verifiers.includes(wanted) ? wanted : 'linux'
}

function plansOf({ policy }: Asked, from: string): VerifyPlan[] {
  const platform = dialects.find((one) => one.platform === from)?.platform
  if (platform === undefined) return []
  const { servers } = policy.inventory
  return policy.vips.map((vip) => verifyPlan({ platform, vip, servers }))
}
