import { readAddress } from './address.js'

/** An address that clients may use, in canonical text, or what is wrong with the text. */
export type ClusterAddress =
  | { readonly address: string; readonly fault?: never }
  | { readonly fault: string; readonly address?: never }

const EXPECTED = 'expected an IPv4 address of four decimal numbers, or an IPv6 address'

/** IPv4 ranges that no cluster address lies in, by their first octets, and what they are. */
const UNFIT: readonly (readonly [RegExp, string])[] = [
  [/^0\./, 'it means no address'],
  [/^127\./, 'it is a loopback address'],
  [/^(?:22[4-9]|23\d)\./, 'it is a multicast address'],
  [/^255\.255\.255\.255$/, 'it is the broadcast address'],
  [/^::$/, 'it means no address'],
  [/^::1$/, 'it is the loopback address'],
  [/^ff[0-9a-f]{2}:/, 'it is a multicast address'],
]

/** Reads a cluster address strictly: no length, no zone, no short, octal or hexadecimal form. */
export function readClusterAddress(text: string): ClusterAddress {
  if (text.includes('/')) return { fault: 'expected an address without a length' }
  if (text.includes('%')) return { fault: 'expected an address without a zone' }
  const read = readAddress(text)
  if (read === undefined) return { fault: formFault(text) }
  const { address } = read
  const unfit = UNFIT.find(([range]) => range.test(address))
  if (unfit === undefined) return { address }
  return { fault: `expected an address that clients use; ${unfit[1]}` }
}

function formFault(text: string): string {
  if (!/^[0-9.]+$/.test(text)) return EXPECTED
  const parts = text.split('.')
  if (parts.length !== 4) return `${EXPECTED}; it has ${parts.length} of the four numbers`
  if (parts.some((part) => /^0\d/.test(part)))
    return `${EXPECTED}; a number with a leading zero is octal to some programs`
  return `${EXPECTED}; each from 0 to 255`
}
