import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { macAt } from '../cells.js'
import type { Output } from '../output.js'

/**
 * Octets of hardware addresses on Linux: 6 Ethernet, 8 FireWire and EUI-64, 20 InfiniBand; 9 is what /proc/net/arp has
 * room for. Tunnels have 4 or 16, AX.25 and its kin 5 and 7.
 */
const OCTETS = [4, 5, 6, 7, 8, 9, 16, 20] as const

/** A hardware address of any link type in its canonical spelling; undefined where the text is none. */
export function readLinkAddress(text: string): string | undefined {
  // Linux prints two digits an octet, so one digit is a sign of damage.
  return text.length % 3 === 2 && text.includes(':') ? fullOctets(text) : undefined
}

function fullOctets(text: string): string | undefined {
  const mac = readMac(text, OCTETS)
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
