import fc from 'fast-check'
import { Address6 } from 'ip-address'
import { describe, expect, it } from 'vitest'
import { compareFindings } from '../../src/analyze/findings.js'
import { linesFrom } from '../../src/analyze/lines.js'
import { matches, namePatterns } from '../../src/analyze/name-patterns.js'
import { holds, maskBigint, maskNumber, readIPv6, readNetwork } from '../../src/analyze/numbers.js'
import { placeOf } from '../../src/analyze/place.js'
import { canonical, checkRuleNames } from '../../src/analyze/policy.js'
import { waiverFor } from '../../src/analyze/waivers.js'
import { type Finding, type Policy, parseRoutes, readHost } from '../../src/index.js'
import type { HostCapture } from '../../src/model/host.js'
import { runs } from '../support/runs.js'

const finding: Finding = {
  rule: 'extra-network-route',
  level: 'error',
  certainty: 'certain',
  host: 'web1',
  vip: '192.0.2.9',
  message: 'm',
  at: [],
  fingerprint: 'f',
}

describe('a pattern of host names', () => {
  it.each([
    ['web1', 'web1'],
    ['web*', 'web'],
    ['web*', 'web1'],
    ['*1', 'web1'],
    ['*', ''],
    ['*', 'web1'],
    ['w*b*1', 'web1'],
    ['w*b*1', 'wb1'],
    ['w*e*b*', 'web'],
    ['*a*a*', 'aa'],
    ['a*bc*c', 'abcc'],
    ['a**b', 'ab'],
  ])('%s fits %s', (pattern, name) => expect(matches(pattern, name)).toBe(true))

  it.each([
    ['web1', 'web12'],
    ['web1', 'web'],
    ['web*', 'we'],
    ['web*', 'aweb'],
    ['*1', 'web12'],
    ['ab*ba', 'aba'],
    ['w*x*1', 'web1'],
    ['*a*a*', 'a'],
    ['a*bc*c', 'abc'],
    ['a*ab*b', 'ab'],
    ['*b*a*', 'ab'],
    ['', 'web1'],
  ])('%s does not fit %s', (pattern, name) => expect(matches(pattern, name)).toBe(false))
})

describe('of many patterns of host names', () => {
  const patterns = ['', '*', 'web*', 'web1', '*1', 'w*b*1', '*a*a*', 'a**b', 'ab*ba', 'web*', '**']
  const names = ['', 'a', 'ab', 'aba', 'abba', 'aa', 'web', 'web1', 'web12', 'wb1', 'x']

  it.each(names)('all that fit "%s" are found, in their order', (name) => {
    const found = patterns.flatMap((pattern, at) => (matches(pattern, name) ? [at] : []))
    const { all, first } = namePatterns(patterns)
    expect(all(name)).toEqual(found)
    expect(first(name)).toBe(found[0] ?? -1)
  })

  it('none fits where there are none', () => {
    expect(namePatterns([]).first('web1')).toBe(-1)
    expect(namePatterns(['web*', 'w*1']).first('db1')).toBe(-1)
  })
})

describe('of several waivers', () => {
  const reasonOf = (waivers: readonly object[], vip = '192.0.2.9') => {
    const all = waivers.map((one, i) => ({ rule: 'extra-network-route', reason: `${i}`, ...one }))
    return waiverFor({ ...finding, vip, hosts: ['web2'] }, { vips: [], waivers: all })?.reason
  }

  it.each([
    ['of the address and of any', [{ vip: '192.0.2.9' }, {}], '0'],
    ['of any address and of the address', [{}, { vip: '192.0.2.9' }], '0'],
    ['of one host and of another', [{ host: 'web2' }, { host: 'web1' }], '0'],
    ['of patterns', [{ host: 'db*' }, { host: '*2' }, { host: 'web1' }], '1'],
  ] as const)('%s the first forgives', (_, waivers, reason) => {
    expect(reasonOf(waivers)).toBe(reason)
  })

  it('none forgives that are of other hosts or addresses', () => {
    expect(reasonOf([{ host: 'db*' }, { vip: '192.0.2.8' }])).toBeUndefined()
  })
})

