import type { Place } from './finding.js'
import type { Role } from './host.js'

/** What one host shows that others must agree with. */
export interface Sighting {
  /**
   * `alias`: it has the cluster address; `absent`: it provably has not; `neighbor`: it takes the hardware address for
   * the cluster address'; `published`: it answers for the cluster address; `own`: an address or card of its own.
   */
  readonly kind: 'absent' | 'alias' | 'neighbor' | 'own' | 'published'
  readonly address?: string
  readonly mac?: string
  readonly interface?: string
  readonly at?: Place
}

/** A host as the rules about several hosts see it. */
export interface FleetHost {
  readonly name: string
  readonly role: Role
  readonly sightings?: readonly Sighting[]
  /** What was found on it alone: the same is not said twice. */
  readonly findings: readonly {
    readonly rule: string
    readonly vip?: string
    readonly macs?: readonly string[]
  }[]
}
