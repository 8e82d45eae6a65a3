import type { HostCapture } from '../model/host.js'
import type { Setting } from '../model/proof.js'
import type { Seen, Vip } from './facts.js'
import { once } from './once.js'
import { baseName } from './systems/names.js'
import type { View } from './view.js'

/** What the kernel heeds for ARP on one card. */
export interface Effective {
  readonly card: string
  /** The greater of the value for "all" and the card's own. */
  readonly value: number
  /** The line that it comes from: that of "all", where there is one. */
  readonly seen: Seen<Setting>
}

/** Interfaces that are no cards: the value for new ones, and those without a wire. */
const NO_CARD = /^(?:all|default|lo|dummy\d*|kube-ipvs\d+|tunl\d+|ip6tnl\d+)$/

/** True where the host has an address that it must not speak of, on an interface without a wire. */
export function carriesSilently(view: View, vip: Vip): boolean {
  const seen = view.presence(vip)
  return (
    vip.family === 4 &&
    seen.some((one) => one.where === 'loopback' || one.where === 'address-holder')
  )
}

/** Of the cards with a wrong value, the first of each capture: the rest are the same fault. */
export function firstOfEach(
  view: View,
  key: string,
  isWrong: (value: number) => boolean,
): Effective[] {
  const found = new Map<HostCapture, Effective>()
  for (const one of effectiveSettings(view, key))
    if (isWrong(one.value) && !found.has(one.seen.capture)) found.set(one.seen.capture, one)
  return [...found.values()]
}

/** The effective value of an ARP setting on each card. */
function effectiveSettings(view: View, key: string): Effective[] {
  const values = new Map<string, { value: number; seen: Seen<Setting> }>()
  for (const seen of view.settings) {
    const name = interfaceOf(seen.record.name, key)
    const value = Number.parseInt(seen.record.value, 10)
    if (name !== undefined && Number.isInteger(value)) values.set(name, { value, seen })
  }
  const all = values.get('all')
  const cards = [...values].filter(([name]) => !NO_CARD.test(name) && isWire(name, view))
  if (cards.length === 0 && all !== undefined) return [{ card: 'every card', ...all }]
  return cards.flatMap(([card, own]) => {
    // Without the line of "all" a low value of the card proves nothing.
    if (all === undefined) return []
    const { seen } = all.value >= own.value ? all : own
    return [{ card, value: Math.max(all.value, own.value), seen }]
  })
}

/** The interface in `net.ipv4.conf.NAME.key`; a dot of a VLAN's name is printed as a slash. */
function interfaceOf(name: string, key: string): string | undefined {
  const path = /^net[./]ipv4[./]conf[./](.+)[./]([a-z_]+)$/.exec(name)
  return path?.[2] === key ? path[1]?.replaceAll('/', '.') : undefined
}

function isWire(name: string, view: View): boolean {
  const found = view.interfaces.classOf(baseName(name))
  return found === 'wire' || found === 'unknown'
}

/** Scope of the alias as a listing prints it; undefined where none shows it. */
export function scopeOf(view: View, vip: Vip): string | undefined {
  return scopesOf(view).get(vip.text)
}

const scopesOf = /* @__PURE__ */ once(
  (view: View) =>
    // Of several listings the first stands.
    new Map(view.addresses.toReversed().map(({ address: one }) => [one.address, one.scope])),
)
