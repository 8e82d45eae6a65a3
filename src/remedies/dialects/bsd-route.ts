import type { Route } from '../../model/route.js'
import { readMask } from '../../net/cidr.js'
import type { Selector } from '../dialect.js'
import { destinationOf, gatewayAddress, hasLength, impliedLengths, readDestination } from './row.js'

/** How a route(8) of the BSD kind writes its words. */
export interface RouteSyntax {
  /** Keywords start with a dash; HP-UX writes them bare. */
  readonly dash: '-' | ''
  /** The mask that a network without one gets; `any` where it depends on the interfaces. */
  readonly impliedMask: 'octets' | 'any'
  /** Rows with flag I are reached only by `-ifscope` (macOS). */
  readonly scoped?: true
}

interface Words {
  readonly destination?: string
  readonly gateway?: string
  readonly third?: string
  readonly keys: ReadonlyMap<string, string>
}

const VALUED: ReadonlySet<string> = new Set([
  '@',
  'fib',
  'ifscope',
  'netmask',
  'prefixlen',
  'priority',
])
const BARE: ReadonlySet<string> = new Set([
  'host',
  'iface',
  'inet',
  'inet6',
  'interface',
  'n',
  'net',
  'p',
])

function split(argv: readonly string[], dash: string): Words | undefined {
  const keys = new Map<string, string>()
  const rest: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    const key = word.startsWith('-') || dash === '' ? word.replace(/^-/, '') : undefined
    if (key !== undefined && VALUED.has(key)) keys.set(key, argv[++at] ?? '')
    else if (key !== undefined && BARE.has(key)) keys.set(key, '')
    else if (word.startsWith('-')) return undefined
    else rest.push(word)
  }
  if (rest.shift() !== 'route' || !['delete', 'del'].includes(rest.shift() ?? '')) return undefined
  const [destination, gateway, third] = rest
  return {
    ...(destination === undefined ? {} : { destination }),
    ...(gateway === undefined ? {} : { gateway }),
    ...(third === undefined ? {} : { third }),
    keys,
  }
}

function lengthsOf(words: Words, network: string, bits: number, syntax: RouteSyntax) {
  const { keys } = words
  if (keys.has('prefixlen')) return [Number(keys.get('prefixlen'))]
  if (keys.has('netmask')) return [readMask(keys.get('netmask') ?? '')]
  if (words.third?.includes('.')) return [readMask(words.third)]
  if (keys.has('host')) return [bits]
  const implied = impliedLengths(network)
  if (keys.has('net')) return syntax.impliedMask === 'any' ? 'any' : implied
  // Without net or host, a destination whose host part is zero is a network, and else a host.
  return implied.some((length) => length < bits) ? [...implied, bits] : [bits]
}

/**
 * Reads a delete command as a route(8) descended from BSD does: the destination must be exact in address and mask; a
 * gateway chooses among rows of one destination; `-interface` means rows that lead straight to that interface.
 */
export function readBsdDelete(argv: readonly string[], syntax: RouteSyntax): Selector | undefined {
  const words = split(argv, syntax.dash)
  if (words?.destination === undefined) return undefined
  const wanted =
    words.destination === 'default'
      ? { network: words.keys.has('inet6') ? '::' : '0.0.0.0', length: 0 }
      : readDestination(words.destination)
  if (wanted === undefined) return undefined
  const bits = wanted.network.includes(':') ? 128 : 32
  const lengths =
    wanted.length === undefined ? lengthsOf(words, wanted.network, bits, syntax) : [wanted.length]
  return (row) => {
    const destination = destinationOf(row)
    if (destination === undefined || destination.network !== wanted.network) return false
    return hasLength(destination, lengths) && leadsTo(row, words) && inScope(row, words, syntax)
  }
}

function leadsTo(row: Route, { gateway, keys }: Words): boolean {
  if (gateway === undefined) return true
  if (keys.has('interface') || keys.has('iface'))
    return row.interface === gateway && row.gateway.kind !== 'address'
  // A gateway that the table does not show may be any.
  return row.gateway.kind === 'unknown' || gatewayAddress(row) === gateway
}

function inScope(row: Route, { keys }: Words, { scoped }: RouteSyntax): boolean {
  if (scoped === undefined) return true
  const isScoped = row.flags?.includes('I') ?? false
  return keys.has('ifscope') ? isScoped && row.interface === keys.get('ifscope') : !isScoped
}
