import type { Route } from '../../model/route.js'
import type { InterfaceClass, Interfaces, Known, Seen } from '../facts.js'

/** "LOOP" in ASCII: the hardware address of Microsoft's installable loopback adapter, in every language. */
const LOOPBACK_MAC = '02:00:4c:4f:4f:50'
/** The built-in loopback, which carries no alias. */
const BUILT_IN = '#1'
const INDEX = /^\d+$/

/**
 * The adapters of a Windows host. The IPv4 table names an adapter by one of its addresses, the IPv6 table and netsh
 * by its index; heads of `arp -a`, netsh's rows and `ipconfig /all` join the two, and the Interface List gives an
 * index its hardware address.
 */
export function windowsAdapters(known: Known): Interfaces {
  const indexOf = indexes(known)
  const id = (name: string | undefined): string => {
    if (name === undefined) return ''
    if (INDEX.test(name)) return `#${name}`
    if (name === '127.0.0.1') return BUILT_IN
    const index = indexOf.get(name)
    return index === undefined ? name : `#${index}`
  }
  const proven = provenClasses(known, id)
  const wired = new Set([...known.gatewayInterfaces].map(id))
  const holders = onlyClusterAddresses(known.rows, known, id)
  const sureClass = (address: string): InterfaceClass =>
    proven.get(id(address)) ?? (wired.has(id(address)) ? 'wire' : 'unknown')
  const listed = new Map<string, InterfaceClass>()
  for (const { record } of known.addresses) {
    const found = sureClass(record.address)
    if (found !== 'unknown' && !listed.has(record.interface)) listed.set(record.interface, found)
  }
  return {
    id,
    idOfListed: (one) => id(one.address),
    classOfListed: (one) => listed.get(one.interface) ?? 'unknown',
    classOf: (name) => {
      const key = id(name)
      if (name === undefined || key === '') return 'unknown'
      const found = proven.get(key)
      if (found !== undefined) return found
      if (key === BUILT_IN || known.isVip(name)) return 'loopback'
      if (wired.has(key)) return 'wire'
      return holders.has(key) ? 'loopback' : 'unknown'
    },
  }
}

/** Index of the adapter that has an address. */
function indexes(known: Known): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { record } of known.neighbors)
    if (record.index !== undefined && record.interface !== undefined)
      found.set(record.interface, String(record.index))
  for (const { record } of known.addresses)
    if (record.index !== undefined) found.set(record.address, String(record.index))
  for (const { record } of known.rows) {
    const [address = '', length] = record.destination.split('/')
    const isHost = length === (record.family === 4 ? '32' : '128')
    if (isHost && record.gateway.kind === 'onlink' && INDEX.test(record.interface ?? ''))
      if (!/^(?:2[2-5]\d\.|ff)/.test(address)) found.set(address, record.interface ?? '')
  }
  return found
}

/** What the caller declares, a listing shows, or the Interface List's hardware address proves. */
function provenClasses(
  known: Known,
  id: (name: string) => string,
): ReadonlyMap<string, InterfaceClass> {
  const found = new Map<string, InterfaceClass>()
  for (const one of known.interfaces) {
    if (one.index === undefined) continue
    if (one.mac === LOOPBACK_MAC) found.set(`#${one.index}`, 'loopback')
    else if (one.mac !== undefined) found.set(`#${one.index}`, 'wire')
  }
  for (const { record } of known.addresses) {
    const loopback = record.mac === LOOPBACK_MAC || record.loopback === true
    if (loopback) found.set(id(record.address), 'loopback')
    else if (record.mac !== undefined) found.set(id(record.address), 'wire')
  }
  for (const address of known.host.loopbackAddresses) found.set(id(address), 'loopback')
  return found
}

/** Indexes of adapters that have cluster addresses and no other, seen in tables that name adapters by index. */
function onlyClusterAddresses(
  rows: readonly Seen<Route>[],
  known: Known,
  id: (name: string) => string,
): ReadonlySet<string> {
  const cluster = new Set<string>()
  const others = new Set<string>()
  for (const { record } of rows) {
    const [address = '', length] = record.destination.split('/')
    if (!INDEX.test(record.interface ?? '') || length !== (record.family === 4 ? '32' : '128'))
      continue
    if (/^(?:2[2-5]\d\.|ff|fe80)/.test(address) || address.endsWith('.255')) continue
    const set = known.isVip(address) ? cluster : others
    set.add(id(record.interface ?? ''))
  }
  return new Set([...cluster].filter((one) => !others.has(one)))
}
