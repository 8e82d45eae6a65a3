import type { Gateway } from '../../model/route.js'
import { maskLength, readIPv4 } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import { addressGateway, ipv4At } from '../cells.js'
import { phraseLength } from './words.js'

/** How the cells of one row are told apart; `end` is the cell behind it. */
export interface RouteShape {
  readonly kind: 'active' | 'persistent' | 'ipv6'
  /** First cell behind the gateway, which may be of several words. */
  readonly gatewayEnd: number
  readonly end: number
}

/** Most words that On-link has in any language. */
const LONGEST_PHRASE = 5

/** The shape of the row that begins at cell `at`; undefined where none does. */
export function routeShape(row: Row, at: number): RouteShape | undefined {
  if (row.kind(at) === 'number') return ipv6Shape(row, at)
  if (ipv4At(row, at) < 0 || !isMask(row, at + 1)) return undefined
  return ipv4At(row, at + 2) >= 0 ? addressShape(row, at) : onlinkShape(row, at)
}

function isMask(row: Row, at: number): boolean {
  const mask = ipv4At(row, at)
  return mask >= 0 && maskLength(mask) >= 0
}

/**
 * ```
 *           0.0.0.0          0.0.0.0     192.0.2.1    192.0.2.10     25
 *   255.255.255.255  255.255.255.255    192.0.2.10             2      1
 *           0.0.0.0          0.0.0.0     192.0.2.1  Default
 * ```
 */
function addressShape(row: Row, at: number): RouteShape | undefined {
  const gatewayEnd = at + 3
  const hasMetric = row.uint(at + 4) >= 0
  if (hasMetric && isInterface(row, gatewayEnd)) return { kind: 'active', gatewayEnd, end: at + 5 }
  if (row.uint(gatewayEnd) >= 0) return { kind: 'persistent', gatewayEnd, end: at + 4 }
  if (!isWord(row, gatewayEnd)) return undefined
  return { kind: 'persistent', gatewayEnd, end: phraseEnd(row, gatewayEnd) }
}

/**
 * ```
 *      198.51.100.0    255.255.255.0   Auf Verbindung      192.0.2.10    266
 *      198.51.100.0    255.255.255.0         On-link       1
 * ```
 */
function onlinkShape(row: Row, at: number): RouteShape | undefined {
  let i = at + 2
  while (i < at + 2 + LONGEST_PHRASE && isWord(row, i)) i++
  if (i === at + 2) return undefined
  if (row.uint(i + 1) >= 0 && isInterface(row, i))
    return { kind: 'active', gatewayEnd: i, end: i + 2 }
  return row.uint(i) >= 0 ? { kind: 'persistent', gatewayEnd: i, end: i + 1 } : undefined
}

/**
 * ```
 *  11    266 2001:db8:f4e4:0:24b4:9398:1a69:664/128
 *                                     On-link
 * ```
 */
function ipv6Shape(row: Row, at: number): RouteShape | undefined {
  if (row.uint(at + 1) < 0 || row.kind(at + 2) !== 'cidr6') return undefined
  const gateway = at + 3
  const kind = row.kind(gateway)
  if (isWord(row, gateway)) return ipv6Row(phraseEnd(row, gateway))
  // A number begins the next row of a paste: this one's gateway is on the next line, or lost.
  return ipv6Row(
    kind === 'none' || kind === 'number' || isRule(row, gateway) ? gateway : gateway + 1,
  )
}

function ipv6Row(end: number): RouteShape {
  return { kind: 'ipv6', gatewayEnd: end, end }
}

/** Behind the words that end a row: all up to the line's end; where more follows in a paste, the known phrase. */
function phraseEnd(row: Row, from: number): number {
  let end = from
  while (isWord(row, end)) end++
  if (end === row.count && end - from <= LONGEST_PHRASE) return end
  return from + phraseLength(row.cell(from), row.cell(from + 1))
}

/** The interface is an address; adapters without one are given by number in 2000 to 2003. */
function isInterface(row: Row, at: number): boolean {
  return ipv4At(row, at) >= 0 || row.uint(at) >= 0
}

/** True for a rule of equals signs or hyphens. */
export function isRule(row: Row, at: number): boolean {
  const code = row.code(at)
  return (code === 61 || code === 45) && row.code(at, 1) === code && row.code(at, -1) === code
}

/** True for a cell that can be a word of On-link: no digits, no colon, nothing of an address. */
export function isWord(row: Row, at: number): boolean {
  return row.kind(at) === 'word' && isPhrase(row.cell(at))
}

/** True for a text that can be On-link or Default in some language, whatever a wrong code page made of it. */
function isPhrase(text: string): boolean {
  return text !== '' && !/[\d:=/\\<>$]|\.\.|^-/.test(text)
}

/** True for a line of nothing but words, few enough to be On-link. */
export function isPhraseRow(row: Row): boolean {
  for (let i = 0; i < row.count; i++) if (!isWord(row, i)) return false
  return row.count <= LONGEST_PHRASE
}

/** On-link in any language. */
export const ONLINK: Gateway = { kind: 'onlink' }

/** What a gateway cell says; undefined where it is neither an address nor a word. */
export function readGateway(text: string): Gateway | undefined {
  return addressGateway(text) ?? (isPhrase(text) ? ONLINK : undefined)
}

/** The interface column of an IPv4 row; undefined where it is neither an address nor a number. */
export function readInterface(text: string): string | undefined {
  return readIPv4(text) >= 0 || /^\d{1,9}$/.test(text) ? text : undefined
}

/** True where a row ends just before cell `at`. */
export function endsRow(row: Row, at: number): boolean {
  for (let size = SHORTEST_ROW; size <= LONGEST_ROW && size <= at; size++)
    if (routeShape(row, at - size)?.end === at) return true
  return false
}

const SHORTEST_ROW = 3
const LONGEST_ROW = 4 + LONGEST_PHRASE
