import { type FleetFinding, judgeFleet } from '../analyze/analyze-fleet.js'
import { compareFindings } from '../analyze/findings.js'
import type { Policy } from '../model/finding.js'
import type { ReportedHost } from './model.js'

/** The hosts with what only all of them together show, each finding at the host that it is about. */
export function withFleet(hosts: readonly ReportedHost[], policy: Policy): ReportedHost[] {
  const { findings, waived } = judgeFleet(hosts, policy)
  const found = byHost(findings, ({ host }) => host)
  const forgiven = byHost(waived, ({ finding }) => finding.host)
  const told = new Set<string>()
  return hosts.map((host) => {
    // Of two hosts with one name, the first tells what concerns both.
    if (told.has(host.name)) return host
    told.add(host.name)
    const own: readonly FleetFinding[] = found.get(host.name) ?? []
    const excused = forgiven.get(host.name) ?? []
    if (own.length === 0 && excused.length === 0) return host
    return {
      ...host,
      findings: [...host.findings, ...own].sort(compareFindings),
      waived: [...host.waived, ...excused],
    }
  })
}

function byHost<T>(list: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(nameOf(one))
    if (group === undefined) groups.set(nameOf(one), [one])
    else group.push(one)
  }
  return groups
}
