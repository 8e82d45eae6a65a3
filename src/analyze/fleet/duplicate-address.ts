import { type FleetRule, grouped, named, placed, type Seen } from './fleet-rule.js'

/** One address on the cards of several hosts. */
export const fleetDuplicateAddress = {
  id: 'fleet-duplicate-address',
  level: 'error',
  summary: 'Several hosts have the same address of their own.',
  needs: ['addresses'],
  docs: `## What it finds
An address that is no cluster address on network cards of two or more hosts. Bridges of containers and virtual machines
are left out. A warning where nothing shows that the hosts have different cards: one machine may have been captured
twice, or a standby keeps the address for later.

## Why it matters
Both answer ARP requests for it, and which of them gets the packets changes.

## Example
192.0.2.10 on eth0 of web1 and on eth0 of web2.

## What to do
Give one of them another address; where it is a shared one, name it as a cluster address.`,
  check: (hosts) =>
    [...grouped(hosts, 'own', ({ address }) => address)].flatMap(([address, seen]) => {
      const byHost = new Map<string, Seen>()
      // The sighting with a hardware address tells more than one without.
      for (const one of seen)
        if (byHost.get(one.host.name)?.sighting.mac === undefined) byHost.set(one.host.name, one)
      const all = [...byHost.values()]
      if (all.length < 2) return []
      const names = all.map(({ host }) => host.name)
      const macs = new Set(all.flatMap(({ sighting }) => sighting.mac ?? []))
      const isProven = macs.size > 1
      return [
        {
          subject: address,
          hosts: names,
          ...(isProven ? {} : { level: 'warning' as const, certainty: 'likely' as const }),
          message: `${names.length} hosts have the address ${address}: ${named(names)}`,
          at: all.flatMap((one) => placed(one)),
          ...(macs.size === 0 ? {} : { macs: [...macs] }),
          advice: `Give all but one of ${named(names)} another address than ${address}`,
        },
      ]
    }),
} as const satisfies FleetRule
