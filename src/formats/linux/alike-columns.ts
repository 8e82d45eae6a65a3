import type { Column } from '../alike/column.js'

const NETSTAT_KEY: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 7, field: 'interface', form: 'name' },
]

/** Rows of `route -n`. */
export const METRIC_ROW: readonly Column[] = [
  ...NETSTAT_KEY,
  { at: 4, field: 'metric', form: 'number' },
  { at: 5, field: 'refs', form: 'number' },
  { at: 6, field: 'use', form: 'number' },
]

/** Rows of `netstat -rn`. */
export const MSS_ROW: readonly Column[] = [
  ...NETSTAT_KEY,
  { at: 4, field: 'mtu', form: 'number' },
  { at: 5, field: 'window', form: 'number' },
  { at: 6, field: 'irtt', form: 'number' },
]

/** What one value of a row says alone; the words between them are the same. */
export const ROUTE_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'network' },
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 0, field: 'destination', form: 'ipv6' },
  { at: 'via', field: 'gateway', form: 'gateway' },
  { at: 'via', field: 'gateway', form: 'gateway6' },
  { at: 'dev', field: 'interface', form: 'name' },
  { at: 'proto', field: 'protocol', form: 'known' },
  { at: 'metric', field: 'metric', form: 'number' },
  { at: 'src', field: 'source', form: 'ipv4' },
  { at: 'src', field: 'source', form: 'known' },
  { at: 'expires', field: 'expire', form: 'number' },
]

/** Rows of `ip neigh` with a hardware address and one state. */
export const NEIGH_ROW: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 0, field: 'address', form: 'ipv6' },
  { at: 'dev', field: 'interface', form: 'name' },
  { at: 'lladdr', field: 'mac', form: 'mac' },
]

/** Rows of the IPv6 table of `route -6n`. */
export const NETSTAT_6_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv6' },
  { at: 1, field: 'gateway', form: 'known' },
  { at: 3, field: 'metric', form: 'number' },
  { at: 4, field: 'refs', form: 'number' },
  { at: 5, field: 'use', form: 'number' },
  { at: 6, field: 'interface', form: 'name' },
]

/** Rows of `arp -a` with a hardware address. */
export const ARP_LIST_ROW: readonly Column[] = [
  { at: 0, field: 'hostname', form: 'host' },
  { at: 1, field: 'address', form: 'parens' },
  { at: 'at', field: 'mac', form: 'mac' },
  { at: 'on', field: 'interface', form: 'name' },
]

/** Rows of /proc/net/arp. */
export const PROC_ARP_ROW: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 3, field: 'mac', form: 'mac' },
  { at: 5, field: 'interface', form: 'name' },
]
