import type { Row } from '../../text/row.js'
import { ipv4At } from '../cells.js'
import { readCutLinkAddress } from './link-address.js'

const OPEN = 40
const LESS = 60
const COLON = 58

/** Hardware types of net-tools' lib/hw.c, and the mark for none. */
export const arpTypes: ReadonlySet<string> = new Set([
  '*',
  'arcnet',
  'ash',
  'ax25',
  'dlci',
  'ec',
  'ether',
  'eui64',
  'fddi',
  'hippi',
  'infiniba',
  'infiniband',
  'ipip6',
  'irda',
  'loop',
  'netrom',
  'ppp',
  'rose',
  'sit',
  'slip',
  'strip',
  'tr',
  'tunnel',
  'x25',
])

/** C complete, M permanent, P published, A automatic, ! do not publish, T trailers. */
export const arpFlags = /^[CMPAT!]{1,6}$/

/** Where the cells of a row stand; -1 where the row has no such cell. */
export interface ArpLayout {
  readonly form: 'complete' | 'glued' | 'incomplete' | 'published'
  readonly flags: number
  readonly mask: number
  /** Cell of the interface, the last one. */
  readonly last: number
}

/**
 * The layout of the row that begins at cell `index`; undefined where none does.
 *
 * ```
 * 192.0.2.10               ether   00:00:5e:00:53:01   C                     eth0
 * 192.0.2.11                       (incomplete)                              eth0      two words in Swedish
 * 192.0.2.12               *       <from_interface>    MP                    eth0      flags may touch in Japanese
 *                                                                ^^^^ a mask where one was given
 * ```
 */
export function arpLayoutAt(row: Row, index: number): ArpLayout | undefined {
  if (row.code(index + 1) === OPEN) return incompleteAt(row, index + 1)
  if (gluedHardware(row, index + 1) !== undefined) return gluedAt(row, index + 2)
  if (!arpTypes.has(row.cell(index + 1))) return undefined
  const hardware = index + 2
  if (row.code(hardware) === LESS || row.is(hardware, '*')) return publishedAt(row, hardware)
  if (row.kind(hardware) !== 'mac' && !isCutMac(row, hardware)) return undefined
  return withFlags(row, hardware + 1, 'complete')
}

/** `infiniba80:00:02:08:fe:80:00C`: eight characters of the type, twenty of the address and the flags touch. */
const GLUED = /^infiniba((?:[0-9a-f]{2}:){6}[0-9a-f]{2}):?([CMPAT!]{1,6})$/i

/** The address and the flags in a cell where the type touches them; undefined where it does not. */
export function gluedHardware(row: Row, index: number): { mac: string; flags: string } | undefined {
  if (row.size(index) < 29) return undefined
  const [, mac, flags] = GLUED.exec(row.cell(index)) ?? []
  return mac === undefined || flags === undefined ? undefined : { mac: mac.toLowerCase(), flags }
}

function gluedAt(row: Row, index: number): ArpLayout | undefined {
  const mask = row.kind(index) === 'ipv4' ? index : -1
  const last = mask < 0 ? index : index + 1
  return last < row.count ? { form: 'glued', flags: -1, mask, last } : undefined
}

function incompleteAt(row: Row, index: number): ArpLayout | undefined {
  for (let at = index; at < index + 2; at++)
    if (row.cell(at).endsWith(')') && at + 1 < row.count)
      return { form: 'incomplete', flags: -1, mask: -1, last: at + 1 }
  return undefined
}

/** Twenty bytes of the word in angle brackets are printed: in Japanese and Georgian its end, and the blank, are lost. */
function publishedAt(row: Row, index: number): ArpLayout | undefined {
  const glued = row.code(index) === LESS && !row.cell(index).endsWith('>')
  if (!glued) return withFlags(row, index + 1, 'published')
  const mask = row.kind(index + 1) === 'ipv4' ? index + 1 : -1
  const last = mask < 0 ? index + 1 : index + 2
  return last < row.count ? { form: 'published', flags: -1, mask, last } : undefined
}

function withFlags(row: Row, flags: number, form: ArpLayout['form']): ArpLayout | undefined {
  if (!arpFlags.test(row.cell(flags))) return undefined
  const hasMask = row.kind(flags + 1) === 'ipv4' || row.is(flags + 1, '*')
  const last = hasMask ? flags + 2 : flags + 1
  return last < row.count ? { form, flags, mask: hasMask ? flags + 1 : -1, last } : undefined
}

/** `80:00:02:08:fe:80:00:` is what twenty characters hold of an InfiniBand address. */
function isCutMac(row: Row, index: number): boolean {
  const text = row.cell(index)
  return row.code(index, -1) === COLON && readCutLinkAddress(text.slice(0, -1)) !== undefined
}

/** A name is any word, so a row that begins with one must be told by what follows it. */
export function startsArpRow(row: Row, index: number): boolean {
  const layout = arpLayoutAt(row, index)
  if (layout === undefined) return false
  return ipv4At(row, index) >= 0 || (layout.form === 'complete' && row.kind(index) === 'word')
}
