import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze, type HostFacts, type Policy, readHost, remedies } from '../../src/index.js'
import { type Host, LAN, type Lab, lacking, openLab, VIP } from './network.js'

const reason = lacking()

describe.skipIf(reason !== undefined)('ARP on a real kernel', () => {
  let lab: Lab
  beforeAll(() => {
    lab = openLab()
  })
  afterAll(() => lab?.close())

  /** The findings of a rule on what the commands print now, with the remedies of each. */
  const findings = (
    on: Host,
    rule: string,
    { commands, ...policy }: Omit<Policy, 'vips'> & { commands: readonly string[] },
  ) => {
    const role: HostFacts['role'] = on === 'server' ? 'server' : 'client'
    const host = readHost(
      { name: on, platform: 'linux', role },
      commands.map((command) => ({ command, file: command, text: lab.run(on, command) })),
    )
    return analyze(host, { vips: [VIP], ...policy })
      .findings.filter((finding) => finding.rule === rule)
      .map((finding) => ({ finding, first: remedies(finding, host)[0] }))
  }

  const pings = (): boolean => lab.succeeds('client', `busybox ping -c 1 -W 1 ${VIP}`)

  it('a published entry is found, deleted as printed, and brought back', () => {
    const published = () => findings('server', 'arp-published-vip', { commands: ['arp -an'] })
    lab.run('server', `ip neigh add proxy ${VIP} dev eth0`)
    const [found, ...more] = published()
    expect(more).toEqual([])
    lab.run('server', found?.first?.command ?? 'no command')
    expect(published()).toEqual([])
    expect(lab.run('server', 'ip neigh show proxy').trim()).toBe('')
    lab.run('server', found?.first?.undo ?? 'no undo')
    expect(published()).toHaveLength(1)
    lab.run('server', `ip neigh del proxy ${VIP} dev eth0`)
  })

  it('a server that answers is found on both sides, silenced as printed, and let loose again', () => {
    lab.run('server', 'sysctl -qw net.ipv4.conf.all.arp_ignore=0')
    lab.run('server', `ip addr add ${VIP}/32 dev lo`)
    const [, mac = ''] = /link\/ether (\S+)/.exec(lab.run('server', 'ip link show eth0')) ?? []
    const inventory = { servers: [{ address: LAN.server, mac }] }
    expect(pings()).toBe(true)
    const [client] = findings('client', 'arp-vip-resolves-to-server', {
      commands: ['arp -an'],
      inventory,
    })
    const [server] = findings('server', 'arp-ignore-unset', {
      commands: ['ip addr', 'sysctl net.ipv4.conf'],
    })
    lab.run('server', server?.first?.command ?? 'no command')
    lab.run('client', client?.first?.command ?? 'no command')
    expect(pings()).toBe(false)
    expect(findings('client', 'arp-vip-unresolved', { commands: ['arp -an'] })).toHaveLength(1)
    lab.run('server', server?.first?.undo ?? 'no undo')
    lab.succeeds('client', `arp -d ${VIP}`)
    expect(pings()).toBe(true)
    lab.run('server', `ip addr del ${VIP}/32 dev lo`)
    lab.run('server', 'sysctl -qw net.ipv4.conf.all.arp_ignore=1')
  })
})
