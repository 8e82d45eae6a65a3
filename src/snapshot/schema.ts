import * as v from 'valibot'
import { isDay } from '../analyze/day.js'
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

/** A key with what it means, for editors and the page of the schemas. */
const told = <T extends v.GenericSchema>(schema: T, meaning: string) =>
  v.optional(v.pipe(schema, v.description(meaning)))

const ofSchema = told(v.string(), 'Where the schema is, for editors.')

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
  v.check(isDay, 'expected a day of the calendar'),
  v.description('A day as YYYY-MM-DD.'),
)

const count = v.pipe(
  v.number(),
  v.integer('expected a whole number'),
  v.minValue(1, 'expected 1 or more'),
)

const pattern = v.pipe(text, v.description('A host name; * stands for any characters.'))

const facts = {
  platform: told(v.picklist(platforms), 'The system; found from the captures where absent.'),
  version: told(text, 'As the vendor counts: nt4, 2003, 2016, 5.1, 11.31.'),
  role: told(v.picklist(roles), 'What the host does for the cluster address; server where absent.'),
  forwarding: told(
    v.picklist(forwardings),
    'How the balancer hands packets on: by MAC address, by rewriting them, or in a tunnel; mac where absent.',
  ),
  wpar: told(text, 'Name of the AIX workload partition that the captures come from.'),
  loopbackAddresses: told(
    list(address),
    'Addresses of adapters that are known to be loopbacks; Windows cannot always tell.',
  ),
  acceptsBy: told(
    v.picklist(['alias', 'nat-redirect']),
    'How packets for the cluster address are accepted: by an alias, or by a redirect rule of the firewall; alias where absent.',
  ),
  step: told(
    v.pipe(count, v.maxValue(6, 'expected a step from 1 to 6')),
    'Step of the verification at which the captures were taken: what is a fault at one is wanted at another.',
  ),
}

const encoding = v.pipe(
  v.string(),
  v.check(isEncoding, 'expected an encoding such as utf-8, cp437, cp850, windows-1252'),
  v.description('Encoding of the captures that have no byte order mark.'),
)

/** What `host.json` may say of the host in whose folder it lies. */
export const hostSchema = v.pipe(
  v.strictObject({
    $schema: ofSchema,
    name: told(text, 'Name of the host; that of its folder where absent.'),
    ...facts,
    encoding: v.optional(encoding),
  }),
  v.title('host.json of routeprint'),
  v.description('What is known of a host besides its captures.'),
)

const machines = list(
  v.strictObject({
    address,
    mac: v.optional(mac),
    name: told(text, 'What to call it in messages.'),
  }),
)

const waiver = v.strictObject({
  rule: v.pipe(text, v.description('Id of the rule whose findings are forgiven.')),
  host: told(pattern, 'Hosts that it is for; * stands for any characters; all where absent.'),
  vip: v.optional(vip),
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('expected a reason'),
    v.description('Why; the reports repeat it.'),
  ),
  until: told(day, 'Last day on which it holds, as YYYY-MM-DD; for ever where absent.'),
})

const limits = v.strictObject({
  fileSize: told(count, 'Bytes of one file.'),
  files: told(count, 'Files of a snapshot.'),
  depth: told(count, 'Folders below the given one.'),
  archiveSize: told(count, 'Bytes of an archive as it lies there.'),
  unpackedSize: told(count, 'Bytes that an archive holds, all its files together.'),
  ratio: told(count, 'How many times larger than itself an archive may become.'),
})

const placed = v.strictObject({
  address: vip,
  servers: told(
    list(pattern),
    'Names of the servers that have it; * stands for any characters; every server where absent.',
  ),
})

/** What `routeprint.json` may say of a snapshot. */
export const configSchema = v.pipe(
  v.strictObject({
    $schema: ofSchema,
    vips: told(
      list(v.union([vip, placed])),
      'The cluster addresses, alone or with the servers that have them.',
    ),
    hosts: told(
      list(v.strictObject({ name: pattern, ...facts })),
      'Facts of the hosts whose name fits; those of a host.json come before them.',
    ),
    inventory: told(
      v.strictObject({
        servers: told(machines, 'The machines that may have a cluster address on their loopback.'),
        balancers: told(machines, 'The machines that answer ARP for the cluster addresses.'),
      }),
      'The machines of the cluster, with the hardware addresses that rules about ARP need.',
    ),
    rules: told(
      v.record(v.string(), v.picklist([...LEVELS, 'off'])),
      'The level of a rule where it is not its own, or off.',
    ),
    waivers: told(list(waiver), 'Findings that are known and forgiven.'),
    failOn: told(v.picklist(LEVELS), 'Least level that fails a run; warning where absent.'),
    limits: told(limits, 'What is read at most, so that a snapshot cannot fill memory.'),
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
