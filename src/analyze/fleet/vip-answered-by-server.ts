import type { FleetHost } from '../../model/sighting.js'
import { balancerMacs, type FleetRule, placed, type Seen } from './fleet-rule.js'

/** A host that has the card of a server for a cluster address. */
export const fleetVipAnsweredByServer = {
  id: 'fleet-vip-answered-by-server',
  level: 'error',
  summary: 'A host has the hardware address of a server of the snapshot for a cluster address.',
  needs: ['vips', 'neighbors'],
  docs: `## What it finds
A hardware address for a cluster address, in the table of a client, router or balancer, that is the card of a server, or
that a server publishes: by what the server's own captures show.

## Why it matters
The host sends all its traffic for the cluster to that one server, past the balancer.

## Example
client1 has 192.0.2.99 at 00:00:5e:00:53:0a, which is eth0 of web1.

## What to do
Make the server silent (arp_ignore, no published entry, address not on a card), then delete the entry on the host.`,
  check: (hosts, policy) => {
    const owners = serverCards(hosts, balancerMacs(hosts, policy))
    return hosts.flatMap((host) => {
      const said = saidOf(host)
      return (host.sightings ?? []).flatMap((sighting) => {
        const { kind, address: vip, mac } = sighting
        const owner = kind === 'neighbor' && mac !== undefined ? owners.get(mac) : undefined
        if (owner === undefined || mac === undefined || vip === undefined) return []
        if (owner.host === host || host.role === 'server' || said.has(`${vip} ${mac}`)) return []
        const { name } = owner.host
        const published = owner.sighting.kind === 'published'
        return [
          {
            subject: `${host.name} ${mac}`,
            vip,
            hosts: [host.name, name],
            message: `the cluster address ${vip} resolves to ${mac}, ${
              published ? `which the server ${name} publishes` : `a card of the server ${name}`
            }`,
            at: [
              ...placed({ host, sighting }),
              ...placed(owner, published ? 'published' : 'the card'),
            ],
            macs: [mac],
            advice: `Make ${name} silent for ${vip}, then delete the entry on ${host.name}`,
          },
        ]
      })
    })
  },
} as const satisfies FleetRule

/** Who of the servers has which hardware address; a published entry says it best. */
function serverCards(
  hosts: readonly FleetHost[],
  balancers: ReadonlySet<string>,
): ReadonlyMap<string, Seen> {
  const owners = new Map<string, Seen>()
  for (const kind of ['published', 'own'] as const)
    for (const host of hosts.filter(({ role }) => role === 'server'))
      for (const sighting of host.sightings ?? []) {
        const { mac } = sighting
        if (sighting.kind !== kind || mac === undefined || balancers.has(mac)) continue
        if (!owners.has(mac)) owners.set(mac, { host, sighting })
      }
  return owners
}

/** Cluster addresses with the hardware addresses of which the inventory told the same already. */
function saidOf({ findings }: FleetHost): ReadonlySet<string> {
  const said = new Set<string>()
  for (const { rule, vip, macs = [] } of findings)
    if (rule === 'arp-vip-resolves-to-server') for (const mac of macs) said.add(`${vip} ${mac}`)
  return said
}
