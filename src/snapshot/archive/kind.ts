/** True for bytes that begin as an archive does; a single compressed file looks the same until it is opened. */
export function isArchive(bytes: Uint8Array): boolean {
  return isGzip(bytes) || isXz(bytes) || isZip(bytes) || isTar(bytes)
}

/** True for bytes that begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** True for bytes that begin as xz does. */
export function isXz(bytes: Uint8Array): boolean {
  return [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0].every((byte, index) => bytes[index] === byte)
}

/** True for bytes that begin as zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

const HEADER = 512
const CHECKSUM = { from: 148, to: 156 }

/** By the checksum of the first header: tar of before POSIX has no magic word. */
function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER || bytes[0] === 0) return false
  let sum = 0
  for (let i = 0; i < HEADER; i++)
    sum += i >= CHECKSUM.from && i < CHECKSUM.to ? 0x20 : (bytes[i] ?? 0)
  const said = String.fromCharCode(...bytes.subarray(CHECKSUM.from, CHECKSUM.to))
  return Number.parseInt(said.trim(), 8) === sum
}

/** True for the name of an archive that is read. */
export function isArchiveName(name: string): boolean {
  return /\.(?:tar|tgz|txz|tar\.gz|tar\.xz|zip)$/i.test(name)
}
