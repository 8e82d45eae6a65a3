import type { Level } from '../model/diagnostic.js'
import type { Finding } from '../model/finding.js'
import type { Forwarding, HostCapture, Role } from '../model/host.js'
import type { Platform } from '../model/platform.js'
import type { Span } from '../model/span.js'
import type { View } from './view.js'

/** What a rule can need: cluster addresses, an inventory, or a kind of capture. */
export type Need = 'addresses' | 'inventory' | 'neighbors' | 'routes' | 'settings' | 'vips'

/** A place that a draft rests on. */
export interface Evidence {
  readonly capture: HostCapture
  readonly span: Span
  readonly note?: string
}

type Details = Pick<
  Finding,
  | 'address'
  | 'because'
  | 'candidates'
  | 'deletable'
  | 'lanOverlap'
  | 'macs'
  | 'maskInferred'
  | 'missing'
  | 'neighbor'
  | 'policyRules'
  | 'route'
  | 'server'
  | 'setting'
  | 'stolen'
>

/** What a rule says before the same fact in other captures, levels and waivers are taken into account. */
export interface Draft extends Details {
  /** What it is about besides the cluster address: the same in every capture that shows the fact. */
  readonly subject: string
  /** Where it differs from the rule's own. */
  readonly level?: Level
  readonly certainty?: 'likely'
  readonly vip?: string
  readonly message: string
  readonly at: readonly Evidence[]
}

/** One kind of fault that is looked for. A rule is one file and one line in the list. */
export interface Rule<Id extends string = string> {
  readonly id: Id
  readonly level: Level
  /** One sentence for lists. */
  readonly summary: string
  /** All of these must be at hand. */
  readonly needs: readonly Need[]
  /** At least one of these must be at hand. */
  readonly needsOneOf?: readonly Need[]
  /** Hosts that it is about; all where absent. */
  readonly roles?: readonly Role[]
  readonly forwardings?: readonly Forwarding[]
  readonly platforms?: readonly Platform[]
  /** Markdown in four sections: What it finds, Why it matters, Example, What to do. */
  readonly docs: string
  /**
   * False where the rule has no question to ask of this host.
   *
   * @internal
   */
  appliesTo?(view: View): boolean
  /** @internal */
  check(view: View): Iterable<Draft>
  /**
   * What would have to be captured besides, so that silence means health.
   *
   * @internal
   */
  lacks?(view: View): readonly string[]
}
