import type { Finding } from '../../model/finding.js'
import { aliasWitness, rowPlace } from '../evidence.js'
import type { RouteFact, Vip } from '../facts.js'
import { lansOf, overlapOf, twinsOf } from '../lan.js'
import { once } from '../once.js'
import { indexOf, rowOf } from '../route-index.js'
import { compareRows } from '../route-table.js'
import type { Draft, Rule } from '../rule.js'
import { hasAddedRules } from '../stages.js'
import { stolenIn } from '../stolen.js'
import type { View } from '../view.js'

const docs = `## What it finds
A row that sends a whole network to the interface of a cluster address's alias, which has no wire.

## Why it matters
An alias with a mask shorter than a host's makes its network look directly reachable through the loopback. Every packet
to that network is handed to the host itself: answers to clients in it, its own queries, the balancer's health checks.

## Example
\`9.0.0.0 255.0.0.0 9.67.133.158 9.67.133.158 1\` on a server whose network is 9.67.128.0/21.

## What to do
Delete the row, then configure the alias with a host mask (255.255.255.255, /32, /128), or the row comes back.`

/** A network routed to the alias of a cluster address. */
export const extraNetworkRoute = {
  id: 'extra-network-route',
  level: 'error',
  summary: 'A whole network is routed to the loopback alias of a cluster address.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs,
  check: (view) =>
    view.routes.flatMap((row) => {
      if (row.kind !== 'network' || row.route.persistent) return []
      const owner = view.system.owner(row, view)
      return owner === undefined ? [] : [draft(view, row, owner.vip, owner.unproven)]
    }),
  lacks: (view) => view.system.missing(view).flatMap(({ vip, commands }) => (vip ? commands : [])),
} as const satisfies Rule

function draft(view: View, row: RouteFact, vip: Vip, unproven: true | undefined): Draft {
  const { route, prefix } = row
  const lans = lansOf(view)[route.family]
  const twins = twinsOf(row, lans)
  const overlap = prefix === undefined ? undefined : overlapOf(prefix, lans)
  const deletable = view.system.deletable(view)
  const loses = overlap === 'same-as-lan' && twins.length > 0 && losesTo(view, row, twins)
  const because = reason({ loses, unproven: unproven === true, deletable })
  const isLikely = unproven === true || row.maskInferred === true
  return {
    subject: subjectOf(row),
    vip: vip.text,
    message: `${route.destination} is routed to ${target(row)} ${vip.text}`,
    at: [
      rowPlace(row),
      ...twins
        .slice(0, MOST_TWINS)
        .map((twin) => rowPlace(twin, `the same network on ${twin.route.interface}`)),
      ...aliasWitness(vip, view, row),
    ],
    route,
    deletable,
    ...(because === undefined ? {} : { level: 'warning' as const, because }),
    ...(isLikely ? { certainty: 'likely' as const } : {}),
    ...(overlap === undefined ? {} : { lanOverlap: overlap }),
    ...(row.maskInferred ? { maskInferred: true as const } : {}),
    ...(hasRules(view) ? { policyRules: true as const } : {}),
    stolen: stolenIn(view.tableOf(row), row.route),
  }
}

function target(row: RouteFact): string {
  return row.interfaceClass === 'unknown' ? 'the adapter of' : 'the loopback alias'
}

const hasRules = /* @__PURE__ */ once((view: View) =>
  hasAddedRules(view.policyRules.map(({ record }) => record)),
)

/** Rows of the real network that are shown. */
const MOST_TWINS = 10

/** True where every row of the real network is preferred to this one. */
function losesTo(view: View, row: RouteFact, twins: readonly RouteFact[]): boolean {
  const table = view.tableOf(row)
  const { rank } = view.system.ties
  const index = indexOf(table)
  const own = rowOf(index, row.route) ?? -1
  return leastPreferred(view)(twins).every((twin) => {
    const other = rowOf(index, twin.route)
    return (
      rank(twin.route) < rank(row.route) &&
      other !== undefined &&
      compareRows(table, other, own) < 0
    )
  })
}

/** Of rows, the one of the highest rank and the one that yields to all others. */
const leastPreferred = /* @__PURE__ */ once((view: View) =>
  once((twins: readonly RouteFact[]): readonly RouteFact[] => {
    const [first] = twins
    if (first === undefined) return []
    const table = view.tableOf(first)
    const { rank } = view.system.ties
    const row = ({ route }: RouteFact) => rowOf(indexOf(table), route) ?? -1
    const yields = (a: RouteFact, b: RouteFact) => compareRows(table, row(a), row(b)) > 0
    return [
      twins.reduce((a, b) => (rank(b.route) > rank(a.route) ? b : a)),
      twins.reduce((a, b) => (yields(b, a) ? b : a)),
    ]
  }),
)

function reason(facts: {
  loses: boolean
  unproven: boolean
  deletable: boolean
}): Finding['because'] {
  if (facts.loses) return 'loses-on-metric'
  if (facts.unproven) return 'adapter-not-proven'
  return facts.deletable ? undefined : 'not-deletable'
}

function subjectOf(row: RouteFact): string {
  const { gateway } = row.route
  const via = gateway.kind === 'address' ? gateway.address : ''
  return `${row.route.destination} ${via} ${row.interfaceId} ${row.table}`
}
