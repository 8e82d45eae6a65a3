import { once } from '../analyze/once.js'
import type { GoneFinding, ReportedHost, ReportModel } from './model.js'

/** The model with every finding held against those of a former report, by fingerprint. */
export function withDrift(model: ReportModel, baseline: readonly GoneFinding[]): ReportModel {
  const before = new Set(baseline.map(({ fingerprint }) => fingerprint))
  const now = new Set<string>()
  const counts = { new: 0, unchanged: 0 }
  const judge = (fingerprint: string) => {
    now.add(fingerprint)
    return before.has(fingerprint) ? ('unchanged' as const) : ('new' as const)
  }
  const hosts = model.hosts.map((host) => ({
    ...host,
    findings: host.findings.map((finding) => {
      const drift = judge(finding.fingerprint)
      counts[drift]++
      return { ...finding, drift }
    }),
    // What is waived now is not gone.
    waived: host.waived.map((one) => ({ ...one, drift: judge(one.finding.fingerprint) })),
  }))
  const names = new Map(hosts.map((host) => [host.name, host]))
  const gone = baseline
    .filter(({ fingerprint }) => !now.has(fingerprint))
    .map((finding) => told(finding, names.get(finding.host)))
  return { ...model, hosts, drift: { ...counts, gone: gone.sort(byHostAndRule) } }
}

function told(
  { fingerprint, host: name, level, message, rule, vip }: GoneFinding,
  host: ReportedHost | undefined,
): GoneFinding {
  const isJudged = host !== undefined && host.unchecked.length === 0 && !skippedOf(host).has(rule)
  return {
    rule,
    level,
    host: name,
    ...(vip === undefined ? {} : { vip }),
    message,
    fingerprint,
    ...(isJudged ? {} : { unproven: true }),
  }
}

const skippedOf = /* @__PURE__ */ once(
  ({ skipped }: ReportedHost) => new Set(skipped.map(({ rule }) => rule)),
)

function byHostAndRule(a: GoneFinding, b: GoneFinding): number {
  const left = `${a.host}\0${a.rule}\0${a.fingerprint}`
  const right = `${b.host}\0${b.rule}\0${b.fingerprint}`
  return left < right ? -1 : left > right ? 1 : 0
}
