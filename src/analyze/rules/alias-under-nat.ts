import { interfaceName, presencePlace, presenceRecord } from '../evidence.js'
import type { Rule } from '../rule.js'

/** An alias on a server to which the balancer rewrites addresses. */
export const aliasUnderNat = {
  id: 'alias-under-nat',
  level: 'error',
  summary: 'A server behind address translation has the cluster address.',
  needs: ['vips'],
  needsOneOf: ['addresses', 'neighbors', 'routes'],
  roles: ['server'],
  forwardings: ['nat'],
  docs: `## What it finds
A cluster address on a server whose balancer forwards by rewriting addresses.

## Why it matters
Packets arrive with the server's own address, and answers must go back through the balancer. A server that has the
cluster address itself cannot reach the balancer under it.

## Example
\`inet 9.67.133.158/32 scope host lo\` on a server that is defined for NAT.

## What to do
Remove the alias.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      view.presence(vip).flatMap((one) => {
        const at = presencePlace(one)
        if (at === undefined) return []
        return [
          {
            subject: 'present',
            vip: vip.text,
            message: `the server has the cluster address ${vip.text} on ${interfaceName(one)} although forwarding is by address translation`,
            at: [at],
            ...presenceRecord(one),
          },
        ]
      }),
    ),
} as const satisfies Rule
