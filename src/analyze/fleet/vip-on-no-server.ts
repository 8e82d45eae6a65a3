import type { FleetHost } from '../../model/sighting.js'
import { isForeign } from '../backends.js'
import { type FleetRule, grouped, named } from './fleet-rule.js'

/** A cluster address that none of its servers has. */
export const fleetVipOnNoServer = {
  id: 'fleet-vip-on-no-server',
  level: 'error',
  summary: 'A cluster address is on none of its servers.',
  needs: ['vips', 'addresses'],
  docs: `## What it finds
A cluster address whose absence every one of its servers in the snapshot proves.

## Why it matters
No server accepts what the balancer hands on: the service is down, or the address is mistyped.

## Example
The policy names 192.0.2.99, and the address listings of web1 and web2 do not show it.

## What to do
Look whether the address is the right one; then configure it on the loopback of each server with a host mask.`,
  check: (hosts, policy) => {
    const absent = absences(hosts)
    const all = hosts.filter(({ role }) => role === 'server')
    return policy.vips.flatMap((vip) => {
      const without = absent.get(vip)
      // Most cluster addresses are somewhere, so few ask for all servers.
      if (without === undefined || without.size < 2) return []
      const isOwn = ({ name }: FleetHost) => !isForeign(policy, vip, name)
      if (all.some((server) => !without.has(server) && isOwn(server))) return []
      const servers = all.filter(isOwn)
      if (servers.length < 2) return []
      const names = servers.map(({ name }) => name)
      return [
        {
          subject: 'nowhere',
          vip,
          hosts: names,
          message: `the cluster address ${vip} is on none of its ${names.length} servers: ${named(names)}`,
          at: [],
          advice: `Look whether ${vip} is the right address, then put it on the loopback of each server with a host mask`,
        },
      ]
    })
  },
} as const satisfies FleetRule

/** The hosts that prove that they have not an address, by address. */
function absences(hosts: readonly FleetHost[]): ReadonlyMap<string, ReadonlySet<FleetHost>> {
  const seen = grouped(hosts, 'absent', ({ address }) => address)
  return new Map([...seen].map(([vip, list]) => [vip, new Set(list.map(({ host }) => host))]))
}
