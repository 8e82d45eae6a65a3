import type { Policy } from '../model/finding.js'
import { readAddress } from '../net/address.js'
import { allRules } from './all-rules.js'

/** Addresses of inventory and waivers in the one spelling that records have. */
export function canonical(policy: Policy): Policy {
  const spell = (text: string) => readAddress(text)?.address ?? text
  const machines = (list: NonNullable<Policy['inventory']>['servers']) =>
    (list ?? []).map((one) => ({ ...one, address: spell(one.address) }))
  const { inventory, waivers, backends } = policy
  return {
    ...policy,
    vips: policy.vips.map(spell),
    ...(inventory === undefined
      ? {}
      : {
          inventory: {
            servers: machines(inventory.servers),
            balancers: machines(inventory.balancers),
          },
        }),
    ...(backends === undefined
      ? {}
      : { backends: backends.map((one) => ({ ...one, vip: spell(one.vip) })) }),
    ...(waivers === undefined
      ? {}
      : {
          waivers: waivers.map((one) =>
            one.vip === undefined ? one : { ...one, vip: spell(one.vip) },
          ),
        }),
  }
}

/** Refuses a policy that names a rule that does not exist. */
export function checkRuleNames(policy: Policy): void {
  const named = [
    ...Object.keys(policy.rules ?? {}),
    ...(policy.waivers ?? []).map((waiver) => waiver.rule),
  ]
  if (named.length === 0) return
  const known = ruleIds()
  for (const name of named)
    if (!known.includes(name))
      throw new RangeError(`unknown rule "${name}"; known are ${known.join(', ')}`)
}

/** Ids of all rules, about one host and about several, sorted. */
export function ruleIds(): readonly string[] {
  return allRules().map(({ id }) => id)
}
