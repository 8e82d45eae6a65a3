import type { Column } from '../alike/column.js'

const KEY: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 3, field: 'refs', form: 'number' },
]
/** Rows of 11.x. */
export const HPUX_ROW: readonly Column[] = [
  ...KEY,
  { at: 4, field: 'interface', form: 'name' },
  { at: 5, field: 'mtu', form: 'number' },
]
/** Rows of 10.x, which have Use. */
export const USE_ROW: readonly Column[] = [
  ...KEY,
  { at: 4, field: 'use', form: 'number' },
  { at: 5, field: 'interface', form: 'name' },
  { at: 6, field: 'mtu', form: 'number' },
]
