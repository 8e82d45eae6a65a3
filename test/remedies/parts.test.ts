import { describe, expect, it } from 'vitest'
import { toPrefix } from '../../src/net/prefix.js'
import {
  address,
  command,
  hardware,
  integer,
  isPlainCommand,
  mask,
  name,
  nothing,
  octets,
  oneOf,
  type Part,
  words,
} from '../../src/remedies/command.js'
import { generationOf } from '../../src/remedies/dialects/windows-generation.js'
import { type RemediedFinding, remedyScript } from '../../src/remedies/script.js'
import { verifyPlan } from '../../src/remedies/verify-plan.js'
import { findingOf, hostOf, row } from './support.js'

const shown = (part: Part) => {
  const built = command`x ${part}`
  return 'text' in built ? built.text.slice(2) : built
}
const octetsOf = (cidr: string) => {
  const prefix = toPrefix(cidr)
  return prefix === undefined ? nothing : octets(prefix)
}

describe('a part of a command', () => {
  it.each([
    [address('2001:DB8::1%lo0'), '2001:db8::1'],
    [mask(0), '0.0.0.0'],
    [mask(32), '255.255.255.255'],
    [octetsOf('9.0.0.0/8'), '9'],
    [octetsOf('9.27.176.0/24'), '9.27.176'],
    [octetsOf('192.0.2.9/32'), '192.0.2.9'],
    [octetsOf('0.0.0.0/0'), '0'],
    [integer(0), '0'],
    [integer(14), '14'],
    [name('eth0.100:1@if2_-', 'x', 16), 'eth0.100:1@if2_-'],
    [name('a'.repeat(15), 'x'), 'a'.repeat(15)],
    [oneOf('host', ['global', 'host'], 'scope'), 'host'],
    [hardware('0-0-5e-0-53-1', 'colons'), '00:00:5e:00:53:01'],
    [hardware('00:00:5e:00:53:01', 'hyphens'), '00-00-5e-00-53-01'],
    [hardware('00:00:5e:00:53:0a', 'short'), '0:0:5e:0:53:a'],
    [words`dev ${integer(1)} table ${integer(2)}`, 'dev 1 table 2'],
  ])('%# is %s', (part, text) => expect(shown(part)).toBe(text))

  it.each([
    [address(undefined), 'the address is not known'],
    [address('192.0.2'), 'the address is not known'],
    [mask(-1), 'the mask is not known'],
    [mask(33), 'the mask is not known'],
    [octetsOf('2001:db8::/32'), 'an IPv6 network has no octets'],
    [integer(undefined), 'a number is not known'],
    [integer(-1), 'a number is not known'],
    [integer(1.5), 'a number is not known'],
    [integer(Number.NaN), 'a number is not known'],
    [name(undefined, 'interface'), 'the interface is not known'],
    [name('a'.repeat(16), 'x'), 'the x is not one that can stand in a command without quoting'],
    [name('-a', 'x'), 'the x is not one that can stand in a command without quoting'],
    [name('a b', 'x'), 'the x is not one that can stand in a command without quoting'],
    [name('', 'x'), 'the x is not one that can stand in a command without quoting'],
    [oneOf('link', ['global', 'host'], 'scope'), 'the scope is not a known one'],
    [oneOf(undefined, ['global'], 'scope'), 'the scope is not a known one'],
    [hardware(null, 'colons'), 'the hardware address is not known'],
    [hardware(undefined, 'colons'), 'the hardware address is not known'],
    [hardware('00:00:5e', 'colons'), 'the hardware address is not known'],
    [words`dev ${integer(-1)} ${mask(33)}`, 'a number is not known'],
  ])('%# is refused: %s', (part, refused) => expect(shown(part)).toEqual({ refused }))
})

describe('a command', () => {
  it('has no word that a shell reads otherwise', () => {
    expect(command`route delete ${nothing} ${integer(9)}`).toEqual({
      argv: ['route', 'delete', '9'],
      text: 'route delete 9',
    })
    expect(command`route delete; reboot`).toEqual({ refused: 'a word of it would need quoting' })
    expect(command`-x $HOME`).toEqual({ refused: 'a word of it would need quoting' })
  })

  it.each([
    ['route delete -net 9.0.0.0 192.0.2.158', true],
    ['Remove-NetRoute -Confirm:$false', true],
    ['x -Confirm:$true', false],
    ['x $false', false],
    ['x a;b', false],
    ['x =a', false],
    ['x a=b', true],
    ['x  y', false],
    ['', false],
  ])('%s is plain: %s', (text, is) => expect(isPlainCommand(text)).toBe(is))
})

