import { canonicalIPv6Behind } from '../../net/ipv6.js'
import type { Codes } from '../../text/codes.js'
import { KnownCells } from '../../text/known-cells.js'
import { textOfCodes } from '../../text/text-of-codes.js'
import type { ColumnForm } from './column.js'
import { ipv4Behind } from './forms.js'

/** Cells whose meaning is remembered from the first time on; for the rest see `forms.ts`. */

const ZERO = 48
const BLANK = 32

/** An address as a gateway means the same in every capture. */
const gateways4 = /* @__PURE__ */ new KnownCells<unknown>()
const gateways6 = /* @__PURE__ */ new KnownCells<unknown>()
/** So does the plain name of an interface. */
export const names = /* @__PURE__ */ new KnownCells<unknown>()
const none = /* @__PURE__ */ new KnownCells<unknown>()

/** True for the forms whose cells may mean something else in another capture. */
export function isOfCapture(form: ColumnForm | undefined): boolean {
  return form === 'known' || form === 'name'
}

/** Where the cells of a form are remembered that mean the same in every capture. */
export function knownOf(form: ColumnForm): KnownCells<unknown> {
  return form === 'gateway' ? gateways4 : form === 'gateway6' ? gateways6 : none
}

/** Index behind the plain name of an interface, which is known from then on; -1 where there is none. */
export function nameBehind(codes: Codes, from: number): number {
  const at = cellBehind(codes, from)
  if (!isName(codes, from, at)) return -1
  const name = textOfCodes(codes, from, at)
  names.add(name, name)
  return at
}

/** Index of the blank or line end behind a cell. */
function cellBehind(codes: Codes, from: number): number {
  let at = from
  while ((codes[at] as number) > BLANK) at++
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

/** Index behind an address, which is known as a gateway from then on; -1 where there is none. */
export function gatewayBehind(codes: Codes, from: number, known: Gateways): number {
  const at = cellBehind(codes, from)
  return ipv4Behind(codes, from) === at ? addGateway(codes, from, { at, known }) : -1
}

/** As `gatewayBehind`, for an address of IPv6 that is not `::`, which some tools print for none. */
export function gateway6Behind(codes: Codes, from: number, known: Gateways): number {
  const at = cellBehind(codes, from)
  if (at - from < SHORTEST_6 || canonicalIPv6Behind(codes, from) !== at) return -1
  return addGateway(codes, from, { at, known })
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
