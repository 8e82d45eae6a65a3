import type { Finding, Policy, Waiver } from '../model/finding.js'

/** The waiver that forgives a finding on the policy's day; undefined where none does. */
export function waiverFor(finding: Finding, policy: Policy): Waiver | undefined {
  return policy.waivers?.find(
    (waiver) =>
      waiver.rule === finding.rule &&
      (waiver.host === undefined ||
        hostsOf(finding).some((name) => matches(waiver.host ?? '', name))) &&
      (waiver.vip === undefined || waiver.vip === finding.vip) &&
      !isOver(waiver, policy.today),
  )
}

function hostsOf({ host, hosts = [] }: Finding): readonly string[] {
  return [host, ...hosts]
}

/** True where the last day of a waiver lies before a day; without a day no waiver runs out. */
export function isOver({ until }: Waiver, today: string | undefined): boolean {
  // Days written YYYY-MM-DD are in order as texts.
  return until !== undefined && today !== undefined && until < today
}

/** True where a name fits a pattern in which `*` stands for any characters. */
export function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*')
  const [head = '', ...rest] = parts
  const tail = rest.pop()
  if (tail === undefined) return pattern === name
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length)
    return false
  const end = name.length - tail.length
  let at = head.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}
