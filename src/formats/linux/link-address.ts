import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { macAt } from '../cells.js'
import type { Output } from '../output.js'

/**
 * Octets of hardware addresses on Linux: 6 Ethernet, 8 FireWire and EUI-64, 20 InfiniBand; 9 is what /proc/net/arp has
 * room for, and 7 what the table of `arp -n` leaves of InfiniBand's.
 */
const OCTETS = [6, 8, 9, 20] as const
const CUT_OCTETS = [7] as const

/** A hardware address of any link type in its canonical spelling; undefined where the text is none. */
export function readLinkAddress(text: string): string | undefined {
  // Linux prints two digits an octet, so one digit is a sign of damage.
  return text.length % 3 === 2 && text.includes(':') ? fullOctets(text, OCTETS) : undefined
}

/** The octets that twenty characters hold of an InfiniBand address; undefined where the text is none. */
export function readCutLinkAddress(text: string): string | undefined {
  return fullOctets(text, CUT_OCTETS)
}

function fullOctets(text: string, octets: readonly number[]): string | undefined {
  const mac = readMac(text, octets)
  return mac?.length === text.length ? mac : undefined
}

/**
 * The hardware address of a cell; `null`, with a diagnostic, where it is none. iproute2 prints the address of a tunnel
 * (GRE, IPIP, SIT) as an IP address: that is no hardware address either.
 */
export function linkAddressAt(out: Output, index: number): string | null {
  const { row } = out
  const plain = macAt(row, index)
  if (plain !== undefined && plain.length === row.size(index)) return plain
  const text = row.cell(index)
  const mac = readLinkAddress(text)
  if (mac !== undefined && readAddress(text) === undefined) return mac
  const missing = 'the hardware address'
  if (index >= row.count) out.diagnose('cut-row', { text: row.excerpt(200), missing })
  else out.diagnose('bad-mac', { text }, out.span(index, index + 1))
  return null
}
