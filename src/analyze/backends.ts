import type { Policy } from '../model/finding.js'
import { matches } from './waivers.js'

/** True where a policy names the servers of a cluster address, and the host is none of them. */
export function isForeign(policy: Policy, vip: string, host: string): boolean {
  const named = policy.backends?.filter((one) => one.vip === vip) ?? []
  return named.length > 0 && !named.some(({ servers }) => servers.some((one) => matches(one, host)))
}
