import type { Route } from '../../model/route.js'
import { readMask } from '../../net/cidr.js'
import type { Selector, Target } from '../dialect.js'
import { type Destination, destinationOf, gatewayAddress, readDestination } from './row.js'

interface Words {
  readonly wanted: Destination
  readonly gateway?: string
  readonly index?: number
}

/** True where the row goes out of the adapter with that index; IPv4 rows print only the adapter's address. */
function onAdapter(row: Route, index: number, { row: flagged, adapter }: Target): boolean {
  if (row.family === 6) return row.interface === String(index)
  return adapter.index === index && (row.interface === flagged.interface || row.persistent === true)
}

/** The gateway word of a row without a real gateway is the adapter's address, the interface column. */
function leadsTo(row: Route, gateway: string): boolean {
  if (row.gateway.kind === 'unknown') return true
  if (row.gateway.kind === 'onlink') return row.interface === gateway
  return gatewayAddress(row) === gateway
}

/** 0.0.0.0 and :: as next hop are how netsh and `route … if` spell On-link. */
function isUnspecified(gateway: string): boolean {
  return gateway === '0.0.0.0' || gateway === '::'
}

function selector({ wanted, gateway, index }: Words, target: Target): Selector {
  return (row) => {
    const at = destinationOf(row)
    if (at === undefined || at.network !== wanted.network) return false
    if (wanted.length !== undefined && at.length !== undefined && at.length !== wanted.length)
      return false
    if (gateway !== undefined) {
      const fits = isUnspecified(gateway)
        ? row.gateway.kind === 'onlink' || gatewayAddress(row) === row.interface
        : leadsTo(row, gateway)
      if (!fits) return false
    }
    return index === undefined || onAdapter(row, index, target)
  }
}

/**
 * `route [-6] delete N [mask M] [gateway] [if I]`: what is left out limits nothing, so without a mask every length of
 * N goes, and without a gateway every twin. Saved rows go as well.
 */
function readRoute(words: string[]): Words | undefined {
  if (words[0] === '-6') words.shift()
  if (words.shift() !== 'delete') return undefined
  const wanted = readDestination(words.shift() ?? '')
  if (wanted === undefined) return undefined
  let length = wanted.length
  if (words[0] === 'mask') length = readMask(words.splice(0, 2)[1] ?? '')
  const gateway = words[0] === 'if' ? undefined : words.shift()
  const index = words[0] === 'if' ? Number(words[1]) : undefined
  return {
    wanted: { network: wanted.network, ...(length === undefined ? {} : { length }) },
    ...(gateway === undefined ? {} : { gateway }),
    ...(index === undefined ? {} : { index }),
  }
}

/** `netsh interface ipv4 delete route prefix=N/L interface=I nexthop=G`, or the same values by position. */
function readNetsh(words: readonly string[], target: Target): Words | undefined {
  const [, , verb, what, prefix, adapter, nexthop] = words
  if (verb !== 'delete' || what !== 'route') return undefined
  const wanted = readDestination(afterEquals(prefix))
  const index = afterEquals(adapter)
  if (wanted === undefined) return undefined
  const gateway = nexthop === undefined ? undefined : afterEquals(nexthop)
  return {
    wanted,
    index: /^\d+$/.test(index) ? Number(index) : (target.adapter.index ?? -1),
    ...(gateway === undefined ? {} : { gateway }),
  }
}

const afterEquals = (word: string | undefined): string => word?.split('=').at(-1) ?? ''

/** `Remove-NetRoute -DestinationPrefix N/L -InterfaceIndex I [-NextHop G] -Confirm:$false`. */
function readPowerShell(words: readonly string[]): Words | undefined {
  const after = (key: string): string | undefined =>
    words.includes(key) ? words[words.indexOf(key) + 1] : undefined
  const wanted = readDestination(after('-DestinationPrefix') ?? '')
  const gateway = after('-NextHop')
  if (wanted === undefined) return undefined
  return {
    wanted,
    index: Number(after('-InterfaceIndex')),
    ...(gateway === undefined ? {} : { gateway }),
  }
}

/** What a delete command of Windows takes away. */
export function readWindowsDelete(argv: readonly string[], target: Target): Selector | undefined {
  const [tool, ...rest] = argv
  const words =
    tool === 'route'
      ? readRoute(rest)
      : tool === 'netsh'
        ? readNetsh(rest, target)
        : tool === 'Remove-NetRoute'
          ? readPowerShell(rest)
          : undefined
  return words === undefined ? undefined : selector(words, target)
}