describe('a waiver', () => {
  const forgives = (waiver: object, more: Partial<Finding> = {}, today?: string) => {
    const waivers = [{ rule: 'extra-network-route', reason: 'known', ...waiver }]
    const policy: Policy = { vips: [], waivers, ...(today === undefined ? {} : { today }) }
    return waiverFor({ ...finding, ...more }, policy) !== undefined
  }

  it.each<[string, object, Partial<Finding>, string | undefined, boolean]>([
    ['without bounds', {}, {}, undefined, true],
    ['of another rule', { rule: 'alias-missing' }, {}, undefined, false],
    ['of the host', { host: 'web*' }, {}, undefined, true],
    ['of another host', { host: 'db*' }, {}, undefined, false],
    ['of one of several hosts', { host: 'web2' }, { hosts: ['web1', 'web2'] }, undefined, true],
    ['of the address', { vip: '192.0.2.9' }, {}, undefined, true],
    ['of another address', { vip: '192.0.2.8' }, {}, undefined, false],
    ['that still holds', { until: '2026-12-31' }, {}, '2026-12-30', true],
    ['on its last day', { until: '2026-12-31' }, {}, '2026-12-31', true],
    ['that is over', { until: '2026-12-31' }, {}, '2027-01-01', false],
    ['with a day, where none is known', { until: '2026-12-31' }, {}, undefined, true],
    ['without a day', {}, {}, '2027-01-01', true],
  ])('%s', (_, waiver, more, today, is) => expect(forgives(waiver, more, today)).toBe(is))

  it('is none where the policy has none', () =>
    expect(waiverFor(finding, { vips: [] })).toBeUndefined())
})

