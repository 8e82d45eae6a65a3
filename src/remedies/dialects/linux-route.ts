import type { Route } from '../../model/route.js'
import { readMask } from '../../net/cidr.js'
import type { Selector } from '../dialect.js'
import { destinationOf, gatewayAddress, readDestination } from './row.js'

const TYPES: ReadonlySet<string> = new Set([
  'anycast',
  'blackhole',
  'broadcast',
  'local',
  'multicast',
  'prohibit',
  'throw',
  'unicast',
  'unreachable',
])

const NUMBERED: Readonly<Record<string, string>> = {
  '253': 'default',
  '254': 'main',
  '255': 'local',
}

const OF_LOCAL: ReadonlySet<string> = new Set(['anycast', 'broadcast', 'local', 'multicast'])

/** The table of a row; a listing of one table does not name it, but these types stand in table local only. */
export function tableOf(row: Route): string {
  const table = row.table ?? (OF_LOCAL.has(row.type ?? '') && row.family === 4 ? 'local' : 'main')
  return Object.hasOwn(NUMBERED, table) ? (NUMBERED[table] ?? table) : table
}

interface Words {
  readonly family: 4 | 6
  readonly type?: string
  readonly destination: { readonly network: string; readonly length: number }
  readonly keys: ReadonlyMap<string, string>
}

function readWords(argv: readonly string[]): Words | undefined {
  const rest = [...argv]
  rest.shift()
  const family = rest[0] === '-6' ? 6 : 4
  if (family === 6) rest.shift()
  if (rest.shift() !== 'route' || !['del', 'delete'].includes(rest.shift() ?? '')) return undefined
  const type = TYPES.has(rest[0] ?? '') ? rest.shift() : undefined
  const text = rest.shift() ?? ''
  const read =
    text === 'default'
      ? { network: family === 6 ? '::' : '0.0.0.0', length: 0 }
      : readDestination(text)
  if (read === undefined) return undefined
  const keys = new Map<string, string>()
  while (rest.length > 0) {
    const key = rest.shift() ?? ''
    if (rest[0] === 'inet6') rest.shift()
    keys.set(key, rest.shift() ?? '')
  }
  const length = read.length ?? (family === 6 ? 128 : 32)
  return {
    family,
    ...(type === undefined ? {} : { type }),
    destination: { network: read.network, length },
    keys,
  }
}

/**
 * What the kernel deletes for `ip route del`: the first row whose prefix, table and every attribute given are equal.
 * So all rows that it could take are answered, and a command is only as good as there is one.
 */
export function readIpRouteDelete(argv: readonly string[]): Selector | undefined {
  const words = readWords(argv)
  if (words === undefined) return undefined
  const { keys, type } = words
  // iproute2 looks for these types in table local unless told otherwise.
  const inLocal = type === 'local' || type === 'broadcast' || type === 'anycast'
  const table = keys.get('table') ?? (inLocal ? 'local' : 'main')
  return (row) =>
    row.family === words.family &&
    isAt(row, words.destination) &&
    tableOf(row) === table &&
    (type === undefined || (row.type ?? 'unicast') === type) &&
    (!keys.has('via') || gatewayAddress(row) === keys.get('via')) &&
    (!keys.has('dev') || row.interface?.split(':')[0] === keys.get('dev')) &&
    (!keys.has('metric') || row.metric === Number(keys.get('metric')))
}

function isAt(row: Route, wanted: { network: string; length: number }): boolean {
  const destination = destinationOf(row)
  return destination?.network === wanted.network && destination.length === wanted.length
}

/** What net-tools' `route del` takes: plain rows of table main only. */
export function readNetToolsDelete(argv: readonly string[]): Selector | undefined {
  const words = argv.slice(1)
  const family = words[0] === '-6' ? 6 : 4
  if (family === 6) words.shift()
  if (words.shift() !== 'del') return undefined
  const keys = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word.includes('/')) keys.set('-net', word)
    else keys.set(word, words[++at] ?? '')
  }
  const read = readDestination(keys.get('-net') ?? '')
  const length = keys.has('netmask') ? readMask(keys.get('netmask') ?? '') : (read?.length ?? -1)
  if (read === undefined || length < 0) return undefined
  return (row) =>
    row.family === family &&
    isAt(row, { network: read.network, length }) &&
    tableOf(row) === 'main' &&
    (row.type ?? 'unicast') === 'unicast' &&
    (!keys.has('gw') || gatewayAddress(row) === keys.get('gw')) &&
    (!keys.has('dev') || row.interface?.split(':')[0] === keys.get('dev')) &&
    (!keys.has('metric') || (row.metric ?? 1024) === Number(keys.get('metric')))
}
