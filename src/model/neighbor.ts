import type { Span } from './span.js'

/** One row of an ARP or neighbour table. */
export interface Neighbor {
  /** Canonical address; `null` where the table prints a name in its place. */
  readonly address: string | null
  readonly zone?: string
  /** Lower case, colons, two digits an octet; `null` where the row is incomplete or shows none. */
  readonly mac: string | null
  readonly hostname?: string
  /** As printed; on Windows the address in the head of the section. */
  readonly interface?: string
  /** Number of the interface in the head of the section (Windows' `--- 0xb`). */
  readonly index?: number
  readonly mask?: string
  readonly hwtype?: string
  readonly flags?: string
  /** Windows' word in English: `dynamic` `static` `invalid` `other`; Solaris' type as printed. */
  readonly type?: string
  /** State as iproute2 and ndp print it. */
  readonly state?: string
  readonly incomplete?: true
  readonly permanent?: true
  readonly published?: true
  readonly static?: true
  readonly proxy?: true
  readonly local?: true
  /** The tool cut the hardware address or the name to its column. */
  readonly truncated?: true
  /** Seconds. */
  readonly expire?: number
  readonly span: Span
}
