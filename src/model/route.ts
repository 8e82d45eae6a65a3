import type { Span } from './span.js'

/** Where a route sends its packets, as the table says it. */
export type Gateway =
  | { readonly kind: 'address'; readonly address: string; readonly zone?: string }
  /** Directly on the interface: Windows' On-link in any language; `*`, `0.0.0.0` or `::` without G; no `via`. */
  | { readonly kind: 'onlink' }
  /** A link-level gateway of the BSDs: `link#4`. */
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'mac'; readonly mac: string }
  | { readonly kind: 'interface'; readonly name: string }
  /** The row leads nowhere: reject, blackhole, unreachable. */
  | { readonly kind: 'none' }
  /** Something stood there that is not certain: an address cut by the column, a host name. */
  | { readonly kind: 'unknown'; readonly text: string }

/** One printed row, or one next hop, of a route table. */
export interface Route {
  readonly family: 4 | 6
  /** Canonical CIDR of the address as printed, host bits kept; a bare address where `maskUnknown`; a name as it stands where the text gives no address. */
  readonly destination: string
  /** Scope of an IPv6 destination: `lo0`, `12`. */
  readonly zone?: string
  readonly gateway: Gateway
  /** The table prints no mask for this row and no rule of the platform gives one. */
  readonly maskUnknown?: true
  /** As printed; on Windows IPv4 the interface's address, on Windows IPv6 its index. */
  readonly interface?: string
  /** Letters as printed; `flagNames` explains them. */
  readonly flags?: string
  readonly metric?: number
  readonly mtu?: number
  readonly refs?: number
  readonly use?: number
  /** Seconds. */
  readonly expire?: number
  readonly window?: number
  readonly irtt?: number
  /** A row of Windows' Persistent Routes. */
  readonly persistent?: true
  /** The tool cut the destination or gateway to its column, so the real address cannot be known. */
  readonly truncated?: true
  readonly table?: string
  readonly protocol?: string
  readonly scope?: string
  /** Source address that the route prefers (`src`). */
  readonly source?: string
  /** iproute2's route type (`local`, `unreachable` …), netsh's Type column. */
  readonly type?: string
  readonly span: Span
}
