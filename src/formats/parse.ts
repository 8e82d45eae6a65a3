import type {
  AnyRecord,
  Capture,
  Kind,
  LineRole,
  ParseResult,
  RecordOf,
  UnknownCapture,
} from '../model/capture.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { Route } from '../model/route.js'
import { addLines, noLines, outside, recordsAs, wrongKind } from './kinds.js'
import { type ParseOptions, scanOptions } from './options.js'
import { type Scanned, scan } from './scan.js'

/** The routes of a text: every route table found in it, with an account of every line. */
export function parseRoutes(text: string, options: ParseOptions = {}): ParseResult<Route> {
  return parseKind('routes', text, options)
}

/** The ARP or neighbour entries of a text, with an account of every line. */
export function parseArp(text: string, options: ParseOptions = {}): ParseResult<Neighbor> {
  return parseKind('neighbors', text, options)
}

/** The interface addresses of a text, with an account of every line. */
export function parseAddresses(
  text: string,
  options: ParseOptions = {},
): ParseResult<InterfaceAddress> {
  return parseKind('addresses', text, options)
}

/** Every command's output found in a text, in order; text of which nothing is known is `unknown`. */
export function parse(text: string, options: ParseOptions = {}): (Capture | UnknownCapture)[] {
  return scanText(text, options).map(toCapture)
}

/** What each line of a text is, in order. */
export function lineRoles(text: string, options: ParseOptions = {}): LineRole[] {
  return scanText(text, options).flatMap(({ out }) => out.lineRoles())
}

function scanText(text: string, options: ParseOptions): Scanned[] {
  if (typeof text !== 'string') throw new TypeError(`expected a text, got ${typeof text}`)
  return scan(text, scanOptions(options))
}

function toCapture(one: Scanned): Capture | UnknownCapture {
  const { out, format, command, host } = one
  const lines = out.account()
  const span = {
    line: one.firstLine,
    column: 1,
    endLine: one.firstLine + Math.max(lines.total, 1) - 1,
    endColumn: 1,
  }
  // A format's reader keeps records of its own kind only, which the list of formats cannot express.
  return {
    kind: format?.kind ?? 'unknown',
    ...result(one, out.records),
    ...(command === undefined ? {} : { command }),
    ...(host === undefined ? {} : { host }),
    span,
  } as Capture | UnknownCapture
}

function result<R>(one: Scanned, records: readonly R[]): ParseResult<R> {
  const { out, format } = one
  return {
    platform: format?.platform ?? null,
    format: format?.id ?? null,
    records,
    ...(out.interfaces.length === 0 ? {} : { interfaces: out.interfaces }),
    diagnostics: out.diagnostics,
    lines: out.account(),
  }
}

function parseKind<K extends Kind>(
  kind: K,
  text: string,
  options: ParseOptions,
): ParseResult<RecordOf[K]> {
  const scanned = scanText(text, options)
  const [first] = scanned.filter(({ format }) => format?.kind === kind)
  // Readers of a format of this kind keep records of this kind.
  type R = RecordOf[K]
  if (scanned.length === 1 && first !== undefined)
    return result(first, recordsAs<R>(first.out.records))
  const records: AnyRecord[] = []
  const diagnostics: Diagnostic[] = []
  let lines = noLines
  for (const one of scanned) {
    const wanted = one.format?.kind === kind
    if (wanted) for (const record of one.out.records) records.push(record)
    if (wanted || one.format === undefined)
      for (const diagnostic of one.out.diagnostics) diagnostics.push(diagnostic)
    const account = one.out.account()
    lines = addLines(lines, wanted || one.format === undefined ? account : outside(account))
    if (first === undefined && one.format !== undefined) diagnostics.push(wrongKind(one, kind))
  }
  const source = first ?? scanned[0]
  const base = source === undefined ? undefined : result(source, records)
  return {
    platform: base?.platform ?? null,
    format: first?.format?.id ?? null,
    records: recordsAs<R>(records),
    ...(first === undefined || base?.interfaces === undefined
      ? {}
      : { interfaces: base.interfaces }),
    diagnostics,
    lines,
  }
}
