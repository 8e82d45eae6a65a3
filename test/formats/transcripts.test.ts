import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.js'

const formatsOf = (text: string) => parse(text).map(({ format }) => format)
const levels = (text: string) =>
  parse(text).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))

describe('transcripts of several commands', () => {
  const route = `PS C:\\Users\\a> Get-NetRoute

ifIndex DestinationPrefix NextHop   RouteMetric PolicyStore
------- ----------------- -------   ----------- -----------
12      0.0.0.0/0         192.0.2.1 0           ActiveStore

`
  const neighbors = `ifIndex IPAddress LinkLayerAddress  State
------- --------- ----------------  -----
12      192.0.2.1 00-00-5E-00-53-01 Stale
`

  it('ends a table of PowerShell at a command line with a digit in it', () => {
    const text = `${route}PS C:\\Users\\a> Get-NetNeighbor -AddressFamily IPv4\n\n${neighbors}`
    expect(formatsOf(text)).toEqual(['windows-get-net-route', 'windows-get-net-neighbor'])
    expect(levels(text)).toEqual([])
  })

  it('takes script blocks and wildcards behind a prompt for a command', () => {
    const line = "PS C:\\> Get-NetNeighbor | ? { $_.State -ne 'Permanent' } | ft -a"
    const text = `${route}${line}\n\n${neighbors}`
    expect(formatsOf(text)).toEqual(['windows-get-net-route', 'windows-get-net-neighbor'])
    expect(levels(text)).toEqual([])
  })

  it('does not join the lines of commands when the first ones printed no table', () => {
    const text = `C:\\>arp -a
No ARP Entries Found.

C:\\>ping 192.0.2.1

Pinging 192.0.2.1 with 32 bytes of data:
Reply from 192.0.2.1: bytes=32 time<1ms TTL=64

C:\\>arp -a

Interface: 192.0.2.5 --- 0xb
  Internet Address      Physical Address      Type
  192.0.2.1             00-00-5e-00-53-01     dynamic

C:\\>route print -4
===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
          0.0.0.0          0.0.0.0        192.0.2.1        192.0.2.5     15
===========================================================================
`
    expect(formatsOf(text)).toEqual([null, 'windows-arp', 'windows-route-print'])
    expect(levels(text)).not.toContain('flattened')
  })
})

describe('words that look like others', () => {
  it('takes a hardware address of letters for no head of a block', () => {
    const text = `eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 192.0.2.10  netmask 255.255.255.0  broadcast 192.0.2.255
        ether 02:00:5e:aa:bb:cc  txqueuelen 1000  (Ethernet)
`
    const [capture] = parse(text)
    expect(capture?.interfaces?.map(({ name }) => name)).toEqual(['eth0'])
    expect(capture?.records[0]).toMatchObject({ mac: '02:00:5e:aa:bb:cc' })
  })

  it('reports no group of ip maddr as an address', () => {
    const text = '1:\tlo\n\tinet  224.0.0.1\n\tinet6 ff02::1\n2:\teth0\n\tinet  224.0.0.1\n'
    expect(parse(text).every(({ records }) => records.length === 0)).toBe(true)
  })

  it('knows a server with the label of a gateway of another block from an address', () => {
    const text = `Windows IP Configuration

Ethernet adapter a:

        IP Address. . . . . . . . . . . . : 192.0.2.10
        Subnet Mask . . . . . . . . . . . : 255.255.255.0
        DNS Servers . . . . . . . . . . . : 192.0.2.1

Tunnel adapter b:

        IP Address. . . . . . . . . . . . : fe80::5%5
        DNS Servers . . . . . . . . . . . : 2001:db8::1
`
    const records = parse(text).flatMap((one) => (one.kind === 'addresses' ? one.records : []))
    expect(records.map(({ address }) => address)).toEqual(['192.0.2.10', 'fe80::5'])
  })

  it('reads a state that netsh prints twice', () => {
    const text = `Interface 12: Ethernet 4

Internet Address      Physical Address   Type
--------------------  -----------------  -----------
192.0.2.1             00-00-5e-00-53-01  Reachable
192.0.2.9             Unreachable        Unreachable
`
    const [capture] = parse(text)
    expect(capture?.records[1]).toMatchObject({ mac: null, state: 'Unreachable', incomplete: true })
    expect(capture?.diagnostics).toEqual([])
  })
})

describe('what a log-in prints before the first command', () => {
  const netstat = `Routing tables

Destination        Gateway           Flags   Refs     Use  If   Exp  Groups

Route Tree for Protocol Family 2 (Internet):
default            192.0.2.1         UG        1      1044 en0      -      -
`
  const banners = {
    'stars and words': `*****************************************
*                                       *
*  Welcome to AIX Version 7.2!          *
*  Please see the README file in /usr   *
*                                       *
*****************************************
Last login: Mon Jan  1 12:00:00 UTC 2024 on /dev/pts/0 from 192.0.2.5

`,
    'a message of the day with an address': `Linux web3 6.1.0-13-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.55-1 (2023-09-29) x86_64

 * Documentation:  https://help.example.com
  System load:  0.0               Processes:             100
  IPv4 address for eth0: 192.0.2.67

root@web3:~# uname -r
6.1.0-13-amd64
`,
    'the title of PowerShell': `Windows PowerShell
Copyright (C) Microsoft Corporation. All rights reserved.

`,
  }
  for (const [name, banner] of Object.entries(banners))
    it(`begins with the first command behind ${name}`, () => {
      const text = `${banner}root@web2:~# netstat -rn\n${netstat}`
      const [one, ...others] = parse(text)
      expect(others).toEqual([])
      expect(one).toMatchObject({
        format: 'aix-netstat',
        command: 'netstat -rn',
        host: 'web2',
        span: { line: 1 },
        diagnostics: [],
      })
      expect(one?.records[0]?.span.line).toBe(text.split('\n').length - 1)
      expect(one?.lines.total).toBe(text.split('\n').length - 1)
      expect(one?.lines.unparsed).toBe(0)
    })

  const tails = {
    'a row': '192.0.2.0/24 something 7',
    'several addresses': 'path from 192.0.2.0 by 192.0.2.1',
    'a default': 'default something else',
    'an error': 'sh: arp: command not found',
  }
  for (const [name, line] of Object.entries(tails))
    it(`does not take ${name} before the first command for a banner`, () => {
      const text = `Some words\n${line}\nroot@web2:~# netstat -rn\n${netstat}`
      expect(
        parse(text).some(({ diagnostics }) => diagnostics.some((one) => one.level === 'error')),
      ).toBe(true)
    })

  it('says that nothing is known of words before a command whose output is not read either', () => {
    expect(levels('Some words\nroot@web2:~# netstat -rn\nmore words\n')).toContain('not-recognised')
  })
})
