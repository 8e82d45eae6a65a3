/**
 * The verification of a cluster from another host of the subnet, balancer down: 1 `arp -d C`, 2 `ping C`, 3 note the
 * server's MAC, 4 `arp -s C server_mac`, 5 `ping C`, 6 `arp -d C`. A capture taken at a step is held against what
 * that step wants.
 */
export interface Step {
  readonly step: number
  /** How the entry for the cluster address must look. */
  readonly entry: 'absent' | 'static' | 'unresolved'
  /** Rules whose findings are what the step is for. */
  readonly wanted: readonly string[]
}

const UNANSWERED = ['arp-vip-unresolved']
const FORCED = ['arp-vip-resolves-to-server', 'arp-vip-static']

export const steps: readonly Step[] = [
  { step: 1, entry: 'absent', wanted: [] },
  { step: 2, entry: 'unresolved', wanted: UNANSWERED },
  { step: 3, entry: 'unresolved', wanted: UNANSWERED },
  { step: 4, entry: 'static', wanted: FORCED },
  { step: 5, entry: 'static', wanted: FORCED },
  { step: 6, entry: 'absent', wanted: [] },
]

/** What a step of the verification wants; undefined where the captures belong to none. */
export function stepOf(step: number | undefined): Step | undefined {
  return steps.find((one) => one.step === step)
}
