import { interfaceName, presencePlace, presenceRecord } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A cluster address on a network card of a server. */
export const vipOnWireInterface = {
  id: 'vip-on-wire-interface',
  level: 'error',
  summary: 'A server has a cluster address on a network card.',
  needs: ['vips'],
  needsOneOf: ['addresses', 'neighbors', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A cluster address that is configured on an interface with a wire.

## Why it matters
The server answers ARP for it and announces it, so clients and routers reach this one server past the balancer.

## Example
\`inet 9.67.133.158/21 scope global secondary eth0\`.

## What to do
Take it off the card and configure it on the loopback with a host mask.`,
  check: (view) =>
    view.vips.flatMap((vip) =>
      view
        .presence(vip)
        .filter((one) => one.where === 'wire')
        .flatMap((one) => {
          const at = presencePlace(one)
          if (at === undefined) return []
          return [
            {
              subject: one.interfaceId,
              vip: vip.text,
              message: `the cluster address ${vip.text} is on ${interfaceName(one)}, which has a wire`,
              at: [at],
              ...presenceRecord(one),
            },
          ]
        }),
    ),
} as const satisfies Rule
