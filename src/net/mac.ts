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

const GROUP = /^[0-9a-f]{1,2}$/

/**
 * A hardware address in lower case with colons and two digits an octet; undefined where the text is none.
 *
 * Octets may be parted by colons or hyphens (not both) and lack a leading zero, as AIX, HP-UX and macOS print them.
 * Six octets are Ethernet, eight FireWire and tunnels, twenty InfiniBand; `octets` names what a caller allows.
 */
export function readMac(text: string, octets: readonly number[] = [6]): string | undefined {
  const separator = text.includes('-') ? '-' : ':'
  const groups = text.toLowerCase().split(separator)
  if (!octets.includes(groups.length)) return undefined
  let mac = ''
  for (const group of groups) {
    if (!GROUP.test(group)) return undefined
    mac += (mac === '' ? '' : ':') + (group.length === 1 ? `0${group}` : group)
  }
  return mac
}
