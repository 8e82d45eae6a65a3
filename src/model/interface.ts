import type { Span } from './span.js'

/** One address of an interface, as `ip addr`, `ifconfig -a` or `ipconfig /all` list it. */
export interface InterfaceAddress {
  readonly family: 4 | 6
  /** Name as printed; on Windows the connection's name. */
  readonly interface: string
  /** Label of an alias where it differs from the interface: `lo:1`. */
  readonly label?: string
  /** Canonical address without length. */
  readonly address: string
  readonly zone?: string
  /** Absent where the text gives none. */
  readonly prefixLength?: number
  readonly broadcast?: string
  readonly peer?: string
  readonly scope?: string
  /** Flags of the interface as printed, without the angle brackets: `UP,LOOPBACK,RUNNING`. */
  readonly flags?: string
  readonly mac?: string
  /** The interface is a loopback: by its flag, its name, or the hardware address of Microsoft's loopback adapter. */
  readonly loopback?: true
  /** Address attributes that change what it does: `secondary`, `deprecated`, `tentative`, `noprefixroute` … */
  readonly attributes?: readonly string[]
  readonly index?: number
  readonly span: Span
}

/** An interface itself: a row of Windows' Interface List, the head of an `ip addr` or `ifconfig` block. */
export interface Interface {
  readonly name: string
  readonly index?: number
  readonly mac?: string
  readonly flags?: string
  readonly mtu?: number
  /** Description or adapter type, where it is printed beside the name. */
  readonly description?: string
  readonly loopback?: true
  readonly span: Span
}
