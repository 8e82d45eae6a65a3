import { entriesFor } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A cluster address that nobody answers for. */
export const arpVipUnresolved = {
  id: 'arp-vip-unresolved',
  level: 'info',
  summary: 'Nobody answered ARP requests for a cluster address.',
  needs: ['vips', 'neighbors'],
  docs: `## What it finds
An incomplete entry for a cluster address.

## Why it matters
With the balancer down it is what the verification wants: no server claims the address. With the balancer up it means
that the cluster cannot be reached from here.

## Example
\`? (9.67.133.158) at <incomplete> on eth0\`.

## What to do
Nothing while the balancer is down; else look after the balancer.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      entriesFor(view, vip)
        .filter(({ state, published }) => state === 'incomplete' && !published)
        .map((fact) => ({
          subject: view.interfaces.id(fact.neighbor.interface),
          vip: vip.text,
          message: `nobody has answered for the cluster address ${vip.text}`,
          at: [neighborPlace(fact)],
          neighbor: fact.neighbor,
        })),
    ),
} as const satisfies Rule
