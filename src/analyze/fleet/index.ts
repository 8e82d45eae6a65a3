import { fleetDuplicateAddress } from './duplicate-address.js'
import type { FleetRule } from './fleet-rule.js'
import { fleetVipAnsweredByServer } from './vip-answered-by-server.js'
import { fleetVipMacsDisagree } from './vip-macs-disagree.js'
import { fleetVipOnNoServer } from './vip-on-no-server.js'
import { fleetVipOnUnexpectedHost } from './vip-on-unexpected-host.js'

const list = [
  fleetDuplicateAddress,
  fleetVipAnsweredByServer,
  fleetVipMacsDisagree,
  fleetVipOnNoServer,
  fleetVipOnUnexpectedHost,
] as const

/** Id of a rule about several hosts. */
export type FleetRuleId = (typeof list)[number]['id']

/** Everything that is looked for over several hosts, sorted by id. */
export const fleetRules: readonly FleetRule<FleetRuleId>[] = list
