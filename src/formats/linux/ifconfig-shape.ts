import type { Row } from '../../text/row.js'

const COLON = 58

/** True where the head of a block of net-tools 2 begins: `eth0: flags=4163<UP,…>`. */
export function startsFlagsHead(row: Row, index: number): boolean {
  if (row.code(index, -1) !== COLON || row.size(index) < 2) return false
  return /^flags=\d+</.test(row.cell(index + 1))
}

const LABEL = /\p{L}:\p{L}/u

/** Letters stand around the colons of hardware and IPv6 addresses too: `ether 00:00:5e:aa:bb:cc`. */
function isLabelled(row: Row, index: number): boolean {
  const kind = row.kind(index)
  return kind !== 'mac' && kind !== 'ipv6' && kind !== 'cidr6' && LABEL.test(row.cell(index))
}

/**
 * True where the head of a block of net-tools 1 begins: a name, then one or two words with a colon between letters
 * (`Link encap:Ethernet`, `Protokoll:Ethernet`, `Lien encap:Boucle locale`). In a paste only its own word tells it.
 */
export function startsLinkHead(row: Row, index: number): boolean {
  if (row.kind(index) !== 'word' || row.code(index, -1) === COLON) return false
  if (/^[:.]|\//.test(row.cell(index))) return false
  if (/^encap\.?:/.test(row.cell(index + 2))) return true
  if (index > 0 || startsInet(row, 0)) return false
  return isLabelled(row, 1) || isLabelled(row, 2)
}

/** What an address line begins with: where its address stands, and which family it is. */
export interface InetStart {
  readonly family: 4 | 6
  /** The cell that holds the address, and the offset of it in that cell. */
  readonly at: number
  readonly offset: number
}

/** True where an address line begins. */
export function startsInet(row: Row, index: number): boolean {
  return inetStart(row, index) !== undefined
}

const INET = /^(?:inet|ipv)(6?)(?:[-_]?\p{L}*\.?)?(?::(.*))?$/iu
const MOST_WORDS = 3

/**
 * `inet 192.0.2.1`, `inet addr:192.0.2.1`, `inet Adresse:192.0.2.1`, `inet6 addr: fe80::1/64`, `Direc. inet:192.0.2.1`,
 * `inet6-Adresse: fe80::1/64`, `Dirección inet6: fe80::1/64`, `adr inet6: fe80::1/64`
 */
export function inetStart(row: Row, index: number): InetStart | undefined {
  // In the middle of a paste the words before it belong to nothing.
  if (index > 0 && !INET.test(row.cell(index))) return undefined
  for (let word = index; word < index + MOST_WORDS && word < row.count; word++) {
    const match = INET.exec(row.cell(word))
    if (match !== null) return addressFrom(row, word, match)
    if (row.kind(word) !== 'word' || row.code(word, -1) === COLON) return undefined
  }
  return undefined
}

function addressFrom(row: Row, word: number, match: RegExpExecArray): InetStart | undefined {
  const family = match[1] === '6' ? 6 : 4
  if (match[2] !== undefined)
    return match[2] === ''
      ? placed(row, { family, at: word + 1, offset: 0 })
      : placed(row, { family, at: word, offset: row.size(word) - match[2].length })
  if (isAddressKind(row.kind(word + 1))) return { family, at: word + 1, offset: 0 }
  const next = row.cell(word + 1)
  const colon = next.indexOf(':')
  if (colon < 1 || !/^\p{L}/u.test(next)) return undefined
  return colon + 1 < next.length
    ? placed(row, { family, at: word + 1, offset: colon + 1 })
    : placed(row, { family, at: word + 2, offset: 0 })
}

function placed(row: Row, start: InetStart): InetStart | undefined {
  const first = row.code(start.at, start.offset)
  const isHex = (first >= 48 && first <= 58) || ((first | 32) >= 97 && (first | 32) <= 102)
  return isHex ? start : undefined
}

function isAddressKind(kind: string): boolean {
  return kind === 'ipv4' || kind === 'ipv6' || kind === 'cidr4' || kind === 'cidr6'
}
