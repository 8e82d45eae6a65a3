import type { Finding, Policy, Waiver } from '../model/finding.js'
import { grouped } from './grouped.js'
import { type NamePatterns, namePatterns } from './name-patterns.js'
import { once } from './once.js'

/** The waiver that forgives a finding on the policy's day; undefined where none does. */
export function waiverFor(finding: Finding, policy: Policy): Waiver | undefined {
  const { rule, vip, host, hosts = [] } = finding
  const about = [groupKey(rule, undefined), ...(vip === undefined ? [] : [groupKey(rule, vip)])]
  let first: Held | undefined
  for (const key of about) {
    const group = groupsOf(policy).get(key)
    if (group === undefined) continue
    for (const name of [host, ...hosts]) {
      const held = group.held[group.patterns.first(name)]
      if (held !== undefined && (first === undefined || held.place < first.place)) first = held
    }
  }
  return first?.waiver
}

/** A waiver that is not over, and its place among all. */
interface Held {
  readonly waiver: Waiver
  readonly place: number
}

/** The waivers of one rule for one cluster address, or for any. */
interface Group {
  readonly held: readonly Held[]
  readonly patterns: NamePatterns
}

/** A baseline of waivers is as long as the list of findings: each finding asks only those of its rule and address. */
const groupsOf = /* @__PURE__ */ once((policy: Policy): ReadonlyMap<string, Group> => {
  const held = (policy.waivers ?? [])
    .map((waiver, place) => ({ waiver, place }))
    .filter(({ waiver }) => !isOver(waiver, policy.today))
  const groups = grouped(held, ({ waiver }) => [groupKey(waiver.rule, waiver.vip)])
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      { held: own, patterns: namePatterns(own.map(({ waiver }) => waiver.host ?? '*')) },
    ]),
  )
})

function groupKey(rule: string, vip: string | undefined): string {
  return vip === undefined ? rule : `${rule} ${vip}`
}

/** True where a waiver has run out on a day. */
export function isOver({ until }: Waiver, today: string | undefined): boolean {
  // Days written YYYY-MM-DD are in order as texts.
  return until !== undefined && today !== undefined && until < today
}
