import type { Analysis, Machine } from '../model/finding.js'
import type { Sighting } from '../model/sighting.js'
import { addressValue } from '../net/value.js'

/** The servers that a cluster address is verified at: one for each server, as its captures show it. */
export function serversOf(analyses: readonly Analysis[], vip: string): Machine[] {
  return analyses.flatMap(({ host, sightings }) => {
    if (host.role !== 'server') return []
    const own = sightings.filter(({ kind }) => kind === 'own')
    const nearest = nearestTo(vip, own)
    if (nearest === undefined) return []
    const mac = nearest.mac ?? onlyMac(own)
    return [{ address: nearest.address, ...(mac === undefined ? {} : { mac }) }]
  })
}

type Addressed = Sighting & { readonly address: string }

/** The own address that shares the longest beginning with the cluster address: they are of one subnet. */
function nearestTo(vip: string, own: readonly Sighting[]): Addressed | undefined {
  const wanted = addressValue(vip)
  let best: Addressed | undefined
  let least: bigint | undefined
  for (const { address, ...rest } of own) {
    if (address === undefined) continue
    const { family, value } = addressValue(address)
    const distance = value ^ wanted.value
    if (family !== wanted.family || (least !== undefined && distance >= least)) continue
    least = distance
    best = { ...rest, address }
  }
  return best
}

/** Listings of cards name no addresses: with one card there is no doubt. */
function onlyMac(own: readonly Sighting[]): string | undefined {
  const macs = [...new Set(own.flatMap(({ mac }) => mac ?? []))]
  return macs.length === 1 ? macs[0] : undefined
}