describe('the generation of Windows', () => {
  it.each([
    ['nt4', 'classic'],
    ['NT 4.0', 'classic'],
    ['Windows NT 4.0', 'classic'],
    ['Microsoft Windows NT 3.51', 'classic'],
    ['NTv4', 'classic'],
    ['nt5', 'classic'],
    ['2000', 'classic'],
    ['Windows 2000 Server', 'classic'],
    ['5.0.2195', 'classic'],
    ['Windows 95', 'classic'],
    ['98 SE', 'classic'],
    ['Windows ME', 'classic'],
    ['XP', 'undeletable'],
    ['Windows XP Professional', 'undeletable'],
    ['5.1.2600', 'undeletable'],
    ['5.2.3790', 'undeletable'],
    ['Windows Server 2003 R2', 'undeletable'],
    ['2003', 'undeletable'],
    ['Vista', 'modern'],
    ['2008 R2', 'modern'],
    ['Windows Server 2019', 'modern'],
    ['10.0.19045', 'modern'],
    ['11', 'modern'],
    ['6.1.7601', 'modern'],
    ['Windows NT 5.1', 'undeletable'],
    ['Windows NT 5.2', 'undeletable'],
    ['NT 6.1', 'modern'],
    ['Windows NT 10.0; Win64', 'modern'],
    ['NT 6', 'modern'],
    ['Microsoft Windows [Version 5.2.3790]', 'undeletable'],
    ['Microsoft Windows [Version 10.0.19045]', 'modern'],
    ['Windows Server 2003 SP2.1', 'undeletable'],
    ['2003r2', 'undeletable'],
    ['Windows 8.1', 'modern'],
    ['nt', 'classic'],
    ['Windows Home', 'modern'],
  ])('%s is %s', (version, generation) =>
    expect(generationOf(hostOf('windows', {}, { version }))).toBe(generation),
  )

  it.each([
    ['nothing', [], 'classic'],
    ['the multicast row of NT', [row('224.0.0.0/3', '192.0.2.9', '192.0.2.9')], 'classic'],
    ['the multicast row of XP', [row('224.0.0.0/4', '192.0.2.9', '192.0.2.9')], 'undeletable'],
    [
      'the first multicast row of two',
      [row('224.0.0.0/3', '192.0.2.9', '1'), row('224.0.0.0/4', '192.0.2.9', '1')],
      'classic',
    ],
    [
      'On-link, wherever it stands',
      [row('224.0.0.0/4', '192.0.2.9', '1'), row('192.0.2.0/24', 'on-link', '192.0.2.9')],
      'modern',
    ],
    ['a row of IPv6', [row('2001:db8::/32', '2001:db8::1', '11')], 'modern'],
    ['another row', [row('192.0.2.0/24', '192.0.2.9', '192.0.2.9')], 'classic'],
  ] as const)('is told by %s', (_, routes, generation) => {
    expect(generationOf(hostOf('windows', { routes }))).toBe(generation)
    expect(generationOf(hostOf('windows', { routes }, { version: ' ' }))).toBe(generation)
  })
})

describe('a script', () => {
  const host = hostOf('aix', { routes: [row('9.0.0.0/8', '192.0.2.158', 'lo0')] })
  const finding = (more: Partial<RemediedFinding>): RemediedFinding => ({
    ...findingOf(host, 'extra-network-route', '192.0.2.158'),
    remedies: [],
    ...more,
  })

  it('is the same text to the letter', () => {
    const given = finding({
      message: 'it’s – “one”…',
      remedies: [
        {
          kind: 'command',
          title: 'First',
          command: 'route delete 9',
          shell: 'sh',
          undo: null,
          lasts: 'until-reboot',
          rights: 'root',
          safety: 'safe',
          note: 'look',
        },
        { kind: 'command', title: 'Again', command: 'route delete 9', shell: 'sh', safety: 'safe' },
        {
          kind: 'command',
          title: 'Lasting',
          command: 'ifconfig lo0',
          shell: 'sh',
          lasts: 'persistent',
          safety: 'review',
          rights: 'root',
        },
        {
          kind: 'command',
          title: 'Words',
          command: 'Remove-NetRoute 9',
          shell: 'powershell',
          safety: 'safe',
          instead: true,
        },
        { kind: 'command', title: 'Foreign', command: 'arp -a', shell: 'cmd', safety: 'safe' },
        { kind: 'advice', title: 'Think', safety: 'safe', note: 'twice' },
        { kind: 'advice', title: 'Rest', safety: 'safe' },
      ],
    })
    expect(remedyScript([given], { shell: 'sh' }).split('\n')).toEqual([
      '#!/bin/sh',
      '# Remedies, written by routeprint. Nothing of it has been run: read every line first.',
      '',
      "# web1: error extra-network-route: it's - ?one?...",
      '# row: row',
      '# First (until the next reboot)',
      '# look',
      '# to be run as root',
      'route delete 9',
      '# Again, by the command above',
      '#   route delete 9',
      '# review first: Lasting (outlives a reboot)',
      '#   ifconfig lo0',
      '# or, in PowerShell: Words',
      '#   Remove-NetRoute 9',
      '# for cmd: Foreign',
      '#   arp -a',
      '# advice: Think',
      '# twice',
      '# advice: Rest',
      '',
    ])
    expect(remedyScript([given], { shell: 'cmd', undo: true }).split('\r\n')).toEqual([
      'REM Takes back what the remedies did, written by routeprint. Nothing of it has been run: read every line first.',
      '',
      "REM web1: error extra-network-route: it's - ?one?...",
      'REM row: row',
      'REM takes back',
      'REM   arp -a',
      'REM no command takes it back',
      '',
    ])
  })

  it('cuts a comment at two hundred letters', () => {
    const lines = remedyScript([finding({ host: 'h', message: 'm'.repeat(300) })], { shell: 'sh' })
    const line = lines.split('\n').find((one) => one.startsWith('# h:')) ?? ''
    expect(line).toBe(`# ${`h: error extra-network-route: ${'m'.repeat(300)}`.slice(0, 200)}...`)
  })
})

describe('a plan of verification', () => {
  it('says what it does not know', () => {
    const { steps } = verifyPlan({ platform: 'linux', vip: '192.0.2.158', servers: [] })
    expect(steps.map(({ step, note, server }) => [step, note, server])).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
      [3, 'the server’s address is not known', undefined],
      [
        4,
        'the hardware address is not known: step 3 shows the hardware address that belongs here',
        undefined,
      ],
      [5, undefined, undefined],
      [6, undefined, undefined],
    ])
  })

  it('cuts a long text that is no address', () =>
    expect(() => verifyPlan({ platform: 'linux', vip: 'x'.repeat(99), servers: [] })).toThrow(
      `expected an address, found "${'x'.repeat(60)}"`,
    ))
})
