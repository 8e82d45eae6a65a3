import { describe, expect, it } from 'vitest'
import { dialects } from '../../src/remedies/dialects/index.js'
import { verifyPlan } from '../../src/remedies/verify-plan.js'

const vip = '192.0.2.158'
const server = { address: '192.0.2.67', mac: '00:00:5e:00:53:67' }

function commandsAt(platform: Parameters<typeof verifyPlan>[0]['platform'], step: number) {
  const plan = verifyPlan({ platform, vip, servers: [server] })
  return plan.steps.find((one) => one.step === step)?.commands.map(({ command }) => command)
}

describe('the verification plan', () => {
  it('walks the six steps in the syntax of Linux', () => {
    const { steps, shell } = verifyPlan({ platform: 'linux', vip, servers: [server] })
    expect(shell).toBe('sh')
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6])
    expect(steps.map(({ commands }) => commands.map(({ command }) => command))).toEqual([
      ['arp -d 192.0.2.158'],
      ['ping -c 3 192.0.2.158', 'arp -an'],
      ['ping -c 3 192.0.2.67', 'arp -an'],
      ['arp -s 192.0.2.158 00:00:5e:00:53:67'],
      ['ping -c 3 192.0.2.158', 'arp -an'],
      ['arp -d 192.0.2.158'],
    ])
  })

  it.each([
    ['windows', 'arp -s 192.0.2.158 00-00-5e-00-53-67'],
    ['aix', 'arp -s ether 192.0.2.158 0:0:5e:0:53:67'],
    ['hpux', 'arp -s 192.0.2.158 0:0:5e:0:53:67'],
    ['solaris', 'arp -s 192.0.2.158 0:0:5e:0:53:67'],
    ['freebsd', 'arp -s 192.0.2.158 00:00:5e:00:53:67'],
    ['openbsd', 'arp -s 192.0.2.158 00:00:5e:00:53:67'],
  ] as const)('writes the hardware address as %s wants it', (platform, command) => {
    expect(commandsAt(platform, 4)).toEqual([command])
  })

  it('says which findings are right at each step', () => {
    const { steps } = verifyPlan({ platform: 'linux', vip, servers: [server] })
    expect(steps.map(({ step, findings }) => [step, findings])).toEqual([
      [1, []],
      [2, ['arp-vip-unresolved']],
      [3, ['arp-vip-unresolved']],
      [4, ['arp-vip-resolves-to-server', 'arp-vip-static']],
      [5, ['arp-vip-resolves-to-server', 'arp-vip-static']],
      [6, []],
    ])
  })

  it('repeats the steps that are about a server', () => {
    const servers = [server, { address: '192.0.2.68' }]
    const { steps } = verifyPlan({ platform: 'linux', vip, servers })
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 3, 4, 5, 6])
    const last = steps[7]
    expect(last).toMatchObject({ step: 4, server: '192.0.2.68', commands: [] })
    expect(last?.note).toMatch(/step 3 shows the hardware address/)
  })

  it('uses the neighbour commands of IPv6', () => {
    const plan = verifyPlan({
      platform: 'linux',
      vip: '2001:db8::158',
      servers: [{ address: '2001:db8::67', mac: server.mac }],
      interface: 'eth0',
    })
    expect(plan.steps.map(({ commands }) => commands[0]?.command)).toEqual([
      'ip -6 neigh del 2001:db8::158 dev eth0',
      'ping -6 -c 3 2001:db8::158',
      'ping -6 -c 3 2001:db8::67',
      'ip -6 neigh replace 2001:db8::158 lladdr 00:00:5e:00:53:67 nud permanent dev eth0',
      'ping -6 -c 3 2001:db8::158',
      'ip -6 neigh del 2001:db8::158 dev eth0',
    ])
  })

  it('has a command for every step on every system', () => {
    for (const { platform } of dialects) {
      const { steps } = verifyPlan({ platform, vip, servers: [server] })
      for (const step of steps) expect(step.commands, `${platform} ${step.step}`).not.toEqual([])
    }
  })

  it('refuses what is no address, and a system without commands', () => {
    expect(() => verifyPlan({ platform: 'linux', vip: '192.0.2', servers: [] })).toThrow(RangeError)
    expect(() => verifyPlan({ platform: 'zos', vip, servers: [] })).toThrow(/aix, dragonfly/)
    const servers = [{ address: '$(id)' }]
    expect(() => verifyPlan({ platform: 'linux', vip, servers })).toThrow(RangeError)
  })
})
