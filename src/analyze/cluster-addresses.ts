import type { Prefix } from '../net/prefix.js'
import type { Vip } from './facts.js'
import { insides } from './inside.js'
import { once } from './once.js'

/** The cluster addresses of a policy by their text and by where they lie: a fleet has thousands of both. */
export interface ClusterAddresses {
  readonly named: (text: string | undefined) => Vip | undefined
  /** Those inside of a prefix, in the order of the policy. */
  readonly inside: (prefix: Prefix | undefined) => readonly Vip[]
  /** The one that the policy names first. */
  readonly first: (vips: readonly (Vip | undefined)[]) => Vip | undefined
}

/** One index for all hosts that are held against the policy. */
export const clusterAddresses: (vips: readonly Vip[]) => ClusterAddresses = /* @__PURE__ */ once(
  (vips) => {
    const byText = new Map(vips.toReversed().map((vip) => [vip.text, vip]))
    const places = new Map(vips.map((vip, place) => [vip, place]))
    const inside = insides(vips.map((vip) => ({ prefix: vip.prefix, value: vip })))
    return {
      named: (text) => (text === undefined ? undefined : byText.get(text)),
      inside: (prefix) => (prefix === undefined ? [] : inside(prefix)),
      first: (some) => {
        let first: Vip | undefined
        let place = Number.POSITIVE_INFINITY
        for (const vip of some) {
          const own = vip === undefined ? place : (places.get(vip) ?? place)
          if (own >= place) continue
          first = vip
          place = own
        }
        return first
      },
    }
  },
)
