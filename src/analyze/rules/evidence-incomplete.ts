import type { Rule } from '../rule.js'

/** Captures that cannot show the fault on this system. */
export const evidenceIncomplete = {
  id: 'evidence-incomplete',
  level: 'info',
  summary: 'The captures cannot show on this system whether the fault is there.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A Linux server of which neither table local nor the addresses were captured, and tables that print no masks.

## Why it matters
On Linux the row of a wide alias on lo stands in table local only: \`netstat -nr\`, \`route -n\` and \`ip route\` look
healthy. Where masks are not printed, they are taken from the class of the network, which may be wrong.

## Example
A Linux host with nothing but \`route -n\`.

## What to do
Capture what is named and check again.`,
  check: (view) =>
    view.system.missing(view).map(({ vip, unknown, commands }) => ({
      subject: commands.join(' '),
      ...(vip === undefined ? {} : { vip: vip.text }),
      message: `these captures do not show ${unknown}; take ${commands.join(' or ')} as well`,
      at: [],
      missing: commands,
    })),
} as const satisfies Rule
