import type { Route } from '../../model/route.js'

/**
 * True where the first row of a text may have lost its front: `92.0.2.0/24` may be the rest of 192.0.2.0/24, `e80::/64`
 * of fe80::/64. There is no heading that would show it, but other addresses of the row may confirm it.
 */
export function mayLackFront(route: Route, printed: string): boolean {
  const { destination, gateway, source, type } = route
  if (type !== undefined || destination.endsWith('/0')) return false
  if (route.family === 6)
    return !WHOLE_IPV6.test(printed) && !(printed === '::1' && route.interface === 'lo')
  const octet = destination.slice(0, destination.indexOf('.') + 1)
  if (octet.length > MOST_OCTET_DIGITS) return false
  const others = [source, gateway.kind === 'address' ? gateway.address : undefined]
  return !others.some((address) => address?.startsWith(octet))
}

const MOST_OCTET_DIGITS = 3

/** Networks in use have four digits in front, but for those of RFC 6052 and 6666 mapped ones and `::1` of lo. */
const WHOLE_IPV6 = /^(?:[0-9a-f]{4}:|64:ff9b:|100::\/64|::\/96|::ffff:)/
