import type { Column } from '../alike/column.js'

/** An active row; a mask or an On-link of another length makes it another row. */
export const ACTIVE_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 2, field: 'gateway', form: 'gateway' },
  { at: 3, field: 'interface', form: 'known' },
  { at: 4, field: 'metric', form: 'number' },
]

/** Rows of a known type. */
export const NEIGHBOR_ROW: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 1, field: 'mac', form: 'mac' },
]
