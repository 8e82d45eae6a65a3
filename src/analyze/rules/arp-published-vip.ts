import { publishedEntries } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A published ARP entry for a cluster address. */
export const arpPublishedVip = {
  id: 'arp-published-vip',
  level: 'error',
  summary: 'A host answers ARP requests for a cluster address with a published entry.',
  needs: ['vips', 'neighbors'],
  docs: `## What it finds
A published (proxy) entry for a cluster address. On the balancer it is only mentioned: IBM recommends it there for
servers that bind to one address.

## Why it matters
The host claims the cluster address on the wire, so traffic reaches it past the balancer.

## Example
\`? (9.67.133.158) at <from_interface> PERM PUB on eth0\`.

## What to do
Delete the published entry.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      publishedEntries(view, vip).map((fact) => ({
        subject: view.interfaces.id(fact.neighbor.interface),
        vip: vip.text,
        message: `this host answers ARP requests for the cluster address ${vip.text}${on(fact.neighbor.interface)}`,
        at: [neighborPlace(fact)],
        neighbor: fact.neighbor,
        ...(view.host.role === 'balancer' ? { level: 'info' as const } : {}),
      })),
    ),
} as const satisfies Rule

function on(name: string | undefined): string {
  return name === undefined ? '' : ` on ${name}`
}
