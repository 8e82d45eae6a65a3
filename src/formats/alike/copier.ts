import type { Span } from '../../model/span.js'

/** The fields of a record, to be read and set by name. */
export type Fields = Record<string, unknown>

/** Where a row lies that stands on one line. */
export interface RowSpan {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** A copy of a record with a place of its own. */
export type Copier = (record: Fields, row: RowSpan) => Fields

function spanOf({ line, column, endColumn }: RowSpan): Span {
  return { line, column, endLine: line, endColumn }
}

/** Copies any record; an engine gives such a copy a second object for what is behind its fourth field. */
const copyAny: Copier = (record, row) => ({ ...record, span: spanOf(row) })

/** The plain rows of large tables, each as one object with room for just its fields. */
// biome-ignore format: a line a record
export const compactCopiers: Readonly<Record<string, Copier>> = {
  'family destination gateway interface metric span': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], metric: r['metric'], span: spanOf(row) }),
  'family destination gateway flags span interface metric refs use': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], flags: r['flags'], span: spanOf(row), interface: r['interface'], metric: r['metric'], refs: r['refs'], use: r['use'] }),
  'family destination gateway flags span interface mtu window irtt': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], flags: r['flags'], span: spanOf(row), interface: r['interface'], mtu: r['mtu'], window: r['window'], irtt: r['irtt'] }),
  'family destination gateway interface flags span metric refs use': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], span: spanOf(row), metric: r['metric'], refs: r['refs'], use: r['use'] }),
  'family destination gateway span interface': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'] }),
  'family destination gateway span interface metric': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'], metric: r['metric'] }),
  'family destination gateway span interface protocol': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'], protocol: r['protocol'] }),
  'family destination gateway span interface protocol metric': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'], protocol: r['protocol'], metric: r['metric'] }),
  'family destination gateway span interface protocol scope source': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'], protocol: r['protocol'], scope: r['scope'], source: r['source'] }),
  'family destination gateway span interface protocol scope source metric': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], span: spanOf(row), interface: r['interface'], protocol: r['protocol'], scope: r['scope'], source: r['source'], metric: r['metric'] }),
  'family destination gateway interface flags span': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], span: spanOf(row) }),
  'family destination gateway interface flags span refs use': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], span: spanOf(row), refs: r['refs'], use: r['use'] }),
  'family destination gateway interface flags span refs use mtu': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], span: spanOf(row), refs: r['refs'], use: r['use'], mtu: r['mtu'] }),
  'family destination gateway interface flags span use mtu': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], span: spanOf(row), use: r['use'], mtu: r['mtu'] }),
  'family destination gateway interface flags refs use span': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], refs: r['refs'], use: r['use'], span: spanOf(row) }),
  'family destination gateway interface flags refs span mtu': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], interface: r['interface'], flags: r['flags'], refs: r['refs'], span: spanOf(row), mtu: r['mtu'] }),
  'family destination gateway flags span maskUnknown refs use interface': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], flags: r['flags'], span: spanOf(row), maskUnknown: r['maskUnknown'], refs: r['refs'], use: r['use'], interface: r['interface'] }),
  'family destination gateway flags span refs use interface': (r, row) => ({ family: r['family'], destination: r['destination'], gateway: r['gateway'], flags: r['flags'], span: spanOf(row), refs: r['refs'], use: r['use'], interface: r['interface'] }),
  'address mac span interface': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'] }),
  'address mac span interface expire': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'], expire: r['expire'] }),
  'address mac span interface permanent': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'], permanent: r['permanent'] }),
  'address mac span interface index type': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'], index: r['index'], type: r['type'] }),
  'address mac span interface index type static': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'], index: r['index'], type: r['type'], static: r['static'] }),
  'address mac span interface state': (r, row) => ({ address: r['address'], mac: r['mac'], span: spanOf(row), interface: r['interface'], state: r['state'] }),
  'address mac interface span hwtype': (r, row) => ({ address: r['address'], mac: r['mac'], interface: r['interface'], span: spanOf(row), hwtype: r['hwtype'] }),
  'address mac interface span hwtype flags': (r, row) => ({ address: r['address'], mac: r['mac'], interface: r['interface'], span: spanOf(row), hwtype: r['hwtype'], flags: r['flags'] }),
}

/** What copies records of these fields, in this order. */
export function copierOf(record: Fields): Copier {
  return compactCopiers[Object.keys(record).join(' ')] ?? copyAny
}
