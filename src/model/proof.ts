import type { Span } from './span.js'

/** One line of `ip rule`: which table is asked for which packets. */
export interface PolicyRule {
  readonly family: 4 | 6
  readonly priority: number
  /** The selector as printed: `from all`, `from 192.0.2.0/24 fwmark 0x1`. */
  readonly selector: string
  /** What is done: `lookup main`, `unreachable` … */
  readonly action: string
  readonly table?: string
  readonly span: Span
}

/** One kernel parameter: a line of `sysctl -a`, or a file below /proc/sys. */
export interface Setting {
  /** Dotted name: `net.ipv4.conf.all.arp_ignore`. */
  readonly name: string
  readonly value: string
  readonly span: Span
}
