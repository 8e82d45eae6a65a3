import type { Interface, InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import type { Format, Verdict } from '../format.js'
import {
  type JsonObject,
  JsonReader,
  jsonCues,
  jsonKeys,
  numberUnder,
  objectsUnder,
  textsUnder,
  textUnder,
} from '../json-reader.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { addressAttributes } from './address-attributes.js'
import { readLinkAddress } from './link-address.js'

function readInterface(out: Output, value: JsonObject, span: Span): boolean {
  const name = textUnder(value, 'ifname')
  if (name === undefined) return false
  const flags = textsUnder(value, 'flags').join(',')
  const index = numberUnder(value, 'ifindex')
  const hardware = textUnder(value, 'address')
  const mac = readLinkAddress(hardware ?? '')
  if (hardware !== undefined && mac === undefined && textUnder(value, 'link_type') === 'ether')
    out.diagnose('bad-mac', { text: hardware }, span)
  const mtu = numberUnder(value, 'mtu')
  const isLoopback = flags === '' ? name === 'lo' : flags.split(',').includes('LOOPBACK')
  const head: Open<Interface> = {
    name,
    ...(index === undefined ? {} : { index }),
    ...(flags === '' ? {} : { flags }),
    ...(mtu === undefined ? {} : { mtu }),
    ...(mac === undefined ? {} : { mac }),
    ...(isLoopback ? { loopback: true } : {}),
    span,
  }
  out.addInterface(head)
  for (const one of objectsUnder(value, 'addr_info')) readOne(out, head, one)
  return true
}

function readOne(out: Output, head: Interface, value: JsonObject): void {
  if (Object.keys(value).length === 0) return
  const text = textUnder(value, 'local') ?? ''
  const read = readAddress(text)
  if (read === undefined) {
    out.diagnose('bad-address', { text, column: 'local' }, head.span)
    return
  }
  const { name, mtu: _, ...shared } = head
  const record: Open<InterfaceAddress> = { ...shared, ...read, interface: name }
  const length = numberUnder(value, 'prefixlen')
  if (length !== undefined && length <= (read.family === 4 ? 32 : 128)) record.prefixLength = length
  else out.diagnose('bad-length', { text: String(value['prefixlen']) }, head.span)
  setTexts(record, value)
  const attributes = addressAttributes.filter(
    (key) => Object.hasOwn(value, key) && value[key] !== false,
  )
  if (attributes.length > 0) record.attributes = attributes
  out.add(record)
}

function setTexts(record: Open<InterfaceAddress>, value: JsonObject): void {
  const scope = textUnder(value, 'scope')
  if (scope !== undefined) record.scope = scope
  const broadcast = readAddress(textUnder(value, 'broadcast') ?? '')
  if (broadcast !== undefined) record.broadcast = broadcast.address
  const peer = readAddress(textUnder(value, 'address') ?? '')
  if (peer !== undefined) record.peer = peer.address
  const label = textUnder(value, 'label')
  if (label !== undefined && label !== record.interface) record.label = label
}

function detect(sample: Sample): Verdict | undefined {
  const keys = jsonKeys(sample)
  if (!keys?.has('ifname')) return undefined
  if (!keys.has('addr_info') && !keys.has('operstate') && !keys.has('link_type')) return undefined
  return { score: 0.95, reasons: ['objects have ifname with addr_info or operstate'] }
}

/** `ip -json addr`. */
export const linuxIpAddrJson = {
  id: 'linux-ip-addr-json',
  kind: 'addresses',
  platform: 'linux',
  title: 'ip -json addr of Linux',
  commands: ['ip -json addr', 'ip -j -p addr'],
  insteadOf: 'linux-ip-addr',
  about: `A list of interfaces, each with its addresses under addr_info; flags of an address are keys that are true.
With -br only names, state and addresses are listed.`,
  cues: jsonCues,
  fromCommand: /\bip\s(?=.*-j)(?:.*\s)?(?:a(?:d\w*)?|l(?:i\w*)?)(?:\s|$)/,
  detect,
  reader: (out: Output) => new JsonReader(out, (value, span) => readInterface(out, value, span)),
  expects: 'an object with ifname',
} as const satisfies Format
