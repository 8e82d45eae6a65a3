import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from 'tar-stream'
import { analyze, readHost, readRoutes, remedies } from '../../src/index.js'
import { report, reports } from '../../src/report/index.js'
import { decode, readSnapshot } from '../../src/snapshot/index.js'
import { type FaultyHost, faultyHosts } from '../support/faulty-hosts.js'
import type { Subject } from './measure.js'
import { rubbish } from './shapes.js'

/** What lies around the parsers: decoding, archives, streams, the analyzer, remedies and reports. */
export function layers(): Subject[] {
  return [...decoding(), ...archives(), ...streams(), ...hosts()]
}

function decoding(): Subject[] {
  const text = (length: number) => rubbish(length)
  const inputs: Readonly<Record<string, (length: number) => Uint8Array>> = {
    ASCII: (length) => Buffer.from(text(length), 'latin1'),
    'UTF-16 without a mark': (length) => Buffer.from(text(length / 2), 'utf16le'),
    'a code page': (length) => Buffer.from(text(length), 'latin1').map((byte) => byte | 0x80),
    'lines of a code page': (length) => repeated(Buffer.from('Gültig\r\n', 'latin1'), length),
    'UTF-16 behind UTF-8, again and again': (length) =>
      repeated(
        Buffer.concat([Buffer.from('route -n\n'), Buffer.from('arp -a\n', 'utf16le')]),
        length,
      ),
    'byte order marks': (length) => repeated(Uint8Array.of(0xff, 0xfe), length),
    NULs: (length) => new Uint8Array(length),
    'chcp again and again': (length) =>
      repeated(Buffer.from('C:\\>chcp 850\r\n\x81\r\n', 'latin1'), length),
    'continuation bytes': (length) => new Uint8Array(length).fill(0x80),
  }
  return Object.entries(inputs).map(([name, make]) => ({
    name: `decode ${name}`,
    prepare: (length) => {
      const bytes = make(length)
      return () => decode(bytes)
    },
  }))
}

function repeated(piece: Uint8Array, length: number): Uint8Array {
  return Buffer.alloc(length, piece)
}

/** Bytes of a member of an archive, its head included. */
const MEMBER = 1024

function archives(): Subject[] {
  const names: Readonly<Record<string, (i: number) => string>> = {
    'many hosts': (i) => `snap/web${i}/netstat_-rn`,
    'many files of a host': (i) => `snap/web1/netstat_-rn.${i}`,
    'many files of no use': (i) => `snap/web1/${i}/x`,
    'many names that lead out': (i) => `../${i}`,
    'one name many times': () => 'snap/web1/netstat_-rn',
  }
  return Object.entries(names).map(([name, named]) => ({
    name: `archive with ${name}`,
    prepare: (length) => {
      const count = Math.ceil(length / MEMBER)
      const made = archive(Array.from({ length: count }, (_, i) => named(i)))
      return async () => {
        const folder = mkdtempSync(join(tmpdir(), 'routeprint-growth-'))
        writeFileSync(join(folder, 'a.tar'), await made)
        await readSnapshot('a.tar', {
          cwd: folder,
          limits: { files: 1e9, archiveSize: 1e12, unpackedSize: 1e12 },
        })
        rmSync(folder, { recursive: true })
      }
    },
  }))
}

