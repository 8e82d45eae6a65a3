import { once } from '../../analyze/once.js'
import type { Host } from '../../model/host.js'
import type { Alias } from '../dialect.js'

const UNIT = /^[a-z][a-z0-9]*:\d{1,4}$/i

/** True for `lo0:1`, `lan0:2`: an interface made for one more address. */
export function isUnit(carrier: string | undefined): carrier is string {
  return carrier !== undefined && UNIT.test(carrier)
}

/** The loopback unit an alias stands on, or the first that no capture of the host shows in use. */
export function aliasUnit({ interface: carrier, host }: Alias): string {
  if (isUnit(carrier) && carrier.startsWith('lo')) return carrier
  return freeUnit(host)
}

const freeUnit = /* @__PURE__ */ once((host: Host) => {
  const used = usedNames(host)
  let unit = 1
  while (used.has(`lo0:${unit}`)) unit++
  return `lo0:${unit}`
})

function usedNames(host: Host): ReadonlySet<string> {
  const used = new Set<string>()
  for (const capture of host.captures) {
    if (capture.kind === 'routes') for (const row of capture.records) used.add(row.interface ?? '')
    if (capture.kind === 'addresses')
      for (const row of capture.records) used.add(row.label ?? row.interface)
  }
  return used
}
