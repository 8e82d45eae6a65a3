import type { Route } from '../../model/route.js'
import type { Row } from '../../text/row.js'
import { deadTypes } from './ip-route-words.js'

/**
 * The family of a row of `ip route` whose destination does not tell: `default`, `0/1`. undefined where the row does
 * not tell either, and its neighbours must.
 *
 * IPv4 prints `scope link` for what has no next hop and no metric of 0; IPv6 prints no scope (but `global` with -d),
 * always a metric, and gives every type that leads nowhere the device lo.
 */
export function rowFamily(row: Row, route: Route, from: number): 4 | 6 | undefined {
  const via = row.find('via', from)
  if (via > 0) {
    if (row.is(via + 1, 'inet6')) return 4
    if (row.is(via + 1, 'inet')) return 6
  }
  if (route.gateway.kind === 'address') return textFamily(route.gateway.address)
  if (route.source !== undefined) return textFamily(route.source)
  const source = row.find('from', from)
  if (source > 0 && !row.is(source + 1, 'all')) return textFamily(row.cell(source + 1))
  if (row.find('pref', from) > 0) return 6
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
