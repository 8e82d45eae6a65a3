import { entriesFor } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A static ARP entry for a cluster address on a client or router. */
export const arpVipStatic = {
  id: 'arp-vip-static',
  level: 'warning',
  summary: 'A client or router has a static ARP entry for a cluster address.',
  needs: ['vips', 'neighbors'],
  roles: ['client', 'router'],
  docs: `## What it finds
An entry for a cluster address that was set by hand.

## Why it matters
It is left from the verification (\`arp -s\`) and keeps this host at one machine whatever the balancer does.

## Example
\`? (9.67.133.158) at 00:16:3e:00:00:67 [ether] PERM on eth0\`.

## What to do
\`arp -d 9.67.133.158\`.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      entriesFor(view, vip)
        .filter(({ state, published }) => state === 'static' && !published)
        .map((fact) => ({
          subject: view.interfaces.id(fact.neighbor.interface),
          vip: vip.text,
          message: `the entry for the cluster address ${vip.text} is static: ${fact.neighbor.mac ?? 'without a hardware address'}`,
          at: [neighborPlace(fact)],
          neighbor: fact.neighbor,
          ...(fact.neighbor.mac === null ? {} : { macs: [fact.neighbor.mac] }),
        })),
    ),
} as const satisfies Rule
