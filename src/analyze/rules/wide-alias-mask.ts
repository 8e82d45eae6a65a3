import { addressBits } from '../../net/prefix.js'
import { clusterAddresses } from '../cluster-addresses.js'
import { place } from '../evidence.js'
import type { Rule } from '../rule.js'

/** An alias whose mask is shorter than a host's. */
export const wideAliasMask = {
  id: 'wide-alias-mask',
  level: 'warning',
  summary: 'The alias of a cluster address has a mask shorter than a host’s.',
  needs: ['vips', 'addresses'],
  roles: ['server'],
  docs: `## What it finds
A cluster address on a loopback, or on a device that only holds addresses, whose mask is not that of a single host.

## Why it matters
Most systems route the network of that mask to the loopback, at once or at the next boot. On Solaris and the BSDs the
mask makes no row, so there it is only mentioned.

## Example
\`inet 9.67.133.158/8 scope global lo\`.

## What to do
Remove the alias and add it again with 255.255.255.255, /32 or /128.`,
  check: (view) =>
    view.addresses.flatMap(({ address, capture, where }) => {
      const { prefixLength } = address
      const vip = clusterAddresses(view.vips).named(address.address)
      const carries = where === 'loopback' || where === 'address-holder'
      if (vip === undefined || !carries || prefixLength === undefined) return []
      if (prefixLength === addressBits(vip.family)) return []
      const harmless = !view.system.maskMakesRoute(address)
      const name = address.label ?? address.interface
      return [
        {
          subject: `${view.interfaces.idOfListed(address)} ${prefixLength}`,
          vip: vip.text,
          message: `the alias ${vip.text} on ${name} has the mask of a network, /${prefixLength}`,
          at: [place(capture, address.span)],
          address,
          ...(harmless ? { level: 'info' as const, because: 'mask-makes-no-route' as const } : {}),
        },
      ]
    }),
} as const satisfies Rule
