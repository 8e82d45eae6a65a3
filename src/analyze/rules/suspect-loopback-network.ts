import { candidatesIn, candidatesOf } from '../candidates.js'
import { place, rowPlace } from '../evidence.js'
import type { RouteFact } from '../facts.js'
import type { Draft, Rule } from '../rule.js'
import type { View } from '../view.js'

/** Networks on a loopback, where nobody said which addresses are cluster addresses. */
export const suspectLoopbackNetwork = {
  id: 'suspect-loopback-network',
  level: 'info',
  summary: 'A network is routed to a loopback; it may be the extra route of a cluster address.',
  needs: [],
  needsOneOf: ['addresses', 'routes'],
  docs: `## What it finds
Without cluster addresses to look for: a network other than 127/8 that is routed to a loopback, and addresses on a
loopback that may be cluster addresses.

## Why it matters
It is what the alias of a cluster address with a wide mask leaves behind.

## Example
\`local 9.0.0.0/8 dev lo\`.

## What to do
Check again with the cluster addresses: \`--vip ADDRESS\`.`,
  appliesTo: (view) => view.vips.length === 0,
  check: (view) => {
    const rows = view.routes.filter(isSuspect)
    return rows.length > 0 ? rows.map((row) => suspectRow(row, view)) : suspectAddresses(view)
  },
} as const satisfies Rule

function isSuspect(row: RouteFact): boolean {
  const held = row.interfaceClass === 'loopback' || row.interfaceClass === 'address-holder'
  return row.kind === 'network' && held && row.nextHop === undefined && !row.route.persistent
}

/** Candidates that are named; a loopback that balances services holds thousands of addresses. */
const MOST_CANDIDATES = 20

function suspectRow(row: RouteFact, view: View): Draft {
  const inside = row.prefix === undefined ? candidatesOf(view) : candidatesIn(view, row.prefix)
  const first = inside.slice(0, MOST_CANDIDATES).map(({ text }) => text)
  const candidates = [...new Set([...first, ...makersOf(row)])]
  const more = inside.length - first.length
  const named = `${candidates.join(', ')}${more === 0 ? '' : ` or one of ${more} more`}`
  const hint = candidates.length === 0 ? '' : `; a cluster address may be ${named}`
  return {
    subject: `${row.route.destination} ${row.interfaceId} ${row.table}`,
    certainty: 'likely',
    message: `${row.route.destination} is routed to the loopback ${row.route.interface}${hint}`,
    at: [rowPlace(row)],
    route: row.route,
    ...(candidates.length === 0 ? {} : { candidates }),
  }
}

/** The address that made a row stands in it as gateway or as preferred source. */
function makersOf({ route }: RouteFact): string[] {
  const { gateway, source } = route
  const made = gateway.kind === 'address' ? [gateway.address] : []
  return source === undefined ? made : [...made, source]
}

function suspectAddresses(view: View): Draft[] {
  return candidatesOf(view).flatMap(({ text, capture, span }) => [
    {
      subject: text,
      certainty: 'likely' as const,
      message: `${text} on a loopback may be a cluster address`,
      at: [place(capture, span)],
      candidates: [text],
    },
  ])
}
