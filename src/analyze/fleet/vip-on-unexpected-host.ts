import { isForeign } from '../backends.js'
import { type FleetRule, placed } from './fleet-rule.js'

/** A cluster address on a host that is not to have it. */
export const fleetVipOnUnexpectedHost = {
  id: 'fleet-vip-on-unexpected-host',
  level: 'error',
  summary: 'A host has a cluster address that is not its own.',
  needs: ['vips', 'addresses'],
  docs: `## What it finds
A cluster address on a server that the policy does not name for it, or on a client or router.

## Why it matters
The host keeps packets for the cluster to itself: its own requests never reach the balancer.

## Example
The policy gives 192.0.2.99 to web*, and db1 has it on its loopback.

## What to do
Take the address off the host, or name the host in the policy.`,
  check: (hosts, policy) =>
    hosts.flatMap((host) =>
      (host.sightings ?? []).flatMap((sighting) => {
        const { kind, address: vip } = sighting
        if (kind !== 'alias' || vip === undefined) return []
        const isClient = host.role === 'client' || host.role === 'router'
        const isStranger = host.role === 'server' && isForeign(policy, vip, host.name)
        if (!isClient && !isStranger) return []
        const why = isClient ? `which is a ${host.role}` : 'which the policy does not name for it'
        return [
          {
            subject: host.name,
            vip,
            hosts: [host.name],
            message: `the cluster address ${vip} is on ${host.name}, ${why}`,
            at: placed({ host, sighting }),
            advice: `Take ${vip} off ${host.name}, or name the host in the policy`,
          },
        ]
      }),
    ),
} as const satisfies FleetRule
