import type { Rule } from '../rule.js'
import { aliasMissing } from './alias-missing.js'
import { aliasUnderNat } from './alias-under-nat.js'
import { arpAnnounceUnset } from './arp-announce-unset.js'
import { arpIgnoreUnset } from './arp-ignore-unset.js'
import { arpPublishedVip } from './arp-published-vip.js'
import { arpVipLearnedOnServer } from './arp-vip-learned-on-server.js'
import { arpVipMultipleMacs } from './arp-vip-multiple-macs.js'
import { arpVipResolvesToServer } from './arp-vip-resolves-to-server.js'
import { arpVipStatic } from './arp-vip-static.js'
import { arpVipUnresolved } from './arp-vip-unresolved.js'
import { clusterAddressIsAHost } from './cluster-address-is-a-host.js'
import { defaultRouteViaAlias } from './default-route-via-alias.js'
import { duplicateDefaultRoute } from './duplicate-default-route.js'
import { evidenceIncomplete } from './evidence-incomplete.js'
import { extraNetworkRoute } from './extra-network-route.js'
import { hostRouteElsewhere } from './host-route-elsewhere.js'
import { leftoverBroadcastRoute } from './leftover-broadcast-route.js'
import { persistentExtraRoute } from './persistent-extra-route.js'
import { routeViaClusterAddress } from './route-via-cluster-address.js'
import { suspectLoopbackNetwork } from './suspect-loopback-network.js'
import { verificationStep } from './verification-step.js'
import { vipOnWireInterface } from './vip-on-wire-interface.js'
import { wideAliasMask } from './wide-alias-mask.js'

const list = [
  aliasMissing,
  aliasUnderNat,
  arpAnnounceUnset,
  arpIgnoreUnset,
  arpPublishedVip,
  arpVipLearnedOnServer,
  arpVipMultipleMacs,
  arpVipResolvesToServer,
  arpVipStatic,
  arpVipUnresolved,
  clusterAddressIsAHost,
  defaultRouteViaAlias,
  duplicateDefaultRoute,
  evidenceIncomplete,
  extraNetworkRoute,
  hostRouteElsewhere,
  leftoverBroadcastRoute,
  persistentExtraRoute,
  routeViaClusterAddress,
  suspectLoopbackNetwork,
  verificationStep,
  vipOnWireInterface,
  wideAliasMask,
] as const

/** Id of a rule. */
export type RuleId = (typeof list)[number]['id']

/** Everything that is looked for, sorted by id. */
export const rules: readonly Rule<RuleId>[] = list
