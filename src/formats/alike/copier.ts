import type { Span } from '../../model/span.js'
import type { Fields } from './fields.js'

/** Where a row lies that stands on one line. */
export interface RowSpan {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** A record of values, in the order of its fields, with a place of its own. */
export type Copier = (values: readonly unknown[], row: RowSpan) => Fields

function spanOf({ line, column, endColumn }: RowSpan): Span {
  return { line, column, endLine: line, endColumn }
}

/** Makes records like any one; an engine gives such a copy a second object for what is behind its fourth field. */
function copierLike(record: Fields): Copier {
  const names = Object.keys(record)
  return (values, row) => {
    const copy = { ...record }
    for (let i = 0; i < names.length; i++) copy[names[i] as string] = values[i]
    copy['span'] = spanOf(row)
    return copy
  }
}

/** The plain rows of large tables, each as one object with room for just its fields. */
// biome-ignore format: a line a record
export const compactCopiers: Readonly<Record<string, Copier>> = {
  'family destination gateway interface metric span': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], metric: v[4], span: spanOf(row) }),
  'family destination gateway flags span interface metric refs use': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], flags: v[3], span: spanOf(row), interface: v[5], metric: v[6], refs: v[7], use: v[8] }),
  'family destination gateway flags span interface mtu window irtt': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], flags: v[3], span: spanOf(row), interface: v[5], mtu: v[6], window: v[7], irtt: v[8] }),
  'family destination gateway interface flags span metric refs use': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], span: spanOf(row), metric: v[6], refs: v[7], use: v[8] }),
  'family destination gateway span interface': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4] }),
  'family destination gateway span interface metric': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4], metric: v[5] }),
  'family destination gateway span interface protocol': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4], protocol: v[5] }),
  'family destination gateway span interface protocol metric': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4], protocol: v[5], metric: v[6] }),
  'family destination gateway span interface protocol scope source': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4], protocol: v[5], scope: v[6], source: v[7] }),
  'family destination gateway span interface protocol scope source metric': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], span: spanOf(row), interface: v[4], protocol: v[5], scope: v[6], source: v[7], metric: v[8] }),
  'family destination gateway interface flags span': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], span: spanOf(row) }),
  'family destination gateway interface flags span refs use': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], span: spanOf(row), refs: v[6], use: v[7] }),
  'family destination gateway interface flags span refs use mtu': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], span: spanOf(row), refs: v[6], use: v[7], mtu: v[8] }),
  'family destination gateway interface flags span use mtu': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], span: spanOf(row), use: v[6], mtu: v[7] }),
  'family destination gateway interface flags refs use span': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], refs: v[5], use: v[6], span: spanOf(row) }),
  'family destination gateway interface flags refs span mtu': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], interface: v[3], flags: v[4], refs: v[5], span: spanOf(row), mtu: v[7] }),
  'family destination gateway flags span maskUnknown refs use interface': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], flags: v[3], span: spanOf(row), maskUnknown: v[5], refs: v[6], use: v[7], interface: v[8] }),
  'family destination gateway flags span refs use interface': (v, row) => ({ family: v[0], destination: v[1], gateway: v[2], flags: v[3], span: spanOf(row), refs: v[5], use: v[6], interface: v[7] }),
  'address mac span interface': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3] }),
  'address mac span interface expire': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3], expire: v[4] }),
  'address mac span interface permanent': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3], permanent: v[4] }),
  'address mac span interface index type': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3], index: v[4], type: v[5] }),
  'address mac span interface index type static': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3], index: v[4], type: v[5], static: v[6] }),
  'address mac span interface state': (v, row) => ({ address: v[0], mac: v[1], span: spanOf(row), interface: v[3], state: v[4] }),
  'address mac interface span hwtype': (v, row) => ({ address: v[0], mac: v[1], interface: v[2], span: spanOf(row), hwtype: v[4] }),
  'address mac interface span hwtype flags': (v, row) => ({ address: v[0], mac: v[1], interface: v[2], span: spanOf(row), hwtype: v[4], flags: v[5] }),
}

/** What makes records with the fields of one, in their order. */
export function copierOf(record: Fields): Copier {
  return compactCopiers[Object.keys(record).join(' ')] ?? copierLike(record)
}
