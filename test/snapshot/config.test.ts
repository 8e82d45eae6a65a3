import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/snapshot/index.js'

const RULES = ['extra-network-route']

const FULL = {
  $schema: 'https://example.org/routeprint.json',
  vips: ['192.0.2.9', '2001:db8::9'],
  inventory: {
    servers: [{ address: '192.0.2.10', mac: '00:00:5e:00:53:0a', name: 'web1' }],
    balancers: [{ address: '192.0.2.2' }],
  },
  rules: { 'extra-network-route': 'warning' },
  waivers: [
    { rule: 'extra-network-route', host: 'web*', reason: 'moves in May', until: '2026-05-31' },
  ],
  failOn: 'error',
}

const bad = [
  ['', 'c.json:1:1: no JSON: value expected'],
  ['{"vips": [}', 'c.json:1:11: no JSON: value expected'],
  ['// hi\n{}', 'c.json:1:1: no JSON: invalid comment token'],
  ['{\n  "vip": []\n}', 'c.json:2:3: unknown key "vip"'],
  ['{"vips": "192.0.2.9"}', 'c.json:1:2: vips: expected Array, found "192.0.2.9"'],
  ['{"vips": ["9.67.133"]}', /^c\.json:1:11: vips\.0: expected an IPv4 address.*3 of the four/],
  ['{"failOn": "fatal"}', /^c\.json:1:2: failOn: expected .*"warning".*, found "fatal"$/],
  ['{"rules": {\n"no-such": "off"}}', /^c\.json:2:1: there is no rule "no-such"/],
  ['{"rules": {"extra-network-route": "loud"}}', /^c\.json:1:12: rules\.extra-network-route: /],
  [
    '{"waivers": [{"rule": "extra-network-route", "reason": "y", "until": "2026-02-30"}]}',
    /^c\.json:1:61: waivers\.0\.until: expected a day of the calendar$/,
  ],
  [
    '{"waivers": [{"rule": "extra-network-route"}]}',
    /^c\.json:1:14: waivers\.0\.reason is missing$/,
  ],
  ['{"waivers": [{"rule": "x", "reason": "y"}]}', /^c\.json:1:15: there is no rule "x"/],
  [
    '{"waivers": [{"rule": "extra-network-route", "reason": "y", "until": "May"}]}',
    /until: expected a day as YYYY-MM-DD$/,
  ],
  [
    '{"inventory": {"servers": [{"address": "192.0.2.1", "mac": "05"}]}}',
    /^c\.json:1:53: inventory\.servers\.0\.mac: expected a hardware address of six octets$/,
  ],
  ['{"__proto__": {"vips": []}}', 'c.json:1:2: "__proto__" cannot stand here'],
  ['{"vips": [], "vips": []}', 'c.json:1:14: "vips" cannot stand here'],
  ['[]', 'c.json:1:1: expected an object, found an array'],
  ['['.repeat(10_000), 'c.json:1:51: nested deeper than 50 levels'],
] as const

describe('a configuration', () => {
  it('is read in full', () => {
    const { $schema, failOn, ...policy } = FULL
    expect(readConfig(JSON.stringify(FULL), 'c.json', RULES)).toEqual({ policy, failOn })
  })

  it('may be empty', () => expect(readConfig('{}', 'c.json', RULES)).toEqual({ policy: {} }))

  for (const [text, message] of bad)
    it(`is refused: ${text.slice(0, 60)}`, () => {
      const read = () => readConfig(text, 'c.json', RULES)
      expect(read).toThrow(ConfigError)
      expect(read).toThrow(message)
    })
})
