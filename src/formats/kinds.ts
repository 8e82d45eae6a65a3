import type { AnyRecord, Kind, LineAccount } from '../model/capture.js'
import { type Diagnostic, diagnosticLevels } from '../model/diagnostic.js'
import type { Span } from '../model/span.js'
import type { Scanned } from './scan.js'

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  addresses: 'a list of interface addresses',
  neighbors: 'an ARP or neighbour table',
  routes: 'a route table',
  rules: 'a list of policy rules',
  settings: 'kernel parameters',
}

/** Records of a capture as their own type: a format's reader keeps none of another kind. */
export function recordsAs<R>(records: readonly AnyRecord[]): readonly R[] {
  return records as readonly unknown[] as readonly R[]
}

/** Says that a capture is of another kind than the one asked for. */
export function wrongKind(one: Scanned, kind: Kind): Diagnostic {
  const found =
    one.format === undefined
      ? 'something else'
      : `${KIND_NAMES[one.format.kind]} (${one.format.title})`
  const line = one.firstLine
  const span: Span = { line, column: 1, endLine: line, endColumn: 1 }
  const level = diagnosticLevels['wrong-kind']
  return { code: 'wrong-kind', level, span, args: { found, wanted: KIND_NAMES[kind] } }
}

/** An account of no lines. */
export const noLines: LineAccount = {
  total: 0,
  record: 0,
  heading: 0,
  blank: 0,
  outside: 0,
  unparsed: 0,
}

/** Both accounts together. */
export function addLines(a: LineAccount, b: LineAccount): LineAccount {
  return {
    total: a.total + b.total,
    record: a.record + b.record,
    heading: a.heading + b.heading,
    blank: a.blank + b.blank,
    outside: a.outside + b.outside,
    unparsed: a.unparsed + b.unparsed,
  }
}

/** The lines of another kind of output hold nothing that was asked for. */
export function outside(lines: LineAccount): LineAccount {
  const { total, blank } = lines
  return { total, blank, record: 0, heading: 0, unparsed: 0, outside: total - blank }
}
