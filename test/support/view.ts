import type { Vip } from '../../src/analyze/facts.js'
import { buildView, type View } from '../../src/analyze/view.js'
import type { Host, Platform } from '../../src/index.js'
import { hostPrefix } from '../../src/net/prefix.js'
import { addressValue } from '../../src/net/value.js'
import { hostOf, type Records } from './hosts.js'

/** A cluster address as the rules see it. */
export function vipOf(text: string): Vip {
  return { text, family: text.includes(':') ? 6 : 4, prefix: hostPrefix(addressValue(text)) }
}

/** A host of a system as the rules see it, made of records. */
export function viewOf(
  platform: Platform,
  records: Records,
  { vips = ['192.0.2.100'], ...facts }: Partial<Host> & { vips?: readonly string[] } = {},
): View {
  return buildView(hostOf({ platform, ...facts }, records), { vips }, vips.map(vipOf))
}
