import { ownersOf, resolvedEntries } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import { listing } from '../listing.js'
import type { Rule } from '../rule.js'

/** Several hardware addresses for one cluster address. */
export const arpVipMultipleMacs = {
  id: 'arp-vip-multiple-macs',
  level: 'error',
  summary: 'More than one hardware address was seen for a cluster address.',
  needs: ['vips', 'neighbors'],
  docs: `## What it finds
Different hardware addresses for one cluster address over the captures of a host, unless all of them are balancers':
then one took over from the other.

## Why it matters
More than one machine answers ARP requests for the cluster address, and which of them wins changes.

## Example
00:16:3e:00:00:67 in one capture, 00:16:3e:00:00:60 in the next.

## What to do
Find the second answerer: \`arping -c 3 -I eth0 9.67.133.158\` shows every one.`,
  check: (view) => {
    const owners = ownersOf(view)
    return view.vips.flatMap((vip) => {
      const first = new Map(
        resolvedEntries(view, vip)
          .toReversed()
          .map((fact) => [fact.neighbor.mac ?? '', fact]),
      )
      const facts = [...first.values()].reverse()
      const macs = facts.map(({ neighbor }) => neighbor.mac ?? '')
      if (macs.length < 2 || macs.every(owners.isBalancer)) return []
      return [
        {
          subject: [...macs].sort().join(' '),
          vip: vip.text,
          message: `${macs.length} hardware addresses answer for the cluster address ${vip.text}: ${listing(macs, ' and ')}`,
          at: facts.map((fact) => neighborPlace(fact)),
          macs,
          ...(facts[0] === undefined ? {} : { neighbor: facts[0].neighbor }),
        },
      ]
    })
  },
} as const satisfies Rule
