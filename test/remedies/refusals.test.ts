import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.js'
import type { Host } from '../../src/model/host.js'
import { platforms } from '../../src/model/platform.js'
import type { Route } from '../../src/model/route.js'
import { dialects } from '../../src/remedies/dialects/index.js'
import { remedies } from '../../src/remedies/index.js'
import { doubting, findingOf, hostOf, row } from './support.js'

const VIP = '192.0.2.158'
const WIDE = '192.0.0.0/8'

/** Nothing among the remedies deletes a row. */
function deletesNothing(finding: Finding, host: Host): string {
  const given = remedies(finding, host)
  for (const { command } of given) expect(command ?? '').not.toMatch(/route (?:-p |-6 )?del/)
  expect(given[0]?.kind).toBe('advice')
  return given[0]?.note ?? ''
}

interface Refusal {
  readonly name: string
  readonly rows: readonly Route[]
  readonly rule?: string
  readonly platform?: 'aix' | 'hpux' | 'linux' | 'windows'
  readonly version?: string
  readonly more?: Partial<Finding>
  readonly why: RegExp
}

const refused: readonly Refusal[] = [
  {
    name: 'a row that the table cut',
    rows: [row(WIDE, VIP, 'lo0', { truncated: true })],
    why: /cut/,
  },
  {
    name: 'a gateway that is not certain',
    rows: [{ ...row(WIDE, VIP, 'lo0'), gateway: { kind: 'unknown', text: '192.0.2.1' } }],
    why: /gateway is not certain/,
  },
  {
    name: 'an unknown mask that nothing infers',
    platform: 'hpux',
    rows: [row('192.0.0.0', VIP, 'lo0:1', { maskUnknown: true })],
    why: /no mask/,
  },
  {
    name: 'an inferred mask that the octets contradict',
    platform: 'hpux',
    rows: [row('10.67.128.0', '10.67.133.158', 'lo0:1', { maskUnknown: true })],
    more: { maskInferred: true, vip: '10.67.133.158' },
    why: /mask is not known/,
  },
  {
    name: 'a row that the system keeps',
    rows: [row(WIDE, VIP, 'lo0')],
    more: { deletable: false },
    why: /does not let/,
  },
  { name: 'the loopback network', rows: [row('127.0.0.0/8', VIP, 'lo0')], why: /system itself/ },
  { name: 'the multicast network', rows: [row('224.0.0.0/4', VIP, 'lo0')], why: /system itself/ },
  {
    name: 'a default route',
    rule: 'duplicate-default-route',
    rows: [row('0.0.0.0/0', VIP, 'en0')],
    why: /which of the two/,
  },
  {
    name: 'a default route under a rule about networks',
    rows: [row('0.0.0.0/0', VIP, 'lo0')],
    why: /default route/,
  },
  { name: 'the alias’s own row', rows: [row(`${VIP}/32`, VIP, 'lo0')], why: /own row/ },
  {
    name: 'the alias’s own row through the loopback',
    rows: [row(`${VIP}/32`, '127.0.0.1', 'lo0')],
    why: /own row/,
  },
  {
    name: 'a network that does not hold the cluster address',
    rows: [row('198.51.100.0/24', VIP, 'lo0')],
    why: /does not hold/,
  },
  {
    name: 'a twin that no word tells apart',
    platform: 'windows',
    version: '2000',
    rule: 'default-route-via-alias',
    rows: [row('0.0.0.0/0', '192.0.2.4', VIP), row('0.0.0.0/0', '192.0.2.4', '192.0.2.2')],
    why: /another row of the table, on line 2/,
  },
  {
    name: 'a twin whose mask is not printed',
    platform: 'hpux',
    rows: [row(WIDE, VIP, 'lo0:1'), row('192.0.0.0', VIP, 'lan0', { maskUnknown: true })],
    why: /another row/,
  },
  {
    name: 'a device whose name would be read by the shell',
    platform: 'linux',
    rows: [row(WIDE, 'on-link', '$(reboot)')],
    why: /without quoting/,
  },
  {
    name: 'a device whose name looks like an option',
    platform: 'linux',
    rows: [row(WIDE, 'on-link', '-rf')],
    why: /without quoting/,
  },
  {
    name: 'a device whose name is longer than the kernel allows',
    platform: 'linux',
    rows: [row(WIDE, 'on-link', 'abcdefghijklmnop')],
    why: /without quoting/,
  },
  {
    name: 'a table whose name would be read by the shell',
    platform: 'linux',
    rows: [row(WIDE, 'on-link', 'dummy0', { table: 'a;b' })],
    why: /without quoting/,
  },
]

