import { balancerMacs, type FleetRule, grouped, named, placed, type Seen } from './fleet-rule.js'

/** Hosts that take different machines for the holder of a cluster address. */
export const fleetVipMacsDisagree = {
  id: 'fleet-vip-macs-disagree',
  level: 'error',
  summary: 'Hosts disagree on the hardware address of a cluster address.',
  needs: ['vips', 'neighbors'],
  docs: `## What it finds
Different hardware addresses for one cluster address in the tables of different hosts, unless all of them are balancers':
then one took over from the other.

## Why it matters
More than one machine answers ARP requests for the cluster address; some hosts talk past the balancer.

## Example
client1 has 192.0.2.99 at 00:00:5e:00:53:02, client2 has it at 00:00:5e:00:53:0a.

## What to do
Find the machine whose hardware address is not the balancer's, and silence it.`,
  check: (hosts, policy) => {
    const balancers = balancerMacs(hosts, policy)
    return [...grouped(hosts, 'neighbor', ({ address }) => address)].flatMap(([vip, seen]) => {
      const byMac = firstByMac(seen)
      const macs = [...byMac.keys()].sort()
      const holders = new Set([...byMac.values()].map(({ host }) => host.name))
      if (macs.length < 2 || holders.size < 2 || macs.every((mac) => balancers.has(mac))) return []
      const wrong = macs.filter((mac) => !balancers.has(mac))
      const shown = (balancers.size > 0 ? wrong : macs).flatMap((mac) => byMac.get(mac) ?? [])
      const isShown = new Set(shown)
      const others = macs.flatMap((mac) => byMac.get(mac) ?? []).filter((one) => !isShown.has(one))
      const places = [...shown, ...others]
      return [
        {
          subject: macs.join(' '),
          vip,
          hosts: [...new Set(places.map(({ host }) => host.name))],
          message: `hosts disagree on the hardware address of the cluster address ${vip}: ${named(
            places.map(({ host, sighting }) => `${sighting.mac} (${host.name})`),
          )}`,
          at: places.flatMap((one) => placed(one)),
          macs,
          advice: `Find the machine that answers for ${vip} besides the balancer, and silence it`,
        },
      ]
    })
  },
} as const satisfies FleetRule

function firstByMac(seen: readonly Seen[]): Map<string, Seen> {
  const first = new Map<string, Seen>()
  for (const one of seen) {
    const { mac } = one.sighting
    if (mac !== undefined && !first.has(mac)) first.set(mac, one)
  }
  return first
}
