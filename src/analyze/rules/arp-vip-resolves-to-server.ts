import type { HostCapture } from '../../model/host.js'
import { ownersOf, resolvedEntries } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import { once } from '../once.js'
import type { Rule } from '../rule.js'
import type { NeighborFact, View } from '../view.js'

/** A host that has a server's hardware address for a cluster address. */
export const arpVipResolvesToServer = {
  id: 'arp-vip-resolves-to-server',
  level: 'error',
  summary: 'The hardware address for a cluster address is a server’s, not the balancer’s.',
  needs: ['vips', 'neighbors', 'inventory'],
  roles: ['balancer', 'client', 'router', 'standby'],
  docs: `## What it finds
An entry for a cluster address with the hardware address of a server, known from the inventory or because the same
tables give the server's own address that hardware address.

## Why it matters
This host sends all its traffic for the cluster to that one server, past the balancer.

## Example
9.67.133.158 and the server 9.67.133.67 both at 00:16:3e:00:00:67.

## What to do
Make the server silent (arp_ignore, no published entry, address not on a card), then delete the entry here.`,
  check: (view) => {
    const owners = ownersOf(view)
    return view.vips.flatMap((vip) =>
      resolvedEntries(view, vip).flatMap((fact) => {
        const server = owners.serverOf(fact)
        if (server === undefined) return []
        const { mac } = fact.neighbor
        const own = entries(view).get(fact.capture)?.get(`${server} ${mac}`)
        return [
          {
            subject: mac ?? '',
            vip: vip.text,
            message: `the cluster address ${vip.text} resolves to ${mac}, the hardware address of the server ${server}`,
            at: [
              neighborPlace(fact),
              ...(own === undefined ? [] : [neighborPlace(own, 'the server’s own address')]),
            ],
            neighbor: fact.neighbor,
            server,
            macs: mac === null ? [] : [mac],
          },
        ]
      }),
    )
  },
} as const satisfies Rule

/** The first entry of each capture for an address with a hardware address. */
const entries = /* @__PURE__ */ once((view: View) => {
  const found = new Map<HostCapture, Map<string, NeighborFact>>()
  for (const fact of view.neighbors) {
    const { capture, neighbor } = fact
    const own = found.get(capture) ?? new Map<string, NeighborFact>()
    const key = `${neighbor.address} ${neighbor.mac}`
    if (!own.has(key)) own.set(key, fact)
    found.set(capture, own)
  }
  return found
})
