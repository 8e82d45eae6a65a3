import { describe, expect, it } from 'vitest'
import { lineRoles, parse, parseAddresses, parseArp, parseRoutes } from '../../src/index.js'

const ROUTES = `Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
0.0.0.0         192.0.2.1       0.0.0.0         UG        0 0          0 eth0
192.0.2.0       0.0.0.0         255.255.255.0   U         0 0          0 eth0
`
const ARP = `Address                  HWtype  HWaddress           Flags Mask            Iface
192.0.2.1                ether   00:00:5e:00:53:01   C                     eth0
`
const PROMPT = (command: string) => `[root@web01 ~]# ${command}\n`
const BOTH = `${PROMPT('route -n')}${ROUTES}${PROMPT('arp -n')}${ARP}`
const codes = (diagnostics: readonly { readonly code: string; readonly level: string }[]) =>
  diagnostics.map(({ code, level }) => `${level} ${code}`)

describe('a text with several tables', () => {
  it('gives a capture for each, with its command and its place', () => {
    expect(
      parse(BOTH).map(({ kind, command, host, span, records, lines }) => [
        kind,
        command,
        host,
        `${span.line}-${span.endLine}`,
        records.length,
        lines.total,
      ]),
    ).toEqual([
      ['routes', 'route -n', 'web01', '1-4', 2, 4],
      ['neighbors', 'arp -n', 'web01', '5-7', 1, 3],
    ])
  })

  it('gives the records of one kind, and takes the lines of the other for outside', () => {
    const routes = parseRoutes(BOTH)
    expect([routes.format, routes.platform, codes(routes.diagnostics)]).toEqual([
      'linux-netstat',
      'linux',
      [],
    ])
    expect(routes.records.map(({ span }) => span.line)).toEqual([3, 4])
    expect(routes.lines).toEqual({
      total: 7,
      record: 2,
      heading: 1,
      blank: 0,
      outside: 4,
      unparsed: 0,
    })
    const arp = parseArp(BOTH)
    expect([arp.format, arp.records.length, arp.lines.record, arp.lines.outside]).toEqual([
      'linux-arp',
      1,
      1,
      5,
    ])
  })

  it('joins the tables of one kind', () => {
    const twice = parseRoutes(`${BOTH}${PROMPT('route -n')}${ROUTES}`)
    expect(twice.records.map(({ span }) => span.line)).toEqual([3, 4, 10, 11])
    expect(twice.lines).toMatchObject({ total: 11, record: 4, heading: 2, outside: 5 })
  })

  it('says of each table that it is of another kind, where none is of the wanted', () => {
    const { format, platform, records, diagnostics, lines } = parseAddresses(BOTH)
    expect([format, platform, records, codes(diagnostics)]).toEqual([
      null,
      'linux',
      [],
      ['error wrong-kind', 'error wrong-kind'],
    ])
    expect(lines).toEqual({ total: 7, record: 0, heading: 0, blank: 0, outside: 7, unparsed: 0 })
  })

  it('names the role of every line', () => {
    expect(lineRoles(`${BOTH}\n`)).toEqual([
      'outside',
      'heading',
      'record',
      'record',
      'outside',
      'heading',
      'record',
      'blank',
    ])
  })
})

describe('a text without a table', () => {
  it.each([
    ['', 'error empty-capture', 0],
    ['\n\n', 'error empty-capture', 2],
    ['the weather\nis fine\n', 'error not-recognised', 2],
  ])('%j is said to be one', (text, said, total) => {
    const [one, ...rest] = parse(text)
    expect(rest).toEqual([])
    expect([one?.kind, one?.platform, one?.format, one?.lines.total]).toEqual([
      'unknown',
      null,
      null,
      total,
    ])
    expect(codes(one?.diagnostics ?? [])).toEqual([said])
    expect(codes(parseRoutes(text).diagnostics)).toEqual([said])
    expect(one?.span).toMatchObject({ line: 1, endLine: Math.max(total, 1) })
  })

  it.each([parse, parseRoutes, parseArp, parseAddresses, lineRoles])('that is none', (read) => {
    // A caller without types.
    expect(() => read(7 as unknown as string)).toThrow(new TypeError('expected a text, got number'))
  })

  it.each([
    [{ format: 'none' }, /unknown format "none"/],
    [{ platform: 'plan9' }, /unknown platform "plan9"/],
  ])('read with %j', (options, message) => {
    // A caller without types.
    expect(() => parse(ROUTES, options as object)).toThrow(message)
    expect(() => parse(ROUTES, options as object)).toThrow(RangeError)
  })
})