async function archive(names: readonly string[]): Promise<Buffer> {
  const tar = pack()
  for (const name of names) tar.entry({ name }, 'default 192.0.2.1 UG en0\n')
  tar.finalize()
  const chunks: Uint8Array[] = []
  // The package's own types leave out that a pack is a stream of bytes.
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function streams(): Subject[] {
  const pieces = { 'of one character': 1, 'of 1000 characters': 1000, 'in one piece': Infinity }
  const texts = {
    rubbish,
    'one line': (n: number) => 'a '.repeat(n / 2),
    rows: rows('192.0.2.0/24 192.0.2.1 UG 0 1 en0'),
  }
  return Object.entries(texts).flatMap(([what, make]) =>
    Object.entries(pieces).map(([size, most]) => ({
      name: `stream of ${what} ${size}`,
      prepare: (length) => {
        const text = make(length)
        return async () => {
          for await (const _ of readRoutes(chunks(text, most)));
        }
      },
    })),
  )
}

function* chunks(text: string, most: number): Iterable<string> {
  for (let at = 0; at < text.length; at += most) yield text.slice(at, at + most)
}

const BSD = `Destination        Gateway           Flags   Refs     Use  If   Exp  Groups
192.0.2.0/26       192.0.2.10        U         3    120041 en0      -      -
192.0.2.10         127.0.0.1         UGHS      2     31007 lo0      -      -
`
const WINDOWS = `===========================================================================
Interface List
 12...00 00 5e 00 53 0c ......Microsoft KM-TEST Loopback Adapter
===========================================================================

IPv4 Route Table
===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
        192.0.2.0  255.255.255.192         On-link      192.0.2.10    266
`

/** A line for each number, after the first lines, until the text is long enough. */
function rows(line: string | ((i: number) => string), head = ''): (length: number) => string {
  return (length) => {
    const parts = [head]
    for (let size = 0, i = 0; size < length; i++) {
      const one = `${typeof line === 'string' ? line : line(i)}\n`
      parts.push(one)
      size += one.length
    }
    return parts.join('')
  }
}

const octets = (i: number) => `${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`

const HOSTS: Readonly<Record<string, (length: number) => string>> = {
  'extra routes of a BSD': rows((i) => `192.0.2/24 192.0.2.99 U 0 ${i} lo0 - -`, BSD),
  'routes of a BSD': rows((i) => `10.${octets(i)}/32 192.0.2.1 UG 0 ${i} en0 - -`, BSD),
  'extra routes of Windows': rows(() => '192.0.2.0 255.255.255.0 192.0.2.99 192.0.2.99 1', WINDOWS),
  'routes of Windows': rows(
    (i) => `10.${octets(i)} 255.255.255.255 192.0.2.1 192.0.2.10 ${i}`,
    WINDOWS,
  ),
  'routes of Linux': rows(
    (i) => `10.${octets(i)} via 192.0.2.1 dev eth0 metric ${i}`,
    'default via 192.0.2.1 dev eth0\n',
  ),
  'local routes of Linux': rows(
    (i) => `local 192.0.2.0/24 dev lo table local scope host metric ${i}`,
    'default via 192.0.2.1 dev eth0\n',
  ),
  'answers of many machines': rows(
    (i) =>
      `? (192.0.2.99) at 00:00:5e:${((i >> 16) & 255).toString(16)}:${((i >> 8) & 255).toString(16)}:${(i & 255).toString(16)} [ether] on eth0`,
  ),
  neighbours: rows((i) => `? (10.${octets(i)}) at 00:00:5e:00:53:01 [ether] on eth0`),
  'incomplete neighbours': rows((i) => `? (10.${octets(i)}) at <incomplete> on eth0`),
  addresses: rows(
    (i) => `    inet 10.${octets(i)}/32 scope global lo:${i}`,
    '1: lo: <LOOPBACK,UP> mtu 65536 state UNKNOWN\n',
  ),
  rubbish,
  'captures of rubbish': rows('$ netstat -rn\nrubbish 192.0.2.1'),
}

const POLICY = { vips: ['192.0.2.99'], inventory: { servers: [{ address: '192.0.2.10' }] } }

function hosts(): Subject[] {
  const plain = Object.entries(HOSTS).map(
    ([name, make]) => [name, { texts: (length: number) => [make(length)] }] as const,
  )
  return [...plain, ...Object.entries(faultyHosts)].flatMap(([what, one]) => hostLayers(what, one))
}

function hostLayers(what: string, { facts, policy, texts }: FaultyHost): Subject[] {
  const host = (length: number) =>
    readHost(
      { name: 'web1', ...facts },
      texts(length).map((text, i) => ({ text, file: `web1/${i}.txt` })),
    )
  const judged = (length: number) => analyze(host(length), { ...POLICY, ...policy })
  return [
    { name: `read ${what}`, prepare: (length) => () => host(length) },
    { name: `analyze ${what}`, prepare: on(host, (one) => analyze(one, { ...POLICY, ...policy })) },
    {
      name: `remedies of ${what}`,
      prepare: on(judged, (one) => one.findings.map((finding) => remedies(finding, one.host))),
    },
    ...reports.map(({ id }) => ({
      name: `${id} report of ${what}`,
      prepare: on(judged, (analysis) => report([analysis], { format: id })),
    })),
  ]
}

function on<T>(make: (length: number) => T, work: (input: T) => unknown): Subject['prepare'] {
  return (length) => {
    const input = make(length)
    return () => work(input)
  }
}
