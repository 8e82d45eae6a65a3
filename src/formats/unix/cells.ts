import type { Gateway } from '../../model/route.js'
import type { Row } from '../../text/row.js'
import { gatewayMemo, linkGateway } from '../cells.js'
import type { Output } from '../output.js'

const COLON = 58
const DOT = 46
const UNDERSCORE = 95
const HYPHEN = 45

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122

/** Solaris' names may hold a hyphen (`sp-phys0`), all the others only the rest. */
const isJoint = (code: number) =>
  code === COLON || code === DOT || code === UNDERSCORE || code === HYPHEN

/**
 * True where the cell can be the name of a Unix interface: a letter first, a digit last (`e1000g0`, `lan0:1`,
 * `pFFFF.ibp0`, `tfportqsfp0_0`). These systems number every interface, so a name without one was cut.
 */
export function isInterfaceName(row: Row, index: number): boolean {
  const size = row.size(index)
  if (size < 2 || !isLetter(row.code(index)) || !isDigit(row.code(index, -1))) return false
  for (let i = 1; i < size; i++) {
    const code = row.code(index, i)
    if (!isDigit(code) && !isLetter(code) && !isJoint(code)) return false
  }
  return true
}

/** True where the cell looks like an address, a network or a hardware address. */
export function isAddressLike(row: Row, index: number): boolean {
  switch (row.kind(index)) {
    case 'cidr4':
    case 'cidr6':
    case 'ipv4':
    case 'mac':
      return true
    case 'ipv6':
      // A colon that stands alone closes a title.
      return row.size(index) > 1
    default:
      return false
  }
}

/** True where no cell of the row looks like an address: it may be a title or a heading. */
export function holdsNoAddress(row: Row): boolean {
  for (let i = 0; i < row.count; i++) if (isAddressLike(row, i)) return false
  return true
}

/** True where the cell can begin a row of a route table. */
export function isDestinationLike(row: Row, index: number): boolean {
  switch (row.kind(index)) {
    case 'cidr4':
    case 'cidr6':
    case 'ipv4':
    case 'ipv6':
    case 'short4':
      return true
    default:
      return isDefault(row, index)
  }
}

/** True for the word of the default route; notes write it with a capital, the z/OS console in capitals. */
export function isDefault(row: Row, index: number): boolean {
  const code = row.code(index) | 32
  if (code !== 100 || row.size(index) !== 7) return false
  return row.is(index, 'default') || row.is(index, 'Default') || row.is(index, 'DEFAULT')
}

/** True where the cell can be a next hop: an address, a hardware address or a link. */
export function isGatewayLike(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind === 'ipv4' || kind === 'ipv6' || kind === 'mac') return true
  return kind === 'word' && row.code(index) === 108 && linkGateway(row.cell(index)) !== undefined
}

/** True where the cell can be a host or network name: it has letters and nothing that a name has not. */
export function isNameLike(row: Row, index: number): boolean {
  const size = row.size(index)
  if (size < 2) return false
  let letters = false
  for (let i = 0; i < size; i++) {
    const code = row.code(index, i)
    if (isLetter(code)) letters = true
    else if (!isDigit(code) && code !== DOT && code !== HYPHEN && code !== UNDERSCORE) return false
  }
  return letters && isWordCode(row.code(index))
}

function isWordCode(code: number): boolean {
  return isDigit(code) || isLetter(code)
}

/** Reads gateway cells of route tables whose command may have been run without -n. */
export class GatewayColumn {
  private readonly out: Output
  private readonly memo = gatewayMemo()

  constructor(out: Output) {
    this.out = out
  }

  /** The gateway of a cell; a name is kept as `unknown`, and said. */
  at(row: Row, index: number): Gateway {
    const gateway = this.memo.at(row, index)
    if (gateway.kind === 'unknown') this.sayUnknown(gateway.text, index)
    return gateway
  }

  private sayUnknown(text: string, index: number): void {
    const { out } = this
    const span = out.span(index, index + 1)
    const column = 'the gateway'
    if (isNameLike(out.row, index)) out.diagnose('name-for-address', { text, column }, span)
    else out.diagnose('bad-address', { text, column }, span)
  }
}
