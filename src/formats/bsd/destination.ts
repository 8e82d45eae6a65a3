import { readHexMask } from '../../net/cidr.js'
import { formatIPv4, formatIPv4Cidr, octetCount, readIPv4, readOctets } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import { type Destination, defaultDestination, destinationAt, shortNetworkAt } from '../cells.js'
import type { Output } from '../output.js'
import type { Dialect } from './dialect.js'

/** Why a destination is less than certain. */
export type Doubt = 'cut' | 'family' | 'holes' | 'length' | 'name'

/** What a destination cell says, and what is doubtful about it. */
export interface Network extends Destination {
  readonly maskUnknown?: true
  readonly doubt?: Doubt
}

/** Without -n the destination and gateway columns are this wide, and what is longer is cut. */
const NARROW = 18
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/

/** Reads the destination cells of one table by the rule of its system. */
export class DestinationColumn {
  /** The family that the section's title names. */
  family: 4 | 6 | undefined
  /** Width of the column by the section's heading; 0 where it is not known. */
  width = 0
  private readonly out: Output
  private readonly dialect: Dialect
  /** The family of the row before: a default row may not tell. */
  private previous: 4 | 6 = 4
  private printsClassMasks = false
  private hasNames = false

  constructor(out: Output, dialect: Dialect) {
    this.out = out
    this.dialect = dialect
  }

  /** The network of the row's first cell; undefined where it is no destination. */
  at(isHost: boolean): Network | undefined {
    const network = this.read(isHost)
    if (network !== undefined) this.previous = network.family
    return network
  }

  private read(isHost: boolean): Network | undefined {
    const { row } = this.out
    const kind = row.kind(0)
    switch (kind) {
      case 'cidr4':
        return this.full4()
      case 'ipv4':
        return isHost ? destinationAt(row, 0) : this.bare4()
      case 'number':
      case 'short4':
        return short4(row, this.dialect.printsLengths)
      case 'ipv6':
      case 'cidr6':
        return this.v6(isHost)
      case 'word':
        return this.word()
      default:
        return undefined
    }
  }

  /** True while a row may still show how masks are printed. */
  get learns(): boolean {
    return this.dialect.dropsClassMasks && !this.printsClassMasks
  }

  /** Called behind rows of a family that were read without this column. */
  follow(family: 4 | 6): void {
    this.previous = family
  }

  /** True where a cell without -n may have been cut to its column. */
  isCut(text: string): boolean {
    const size = text.length
    if (this.width > 0) return this.width <= NARROW && size >= this.width
    if (size !== NARROW) return false
    return this.hasNames || (this.dialect.printsZones && /^fe80:/.test(text) && !text.includes('%'))
  }

  /** Remembers that names are printed: then addresses may be cut. */
  sawName(): void {
    this.hasNames = true
  }

  private full4(): Network | undefined {
    const network = destinationAt(this.out.row, 0)
    if (network !== undefined && !this.printsClassMasks && this.dialect.dropsClassMasks)
      this.printsClassMasks = /\/(?:8|16|24)$/.test(network.destination)
    return network
  }

  /**
   * Four octets in a row without H: a host everywhere but on FreeBSD up to 10 without -n, which leaves out a mask of
   * /8, /16 or /24, whatever the class. Which of them it was, only a third octet tells. Without a heading the table may
   * be another system's, whose networks look so.
   */
  private bare4(): Network | undefined {
    const network = this.completed4()
    if (network === undefined || this.width > 0 || network.doubt !== undefined) return network
    return { ...network, doubt: 'length' }
  }

  private completed4(): Network | undefined {
    const { row } = this.out
    const network = destinationAt(row, 0)
    if (network === undefined || !this.dialect.dropsClassMasks || this.printsClassMasks)
      return network
    const text = row.flat(0)
    const value = readIPv4(text)
    if ((value & 255) !== 0) return network
    if ((value & 0xff00) !== 0) return { family: 4, destination: `${text}/24` }
    return { family: 4, destination: text, maskUnknown: true, doubt: 'length' }
  }

