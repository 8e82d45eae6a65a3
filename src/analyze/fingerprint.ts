const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/** Sixteen hexadecimal digits that are the same for the same parts (FNV-1a); no secret, only a short name. */
export function fingerprint(parts: readonly string[]): string {
  let hash = OFFSET
  for (const char of parts.join('\u0000')) {
    hash ^= BigInt(char.codePointAt(0) ?? 0)
    hash = (hash * PRIME) & MASK
  }
  return hash.toString(16).padStart(16, '0')
}
