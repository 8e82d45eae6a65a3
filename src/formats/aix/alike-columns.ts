import type { Column } from '../alike/column.js'

/** Rows with a gateway and counters. */
export const AIX_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'network' },
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 3, field: 'refs', form: 'number' },
  { at: 4, field: 'use', form: 'number' },
  { at: 5, field: 'interface', form: 'known' },
]
