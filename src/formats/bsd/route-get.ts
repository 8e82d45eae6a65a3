import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import type { Row } from '../../text/row.js'
import type { FlagTable } from '../flags/table.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { completeRoute, type Found, isField, readField } from './route-get-fields.js'

const EXCERPT = 200
const COLON = 58
const BRACKET = 91
/** Words in front of the last word of a label: `route to:`, `if address:`, `local addr:`. */
const FIRST_WORDS: ReadonlySet<string> = new Set(['if', 'interf', 'local', 'route'])
/** What is left of such a label where its first word is glued to the value before it: `en0interf addr:`. */
const SECOND_WORDS: ReadonlySet<string> = new Set(['addr:', 'address:', 'to:'])
/** The names that the line of metrics can begin with. */
const METRICS: ReadonlySet<string> = new Set(['recvpipe', 'use'])

/**
 * Reads what `route get` of macOS and the BSDs prints for one destination: labels with a value behind each.
 *
 * ```
 *    route to: 198.51.100.7
 * destination: 198.51.100.0
 *        mask: 255.255.255.0
 *     gateway: 192.0.2.1                              only where the flags say GATEWAY
 *   interface: en0
 *       flags: <UP,GATEWAY,DONE,STATIC>
 *  recvpipe  sendpipe  ssthresh  rtt,msec    rttvar  hopcount      mtu     expire
 *        0         0         0         0         0         0      1500         0
 * ```
 */
export class RouteGetReader implements Reader {
  private readonly out: Output
  private readonly table: FlagTable
  private family: 4 | 6 = 4
  private found: Found | undefined
  private names: readonly string[] = []

  constructor(out: Output, table: FlagTable) {
    this.out = out
    this.table = table
  }

  read(row: Row): Reading {
    // A mark of quoting in front of an answer that was pasted on one line.
    if (row.is(1, 'route') && row.is(2, 'to:')) row.drop(1)
    let reading: Reading
    for (let at = 0; at < row.count; ) {
      const next = this.readPart(row, at)
      if (next === at) return this.stray(row, at, reading)
      if (this.found !== undefined) reading = 'record'
      else reading ??= 'heading'
      at = next
    }
    if (reading === 'record') this.out.extend()
    return reading
  }

  end(): void {
    this.finish()
  }

  /** Reads a label with its value, or metrics; returns the cell behind, or `at` where it is neither. */
  private readPart(row: Row, at: number): number {
    const colon = labelEnd(row, at)
    if (colon < 0) return this.readMetrics(row, at)
    const end = valueEnd(row, colon + 1)
    const label = row.rest(at, colon + 1)
    const text = row.flat(colon + 1)
    if (end > colon + 2 && isSingle(label)) this.sayExtra(row, colon + 2, end)
    if (SECOND_WORDS.has(label)) this.sayGlued(row, at)
    if (end === colon + 1) this.sayCut(`a value behind "${label}"`, this.out.span(at, end))
    else if (label === 'route to:') this.begin(text)
    else if (label === 'destination:') this.start(text, colon + 1)
    else if (this.found === undefined) return at
    else readField(this.out, this.found, { label, text, index: colon + 1, table: this.table })
    return end
  }

  /** The destination that was asked for says which family `default` is of. */
  private begin(asked: string): void {
    this.finish()
    this.family = readAddress(asked)?.family ?? 4
  }

  private start(text: string, index: number): void {
    this.finish()
    const { out } = this
    const read = readAddress(text)
    const isDefault = text === 'default'
    const family = read?.family ?? this.family
    const span = out.span()
    const destination = read?.address ?? (isDefault ? (family === 4 ? '0.0.0.0' : '::') : text)
    const route: Open<Route> = { family, destination, gateway: { kind: 'onlink' }, span }
    if (read?.zone !== undefined) route.zone = read.zone
    const isName = read === undefined && !isDefault
    if (isName)
      out.diagnose(
        'name-for-address',
        { text, column: 'the destination' },
        out.span(index, index + 1),
      )
    this.found = { route, isName, isDefault, length: isDefault ? 0 : undefined }
    out.add(route)
  }

  /** A row of names and a row of numbers below it; a number that is 0 says nothing. */
  private readMetrics(row: Row, at: number): number {
    const { found } = this
    if (found === undefined) return at
    if (METRICS.has(row.cell(at))) {
      let end = at
      while (row.kind(end) === 'word' && labelEnd(row, end) < 0) end++
      this.names = row.rest(at, end).split(' ')
      return end
    }
    const { names } = this
    let end = at
    while (end - at < names.length && row.uint(end) >= 0) end++
    if (end === at) return at
    this.names = []
    if (end - at < names.length) this.sayCut('a number', this.out.span(at, end))
    else {
      const mtu = row.uint(at + names.indexOf('mtu'))
      const expire = row.uint(at + names.indexOf('expire'))
      if (names.includes('mtu') && mtu > 0) found.route.mtu = mtu
      if (names.includes('expire') && expire > 0) found.route.expire = expire
    }
    return end
  }

  /** Cells that are neither a label nor its value: a row that holds nothing else is not ours. */
  private stray(row: Row, at: number, reading: Reading): Reading {
    if (reading === undefined) return undefined
    this.sayExtra(row, at, row.count)
    if (reading === 'record') this.out.extend()
    return reading
  }

  private sayGlued(row: Row, at: number): void {
    const { out } = this
    out.diagnose('cells-glued', { text: row.excerpt(EXCERPT) }, out.span(0, at + 1))
  }

  private sayExtra(row: Row, from: number, to: number): void {
    const { out } = this
    out.diagnose(
      'extra-cell',
      { text: row.between(from, to).slice(0, EXCERPT) },
      out.span(from, to),
    )
  }

  private sayCut(missing: string, span: Span): void {
    const { out } = this
    out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing }, span)
  }

  private finish(): void {
    const { found, out } = this
    this.found = undefined
    this.names = []
    if (found === undefined) return
    const missing = completeRoute(found)
    const { span, destination } = found.route
    if (missing !== undefined) out.diagnose('cut-row', { text: destination, missing }, span)
  }
}

/** True for labels whose value is one cell. */
function isSingle(label: string): boolean {
  return label === 'destination:' || isField(label)
}

/** The cell that ends the label at `at`; -1 where none begins there. */
function labelEnd(row: Row, at: number): number {
  if (endsLabel(row, at)) return at
  return FIRST_WORDS.has(row.cell(at)) && endsLabel(row, at + 1) ? at + 1 : -1
}

function endsLabel(row: Row, at: number): boolean {
  if (row.kind(at) !== 'word' || row.size(at) < 3 || row.code(at, -1) !== COLON) return false
  // The prompt of a remote PowerShell begins with a name in brackets.
  return row.code(at) !== BRACKET
}

/** The cell behind a value: the next label, the metrics or the end. Only a label of OpenBSD's own has several words. */
function valueEnd(row: Row, from: number): number {
  let at = from
  while (at < row.count && labelEnd(row, at) < 0 && !METRICS.has(row.cell(at))) at++
  return at
}
