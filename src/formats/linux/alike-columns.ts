import type { Column } from '../alike/column.js'

const NETSTAT_KEY: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 7, field: 'interface', form: 'known' },
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
  { at: 'via', field: 'gateway', form: 'gateway' },
  { at: 'dev', field: 'interface', form: 'known' },
  { at: 'proto', field: 'protocol', form: 'known' },
  { at: 'metric', field: 'metric', form: 'number' },
  { at: 'src', field: 'source', form: 'ipv4' },
]

/** Rows of `ip neigh` with a hardware address and one state. */
export const NEIGH_ROW: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 'dev', field: 'interface', form: 'known' },
  { at: 'lladdr', field: 'mac', form: 'mac' },
  { at: 5, field: 'state', form: 'known' },
]
