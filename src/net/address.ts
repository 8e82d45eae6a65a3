/**
 * Addresses as texts: what every row of every table needs, and no more. `value.ts` and `prefix.ts` compute with them,
 * and the packages that they need for it stay out of a bundle of the parsers.
 */

import { readIPv4 } from './ipv4.js'
import { isCanonicalIPv6 } from './ipv6.js'
import { formatIPv6Groups, readIPv6Groups } from './ipv6-groups.js'

/** RFC 5952 text of an IPv6 address without a zone; undefined where it is none. */
export function canonicalIPv6(text: string): string | undefined {
  // Tools print the canonical spelling nearly always.
  if (isCanonicalIPv6(text)) return text
  const groups = readIPv6Groups(text)
  return groups && formatIPv6Groups(groups)
}

/** Zones are interface names or numbers; a percent sign, a slash or a blank never stands in one. */
const ZONE = /^[A-Za-z0-9._:@-]{1,64}$/

/** What a damaged colon leaves behind itself: `fe80::2%0:5eff:fe00:5301`. */
const HEX_GROUPS = /^[\dA-Fa-f]*:[\dA-Fa-f:]*$/

/** True where the text can be the zone of a scoped address. */
export function isZone(text: string): boolean {
  return ZONE.test(text) && !HEX_GROUPS.test(text)
}

/** The canonical text and zone of an address of either family; undefined where it is none. */
export function readAddress(
  text: string,
): { readonly family: 4 | 6; readonly address: string; readonly zone?: string } | undefined {
  if (readIPv4(text) >= 0) return { family: 4, address: text }
  const percent = text.indexOf('%')
  const bare = percent < 0 ? text : text.slice(0, percent)
  if (!bare.includes(':')) return undefined
  const address = canonicalIPv6(bare)
  if (address === undefined) return undefined
  if (percent < 0) return { family: 6, address }
  const zone = text.slice(percent + 1)
  return isZone(zone) ? { family: 6, address, zone } : undefined
}
