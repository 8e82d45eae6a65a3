import type { Level } from '../model/diagnostic.js'
import type { Finding, Policy } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import { fingerprint } from './fingerprint.js'
import { placeOf } from './place.js'
import type { Draft, Rule } from './rule.js'

/** Drafts of a rule as findings: the same fact in several captures becomes one. */
export function toFindings(
  rule: Rule,
  drafts: Iterable<Draft>,
  host: Host,
  policy: Policy,
): Finding[] {
  const all = [...drafts]
  if (all.length === 0) return []
  const same = new Map<string, Draft[]>()
  for (const draft of all) {
    const key = fingerprint([rule.id, host.name, draft.vip ?? '', draft.subject])
    const group = same.get(key)
    if (group === undefined) same.set(key, [draft])
    else group.push(draft)
  }
  return [...same].flatMap(([key, group]) => {
    const finding = toFinding(rule, group, host, key)
    return finding === undefined ? [] : [withLevel(finding, policy)]
  })
}

function toFinding(
  rule: Rule,
  group: readonly Draft[],
  host: Host,
  key: string,
): Finding | undefined {
  const [first, ...others] = group
  if (first === undefined) return undefined
  const { subject: _, level, certainty, at, message, vip, ...details } = first
  const primary = at[0]?.capture
  const seen = others.flatMap((one) => one.at.slice(0, 1).map(({ capture }) => capture))
  const files = [...new Set(seen.filter((one) => one !== primary))].map(captureName)
  return {
    rule: rule.id,
    level: level ?? rule.level,
    certainty: certainty ?? 'certain',
    host: host.name,
    ...(vip === undefined ? {} : { vip }),
    message,
    at: at.map((one) => placeOf(one, host)),
    ...(files.length === 0 ? {} : { alsoSeenIn: [...new Set(files)] }),
    ...details,
    fingerprint: key,
  }
}

function captureName(capture: HostCapture): string {
  return capture.file ?? capture.command ?? capture.format ?? capture.kind
}

/** A policy's level replaces the rule's own; `off` is heeded before the rule runs. */
function withLevel(finding: Finding, policy: Policy): Finding {
  const level: Level | 'off' | undefined = policy.rules?.[finding.rule]
  return level === undefined || level === 'off' ? finding : { ...finding, level }
}

/** By file, line, column and rule, then cluster address; what has no place comes first. */
export function compareFindings(a: Finding, b: Finding): number {
  const [left] = a.at
  const [right] = b.at
  return (
    compareTexts(left?.file ?? '', right?.file ?? '') ||
    (left?.span.line ?? 0) - (right?.span.line ?? 0) ||
    (left?.span.column ?? 0) - (right?.span.column ?? 0) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.vip ?? '', b.vip ?? '') ||
    compareTexts(a.fingerprint, b.fingerprint)
  )
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
