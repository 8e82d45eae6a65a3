import type { Policy } from '../model/finding.js'
import { grouped } from './grouped.js'
import { type NamePatterns, namePatterns } from './name-patterns.js'
import { once } from './once.js'

/** True where the policy names the servers of a cluster address, and not this host. */
export function isForeign(policy: Policy, vip: string, host: string): boolean {
  const own = backendsOf(policy).get(vip)
  return own !== undefined && own.first(host) < 0
}

const backendsOf = /* @__PURE__ */ once(({ backends = [] }: Policy) => {
  const groups = grouped(backends, ({ vip }) => [vip])
  return new Map<string, NamePatterns>(
    [...groups].map(([vip, own]) => [vip, namePatterns(own.flatMap(({ servers }) => servers))]),
  )
})
