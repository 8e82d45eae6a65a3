import type { Capture, UnknownCapture } from './capture.js'
import type { Platform } from './platform.js'

/** What a host does for the cluster address. */
export const roles = ['server', 'balancer', 'standby', 'client', 'router'] as const
export type Role = (typeof roles)[number]

/** How the balancer hands packets on: by MAC address, by rewriting them, or in a tunnel. */
export const forwardings = ['mac', 'nat', 'encap'] as const
export type Forwarding = (typeof forwardings)[number]

/** What is known of a host besides its captures. */
export interface HostFacts {
  readonly name: string
  /** Found from the captures where it is not given. */
  readonly platform?: Platform
  /** As the vendor counts: `nt4`, `2003`, `2016`, `5.1`, `11.31`. */
  readonly version?: string
  /** `server` where it is not given. */
  readonly role?: Role
  /** `mac` where it is not given. */
  readonly forwarding?: Forwarding
  /** Name of the AIX workload partition that the captures come from. */
  readonly wpar?: string
  /** Addresses of adapters that the caller knows to be loopbacks (Windows cannot always tell). */
  readonly loopbackAddresses?: readonly string[]
  /** How packets for the cluster address are accepted where no alias is needed: a redirect rule of the host's firewall. */
  readonly acceptsBy?: 'alias' | 'nat-redirect'
  /** Step of the verification (1 to 6) at which the captures were taken; what is a fault at one is wanted at another. */
  readonly step?: number
}

/** The output of one command as it was captured. */
export interface CaptureInput {
  readonly text: string
  readonly file?: string
  readonly command?: string
  readonly format?: string
}

/** One capture of a host, with the text it was read from: findings quote its rows. */
export type HostCapture = (Capture | UnknownCapture) & {
  readonly file?: string
  readonly text: string
}

/** A host and everything that was read about it. */
export interface Host {
  readonly name: string
  readonly platform: Platform | null
  readonly version?: string
  readonly role: Role
  readonly forwarding: Forwarding
  readonly wpar?: string
  readonly loopbackAddresses: readonly string[]
  readonly acceptsBy: 'alias' | 'nat-redirect'
  readonly step?: number
  readonly captures: readonly HostCapture[]
}
