/** A text, and the encoding that its bytes were read with. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const SAMPLE = 4096

/**
 * The text of a dropped file: by its byte order mark, by the NULs of UTF-16, as UTF-8, or as windows-1252.
 *
 * `decode` of the snapshots knows the OEM code pages too; a browser does not.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const encoding = byMark(bytes) ?? byNuls(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function byMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** PowerShell writes UTF-16; where the mark was lost, every other byte of a table is NUL. */
function byNuls(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return undefined
  const nuls = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = length / 2
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le'
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
