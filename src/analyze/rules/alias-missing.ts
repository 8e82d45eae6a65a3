import type { Rule } from '../rule.js'
import type { View } from '../view.js'

/** A cluster address that a server does not have. */
export const aliasMissing = {
  id: 'alias-missing',
  level: 'error',
  summary: 'A server does not have a cluster address.',
  needs: ['vips'],
  needsOneOf: ['addresses', 'routes'],
  roles: ['server'],
  forwardings: ['mac'],
  docs: `## What it finds
A server without the cluster address, where the captures prove its absence: a listing of addresses that shows the
loopback, or a route table of a system that always prints a row for each own address.

## Why it matters
The balancer hands on packets that are still addressed to the cluster; without the alias the server drops them.

## Example
\`route print\` without a row for 192.0.2.10.

## What to do
Configure the address on the loopback with a host mask. Where a redirect rule of the firewall accepts the packets,
say so: acceptsBy nat-redirect.`,
  check: (view) =>
    view.vips.flatMap((vip) => {
      if (!isLooking(view) || view.presence(vip).length > 0 || !view.provesAbsence(vip.family))
        return []
      return [
        {
          subject: 'absent',
          vip: vip.text,
          message: `the cluster address ${vip.text} is on no interface of this server (${sources(view)})`,
          at: [],
        },
      ]
    }),
  lacks: (view) => {
    const open = view.vips.filter(
      (vip) => view.presence(vip).length === 0 && !view.provesAbsence(vip.family),
    )
    return isLooking(view) && open.length > 0 ? ['addresses'] : []
  },
} as const satisfies Rule

function isLooking(view: View): boolean {
  return view.host.acceptsBy === 'alias'
}

function sources(view: View): string {
  const kinds = new Set(view.host.captures.map((capture) => capture.kind))
  const read = [
    ...(kinds.has('addresses') ? ['its address listing'] : []),
    ...(kinds.has('routes') ? ['its route table'] : []),
  ]
  return `by ${read.join(' and ')}`
}
