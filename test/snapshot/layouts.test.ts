import { describe, expect, it } from 'vitest'
import { readSnapshot, type Snapshot } from '../../src/snapshot/index.js'
import { plant, type Tree, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()

async function read(name: string, tree: Tree): Promise<Snapshot> {
  plant(`${root}/${name}`, tree)
  return readSnapshot(name, { cwd: root })
}

function names({ hosts }: Snapshot): unknown {
  return hosts.map(({ facts, captures }) => [
    facts.name,
    ...captures.map(({ file, command }) => (command === undefined ? file : `${file}: ${command}`)),
  ])
}

const rows: readonly { name: string; tree: Tree; hosts: unknown }[] = [
  {
    name: 'transcripts',
    tree: { 'web1.example.com.txt': 'a', 'web2.log': 'b', 'README.md': 'c', '.git/HEAD': 'd' },
    hosts: [
      ['web1.example.com', 'transcripts/web1.example.com.txt'],
      ['web2', 'transcripts/web2.log'],
    ],
  },
  {
    name: 'one-host',
    tree: { 'session.log': 'a', 'notes.txt': 'b' },
    hosts: [['one-host', 'one-host/notes.txt', 'one-host/session.log']],
  },
  {
    name: 'commands',
    tree: {
      'w/route_print.txt': 'a',
      'w/arp_-a': 'b',
      'w/ipconfig_all.out': 'c',
      'l/ip_-6_route_show_table_all.txt': 'd',
      'l/netstat_-rn.log': 'e',
    },
    hosts: [
      [
        'l',
        'commands/l/ip_-6_route_show_table_all.txt: ip -6 route show table all',
        'commands/l/netstat_-rn.log: netstat -rn',
      ],
      [
        'w',
        'commands/w/arp_-a: arp -a',
        'commands/w/ipconfig_all.out: ipconfig /all',
        'commands/w/route_print.txt: route print',
      ],
    ],
  },
  {
    name: 'sosreport-web9-2026',
    tree: {
      hostname: 'web9.example.com\n',
      'sos_commands/networking/netstat_-rn': 'a',
      'sos_commands/networking/netstat_-s': 'statistics',
      'sos_commands/networking/ethtool_-i_eth0': 'driver',
      'sos_commands/networking/ip_route_show_table_all': 'b',
      'sos_commands/networking/namespaces/x/ip_netns_exec_x_ip_route': 'not the host’s',
      'proc/net/route': 'c',
      'proc/net/tcp': 'sockets',
      'var/log/messages': 'noise',
    },
    hosts: [
      [
        'web9.example.com',
        'sosreport-web9-2026/sos_commands/networking/ip_route_show_table_all: ip route show table all',
        'sosreport-web9-2026/sos_commands/networking/netstat_-rn: netstat -rn',
        'sosreport-web9-2026/proc/net/route: cat /proc/net/route',
      ],
    ],
  },
  {
    name: 'insights-web8',
    tree: {
      'insights_archive.txt': '',
      'data/insights_commands/hostname_-f': 'web8.example.com',
      'data/insights_commands/netstat_-rn': 'a',
      'data/insights_commands/rpm_-qa': 'packages',
    },
    hosts: [['web8.example.com', 'insights-web8/data/insights_commands/netstat_-rn: netstat -rn']],
  },
  {
    name: 'explorer.8323329.sun1',
    tree: {
      'sysconfig/uname-n.out': 'sun1\n',
      'sysconfig/netstat-rnv.out': 'a',
      'sysconfig/arp-a.out': 'b',
      'sysconfig/prtconf-vp.out': 'c',
    },
    hosts: [
      [
        'sun1',
        'explorer.8323329.sun1/sysconfig/arp-a.out: arp -a',
        'explorer.8323329.sun1/sysconfig/netstat-rnv.out: netstat -rnv',
      ],
    ],
  },
  {
    name: 'aix7',
    tree: { 'tcpip/tcpip.snap': 'a', 'tcpip/hosts': 'b', 'general/general.snap': 'c' },
    hosts: [['aix7', 'aix7/tcpip/tcpip.snap']],
  },
  {
    name: 'trees',
    tree: {
      'sosreport-a/sos_commands/networking/route_-n': 'a',
      'snap-b/tcpip/tcpip.snap': 'b',
      'plain/netstat_-rn': 'c',
    },
    hosts: [
      ['plain', 'trees/plain/netstat_-rn: netstat -rn'],
      ['snap-b', 'trees/snap-b/tcpip/tcpip.snap'],
      ['sosreport-a', 'trees/sosreport-a/sos_commands/networking/route_-n: route -n'],
    ],
  },
]

describe('readSnapshot', () => {
  for (const { name, tree, hosts } of rows)
    it(`knows the layout of ${name}`, async () => {
      const found = await read(name, tree)
      expect(found.problems).toEqual([])
      expect(names(found)).toEqual(hosts)
    })

  it('says where a tree has none of the captures that it is for', async () =>
    expect(await read('bare', { 'sos_commands/networking/ethtool': 'a' })).toEqual({
      hosts: [],
      problems: [{ path: 'bare', message: 'no capture in what looks like a sosreport' }],
    }))
})

describe('host.json', () => {
  it('tells facts and the encoding', async () => {
    const { hosts, problems } = await read('manifest', {
      'web1/host.json': '{"name": "web1.example.com", "role": "client", "encoding": "cp850"}',
      'web1/arp_-a.txt': new Uint8Array([0x81]),
    })
    expect(problems).toEqual([])
    expect(hosts[0]?.facts).toEqual({ name: 'web1.example.com', role: 'client' })
    expect(hosts[0]?.captures[0]).toMatchObject({ text: 'ü', encoding: 'cp850' })
  })

  const bad = [
    ['{\n "rolle": "client"}', 'wrong/web1/host.json:2:2', 'unknown key "rolle"'],
    ['{"role": "king"}', 'wrong/web1/host.json:1:2', /^role: expected .*"client".*, found "king"$/],
    ['{"role": "client", "role": "server"}', 'wrong/web1/host.json:1:20', /cannot stand here/],
    ['{"__proto__": {"role": "client"}}', 'wrong/web1/host.json:1:2', /cannot stand here/],
    ['{"step": 7}', 'wrong/web1/host.json:1:2', /step from 1 to 6/],
    ['{"encoding": "klingon"}', 'wrong/web1/host.json:1:2', /expected an encoding/],
    ['['.repeat(10_000), 'wrong/web1/host.json:1:51', /deeper than 50/],
    [' '.repeat(2_000_000), 'wrong/web1/host.json', /limit of \d+ bytes for a manifest/],
  ] as const
  for (const [text, path, message] of bad)
    it(`is a problem, and its host is read all the same: ${text.slice(0, 40).trim()}`, async () => {
      const { hosts, problems } = await read('wrong', {
        'web1/host.json': text,
        'web1/arp_-a.txt': 'a',
      })
      expect(hosts.map(({ facts }) => facts)).toEqual([{ name: 'web1' }])
      expect(problems.map((one) => one.path)).toEqual([path])
      expect(problems[0]?.message).toMatch(message)
    })
})
