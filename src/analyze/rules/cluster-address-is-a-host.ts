import type { Machine } from '../../model/finding.js'
import { presencePlace, presenceRecord } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A cluster address that is some machine's own address. */
export const clusterAddressIsAHost = {
  id: 'cluster-address-is-a-host',
  level: 'error',
  summary: 'A cluster address is the own address of a machine of the inventory.',
  needs: ['vips', 'inventory'],
  docs: `## What it finds
A machine of the inventory whose own address equals a cluster address, as when a Kubernetes service has a node's
address among its external addresses.

## Why it matters
Every other server then keeps packets to that machine for itself and can no longer reach it.

## Example
An inventory with the server 192.0.2.11 and the cluster address 192.0.2.11.

## What to do
Choose a free address for the cluster.`,
  check: (view) => {
    const { servers = [], balancers = [] } = view.policy.inventory ?? {}
    const machines = new Map<string, Machine>()
    for (const one of [...servers, ...balancers])
      if (!machines.has(one.address)) machines.set(one.address, one)
    return view.vips.flatMap((vip) => {
      const machine = machines.get(vip.text)
      if (machine === undefined) return []
      const [shown] = view.presence(vip)
      const at = shown === undefined ? undefined : presencePlace(shown)
      const name = machine.name === undefined ? '' : ` ${machine.name}`
      return [
        {
          subject: 'inventory',
          vip: vip.text,
          message: `the cluster address ${vip.text} is the own address of a machine${name} of the inventory`,
          at: at === undefined ? [] : [at],
          ...(shown === undefined ? {} : presenceRecord(shown)),
          server: machine.address,
        },
      ]
    })
  },
} as const satisfies Rule
