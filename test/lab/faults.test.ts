import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze, type Finding, type Host, readHost, remedies } from '../../src/index.js'
import { contains, hostPrefix, toPrefix } from '../../src/net/prefix.js'
import { addressValue } from '../../src/net/value.js'
import { FAR, FAR6, LAN, LAN6, type Lab, lacking, OUTSIDE, openLab, VIP, VIP6 } from './network.js'

const reason = lacking()
if (reason !== undefined) console.warn(`lab skipped: ${reason}`)

interface Fault {
  readonly name: string
  /** What is typed on the server to make it; then what takes it back. */
  readonly make: readonly string[]
  readonly clean: readonly string[]
  readonly vip: string
  /** Addresses that the row takes away, and that it does not. */
  readonly lost: readonly string[]
  readonly kept: readonly string[]
}

const faults: readonly Fault[] = [
  {
    name: 'lo with /8',
    make: [`ip addr add ${VIP}/8 dev lo`],
    clean: [`ip addr del ${VIP}/8 dev lo`],
    vip: VIP,
    lost: [FAR],
    kept: [LAN.client, OUTSIDE],
  },
  {
    name: 'lo with /24, around the LAN',
    make: [`ip addr add ${VIP}/24 dev lo`],
    clean: [`ip addr del ${VIP}/24 dev lo`],
    vip: VIP,
    lost: [FAR],
    kept: [LAN.client, OUTSIDE],
  },
  {
    name: 'lo with the mask of the LAN',
    make: [`ip addr add ${VIP}/25 dev lo`],
    clean: [`ip addr del ${VIP}/25 dev lo`],
    vip: VIP,
    lost: [LAN.client],
    kept: [FAR, OUTSIDE],
  },
  {
    name: 'lo:1 by ifconfig without a mask, which takes that of the class',
    make: [`busybox ifconfig lo:1 ${VIP}`],
    clean: ['busybox ifconfig lo:1 down'],
    vip: VIP,
    lost: [FAR],
    kept: [LAN.client, OUTSIDE],
  },
  {
    name: 'a device without a wire, with /8',
    make: [
      'ip link add dummy0 type veth peer name nowhere',
      'ip link set nowhere up',
      'ip link set dummy0 up',
      `ip addr add ${VIP}/8 dev dummy0`,
    ],
    clean: ['ip link del dummy0'],
    vip: VIP,
    lost: [FAR],
    kept: [LAN.client, OUTSIDE],
  },
  {
    name: 'lo with an IPv6 /48',
    make: [`ip -6 addr add ${VIP6}/48 dev lo`],
    clean: [`ip -6 addr del ${VIP6}/48 dev lo`],
    vip: VIP6,
    lost: [FAR6],
    kept: [LAN6.client],
  },
]

describe.skipIf(reason !== undefined)('on a real kernel', () => {
  let lab: Lab
  beforeAll(() => {
    lab = openLab()
  })
  afterAll(() => lab?.close())

  const tables = (): string[] =>
    ['ip -4 route show table all', 'ip -6 route show table all']
      .flatMap((command) => lab.run('server', command).split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^anycast|^multicast|fe80::/.test(line))
      .sort()

  const look = (...commands: string[]): Host =>
    readHost(
      { name: 'server', platform: 'linux' },
      commands.map((command) => ({ command, file: command, text: lab.run('server', command) })),
    )

  const findings = (host: Host, vip: string, rule: string): Finding[] =>
    analyze(host, { vips: [vip] }).findings.filter((finding) => finding.rule === rule)

  /** A reply has to find its way from the server back to that address. */
  const answers = (address: string): boolean => {
    const from = [LAN.client, LAN6.client].includes(address) ? 'client' : 'balancer'
    const to = address.includes(':') ? LAN6.server : LAN.server
    return lab.succeeds(from, `busybox ping -c 1 -W 1 -I ${address} ${to}`)
  }

  const isLost = (address: string): boolean => {
    const family = address.includes(':') ? '-6' : '-4'
    const said = lab.run('server', `ip ${family} route get ${address}`)
    return !said.includes('dev eth0')
  }

  const runPrinted = (command: string | null | undefined): void => {
    lab.run('server', command ?? 'no command')
  }

  for (const fault of faults)
    it(`${fault.name}: is found, does what is predicted, and is mended by the command as printed`, () => {
      const clean = tables()
      for (const command of fault.make) lab.run('server', command)
      try {
        const before = tables()
        const host = look('ip route show table all')
        const [finding, ...more] = findings(host, fault.vip, 'extra-network-route')
        expect(more).toEqual([])
        for (const address of [...fault.lost, ...fault.kept]) {
          const taken = fault.lost.includes(address)
          expect(isStolen(finding, address), `predicted for ${address}`).toBe(taken)
          expect(isLost(address), `ip route get ${address}`).toBe(taken)
          expect(answers(address), `ping from ${address}`).toBe(!taken)
        }
        const [first] = finding === undefined ? [] : remedies(finding, host)
        const row = before.filter((line) => line === finding?.at[0]?.text)
        expect(row).toHaveLength(1)

        runPrinted(first?.command)
        expect(tables()).toEqual(before.filter((line) => line !== row[0]))
        for (const address of [...fault.lost, ...fault.kept])
          expect(answers(address), address).toBe(true)

        runPrinted(first?.undo)
        expect(tables()).toEqual(before)
        for (const address of fault.lost) expect(answers(address), address).toBe(false)
      } finally {
        for (const command of fault.clean) lab.run('server', command)
      }
      expect(tables()).toEqual(clean)
    })

  it('lo with /32 harms nobody, and nothing is found', () => {
    lab.run('server', `ip addr add ${VIP}/32 scope host dev lo`)
    try {
      const host = look('ip route show table all')
      expect(
        analyze(host, { vips: [VIP] }).findings.filter(({ level }) => level !== 'info'),
      ).toEqual([])
      for (const address of [LAN.client, FAR, OUTSIDE]) expect(answers(address), address).toBe(true)
    } finally {
      lab.run('server', `ip addr del ${VIP}/32 dev lo`)
    }
  })

  it('the alias is taken off and put back with a host mask by the commands that make it last', () => {
    lab.run('server', `ip addr add ${VIP}/8 dev lo`)
    const host = look('ip route show table all')
    const [finding] = findings(host, VIP, 'extra-network-route')
    const given = finding === undefined ? [] : remedies(finding, host)
    const commands = given.filter(({ kind, instead }) => kind === 'command' && !instead)
    try {
      for (const { command } of commands) runPrinted(command)
      expect(lab.run('server', 'ip addr show dev lo')).toContain(`inet ${VIP}/32 scope host lo`)
      expect(findings(look('ip route show table all'), VIP, 'extra-network-route')).toEqual([])
    } finally {
      lab.run('server', `ip addr del ${VIP}/32 dev lo`)
    }
  })
})

function isStolen(finding: Finding | undefined, address: string): boolean {
  const host = hostPrefix(addressValue(address))
  const holds = (text: string): boolean => {
    const prefix = toPrefix(text)
    return prefix !== undefined && contains(prefix, host)
  }
  const parts = finding?.stolen?.parts ?? []
  return parts.some(({ prefix, except }) => holds(prefix) && !except.some(holds))
}
