import { textOfCodes } from '../text/text-of-codes.js'

const COLON = 58

/** True for six octets in the spelling that is kept: two lower-case digits each, parted by colons. */
export function isPlainMac(text: string): boolean {
  if (text.length !== 17) return false
  for (let at = 0; at < 17; at++) {
    const code = text.charCodeAt(at)
    if (at % 3 === 2 ? code !== COLON : !isLowerHex(code)) return false
  }
  return true
}

function isLowerHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102)
}

/** Two digits and a separator an octet, none behind the last; InfiniBand has twenty. */
const LONGEST = 20 * 3 - 1
/** Room for the longest with a separator more; what would stand behind is not kept. */
const written = /* @__PURE__ */ new Uint16Array(LONGEST + 1)

/**
 * A hardware address in lower case with colons and two digits an octet; undefined where the text is none.
 *
 * Octets may be parted by colons or hyphens (not both) and lack a leading zero, as AIX, HP-UX and macOS print them.
 * Six octets are Ethernet, eight FireWire and tunnels, twenty InfiniBand; `octets` names what a caller allows.
 */
export function readMac(text: string, octets: readonly number[] = [6]): string | undefined {
  if (text.length > LONGEST) return undefined
  let at = 0
  let count = 0
  let separator = 0
  while (at < text.length) {
    const first = hexCode(text.charCodeAt(at))
    const second = hexCode(text.charCodeAt(at + 1))
    if (first === 0) return undefined
    at += second === 0 ? 1 : 2
    written[count * 3] = second === 0 ? ZERO : first
    written[count * 3 + 1] = second === 0 ? first : second
    written[count * 3 + 2] = COLON
    count++
    if (at === text.length) break
    const code = text.charCodeAt(at)
    if (separator === 0 && (code === COLON || code === HYPHEN)) separator = code
    if (code !== separator || ++at === text.length) return undefined
  }
  return octets.includes(count) ? textOfCodes(written, 0, count * 3 - 1) : undefined
}

const HYPHEN = 45
const ZERO = 48

/** The code of a hexadecimal digit in lower case; 0 for every other. */
function hexCode(code: number): number {
  if (code >= 48 && code <= 57) return code
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower : 0
}