describe('no delete command is offered for', () => {
  it.each(refused)('$name', ({ rows, rule, platform, version, more, why }) => {
    const facts = version === undefined ? {} : { version }
    const host = hostOf(platform ?? 'aix', { routes: rows }, facts)
    const finding = findingOf(host, rule ?? 'extra-network-route', more?.vip ?? VIP, more)
    expect(deletesNothing(finding, host)).toMatch(why)
  })

  it('a row with a warning on it, while a remark does no harm', () => {
    const host = hostOf('aix', { routes: [row(WIDE, VIP, 'lo0')] })
    const finding = findingOf(host, 'extra-network-route', VIP)
    expect(deletesNothing(finding, doubting(host, 1, 'warning'))).toMatch(/doubt/)
    expect(remedies(finding, doubting(host, 2, 'warning'))[0]?.kind).toBe('command')
    expect(remedies(finding, doubting(host, 1, 'info'))[0]?.kind).toBe('command')
  })

  it('a row that stands in no table of the host', () => {
    const host = hostOf('aix', { routes: [row(WIDE, VIP, 'lo0')] })
    const finding = findingOf(host, 'extra-network-route', VIP)
    expect(deletesNothing(finding, { ...host, captures: [] })).toMatch(/no table/)
  })

  it('a WPAR whose name needs quoting', () => {
    const host = hostOf('aix', { routes: [row(WIDE, VIP, 'lo0')] }, { wpar: 'a b' })
    expect(deletesNothing(findingOf(host, 'extra-network-route', VIP), host)).toMatch(/WPAR name/)
  })

  it.each(['xp', '2003', '5.2', 'Windows Server 2003 R2'])(
    'Windows %s, whose documentation says to change the mask',
    (version) => {
      const host = hostOf('windows', { routes: [row(WIDE, VIP, VIP)] }, { version })
      const finding = findingOf(host, 'extra-network-route', VIP, { deletable: false })
      const [first] = remedies(finding, host)
      expect(first).toMatchObject({ kind: 'advice' })
      expect(first?.title).toBe(`Remove the alias ${VIP} and add it again with another netmask`)
      deletesNothing(finding, host)
    },
  )

  it('Windows that prints 240.0.0.0 for multicast and no On-link, as XP and 2003 do', () => {
    const routes = [row(WIDE, VIP, VIP), row('224.0.0.0/4', VIP, VIP)]
    const host = hostOf('windows', { routes })
    deletesNothing(findingOf(host, 'extra-network-route', VIP), host)
  })

  it('systems whose commands are not written down', () => {
    const known = new Set(dialects.map((dialect) => dialect.platform))
    for (const platform of [...platforms, null]) {
      if (platform !== null && known.has(platform)) continue
      const host = hostOf(platform, { routes: [row(WIDE, VIP, 'lo0')] })
      expect(remedies(findingOf(host, 'extra-network-route', VIP), host)).toHaveLength(1)
      deletesNothing(findingOf(host, 'extra-network-route', VIP), host)
    }
  })
})

describe('a finding that went through JSON', () => {
  it('gets the same remedies', () => {
    const routes = [row(WIDE, VIP, 'lo0'), row(WIDE, '192.0.2.67', 'en0')]
    const host = hostOf('aix', { routes })
    const finding = findingOf(host, 'extra-network-route', VIP)
    const copy = JSON.parse(JSON.stringify(finding)) as Finding
    expect(remedies(copy, host)).toEqual(remedies(finding, host))
    expect(JSON.parse(JSON.stringify(remedies(finding, host)))).toEqual(remedies(finding, host))
  })
})

describe('the list of dialects', () => {
  it('is sorted and names each system once', () => {
    const ids = dialects.map((dialect) => dialect.platform)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})
