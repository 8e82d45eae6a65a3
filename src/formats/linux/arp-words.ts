import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import type { Row } from '../../text/row.js'
import type { Output } from '../output.js'

const EXCERPT = 200
/** Characters of six and of twenty octets. */
const ETHERNET = 6 * 3 - 1
const INFINIBAND = 20 * 3 - 1

/** Checks a hardware address against its link type: /proc/net/arp has room for nine octets of InfiniBand's twenty. */
export function checkHardware(out: Output, neighbor: Open<Neighbor>, index: number): void {
  const { hwtype, mac } = neighbor
  if (mac === null || mac.length === ETHERNET) return
  const span = out.span(index, index + 1)
  if (hwtype === 'ether' || hwtype === '0x1') {
    neighbor.mac = null
    out.diagnose('bad-mac', { text: out.row.cell(index) }, span)
  } else if ((hwtype === 'infiniband' || hwtype === '0x20') && mac.length < INFINIBAND)
    out.diagnose('address-cut', { text: mac, column: 'the hardware address' }, span)
}

/** The interface of a cell; Georgian glues its word for "on" behind the name: `eth0-ზე`. */
export function readInterface(text: string): string {
  return text.charCodeAt(text.length - 1) > 0x7f ? text.replace(/-[^\x20-\x7e]+$/, '') : text
}

/** True for the line that arp -v puts below its rows, in any language: `Entries: 12	Skipped: 0	Found: 12`. */
export function arpFooter(row: Row): boolean {
  const text = row.excerpt(EXCERPT)
  return /^[^:]{2,30}: ?\d+\s+[^:]{2,30}: ?\d+\s+[^:]{2,30}: ?\d+$/.test(text)
}
