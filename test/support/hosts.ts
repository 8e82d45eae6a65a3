import type {
  Host,
  HostCapture,
  InterfaceAddress,
  Neighbor,
  PolicyRule,
  Route,
  Setting,
} from '../../src/index.js'

/** Records of each kind without their spans: each gets a line of its own. */
export interface Records {
  readonly addresses?: readonly Omit<InterfaceAddress, 'span'>[]
  readonly neighbors?: readonly Omit<Neighbor, 'span'>[]
  readonly routes?: readonly Omit<Route, 'span'>[]
  readonly rules?: readonly Omit<PolicyRule, 'span'>[]
  readonly settings?: readonly Omit<Setting, 'span'>[]
}

/** A host made of records instead of texts, for what no format needs to be part of. */
export function hostOf(facts: Partial<Host>, records: Records): Host {
  const captures = Object.entries(records).map(([kind, list]) => capture(kind, list))
  return {
    name: 'web1',
    platform: 'linux',
    role: 'server',
    forwarding: 'mac',
    loopbackAddresses: [],
    acceptsBy: 'alias',
    ...facts,
    captures,
  }
}

function capture(kind: string, list: readonly object[]): HostCapture {
  const lines = list.map((record) => JSON.stringify(record))
  const records = list.map((record, i) => ({
    ...record,
    span: { line: i + 1, column: 1, endLine: i + 1, endColumn: (lines[i]?.length ?? 0) + 1 },
  }))
  const total = lines.length
  // The keys of `Records` are kinds, and their lists hold records of that kind.
  return {
    kind,
    platform: 'linux',
    format: null,
    records,
    diagnostics: [],
    lines: { total, record: total, heading: 0, blank: 0, outside: 0, unparsed: 0 },
    span: { line: 1, column: 1, endLine: total, endColumn: 1 },
    file: `${kind}.txt`,
    text: lines.join('\n'),
  } as unknown as HostCapture
}
