import { readHexMask, readMask } from '../../net/cidr.js'
import { formatIPv4Cidr, readIPv4, readOctets } from '../../net/ipv4.js'
import type { BareDestination } from '../unix/bare-destination.js'

/** A destination of -v; `masked` where the table prints the mask of an address. */
export type Masked = BareDestination & { readonly holes?: true; readonly masked?: true }

/**
 * `192.0.2.0/255.255.255.0` and `default/0.0.0.0` with -n; `192.0.2/0xffffff00`, `localhost/0xffffffff` without;
 * `default/0` of IPv6.
 */
export function readSlashMask(text: string): Masked | undefined {
  const slash = text.indexOf('/')
  if (slash < 1) return undefined
  const head = text.slice(0, slash)
  const mask = text.slice(slash + 1)
  const isHex = mask.startsWith('0x')
  const length = isHex ? readHexMask(mask) : readMask(mask)
  if (head === 'default') return defaultOf(length, mask)
  const value = isHex ? readOctets(head) : readIPv4(head)
  if (!isHex && readIPv4(mask) < 0) return undefined
  if (isHex && !/^0x[0-9a-f]{8}$/i.test(mask)) return undefined
  if (value < 0)
    return /^[A-Za-z][\w.-]*$/.test(head)
      ? { family: 4, destination: head, maskUnknown: true, name: true }
      : undefined
  if (length >= 0) return { family: 4, destination: formatIPv4Cidr(value, length), masked: true }
  return { family: 4, destination: head, maskUnknown: true, holes: true }
}

function defaultOf(length: number, mask: string): Masked | undefined {
  if (mask === '0') return { family: 6, destination: '::/0' }
  return length === 0 ? { family: 4, destination: '0.0.0.0/0' } : undefined
}
