import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import type { Format, Verdict } from '../format.js'
import {
  type JsonObject,
  JsonReader,
  jsonCues,
  jsonKeys,
  textsUnder,
  textUnder,
} from '../json-reader.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { readLinkAddress } from './link-address.js'
import { lacksLink, markState } from './neigh-words.js'

/** Flags are keys whose value is null. */
const FLAGS = ['router', 'managed', 'extern_learn', 'offload', 'extern_valid'] as const

function readNeighbor(out: Output, value: JsonObject, span: Span): boolean {
  const text = textUnder(value, 'dst')
  const to = text === undefined ? undefined : readAddress(text)
  if (to === undefined || Object.hasOwn(value, 'gateway')) return false
  const neighbor: Open<Neighbor> = { address: to.address, mac: null, span }
  if (to.zone !== undefined) neighbor.zone = to.zone
  const dev = textUnder(value, 'dev')
  if (dev !== undefined) neighbor.interface = dev
  const state = textsUnder(value, 'state').join(' ')
  if (state !== '') neighbor.state = state
  markState(neighbor)
  if (Object.hasOwn(value, 'proxy')) neighbor.proxy = neighbor.published = true
  const flags = FLAGS.filter((flag) => Object.hasOwn(value, flag)).join(' ')
  if (flags !== '') neighbor.flags = flags
  readLink(out, neighbor, textUnder(value, 'lladdr'))
  out.add(neighbor)
  return true
}

function readLink(out: Output, neighbor: Open<Neighbor>, text: string | undefined): void {
  if (text === undefined && lacksLink(neighbor))
    out.diagnose('cut-row', { text: neighbor.address ?? '', missing: 'lladdr' }, neighbor.span)
  if (text === undefined) return
  const mac = readLinkAddress(text)
  if (mac !== undefined && readAddress(text) === undefined) neighbor.mac = mac
  else out.diagnose('bad-mac', { text }, neighbor.span)
}

function detect(sample: Sample): Verdict | undefined {
  const keys = jsonKeys(sample)
  // `bridge -j fdb` has mac and, for tunnels, dst.
  if (!keys?.has('dst') || keys.has('mac') || keys.has('flags')) return undefined
  if (keys.has('lladdr') || keys.has('state') || keys.has('proxy'))
    return { score: 0.95, reasons: ['objects have dst with lladdr, state or proxy'] }
  return undefined
}

/** `ip -json neigh`. */
export const linuxIpNeighJson = {
  id: 'linux-ip-neigh-json',
  kind: 'neighbors',
  platform: 'linux',
  title: 'ip -json neigh of Linux',
  commands: ['ip -json neigh show', 'ip -j neigh', 'ip -j -p neigh show'],
  insteadOf: 'linux-ip-neigh',
  about: `A list of objects with dst, dev, lladdr and a list of states; on one line, or one field a line with -p. Flags
are keys with the value null: router, proxy, managed, extern_learn, offload.`,
  cues: jsonCues,
  fromCommand: /\bip\s(?=.*-j)(?:.*\s)?n(?:ei\w*)?(?:\s|$)/,
  detect,
  reader: (out: Output) => new JsonReader(out, (value, span) => readNeighbor(out, value, span)),
  expects: 'an object with dst',
} as const satisfies Format
