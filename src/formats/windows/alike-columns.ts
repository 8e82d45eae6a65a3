import type { Column } from '../alike/column.js'

const ACTIVE_ROW: readonly Column[] = [
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 2, field: 'gateway', form: 'gateway' },
  { at: 3, field: 'interface', form: 'known' },
  { at: 4, field: 'metric', form: 'number' },
]
/** The same by the index of the metric: On-link has several words in some languages. */
const phraseRows = /* @__PURE__ */ new Map<number, readonly Column[]>()

/** Columns of an active row whose metric is the cell of an index. */
export function activeRow(metricAt: number): readonly Column[] {
  if (metricAt === 4) return ACTIVE_ROW
  const columns: readonly Column[] = phraseRows.get(metricAt) ?? [
    { at: 0, field: 'destination', form: 'ipv4' },
    { at: metricAt - 1, field: 'interface', form: 'known' },
    { at: metricAt, field: 'metric', form: 'number' },
  ]
  if (metricAt < MOST_CELLS) phraseRows.set(metricAt, columns)
  return columns
}

/** More than On-link has words in any language. */
const MOST_CELLS = 12

/** Rows of a known type. */
export const NEIGHBOR_ROW: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 1, field: 'mac', form: 'mac' },
]
