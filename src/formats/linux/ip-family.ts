import type { Route } from '../../model/route.js'
import { deadTypes } from './ip-route-words.js'

/** What a route says besides its fields that tells its family. */
export interface FamilyHints {
  /** The family that the next hop is said to be of, because the route is of the other: `via inet6 fe80::1`. */
  readonly via?: string
  /** The source network that the route is for. */
  readonly from?: string
  /** It has a router preference, which is a thing of IPv6. */
  readonly pref: boolean
}

/**
 * The family of a route of iproute2 whose destination does not tell: `default`, `0/1`. undefined where nothing tells,
 * and its neighbours must.
 *
 * IPv4 prints `scope link` for what has no next hop and no metric of 0; IPv6 prints no scope (but `global` with -d),
 * always a metric, and gives every type that leads nowhere the device lo.
 */
export function guessFamily(route: Route, hints: FamilyHints): 4 | 6 | undefined {
  if (hints.via !== undefined) return hints.via === 'inet6' ? 4 : 6
  if (route.gateway.kind === 'address') return textFamily(route.gateway.address)
  if (route.source !== undefined) return textFamily(route.source)
  if (hints.from !== undefined && hints.from !== 'all') return textFamily(hints.from)
  if (hints.pref) return 6
  if (route.scope !== undefined && route.scope !== 'global') return 4
  if (route.type !== undefined && deadTypes.has(route.type))
    return route.interface === undefined ? 4 : 6
  return route.interface !== undefined && route.metric !== undefined && route.scope === undefined
    ? 6
    : undefined
}

function textFamily(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4
}