  private v6(isHost: boolean): Network | undefined {
    const { row } = this.out
    const text = row.flat(0)
    const network = destinationAt(row, 0)
    if (network === undefined || this.isCut(text)) return this.cut(text)
    if (isHost || row.kind(0) === 'cidr6') return network
    // macOS without -n prints the networks of this family without their length.
    const { destination } = network
    return { ...network, destination: destination.slice(0, -4), maskUnknown: true }
  }

  /** An address of this family that does not parse was cut, where it fills a column that cuts. */
  private cut(text: string): Network | undefined {
    const size = text.length
    const fills = this.width > 0 ? this.width <= NARROW && size >= this.width : isNarrow(size)
    return fills ? { family: 6, destination: text, doubt: 'cut' } : undefined
  }

  /** Routes to IPv4 through a gateway of IPv6 are as rare as a row that stands in the other family's section. */
  private default(family: 4 | 6): Network {
    const told = familyOf(this.out.row, 1) ?? family
    if (told === family) return defaultDestination(family)
    return { ...defaultDestination(4), doubt: 'family' }
  }

  private word(): Network | undefined {
    const { row } = this.out
    const text = row.flat(0)
    const family = this.family ?? (row.kind(1) === 'ipv6' ? 6 : this.previous)
    if (text === 'default' || text === 'Default') return this.default(family)
    if (text.includes('&')) return holed(text)
    return NAME.test(text) ? { family, destination: text, doubt: 'name' } : undefined
  }
}

/** The family of an address in a cell; undefined where there is none. */
function familyOf(row: Row, index: number): 4 | 6 | undefined {
  const kind = row.kind(index)
  return kind === 'ipv4' ? 4 : kind === 'ipv6' ? 6 : undefined
}

/** 16 characters in 4.4BSD's tables, 18 in all later ones. */
function isNarrow(size: number): boolean {
  return size >= 16 && size <= NARROW
}

/** Every BSD prints a mask with holes as `dest&0xmask`; some releases cut it. */
function holed(text: string): Network | undefined {
  const and = text.indexOf('&')
  const value = readOctets(text.slice(0, and))
  if (value < 0) return undefined
  const length = text.length - and === 11 ? readHexMask(text.slice(and + 1)) : -1
  if (length >= 0) return { family: 4, destination: formatIPv4Cidr(value, length) }
  return { family: 4, destination: formatIPv4(value), maskUnknown: true, doubt: 'holes' }
}

/** What the classes make of one, two and three octets; other bare forms are not printed by current kernels. */
function classOf(first: number, octets: number): number {
  if (octets === 1 && first < 128) return 8
  if (octets === 2 && first >= 128 && first < 192) return 16
  return octets === 3 && first >= 192 ? 24 : 0
}

/**
 * A network whose zero octets at the end are left out.
 *
 * ```
 * 127                127.0.0.1          UCS            lo0        the class gives the length
 * 10.0.7/24          link#4             UCS            en0
 * ^^^^^^ octets that are not printed are zero
 * ```
 */
function short4(row: Row, printsLengths: boolean): Network | undefined {
  const text = row.cell(0)
  if (text.includes('/')) return shortNetworkAt(row, 0)
  const value = readOctets(text)
  if (value < 0) return undefined
  const octets = octetCount(row.codes, row.from(0), row.to(0))
  const classed = printsLengths ? 0 : classOf(value >>> 24, octets)
  if (classed > 0) return { family: 4, destination: formatIPv4Cidr(value, classed) }
  return { family: 4, destination: formatIPv4Cidr(value, octets * 8), doubt: 'length' }
}

/** Says what is doubtful about the destination in the row's first cell. */
export function reportDestination(out: Output, network: Network): void {
  const { row } = out
  const text = row.flat(0)
  const span = out.span(0, 1)
  if (network.doubt === 'cut')
    out.diagnose('address-cut', { text, column: 'the destination' }, span)
  else if (network.doubt === 'holes') out.diagnose('mask-holes', { text }, span)
  else if (network.doubt === 'name')
    out.diagnose('name-for-address', { text, column: 'the destination' }, span)
  else if (network.doubt === 'family') {
    const why = 'its gateway is of the other family than its section'
    out.diagnose('row-doubtful', { text: row.excerpt(200), why })
  } else if (network.doubt === 'length')
    out.diagnose('mask-doubtful', { text, assumed: network.destination }, span)
}
