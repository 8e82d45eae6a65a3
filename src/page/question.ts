import type { Machine, Policy } from '../model/finding.js'
import { forwardings, type HostFacts, roles } from '../model/host.js'
import { isPlatform } from '../model/platform.js'
import { readAddress } from '../net/address.js'
import { readClusterAddress } from '../net/cluster-address.js'
import { readMac } from '../net/mac.js'
import type { Fault, Question } from './protocol.js'

/** What the form means, and what of it could not be taken. */
export interface Asked {
  readonly facts: HostFacts
  readonly policy: Policy & { readonly inventory: { readonly servers: readonly Machine[] } }
  readonly faults: readonly Fault[]
}

/** A form without anything in it. */
export const emptyQuestion: Question = {
  pastes: [],
  vips: '',
  role: 'server',
  platform: '',
  version: '',
  forwarding: 'mac',
  servers: '',
  balancers: '',
  from: '',
}

/** Reads the form as a person fills it: addresses between blanks, commas or semicolons. */
export function readQuestion(question: Question): Asked {
  const faults: Fault[] = []
  const { version, platform, role, forwarding } = question
  const vips = words(question.vips).flatMap((text) => {
    const { address, fault } = readClusterAddress(text)
    if (address === undefined) faults.push({ field: 'vips', message: `${shown(text)}: ${fault}` })
    return address ?? []
  })
  const machines = (field: 'servers' | 'balancers') =>
    words(question[field]).flatMap((text) => readMachine(text, field, faults))
  return {
    facts: {
      name: 'host',
      ...(isPlatform(platform) ? { platform } : {}),
      ...(version.trim() === '' ? {} : { version: version.trim() }),
      role: roles.find((one) => one === role) ?? 'server',
      forwarding: forwardings.find((one) => one === forwarding) ?? 'mac',
    },
    policy: {
      vips: [...new Set(vips)],
      inventory: { servers: machines('servers'), balancers: machines('balancers') },
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
