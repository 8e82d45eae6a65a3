import * as v from 'valibot'
import { forwardings, roles } from '../model/host.js'
import { platforms } from '../model/platform.js'
import { readAddress } from '../net/address.js'
import { readClusterAddress } from '../net/cluster-address.js'
import { readMac } from '../net/mac.js'
import { isEncoding } from './decode.js'

const LEVELS = ['error', 'warning', 'info'] as const

/** More than anyone keeps by hand; beyond it the file is no manifest. */
const MOST = 100_000

const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.maxLength(MOST, `expected at most ${MOST} of them`))

const text = v.pipe(v.string(), v.nonEmpty('expected a text that is not empty'))

const vip = v.pipe(
  v.string(),
  v.check(
    (input) => readClusterAddress(input).fault === undefined,
    ({ input }) => readClusterAddress(input).fault ?? '',
  ),
  v.description('A cluster address: IPv4 or IPv6 in full, without a length.'),
  v.transform((input) => readClusterAddress(input).address ?? input),
)

const address = v.pipe(
  v.string(),
  v.check((input) => readAddress(input) !== undefined, 'expected an IPv4 or IPv6 address'),
  v.description('An IPv4 or IPv6 address.'),
  v.transform((input) => readAddress(input)?.address ?? input),
)

const mac = v.pipe(
  v.string(),
  v.check((input) => readMac(input) !== undefined, 'expected a hardware address of six octets'),
  v.description('A hardware address of six octets.'),
  v.transform((input) => readMac(input) ?? input),
)

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'expected a day as YYYY-MM-DD'),
  v.check((input) => !Number.isNaN(Date.parse(input)), 'expected a day of the calendar'),
  v.description('A day as YYYY-MM-DD.'),
)

const count = v.pipe(
  v.number(),
  v.integer('expected a whole number'),
  v.minValue(1, 'expected 1 or more'),
)

const pattern = v.pipe(text, v.description('A host name; * stands for any characters.'))

const facts = {
  platform: v.optional(v.picklist(platforms)),
  version: v.optional(
    v.pipe(text, v.description('As the vendor counts: nt4, 2003, 2016, 5.1, 11.31.')),
  ),
  role: v.optional(v.picklist(roles)),
  forwarding: v.optional(v.picklist(forwardings)),
  wpar: v.optional(text),
  loopbackAddresses: v.optional(list(address)),
  acceptsBy: v.optional(v.picklist(['alias', 'nat-redirect'])),
  step: v.optional(v.pipe(count, v.maxValue(6, 'expected a step from 1 to 6'))),
}

const encoding = v.pipe(
  v.string(),
  v.check(isEncoding, 'expected an encoding such as utf-8, cp437, cp850, windows-1252'),
  v.description('Encoding of the captures that have no byte order mark.'),
)

/** What `host.json` may say of the host in whose folder it lies. */
export const hostSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    name: v.optional(text),
    ...facts,
    encoding: v.optional(encoding),
  }),
  v.title('host.json of routeprint'),
  v.description('What is known of a host besides its captures.'),
)

const machines = list(v.strictObject({ address, mac: v.optional(mac), name: v.optional(text) }))

const waiver = v.strictObject({
  rule: text,
  host: v.optional(pattern),
  vip: v.optional(vip),
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('expected a reason')),
  until: v.optional(day),
})

const limits = v.strictObject({
  fileSize: v.optional(count),
  files: v.optional(count),
  depth: v.optional(count),
  archiveSize: v.optional(count),
  unpackedSize: v.optional(count),
  ratio: v.optional(count),
})

const placed = v.strictObject({ address: vip, servers: v.optional(list(pattern)) })

/** What `routeprint.json` may say of a snapshot. */
export const configSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    vips: v.optional(list(v.union([vip, placed]))),
    hosts: v.optional(list(v.strictObject({ name: pattern, ...facts }))),
    inventory: v.optional(
      v.strictObject({ servers: v.optional(machines), balancers: v.optional(machines) }),
    ),
    rules: v.optional(v.record(v.string(), v.picklist([...LEVELS, 'off']))),
    waivers: v.optional(list(waiver)),
    failOn: v.optional(v.picklist(LEVELS)),
    limits: v.optional(limits),
  }),
  v.title('routeprint.json'),
  v.description('What the hosts of a snapshot are held against.'),
)

/** One line of a stream of hosts. */
export const lineSchema = v.strictObject({
  name: text,
  captures: v.array(
    v.strictObject({
      text: v.string(),
      command: v.optional(v.string()),
      file: v.optional(v.string()),
      format: v.optional(v.string()),
    }),
  ),
  ...facts,
})
