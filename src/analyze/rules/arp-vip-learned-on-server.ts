import { entriesFor } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A server that asked the wire who has the cluster address. */
export const arpVipLearnedOnServer = {
  id: 'arp-vip-learned-on-server',
  level: 'warning',
  summary:
    'A server has learned a hardware address for a cluster address that it should have itself.',
  needs: ['vips', 'neighbors'],
  roles: ['server'],
  docs: `## What it finds
A dynamic entry for a cluster address in the table of a server.

## Why it matters
A host that has an address never asks for it: this server does not have the alias, or did not when the entry was made.

## Example
\`9.67.133.158 dev eth0 lladdr 00:16:3e:00:00:60 REACHABLE\` on a server.

## What to do
Configure the address on the loopback with a host mask.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      entriesFor(view, vip)
        .filter(({ state, published }) => state === 'dynamic' && !published)
        .map((fact) => ({
          subject: 'learned',
          vip: vip.text,
          message: `this server has asked the network for the cluster address ${vip.text} and learned ${fact.neighbor.mac}`,
          at: [neighborPlace(fact)],
          neighbor: fact.neighbor,
          ...(fact.neighbor.mac === null ? {} : { macs: [fact.neighbor.mac] }),
        })),
    ),
} as const satisfies Rule
