import { carriesSilently, type Effective, firstOfEach, scopeOf } from '../arp-settings.js'
import { place } from '../evidence.js'
import type { Vip } from '../facts.js'
import type { Draft, Rule } from '../rule.js'

/** A server that answers ARP for the alias on its loopback. */
export const arpIgnoreUnset = {
  id: 'arp-ignore-unset',
  level: 'error',
  summary: 'The kernel answers ARP requests for the alias on the loopback.',
  needs: ['vips', 'settings'],
  roles: ['server'],
  platforms: ['linux'],
  docs: `## What it finds
A card whose effective arp_ignore, the greater of its own and that of "all", lets the kernel answer for any address.

## Why it matters
Server and balancer both answer ARP requests for the cluster address; a client keeps whichever came first.

## Example
\`net.ipv4.conf.all.arp_ignore = 0\` with the cluster address on lo.

## What to do
\`sysctl -w net.ipv4.conf.all.arp_ignore=1\`, and in /etc/sysctl.conf. The value 3 needs the alias with scope host.`,
  check: (view) => {
    const answering = firstOfEach(view, 'arp_ignore', answers)
    const scoped = firstOfEach(view, 'arp_ignore', (value) => answers(value) || value === 3)
    return view.vips
      .filter((vip) => scoped.length > 0 && carriesSilently(view, vip))
      .flatMap((vip) => {
        const needsScope = !['host', undefined].includes(scopeOf(view, vip))
        return (needsScope ? scoped : answering).map((one) => draft(one, vip))
      })
  },
} as const satisfies Rule

function answers(value: number): boolean {
  return value <= 0 || (value > 3 && value < 8)
}

function draft({ card, value, seen: { record, capture } }: Effective, vip: Vip): Draft {
  return {
    subject: 'arp_ignore',
    vip: vip.text,
    message:
      value === 3
        ? `arp_ignore is 3 but the alias ${vip.text} has not scope host, so ${card} answers ARP for it`
        : `arp_ignore is ${value} on ${card}, so it answers ARP for the alias ${vip.text}`,
    at: [place(capture, record.span)],
    setting: record,
  }
}
