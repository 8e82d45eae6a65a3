import type {
  AnyRecord,
  Capture,
  Kind,
  LineAccount,
  LineRole,
  ParseResult,
  RecordOf,
  UnknownCapture,
} from '../model/capture.js'
import { type Diagnostic, diagnosticCodes } from '../model/diagnostic.js'
import type { InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import { isPlatform, type Platform, platforms } from '../model/platform.js'
import type { Route } from '../model/route.js'
import type { Span } from '../model/span.js'
import type { Format } from './format.js'
import { type FormatId, formatById, formats } from './index.js'
import { type Scanned, scan } from './scan.js'

/** What the caller knows of a text; everything is found from the text where it is not given. */
export interface ParseOptions {
  /** Prefer the formats of this system. */
  readonly platform?: Platform
  /** Read with this format, whatever the text looks like. */
  readonly format?: FormatId
  /** Path of the capture, for messages. */
  readonly file?: string
  /** The command line that printed the text. */
  readonly command?: string
}

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  addresses: 'a list of interface addresses',
  neighbors: 'an ARP or neighbour table',
  routes: 'a route table',
  rules: 'a list of policy rules',
  settings: 'kernel parameters',
}

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
  const { platform, format, command } = options
  if (platform !== undefined && !isPlatform(platform))
    throw new RangeError(`unknown platform "${platform}"; known are ${platforms.join(', ')}`)
  return scan(text, {
    ...(platform === undefined ? {} : { platform }),
    ...(format === undefined ? {} : { format: requireFormat(format) }),
    ...(command === undefined ? {} : { command }),
  })
}

function requireFormat(id: string): Format {
  const format = formatById(id)
  if (format !== undefined) return format
  throw new RangeError(
    `unknown format "${id}"; known are ${formats.map((one) => one.id).join(', ')}`,
  )
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
  let lines: LineAccount = { total: 0, record: 0, heading: 0, blank: 0, outside: 0, unparsed: 0 }
  for (const one of scanned) {
    const wanted = one.format?.kind === kind
    if (wanted) for (const record of one.out.records) records.push(record)
    if (wanted || one.format === undefined || first === undefined)
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

/** Records of a capture as their own type: a format's reader keeps none of another kind. */
function recordsAs<R>(records: readonly AnyRecord[]): readonly R[] {
  return records as readonly unknown[] as readonly R[]
}

function wrongKind(one: Scanned, kind: Kind): Diagnostic {
  const found =
    one.format === undefined
      ? 'something else'
      : `${KIND_NAMES[one.format.kind]} (${one.format.title})`
  const line = one.firstLine
  const span: Span = { line, column: 1, endLine: line, endColumn: 1 }
  const { level } = diagnosticCodes['wrong-kind']
  return { code: 'wrong-kind', level, span, args: { found, wanted: KIND_NAMES[kind] } }
}

function addLines(a: LineAccount, b: LineAccount): LineAccount {
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
function outside(lines: LineAccount): LineAccount {
  const { total, blank } = lines
  return { total, blank, record: 0, heading: 0, unparsed: 0, outside: total - blank }
}
