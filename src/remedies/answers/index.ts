import type { Remedy } from '../../model/finding.js'
import type { Fault } from '../fault.js'
import { advise } from '../remedy.js'
import { addAlias, moveAlias, realias, unalias } from './alias.js'
import { findAnswerers, forgetEntry, silenceServer, unpublishEntry, unresolved } from './arp.js'
import { deleteRow } from './delete-row.js'
import { setParameter, takeCapture } from './kernel.js'

/** What helps against the findings of one rule, the first to run first. */
type Answer = (fault: Fault) => readonly Remedy[]

const keepOneDefault: Answer = () => [
  advise({
    title: 'Keep one default route',
    note: 'which of the two is right is not to be seen from the table; delete the other by its gateway',
  }),
]

const freeAddress: Answer = () => [
  advise({
    title: 'Choose a cluster address that no machine has as its own',
    note: 'every server that takes it as an alias can no longer reach the machine that owns it',
  }),
]

const nameVip: Answer = () => [
  advise({
    title: 'Say whether an address of this interface is a cluster address',
    note: 'without one nothing is certain, and no command is offered; check again with it',
  }),
]

const repeatStep: Answer = (fault) => [
  ...(fault.finding.neighbor?.address ? forgetEntry(fault) : []),
  advise({
    title: 'Find who answers and silence it, or repeat the step',
    note: 'with the balancer stopped nobody may answer for the cluster address but by the entry that was set by hand',
  }),
]

const deleteDefault: Answer = (fault) => [
  ...deleteRow(fault),
  advise({
    title: 'Take the default gateway out of the settings of the loopback adapter',
    note: 'a loopback has no way to a gateway, and the row comes back as long as one is configured there',
  }),
]

/** The answer to each rule. A new rule is one line here. */
const answers: Readonly<Record<string, Answer>> = {
  'alias-missing': addAlias,
  'alias-under-nat': unalias,
  'arp-announce-unset': (fault) => setParameter(fault, 'arp_announce', 2),
  'arp-ignore-unset': (fault) => setParameter(fault, 'arp_ignore', 1),
  'arp-published-vip': unpublishEntry,
  'arp-vip-learned-on-server': (fault) => [...addAlias(fault), ...forgetEntry(fault)],
  'arp-vip-multiple-macs': findAnswerers,
  'arp-vip-resolves-to-server': silenceServer,
  'arp-vip-static': forgetEntry,
  'arp-vip-unresolved': unresolved,
  'cluster-address-is-a-host': freeAddress,
  'default-route-via-alias': deleteDefault,
  'duplicate-default-route': keepOneDefault,
  'evidence-incomplete': takeCapture,
  'extra-network-route': (fault) => [...deleteRow(fault), ...realias(fault)],
  'host-route-elsewhere': (fault) => [...deleteRow(fault), ...addAlias(fault)],
  'leftover-broadcast-route': (fault) => [...realias(fault), ...deleteRow(fault)],
  'persistent-extra-route': deleteRow,
  'route-via-cluster-address': deleteRow,
  'suspect-loopback-network': nameVip,
  'verification-step': repeatStep,
  'vip-on-wire-interface': moveAlias,
  'wide-alias-mask': realias,
}

/** The rules that have an answer. */
export function answeredRules(): readonly string[] {
  return Object.keys(answers)
}

/** What helps against a finding, best first. */
export function answerTo(fault: Fault): readonly Remedy[] {
  const { rule } = fault.finding
  return Object.hasOwn(answers, rule) ? (answers[rule]?.(fault) ?? []) : []
}