describe('networks as numbers', () => {
  it('read every IPv6 address as ip-address does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.nat(128), (value, zeros) => {
        const sparse = (value >> BigInt(zeros)) << BigInt(zeros)
        for (const one of [value, sparse, value >> BigInt(zeros)]) {
          const text = Address6.fromBigInt(one).correctForm()
          expect(readIPv6(text), text).toBe(one)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it.each([
    ['::', 0n],
    ['::1', 1n],
    ['1::', 1n << 112n],
    ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n],
    ['::ffff:192.0.2.1', 0xffffc0000201n],
    ['::ffff:0.0.0.0', 0xffff00000000n],
    ['::FFFF', 0xffffn],
  ])('read %s', (text, value) => expect(readIPv6(text)).toBe(value))

  it.each([
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5::6:7:8:9',
    '::12345',
    '::g1',
    '::1g',
    '192.0.2',
    'link#4',
    '::192.0.2.300',
  ])('do not read %s', (text) => expect(readIPv6(text)).toBeUndefined())

  it.each([
    ['9.67.133.158/8', { family: 4, network: 0x09000000, length: 8 }],
    ['192.0.2.9/32', { family: 4, network: 0xc0000209, length: 32 }],
    ['0.0.0.0/0', { family: 4, network: 0, length: 0 }],
    ['2001:db8::1/32', { family: 6, network: 0x20010db8n << 96n, length: 32 }],
    ['::/0', { family: 6, network: 0n, length: 0 }],
    ['192.0.2.9', undefined],
    ['2001:db8::1', undefined],
    ['link#4/8', undefined],
  ])('read the network %s', (text, network) => expect(readNetwork(text)).toEqual(network))

  it('cut bits and hold addresses', () => {
    expect([0, 1, 8, 31, 32].map((length) => maskNumber(0xffffffff, length))).toEqual([
      0, 0x80000000, 0xff000000, 0xfffffffe, 0xffffffff,
    ])
    expect(maskBigint(0xffffn, 120)).toBe(0xff00n)
    const v4 = { family: 4, network: 0xc0000200, length: 24 } as const
    const v6 = { family: 6, network: 0x20010db8n << 96n, length: 32 } as const
    expect([holds(v4, 0xc0000209), holds(v4, 0xc0000309)]).toEqual([true, false])
    expect([holds(v6, (0x20010db8n << 96n) + 1n), holds(v6, 0x20010db9n << 96n)]).toEqual([
      true,
      false,
    ])
  })
})

describe('the lines of a place', () => {
  it.each([
    ['a\nb\nc', 2, 2, ['b']],
    ['a\nb\nc', 1, 3, ['a', 'b', 'c']],
    ['a\r\nb\r\nc', 2, 3, ['b', 'c']],
    ['a\r\r\nb', 2, 2, ['b']],
    ['a\rb\rc', 2, 2, ['b']],
    ['a\r\rb', 3, 3, ['b']],
    ['a\vb\fc', 3, 3, ['c']],
    ['a\u2028b\u2029c', 2, 3, ['b', 'c']],
    ['a\tb', 1, 1, ['a\tb']],
    ['a\n', 2, 2, ['']],
  ])('of %j from %i to %i', (text, line, endLine, lines) =>
    expect(
      linesFrom(readHost({ name: 'h' }, []), text, { line, column: 1, endLine, endColumn: 1 }),
    ).toEqual(lines),
  )
})

describe('the text of a place', () => {
  const host = readHost({ name: 'h' }, [])
  const span = (line: number, column: number, endLine: number, endColumn: number) => ({
    line,
    column,
    endLine,
    endColumn,
  })
  const quoted = (text: string, ...spans: ReturnType<typeof span>[]) => {
    const records = spans.map((one) => ({ span: one }))
    // Only the fields that a place is made of.
    const capture = { text, records } as unknown as HostCapture
    return placeOf({ capture, span: spans[0] ?? span(1, 1, 1, 1) }, host).text
  }

  it.each([
    ['its line', 'head\n  9.0.0.0  lo0  \n', [span(2, 3, 2, 15)], '  9.0.0.0  lo0'],
    ['the first of two lines', '9.0.0.0\tlo0\n  more here', [span(1, 1, 2, 5)], '9.0.0.0\tlo0'],
    [
      'the lines of its cells',
      '9.0.0.0 \n255.0.0.0\nlo0',
      [span(1, 1, 3, 4)],
      '9.0.0.0\n255.0.0.0\nlo0',
    ],
    ['its part of a line', 'a 1  b 2', [span(1, 6, 1, 9), span(1, 1, 1, 4)], 'b 2'],
    ['its part without what follows', 'a 1  b 2', [span(1, 1, 1, 6), span(1, 6, 1, 9)], 'a 1'],
    ['its line beside other lines', 'a 1 x\nb 2', [span(1, 1, 1, 4), span(2, 1, 2, 4)], 'a 1 x'],
    [
      'its first line where the second is shared',
      'a 1 x\nb 2',
      [span(1, 1, 2, 2), span(1, 1, 1, 2)],
      'a 1 x',
    ],
    ['nothing of an empty text', '', [], ''],
  ])('is %s', (_, text, spans, expected) => expect(quoted(text, ...spans)).toBe(expected))

  it('has a file and a note where there are some', () => {
    const capture = { text: 'x', records: [] } as unknown as HostCapture
    const one = span(1, 1, 1, 2)
    expect(placeOf({ capture, span: one }, host)).toStrictEqual({ span: one, text: 'x' })
    const named = { ...capture, file: 'f' } as HostCapture
    expect(placeOf({ capture: named, span: one, note: 'n' }, host)).toStrictEqual({
      file: 'f',
      span: one,
      text: 'x',
      note: 'n',
    })
  })
})

describe('findings', () => {
  const place = (file: string, line: number, column: number) => ({
    file,
    span: { line, column, endLine: line, endColumn: column + 1 },
    text: '',
  })

  it('are in the order of file, line, column, rule, address and fingerprint', () => {
    const sorted: Finding[] = [
      finding,
      { ...finding, at: [place('a', 1, 1)] },
      { ...finding, at: [place('a', 2, 1)], fingerprint: 'a' },
      { ...finding, at: [place('a', 2, 3)], rule: 'alias-missing', vip: '192.0.2.99' },
      { ...finding, at: [place('a', 2, 3)] },
      { ...finding, at: [place('a', 2, 3)], fingerprint: 'g' },
      { ...finding, at: [place('a', 2, 3)], vip: '192.0.2.90', fingerprint: 'a' },
      { ...finding, at: [place('a', 10, 1)], rule: 'a' },
      { ...finding, at: [place('b', 1, 1)], rule: 'a' },
    ]
    for (const [i, a] of sorted.entries())
      for (const [j, b] of sorted.entries())
        expect(Math.sign(compareFindings(a, b)), `${i} ${j}`).toBe(Math.sign(i - j))
  })
})

describe('a policy', () => {
  it('spells its addresses as records do', () => {
    const spelled = canonical({
      vips: ['2001:DB8::9', '192.0.2.9'],
      inventory: { servers: [{ address: '2001:DB8:0::1', mac: '0:0:5e:0:53:1' }] },
      backends: [{ vip: '2001:DB8::9', servers: ['web*'] }],
      waivers: [
        { rule: 'alias-missing', vip: '2001:DB8::9', reason: 'known' },
        { rule: 'alias-missing', reason: 'known' },
      ],
    })
    expect(spelled).toEqual({
      vips: ['2001:db8::9', '192.0.2.9'],
      inventory: { servers: [{ address: '2001:db8::1', mac: '0:0:5e:0:53:1' }], balancers: [] },
      backends: [{ vip: '2001:db8::9', servers: ['web*'] }],
      waivers: [
        { rule: 'alias-missing', vip: '2001:db8::9', reason: 'known' },
        { rule: 'alias-missing', reason: 'known' },
      ],
    })
    expect(canonical({ vips: [] })).toEqual({ vips: [] })
  })

  it('names rules that exist', () => {
    expect(() => checkRuleNames({ vips: [] })).not.toThrow()
    expect(() => checkRuleNames({ vips: [], rules: { 'alias-missing': 'off' } })).not.toThrow()
    expect(() => checkRuleNames({ vips: [], rules: { nothing: 'off' } })).toThrow(
      /unknown rule "nothing"; known are alias-missing, .*, fleet-/,
    )
    const waivers = [{ rule: 'nothing', reason: 'known' }]
    expect(() => checkRuleNames({ vips: [], waivers })).toThrow(RangeError)
  })
})

describe('readHost', () => {
  const bsd =
    'Routing tables\n\nInternet:\nDestination Gateway Flags Netif Expire\ndefault 192.0.2.1 UGS em0\n'
  const linux =
    'default via 192.0.2.1 dev eth0 \n192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.9 \n'

  it('takes the facts as they are given, and the usual ones where they are not', () => {
    expect(readHost({ name: 'web1' }, [])).toEqual({
      name: 'web1',
      platform: null,
      role: 'server',
      forwarding: 'mac',
      loopbackAddresses: [],
      acceptsBy: 'alias',
      captures: [],
    })
    const facts = {
      name: 'web2',
      platform: 'aix',
      version: '7.3',
      wpar: 'w',
      role: 'balancer',
      forwarding: 'nat',
      loopbackAddresses: ['lo1'],
      acceptsBy: 'alias',
      step: 2,
    } as const
    expect(readHost(facts, [])).toEqual({ ...facts, captures: [] })
  })

  it('keeps file and command of a capture', () => {
    const [one] = readHost({ name: 'a' }, [
      { text: linux, file: 'f.txt', command: 'ip route' },
    ]).captures
    expect(one).toMatchObject({
      file: 'f.txt',
      command: 'ip route',
      platform: 'linux',
      text: linux,
    })
    const [bare] = readHost({ name: 'a' }, [{ text: linux }]).captures
    expect(bare).not.toHaveProperty('file')
  })

  it('takes the platform of most captures, and the first among equals', () => {
    const of = (...texts: string[]) =>
      readHost(
        { name: 'a' },
        texts.map((text) => ({ text })),
      ).platform
    const other = parseRoutes(bsd).platform
    expect(other).not.toBe('linux')
    expect(of(bsd, linux, linux)).toBe('linux')
    expect(of(linux, bsd)).toBe('linux')
    expect(of(bsd, linux)).toBe(other)
    expect(of('nothing of a table\n')).toBeNull()
  })

  it('reads in the format that is asked for, and refuses one that is none', () => {
    const [one] = readHost({ name: 'a' }, [{ text: linux, format: 'linux-ip-route' }]).captures
    expect(one?.format).toBe('linux-ip-route')
    expect(() =>
      readHost({ name: 'a' }, [{ text: linux, format: 'x' as 'linux-ip-route' }]),
    ).toThrow(/unknown format "x"/)
  })
})
