import type { Machine, Policy } from '../model/finding.js'
import { forwardings, type HostFacts, roles } from '../model/host.js'
import { isPlatform } from '../model/platform.js'
import { readAddress } from '../net/address.js'
import { readClusterAddress } from '../net/cluster-address.js'
import { readMac } from '../net/mac.js'
import type { ClusterFields, Fault, HostFields, Question } from './protocol.js'

/** What is held against every host, and what of it could not be taken. */
export interface AskedPolicy {
  readonly policy: Policy & { readonly inventory: { readonly servers: readonly Machine[] } }
  readonly faults: readonly Fault[]
}

/** What the form says of one host, and what of it could not be taken. */
export interface AskedFacts {
  readonly facts: HostFacts
  readonly faults: readonly Fault[]
}

/** How packets for the cluster address are accepted. */
export const acceptances = [
  'alias',
  'nat-redirect',
] as const satisfies readonly Required<HostFacts>['acceptsBy'][]

/** What is filled in of a host of which nothing is said. */
export const emptyFields: HostFields = {
  role: 'server',
  platform: '',
  version: '',
  forwarding: 'mac',
  acceptsBy: 'alias',
  step: '',
  loopbacks: '',
  wpar: '',
}

/** A form without anything in it. */
export const emptyQuestion: Question = {
  pastes: [],
  hosts: {},
  shown: '',
  vips: '',
  servers: '',
  balancers: '',
  from: '',
}

/** Reads what is typed about the cluster: addresses between blanks, commas or semicolons. */
export function readPolicy(question: ClusterFields): AskedPolicy {
  const faults: Fault[] = []
  const vips = words(question.vips).flatMap((text) => {
    const { address, fault } = readClusterAddress(text)
    if (address === undefined) faults.push({ field: 'vips', message: `${shown(text)}: ${fault}` })
    return address ?? []
  })
  const machines = (field: 'servers' | 'balancers') =>
    words(question[field]).flatMap((text) => readMachine(text, field, faults))
  return {
    policy: {
      vips: [...new Set(vips)],
      inventory: { servers: machines('servers'), balancers: machines('balancers') },
    },
    faults,
  }
}

/** Reads what is typed about a host. */
export function readFacts(name: string, given: Partial<HostFields> = {}): AskedFacts {
  const fields = { ...emptyFields, ...given }
  const { platform, version, role, forwarding, acceptsBy, step, wpar } = fields
  const faults: Fault[] = []
  const loopbackAddresses = words(fields.loopbacks).flatMap((text) => {
    const address = readAddress(text)?.address
    if (address === undefined)
      faults.push({ field: 'loopbacks', message: `${shown(text)}: expected an address` })
    return address ?? []
  })
  return {
    facts: {
      name,
      ...(isPlatform(platform) ? { platform } : {}),
      ...(version.trim() === '' ? {} : { version: version.trim() }),
      role: roles.find((one) => one === role) ?? 'server',
      forwarding: forwardings.find((one) => one === forwarding) ?? 'mac',
      acceptsBy: acceptances.find((one) => one === acceptsBy) ?? 'alias',
      ...(wpar.trim() === '' ? {} : { wpar: wpar.trim() }),
      ...(/^[1-6]$/.test(step) ? { step: Number(step) } : {}),
      ...(loopbackAddresses.length === 0 ? {} : { loopbackAddresses }),
    },
    faults,
  }
}

function words(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '')
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function readMachine(text: string, field: Fault['field'], faults: Fault[]): Machine[] {
  const [left = '', right] = text.split('=', 2)
  const address = readAddress(left)?.address
  const mac = right === undefined ? undefined : readMac(right)
  if (address === undefined || (right !== undefined && mac === undefined)) {
    const wanted = address === undefined ? 'an address' : 'a hardware address behind the "="'
    faults.push({ field, message: `${shown(text)}: expected ${wanted}` })
    return []
  }
  return [mac === undefined ? { address } : { address, mac }]
}
