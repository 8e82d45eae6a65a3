import type { Column } from '../alike/column.js'

/** Rows of a destination, a gateway, flags, two counters and an interface, of tables that print no lengths. */
export const BARE_COUNTER_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 3, field: 'refs', form: 'number' },
  { at: 4, field: 'use', form: 'number' },
  { at: 5, field: 'interface', form: 'name' },
]

/** The same where networks carry their length. */
export const COUNTER_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'network' },
  ...BARE_COUNTER_ROW,
]
