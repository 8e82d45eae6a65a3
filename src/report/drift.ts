import type { GoneFinding, ReportModel } from './model.js'

/** The model with every finding held against those of a former report, by fingerprint. */
export function withDrift(model: ReportModel, baseline: readonly GoneFinding[]): ReportModel {
  const before = new Set(baseline.map(({ fingerprint }) => fingerprint))
  const now = new Set<string>()
  const counts = { new: 0, unchanged: 0 }
  const hosts = model.hosts.map((host) => ({
    ...host,
    findings: host.findings.map((finding) => {
      now.add(finding.fingerprint)
      const drift = before.has(finding.fingerprint) ? ('unchanged' as const) : ('new' as const)
      counts[drift]++
      return { ...finding, drift }
    }),
  }))
  const gone = baseline.filter(({ fingerprint }) => !now.has(fingerprint)).map(told)
  return { ...model, hosts, drift: { ...counts, gone: gone.sort(byHostAndRule) } }
}

function told({ fingerprint, host, level, message, rule, vip }: GoneFinding): GoneFinding {
  return { rule, level, host, ...(vip === undefined ? {} : { vip }), message, fingerprint }
}

function byHostAndRule(a: GoneFinding, b: GoneFinding): number {
  const left = `${a.host}\0${a.rule}\0${a.fingerprint}`
  const right = `${b.host}\0${b.rule}\0${b.fingerprint}`
  return left < right ? -1 : left > right ? 1 : 0
}
