import type { Analysis, Finding, Policy } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import { readAddress } from '../net/address.js'
import { hostPrefix } from '../net/prefix.js'
import { addressValue } from '../net/value.js'
import { isForeign } from './backends.js'
import { clusterAddresses } from './cluster-addresses.js'
import type { Vip } from './facts.js'
import { compareFindings, toFindings } from './findings.js'
import { canonical, checkRuleNames } from './policy.js'
import type { Need, Rule } from './rule.js'
import { rules } from './rules/index.js'
import { sightingsOf } from './sightings.js'
import { stepOf } from './steps.js'
import { buildView, type View } from './view.js'
import { waiverFor } from './waivers.js'

/**
 * Judges a host against a policy: what is wrong, what was looked for, and what could not be judged.
 *
 * @throws RangeError where the policy names a cluster address that is none, or a rule that does not exist.
 */
export function analyze(host: Host, policy: Policy): Analysis {
  return analyzer(policy)(host)
}

/** The same for many hosts: what can be wrong with the policy, and its addresses, are looked at once. */
export function analyzer(policy: Policy): (host: Host) => Analysis {
  checkRuleNames(policy)
  const spelled = canonical(policy)
  const vips = policy.vips.map(readVip)
  return (host) => judged(buildView(host, spelled, vips), policy)
}

function judged(view: View, policy: Policy): Analysis {
  const { host } = view
  const wanted = stepOf(host.step)?.wanted ?? []
  const atHand = needsAtHand(view)
  const findings: Finding[] = []
  const ran: string[] = []
  const skipped: { rule: string; needs: readonly string[] }[] = []
  for (const rule of rules) {
    if (!applies(rule, view)) continue
    const lacking = lacks(rule, atHand)
    const needs = lacking.length > 0 ? lacking : (rule.lacks?.(view) ?? [])
    if (needs.length > 0) skipped.push({ rule: rule.id, needs })
    else ran.push(rule.id)
    if (lacking.length > 0 || wanted.includes(rule.id)) continue
    const found = toFindings(rule, rule.check(view), host, policy)
    const isConcerned = concerns(rule, view)
    for (const one of found) if (isConcerned(one)) findings.push(one)
  }
  findings.sort(compareFindings)
  return {
    host,
    ...sortOut(findings, view.policy),
    ran,
    skipped,
    sightings: sightingsOf(view),
  }
}

/** What servers must do for a cluster address concerns no server that it does not belong to, unless it has it. */
function concerns({ roles }: Rule, view: View): (finding: Finding) => boolean {
  const { host, policy } = view
  if (host.role !== 'server' || roles?.length !== 1 || policy.backends === undefined)
    return () => true
  return ({ vip }) =>
    vip === undefined ||
    !isForeign(policy, vip, host.name) ||
    isPresent(clusterAddresses(view.vips).named(vip), view)
}

function isPresent(vip: Vip | undefined, view: View): boolean {
  return vip !== undefined && view.presence(vip).length > 0
}

function readVip(text: string): Vip {
  const read = readAddress(text)
  if (read === undefined || read.zone !== undefined)
    throw new RangeError(`expected a cluster address without a length, got "${text}"`)
  const { family, address } = read
  return { text: address, family, prefix: hostPrefix(addressValue(address)) }
}

function applies(rule: Rule, view: View): boolean {
  const { host, policy } = view
  const isOn = policy.rules?.[rule.id] !== 'off'
  const fits = <T>(list: readonly T[] | undefined, value: T | null) =>
    list === undefined || (value !== null && list.includes(value))
  return (
    isOn &&
    fits(rule.roles, host.role) &&
    fits(rule.forwardings, host.forwarding) &&
    fits(rule.platforms, host.platform) &&
    (rule.appliesTo?.(view) ?? true)
  )
}

function lacks({ needs, needsOneOf }: Rule, atHand: ReadonlySet<string>): string[] {
  const missing: string[] = []
  for (const need of needs) if (!atHand.has(need)) missing.push(need)
  if (needsOneOf !== undefined && !needsOneOf.some((need) => atHand.has(need)))
    missing.push(needsOneOf.join(' or '))
  return missing
}

/** What rules can need and the host and the policy have. */
function needsAtHand({ host, policy, vips }: View): ReadonlySet<string> {
  const { servers = [], balancers = [] } = policy.inventory ?? {}
  const atHand = new Set<Need | HostCapture['kind']>()
  for (const { kind } of host.captures) atHand.add(kind)
  if (vips.length > 0) atHand.add('vips')
  if (servers.length + balancers.length > 0) atHand.add('inventory')
  return atHand
}

function sortOut(
  findings: readonly Finding[],
  policy: Policy,
): Pick<Analysis, 'findings' | 'waived'> {
  const waived: { finding: Finding; reason: string }[] = []
  const kept = findings.filter((finding) => {
    const waiver = waiverFor(finding, policy)
    if (waiver !== undefined) waived.push({ finding, reason: waiver.reason })
    return waiver === undefined
  })
  return { findings: kept, waived }
}
