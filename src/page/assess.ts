import { analyze } from '../analyze/analyze.js'
import type { Analysis } from '../model/finding.js'
import { dialects } from '../remedies/dialects/index.js'
import { type VerifyPlan, verifyPlan } from '../remedies/verify-plan.js'
import { modelOf, reportedHost } from '../report/build.js'
import { forTerminal } from '../report/escape.js'
import { withFleet } from '../report/fleet.js'
import type { ReportedFinding, ReportedHost } from '../report/model.js'
import { summaryLine } from '../report/summary.js'
import { Grid } from './grid.js'
import { type FactsOf, type Reader, type ReadHost, systemsOf } from './hosts.js'
import { marksOf } from './marks.js'
import type { Answer, HostBrief, Question } from './protocol.js'
import { type AskedPolicy, readFacts, readPolicy } from './question.js'
import { serversOf } from './servers.js'
import { captureView, findingView, scriptOf } from './views.js'

/** An answer, and the tables that its rows are asked from. */
export interface Assessed {
  readonly answer: Answer
  readonly grids: readonly Grid[]
}

/** Systems that a verification can be done from, as the form offers them. */
export const verifiers: readonly string[] = dialects.map(({ platform }) => platform)

interface Judged extends ReadHost {
  readonly analysis: Analysis
  readonly reported: ReportedHost
}

/** Everything that the page shows of what was filled in. Runs in a worker; the reader keeps what it read before. */
export function assess(question: Question, reader: Reader): Assessed {
  const asked = readPolicy(question)
  const factsOf: FactsOf = (key) => readFacts(nameOf(key), question.hosts[key]).facts
  const judged = judge(reader.read(question, factsOf), asked)
  const briefs = judged.map(briefOf)
  const one = judged.find(({ key }) => key === question.shown) ?? judged[worstOf(briefs)]
  if (one === undefined) throw new Error('expected a capture')
  const { key, host, analysis, reported } = one
  const findings = worstFirst(reported.findings)
  const marks = marksOf(findings)
  const grids = host.captures.map((capture) => new Grid(capture, marks))
  const from = verifierOf(question.from, one)
  const answer: Answer = {
    faults: [...asked.faults, ...readFacts('', question.hosts[key]).faults],
    hosts: briefs,
    total: summaryLine(
      modelOf(
        judged.map((each) => each.reported),
        [],
      ),
    ),
    shown: key,
    systems: systemsOf(host),
    platform: host.platform,
    summary: summaryOf(reported),
    captures: host.captures.map((capture, index) => captureView(capture, grids[index])),
    findings: findings.map(findingView),
    script: scriptOf(findings),
    unchecked: reported.unchecked,
    skipped: analysis.skipped,
    ran: analysis.ran.length,
    plans: plansOf(
      asked,
      from,
      judged.map((each) => each.analysis),
    ),
    from,
  }
  return { answer, grids }
}

/** The name of a host that nothing names. */
const UNNAMED = 'host'

function nameOf(key: string): string {
  return key === '' ? UNNAMED : key
}

/** Each host by itself, and what only all of them together show. */
function judge(hosts: readonly ReadHost[], { policy }: AskedPolicy): Judged[] {
  const analyses = hosts.map(({ host }) => analyze(host, policy))
  const reported = withFleet(
    analyses.map((analysis) => reportedHost(analysis)),
    policy,
  )
  return hosts.flatMap((one, i) => {
    const [analysis, report] = [analyses[i], reported[i]]
    return analysis && report ? [{ ...one, analysis, reported: report }] : []
  })
}

/** Reports go by the lines of the captures; a person in an outage looks for the error. */
function worstFirst(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const levels: readonly string[] = STATES
  return [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

/** States of a host, the worst first. */
const STATES = ['error', 'warning', 'unchecked', 'info', 'clean'] as const

function briefOf({ key, host, reported }: Judged): HostBrief {
  const { findings, unchecked } = reported
  const state = STATES.find((one) =>
    one === 'unchecked' ? unchecked.length > 0 : findings.some(({ level }) => level === one),
  )
  return {
    key,
    name: forTerminal(host.name),
    platform: host.platform,
    state: state ?? 'clean',
    summary: summaryOf(reported),
  }
}

function summaryOf(reported: ReportedHost): string {
  return summaryLine(modelOf([reported], []))
    .replace(/^1 host checked: /, '')
    .replace(/\b1 not fully/, 'not fully')
}

function worstOf(briefs: readonly HostBrief[]): number {
  const ranks = briefs.map(({ state }) => STATES.indexOf(state))
  return ranks.indexOf(ranks.reduce((least, rank) => Math.min(least, rank), STATES.length))
}

function verifierOf(from: string, { host }: ReadHost): string {
  const wanted = from === '' ? (host.platform ?? 'linux') : from
  return verifiers.includes(wanted) ? wanted : 'linux'
}

function plansOf(
  { policy }: AskedPolicy,
  from: string,
  analyses: readonly Analysis[],
): VerifyPlan[] {
  const platform = dialects.find((one) => one.platform === from)?.platform
  if (platform === undefined) return []
  return policy.vips.map((vip) => {
    const family = vip.includes(':')
    const named = policy.inventory.servers.filter(({ address }) => address.includes(':') === family)
    return verifyPlan({
      platform,
      vip,
      servers: named.length > 0 ? named : serversOf(analyses, vip),
    })
  })
}
