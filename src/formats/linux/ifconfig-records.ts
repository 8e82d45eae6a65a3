import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import type { Block } from '../ifconfig-address.js'
import type { Output } from '../output.js'

export type Address = Open<InterfaceAddress>

/** `UP LOOPBACK RUNNING  MTU:65536  Metric:1`, behind the addresses of the block. */
export function readFlags(out: Output, block: Block, mtu: number): void {
  const { row } = out
  block.head.mtu = mtu
  const words: string[] = []
  for (let i = 0; i < row.count && !row.cell(i).includes(':'); i++) words.push(row.cell(i))
  if (words.length > 0) setAll(block, { flags: words.join(',') })
  const strange = words.find(isGlued)
  if (strange !== undefined) sayOfBlock(out, block, strange)
  if (words.includes('LOOPBACK')) setAll(block, { loopback: true })
}

const FLAGS = ['BROADCAST', 'LOOPBACK', 'MULTICAST', 'NOARP', 'POINTOPOINT', 'PROMISC', 'RUNNING']

/** True for two words without the blank between them, and for what is no word. */
function isGlued(word: string): boolean {
  return (
    !/^\p{L}/u.test(word) ||
    word.length < 2 ||
    FLAGS.some((flag) => word !== flag && word.includes(flag))
  )
}

function sayOfBlock(out: Output, { addresses }: Block, text: string): void {
  const span = out.span()
  const { line, column } = addresses[0]?.span ?? span
  out.diagnose('unknown-word', { text, column: 'flag' }, { ...span, line, column })
}

/** Sets fields of the head and of all addresses of a block. */
export function setAll(
  block: Block,
  fields: { flags?: string; mac?: string; loopback?: true },
): void {
  Object.assign(block.head, fields)
  for (const address of block.addresses) Object.assign(address, fields)
}

/** An address of a block, with what the head says of it. */
export function addressOf(
  { head }: Block,
  read: { family: 4 | 6; cidr: string; zone?: string | undefined },
): Address {
  const { name, span, flags, mac, loopback } = head
  const colon = name.indexOf(':')
  const record: Address = {
    family: read.family,
    interface: colon > 0 ? name.slice(0, colon) : name,
    address: read.cidr.slice(0, read.cidr.indexOf('/')),
    span,
  }
  if (colon > 0) record.label = name
  if (read.zone !== undefined) record.zone = read.zone
  if (flags !== undefined) record.flags = flags
  if (mac !== undefined) record.mac = mac
  if (loopback !== undefined) record.loopback = loopback
  return record
}
