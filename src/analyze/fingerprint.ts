/** Halves of the 64 bits that FNV-1a begins with. */
const HIGH = 0xcbf29ce4
const LOW = 0x84222325
/** The prime is 2^40 and this. */
const PRIME = 0x1b3

/** Sixteen hexadecimal digits that are the same for the same parts (FNV-1a); no secret, only a short name. */
export function fingerprint(parts: readonly string[]): string {
  let high = HIGH
  let low = LOW
  // Halves of 32 bits: a bigint for each character costs more than the rest of a check.
  for (const char of parts.join('\u0000')) {
    const mixed = (low ^ (char.codePointAt(0) ?? 0)) >>> 0
    const product = mixed * PRIME
    high = (Math.imul(high, PRIME) + (mixed << 8) + Math.floor(product / 0x100000000)) >>> 0
    low = product >>> 0
  }
  return hex(high) + hex(low)
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0')
}
