import type { Level } from '../../model/diagnostic.js'
import type { Place, Policy } from '../../model/finding.js'
import type { FleetHost, Sighting } from '../../model/sighting.js'
import { readMac } from '../../net/mac.js'

/** What a rule about several hosts says before levels and waivers are taken into account. */
export interface FleetDraft {
  /** What it is about besides the cluster address: the same in whatever order the hosts come. */
  readonly subject: string
  /** The host that it is reported for first, then the others. */
  readonly hosts: readonly string[]
  readonly vip?: string
  readonly level?: Level
  readonly certainty?: 'likely'
  readonly message: string
  readonly at: readonly Place[]
  readonly macs?: readonly string[]
  /** What to do, as an imperative sentence without a full stop. */
  readonly advice: string
}

/** One kind of fault that only several hosts together show. A rule is one file and one line in the list. */
export interface FleetRule<Id extends string = string> {
  readonly id: Id
  readonly level: Level
  /** One sentence for lists. */
  readonly summary: string
  readonly needs: readonly ('neighbors' | 'addresses' | 'vips')[]
  /** Markdown in four sections: What it finds, Why it matters, Example, What to do. */
  readonly docs: string
  /** @internal */
  check(hosts: readonly FleetHost[], policy: Policy): Iterable<FleetDraft>
}

/** A sighting and the host that shows it. */
export interface Seen {
  readonly host: FleetHost
  readonly sighting: Sighting
}

/** Every sighting of a kind, in the order of the hosts, by a key; those without a key are left out. */
export function grouped(
  hosts: readonly FleetHost[],
  kind: Sighting['kind'],
  keyOf: (sighting: Sighting) => string | undefined,
): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>()
  for (const host of hosts)
    for (const sighting of host.sightings ?? []) {
      const key = sighting.kind === kind ? keyOf(sighting) : undefined
      if (key === undefined) continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [{ host, sighting }])
      else group.push({ host, sighting })
    }
  return groups
}

/** The place of a sighting, with the host in its note. */
export function placed({ host, sighting }: Seen, note = ''): Place[] {
  if (sighting.at === undefined) return []
  return [{ ...sighting.at, note: `${note}${note === '' ? '' : ' '}on ${host.name}` }]
}

/** Names for a sentence: at most three of them, then how many more. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Hardware addresses of balancers: by the inventory, and by what hosts of that role show of themselves. */
export function balancerMacs(hosts: readonly FleetHost[], policy: Policy): ReadonlySet<string> {
  const listed = (policy.inventory?.balancers ?? []).flatMap(({ mac }) =>
    mac === undefined ? [] : (readMac(mac) ?? []),
  )
  const shown = hosts
    .filter(({ role }) => role === 'balancer' || role === 'standby')
    .flatMap(({ sightings = [] }) =>
      sightings.flatMap((one) => (one.kind === 'own' ? (one.mac ?? []) : [])),
    )
  return new Set([...listed, ...shown])
}
