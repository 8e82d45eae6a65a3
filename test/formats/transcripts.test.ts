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
