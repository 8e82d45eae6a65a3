import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import { readCidr } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import { zosFlags } from '../flags/zos.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'

/** Labels of a record and the values that are still to come. */
type Labels = Map<string, string>

const KNOWN: ReadonlySet<string> = new Set(['DESTIP', 'GW', 'INTF', 'REFCNT', 'FLGS', 'MTU'])
const NEEDED = ['GW', 'INTF', 'FLGS'] as const
const EXCERPT = 200

/**
 * Reads routes that are printed as labels and values over several lines.
 *
 * ```
 * DestIP:   2001:db8::/32
 *   Gw:     fe80::1
 *   Intf:   OSALINK6          Refcnt:  0000000000
 *   Flgs:   UGS               MTU:     2000
 * ```
 */
export class LabelledRoutes {
  private readonly out: Output
  private labels: Labels | undefined
  private span: Open<Span> | undefined

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    if (!isLabel(row, 0) || holdsNext(row)) return undefined
    if (labelOf(row, 0) === 'DESTIP') this.begin()
    const { labels, span } = this
    if (labels === undefined || span === undefined)
      return KNOWN.has(labelOf(row, 0)) ? this.sayHeadless(row) : undefined
    this.take(row, labels)
    const { endLine, endColumn } = this.out.span()
    span.endLine = endLine
    span.endColumn = endColumn
    if (!labels.has('FLGS')) return 'unparsed'
    return this.finish(labels, span) ? 'record' : 'unparsed'
  }

  /** Called behind the last row, and where the next record begins. */
  end(): void {
    const { labels, span } = this
    this.labels = undefined
    this.span = undefined
    if (labels === undefined || span === undefined) return
    const missing = NEEDED.filter((label) => !labels.has(label)).join(', ')
    this.out.diagnose('cut-row', { text: `DestIP: ${labels.get('DESTIP') ?? ''}`, missing }, span)
  }

  private begin(): void {
    this.end()
    this.labels = new Map()
    this.span = { ...this.out.span() }
  }

  private sayHeadless(row: Row): Reading {
    this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'DestIP' })
    return 'unparsed'
  }

  private take(row: Row, labels: Labels): void {
    for (let i = 0; i < row.count; i++) {
      if (!isLabel(row, i)) continue
      const value = isLabel(row, i + 1) ? '' : row.flat(i + 1)
      labels.set(labelOf(row, i), value)
    }
  }

  private finish(labels: Labels, span: Span): boolean {
    const { out } = this
    if (!NEEDED.every((label) => labels.get(label))) {
      this.end()
      return false
    }
    this.labels = undefined
    this.span = undefined
    const flags = labels.get('FLGS') ?? ''
    const route = routeOf(labels, { flags, span })
    if (route === undefined) {
      const text = labels.get('DESTIP') ?? ''
      out.diagnose('bad-address', { text, column: 'DestIP or Gw' }, span)
      return false
    }
    for (const letter of flags)
      if (!Object.hasOwn(zosFlags, letter)) out.diagnose('unknown-flag', { letter, flags }, span)
    out.add(route)
    out.mark('record', span)
    return true
  }
}

function routeOf(
  labels: Labels,
  { flags, span }: { readonly flags: string; readonly span: Span },
): Open<Route> | undefined {
  const gateway = readAddress(labels.get('GW') ?? '')
  const text = labels.get('DESTIP') ?? ''
  const destination = destinationOf(text, { host: flags.includes('H'), family: gateway?.family })
  if (gateway === undefined || destination === undefined) return undefined
  const { address, family, zone } = gateway
  const onLink = !flags.includes('G') && (address === '::' || address === '0.0.0.0')
  const route: Open<Route> = {
    family,
    destination: destination.text,
    gateway: onLink
      ? { kind: 'onlink' }
      : { kind: 'address', address, ...(zone === undefined ? {} : { zone }) },
    interface: labels.get('INTF') ?? '',
    flags,
    span,
  }
  if (destination.maskUnknown) route.maskUnknown = true
  const refs = numberOf(labels.get('REFCNT'))
  const mtu = numberOf(labels.get('MTU'))
  if (refs !== undefined) route.refs = refs
  if (mtu !== undefined) route.mtu = mtu
  return route
}

function destinationOf(
  text: string,
  { host, family }: { readonly host: boolean; readonly family: 4 | 6 | undefined },
): { readonly text: string; readonly maskUnknown?: true } | undefined {
  if (/^default$/i.test(text)) return { text: family === 4 ? '0.0.0.0/0' : '::/0' }
  const read = readCidr(text)
  if (read === undefined) return undefined
  if (host || text.includes('/')) return { text: read.cidr }
  return { text: read.cidr.slice(0, read.cidr.indexOf('/')), maskUnknown: true }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** True where another record begins on the line: the shared code takes it apart. */
function holdsNext(row: Row): boolean {
  for (let i = 1; i < row.count; i++)
    if (isLabel(row, i) && labelOf(row, i) === 'DESTIP') return true
  return false
}

const COLON = 58

function isLabel(row: Row, index: number): boolean {
  return row.code(index, -1) === COLON && KNOWN.has(labelOf(row, index))
}

function labelOf(row: Row, index: number): string {
  return row.cell(index).slice(0, -1).toUpperCase()
}

/** True where a record with all its labels begins at cell `index`. */
export function startsLabelled(row: Row, index: number): boolean {
  if (!isLabel(row, index) || labelOf(row, index) !== 'DESTIP') return false
  const [gateway, link, flags] = [index + 2, index + 4, index + 8]
  return (
    labelOf(row, gateway) === 'GW' &&
    labelOf(row, link) === 'INTF' &&
    labelOf(row, flags) === 'FLGS'
  )
}
