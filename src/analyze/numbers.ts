import { readIPv4 } from '../net/ipv4.js'

/**
 * Networks as bare numbers, for passes over whole tables.
 *
 * A full Internet table has a million rows; a bigint or an object a row would cost seconds. IPv4 stays a number, and
 * IPv6, of which tables are a fifth as long, a bigint made from its digits without asking a package.
 */
export interface NumericNetwork {
  readonly family: 4 | 6
  /** Number for IPv4, bigint for IPv6; host bits are zero. */
  readonly network: number | bigint
  readonly length: number
}

/** The number of a canonical IPv6 address as the readers give it; undefined where the text is none. */
export function readIPv6(text: string, end = text.length): bigint | undefined {
  const body = text.slice(0, end)
  const gap = body.indexOf('::')
  const head = hexGroups(gap < 0 ? body : body.slice(0, gap))
  const tail = gap < 0 ? '' : hexGroups(body.slice(gap + 2))
  if (head === undefined || tail === undefined || head.length + tail.length > 32) return undefined
  if (gap < 0 && head.length !== 32) return undefined
  return BigInt(`0x${head.padEnd(32 - tail.length, '0')}${tail}`)
}

/** The hexadecimal digits of colon-separated groups, the last of which may be a dotted quad. */
function hexGroups(text: string): string | undefined {
  if (text === '') return ''
  let digits = ''
  for (const group of text.split(':')) {
    const v4 = group.includes('.') ? readIPv4(group) : -1
    if (v4 >= 0) digits += v4.toString(16).padStart(8, '0')
    else if (/^[0-9a-f]{1,4}$/i.test(group)) digits += group.padStart(4, '0')
    else return undefined
  }
  return digits
}

/** The network of a canonical CIDR; undefined for a bare address or a name. */
export function readNetwork(cidr: string): NumericNetwork | undefined {
  const slash = cidr.lastIndexOf('/')
  if (slash < 0) return undefined
  const length = Number(cidr.slice(slash + 1))
  const v4 = readIPv4(cidr.slice(0, slash))
  if (v4 >= 0) return { family: 4, network: maskNumber(v4, length), length }
  const v6 = readIPv6(cidr, slash)
  return v6 === undefined ? undefined : { family: 6, network: maskBigint(v6, length), length }
}

/** An IPv4 number without the bits behind `length`. */
export function maskNumber(value: number, length: number): number {
  return length === 0 ? 0 : (value & (0xffffffff << (32 - length))) >>> 0
}

/** An IPv6 number without the bits behind `length`. */
export function maskBigint(value: bigint, length: number): bigint {
  const shift = BigInt(128 - length)
  return (value >> shift) << shift
}

/** True where the network holds the address, which must be of the same family. */
export function holds(network: NumericNetwork, address: number | bigint): boolean {
  return typeof address === 'number'
    ? maskNumber(address, network.length) === network.network
    : maskBigint(address, network.length) === network.network
}
