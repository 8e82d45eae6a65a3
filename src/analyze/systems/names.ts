import type { Interface, InterfaceAddress } from '../../model/interface.js'
import type { InterfaceClass, Interfaces, Known } from '../facts.js'

const LOOPBACK = /^lo\d*$/

/** The name of an interface without the number of an alias: `lo:1` is lo, `lan0:1` is lan0. */
export function baseName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(0, colon)
}

/** Interfaces of systems that print names: class by the flags that a listing shows, else by the name itself. */
export function namedInterfaces(known: Known, holders: RegExp): Interfaces {
  const listed = listedClasses(known)
  const classOf = (name: string | undefined): InterfaceClass => {
    if (name === undefined || name === '') return 'unknown'
    const base = baseName(name)
    if (LOOPBACK.test(base)) return 'loopback'
    return listed.get(base) ?? (holders.test(base) ? 'address-holder' : 'wire')
  }
  return {
    id: (name) => (name === undefined ? '' : baseName(name)),
    classOf,
    idOfListed: (address) => baseName(address.interface),
    classOfListed: (address) => classOf(address.interface),
  }
}

function listedClasses(known: Known): ReadonlyMap<string, InterfaceClass> {
  const classes = new Map<string, InterfaceClass>()
  const declared = new Set(known.host.loopbackAddresses)
  const note = (one: Interface | InterfaceAddress, name: string) => {
    const found = flagClass(one)
    if (found !== undefined) classes.set(baseName(name), found)
  }
  for (const one of known.interfaces) note(one, one.name)
  for (const { record } of known.addresses) note(record, record.interface)
  for (const { record } of known.addresses)
    if (declared.has(record.address)) classes.set(baseName(record.interface), 'address-holder')
  return classes
}

/** A device that never asks for hardware addresses and has no peer holds addresses and sends nothing. */
function flagClass(one: Interface | InterfaceAddress): InterfaceClass | undefined {
  if (one.loopback === true) return 'loopback'
  const flags = (one.flags ?? '').split(/[,\s<>]+/)
  if (flags.includes('LOOPBACK')) return 'loopback'
  const connects = ['POINTOPOINT', 'MASTER', 'SLAVE'].some((flag) => flags.includes(flag))
  return flags.includes('NOARP') && !connects && !('peer' in one) ? 'address-holder' : undefined
}
