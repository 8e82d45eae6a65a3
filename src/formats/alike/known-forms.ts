import { canonicalIPv6Behind } from '../../net/ipv6.js'
import type { CodeBuffer } from '../../text/code-buffer.js'
import type { Codes } from '../../text/codes.js'
import type { KnownCells } from '../../text/known-cells.js'
import { textOfCodes } from '../../text/text-of-codes.js'
import { ipv4Behind } from './forms.js'

/** Cells whose meaning is remembered; for the rest see `forms.ts`. */

const ZERO = 48

/** Index behind a cell that is known; -1 where it is not. */
export function knownBehind(buffer: CodeBuffer, from: number, known: KnownCells<unknown>): number {
  const at = known.look(buffer, from)
  return known.isKnown ? at : -1
}

/** Index behind the plain name of an interface; -1 where there is none. */
export function nameBehind(buffer: CodeBuffer, from: number, names: KnownCells<unknown>): number {
  const at = names.look(buffer, from)
  if (names.isKnown) return at
  if (!isName(buffer.codes, from, at)) return -1
  const name = textOfCodes(buffer.codes, from, at)
  names.add(name, name)
  return at
}

/** No tool cuts a name that is not longer. */
const LONGEST_NAME = 7
const LETTER_L = 108
const LETTER_O = 111

/** True for letters and digits with a digit at the end, unless it may be a loopback, of which some tools say more. */
function isName(codes: Codes, from: number, to: number): boolean {
  if (to - from > LONGEST_NAME || !isLetter(codes[from] as number)) return false
  if (codes[from] === LETTER_L && codes[from + 1] === LETTER_O) return false
  for (let at = from + 1; at < to; at++) {
    const code = codes[at] as number
    if (!isDigit(code) && !isLetter(code)) return false
  }
  return isDigit(codes[to - 1] as number)
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 57
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

/** Index behind an address that is a gateway, or a cell that is known; -1 where it is neither. */
export function gatewayBehind(buffer: CodeBuffer, from: number, known: Gateways): number {
  const at = known.look(buffer, from)
  if (known.isKnown) return at
  return ipv4Behind(buffer.codes, from) === at ? addGateway(buffer.codes, from, { at, known }) : -1
}

/** As `gatewayBehind`, for an address of IPv6 that is not `::`, which some tools print for none. */
export function gateway6Behind(buffer: CodeBuffer, from: number, known: Gateways): number {
  const at = known.look(buffer, from)
  if (known.isKnown) return at
  if (at - from < SHORTEST_6 || canonicalIPv6Behind(buffer.codes, from) !== at) return -1
  return addGateway(buffer.codes, from, { at, known })
}

type Gateways = KnownCells<unknown>

function addGateway(codes: Codes, from: number, cell: { at: number; known: Gateways }): number {
  const { at, known } = cell
  const address = textOfCodes(codes, from, at)
  known.add(address, Object.freeze({ kind: 'address', address }))
  return at
}

/** `::1` */
const SHORTEST_6 = 3
