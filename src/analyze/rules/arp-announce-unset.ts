import { carriesSilently, firstOfEach } from '../arp-settings.js'
import { place } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A server that names the alias as sender of its ARP requests. */
export const arpAnnounceUnset = {
  id: 'arp-announce-unset',
  level: 'warning',
  summary: 'The kernel may announce the alias on the loopback in its own ARP requests.',
  needs: ['vips', 'settings'],
  roles: ['server'],
  platforms: ['linux'],
  docs: `## What it finds
A card whose effective arp_announce, the greater of its own and that of "all", is below 2.

## Why it matters
A server that sends from the cluster address asks "who has the client, tell the cluster address"; that request alone
overwrites the client's right entry, even where the server never answers.

## Example
\`net.ipv4.conf.all.arp_announce = 0\` with the cluster address on lo.

## What to do
\`sysctl -w net.ipv4.conf.all.arp_announce=2\`, and in /etc/sysctl.conf.`,
  check: (view) => {
    const wrong = firstOfEach(view, 'arp_announce', (value) => value < 2)
    return view.vips
      .filter((vip) => wrong.length > 0 && carriesSilently(view, vip))
      .flatMap((vip) =>
        wrong.map(({ card, value, seen: { record, capture } }) => ({
          subject: 'arp_announce',
          vip: vip.text,
          message: `arp_announce is ${value} on ${card}, so its ARP requests may name the alias ${vip.text} as sender`,
          at: [place(capture, record.span)],
          setting: record,
        })),
      )
  },
} as const satisfies Rule
