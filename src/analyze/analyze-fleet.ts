import type { Analysis, Finding, Policy, Remedy } from '../model/finding.js'
import type { FleetHost } from '../model/sighting.js'
import { compareFindings } from './findings.js'
import { fingerprint } from './fingerprint.js'
import type { FleetDraft, FleetRule } from './fleet/fleet-rule.js'
import { fleetRules } from './fleet/index.js'
import { canonical } from './policy.js'
import { waiverFor } from './waivers.js'

/** What several hosts together show, each finding with what to do about it. */
export interface FleetAnalysis {
  readonly findings: readonly FleetFinding[]
  readonly waived: readonly { readonly finding: Finding; readonly reason: string }[]
}

/** A finding about several hosts; `host` is the first of them. */
export type FleetFinding = Finding & { readonly remedies: readonly Remedy[] }

/** Judges the hosts of a snapshot together: what no host alone shows. The order of the hosts does not matter. */
export function analyzeFleet(analyses: readonly Analysis[], policy: Policy): FleetAnalysis {
  return judgeFleet(
    analyses.map(({ host, sightings, findings }) => ({
      name: host.name,
      role: host.role,
      sightings,
      findings,
    })),
    policy,
  )
}

/** The same from what is kept of each host. */
export function judgeFleet(hosts: readonly FleetHost[], policy: Policy): FleetAnalysis {
  const sorted = [...hosts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const spelled = canonical(policy)
  const all = fleetRules
    .filter(({ id }) => policy.rules?.[id] !== 'off')
    .flatMap((rule) =>
      [...rule.check(sorted, spelled)].map((draft) => toFinding(rule, draft, policy)),
    )
    .sort(compareFindings)
  const findings: FleetFinding[] = []
  const waived: { finding: Finding; reason: string }[] = []
  for (const one of all) {
    const waiver = waiverFor(one, spelled)
    const { remedies: _, ...finding } = one
    if (waiver === undefined) findings.push(one)
    else waived.push({ finding, reason: waiver.reason })
  }
  return { findings, waived }
}

function toFinding(rule: FleetRule, draft: FleetDraft, policy: Policy): FleetFinding {
  const { subject, hosts, vip, level = rule.level, certainty = 'certain', advice, ...rest } = draft
  const set = policy.rules?.[rule.id]
  return {
    rule: rule.id,
    level: set === undefined || set === 'off' ? level : set,
    certainty,
    host: hosts[0] ?? '',
    ...(hosts.length > 1 ? { hosts } : {}),
    ...(vip === undefined ? {} : { vip }),
    ...rest,
    fingerprint: fingerprint([rule.id, vip ?? '', subject]),
    remedies: [{ kind: 'advice', title: advice, safety: 'review' }],
  }
}
