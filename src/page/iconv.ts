/**
 * What the page has in the place of `iconv-lite`, under whose name the build and the types find it: the browser's own
 * decoder, and tables of the pages of DOS, which it does not know. So a file is read by the very rule of the snapshots.
 */

/** The upper 128 characters of each page that no browser knows; put in by the build. */
declare const OEM_PAGES: Readonly<Record<string, string>>

/** Pages of Windows that the browser has under the names of what they extend. */
const NAMES: Readonly<Record<string, string>> = {
  cp866: 'ibm866',
  cp874: 'windows-874',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
}

/** Characters that one call of fromCharCode takes; more overflow the stack. */
const BLOCK = 0x8000

function decode(bytes: Uint8Array, encoding: string): string {
  const name = encoding.toLowerCase()
  const upper = OEM_PAGES[name]
  return upper === undefined
    ? new TextDecoder(NAMES[name] ?? name).decode(bytes)
    : byTable(bytes, upper)
}

function byTable(bytes: Uint8Array, upper: string): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const codes = Array.from(bytes.subarray(at, at + BLOCK), (byte) =>
      byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80),
    )
    text += String.fromCharCode(...codes)
  }
  return text
}

function encodingExists(encoding: string): boolean {
  const name = encoding.toLowerCase()
  if (name in OEM_PAGES) return true
  try {
    return new TextDecoder(NAMES[name] ?? name).encoding !== ''
  } catch {
    return false
  }
}

const iconv = { decode, encodingExists }

// biome-ignore lint/style/noDefaultExport: the library imports its default, because the real one is CommonJS.
export { iconv as default }
