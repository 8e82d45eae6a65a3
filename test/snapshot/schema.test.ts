import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { schemaFiles } from '../../scripts/schemas.js'
import { ruleIds } from '../../src/analyze/policy.js'
import { readConfig, readHostFile } from '../../src/snapshot/index.js'
import { ROOT } from '../support/cli.js'

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })

/** The schema as it ships. */
function shipped(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(join(ROOT, 'schema', name), 'utf8')))
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

const goodConfigs = [
  {},
  { $schema: './schema/routeprint.schema.json', vips: ['192.0.2.9', '2001:db8::9'] },
  { vips: [{ address: '192.0.2.9', servers: ['web*'] }], failOn: 'error' },
  { hosts: [{ name: 'web*', platform: 'aix', role: 'server', step: 6, acceptsBy: 'alias' }] },
  { inventory: { servers: [{ address: '192.0.2.10', mac: '00:00:5e:00:53:0a' }] } },
  { rules: { 'extra-network-route': 'off' } },
  { waivers: [{ rule: 'extra-network-route', reason: 'moves in May', until: '2026-05-31' }] },
  { limits: { files: 10, ratio: 100 } },
]

const badConfigs = [
  { vip: [] },
  { vips: '192.0.2.9' },
  { vips: [9] },
  { vips: [{ servers: ['web*'] }] },
  { failOn: 'fatal' },
  { rules: { 'extra-network-route': 'loud' } },
  { rules: { 'no-such-rule': 'off' } },
  { waivers: [{ rule: 'extra-network-route' }] },
  { waivers: [{ rule: 'no-such-rule', reason: 'y' }] },
  { waivers: [{ rule: 'extra-network-route', reason: '' }] },
  { waivers: [{ rule: 'extra-network-route', reason: 'y', until: 'May' }] },
  { hosts: [{ platform: 'aix' }] },
  { hosts: [{ name: 'web1', step: 7 }] },
  { limits: { files: 0 } },
  { limits: { files: 1.5 } },
  [],
]

const goodHosts = [
  {},
  { name: 'web1', platform: 'windows', version: '2016', forwarding: 'mac', encoding: 'cp850' },
  { loopbackAddresses: ['192.0.2.99'], wpar: 'w1' },
]

const badHosts = [
  { platform: 'beos' },
  { name: '' },
  { name: 3 },
  { role: 'servant' },
  { step: 0 },
  { loopbackAddresses: '192.0.2.99' },
  { vips: ['192.0.2.9'] },
  null,
]

describe('the schemas that ship', () => {
  for (const [path, text] of schemaFiles())
    it(`${path} is current (else: npm run docs)`, () =>
      expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text))

  const configOf = shipped('routeprint.schema.json')
  const hostOf = shipped('host.schema.json')

  const configs = [...goodConfigs, ...badConfigs]
  for (const [index, config] of configs.entries())
    it(`judge as the program does: ${JSON.stringify(config)}`, () => {
      const good = index < goodConfigs.length
      expect(reads(() => readConfig(JSON.stringify(config), 'c.json', ruleIds()))).toBe(good)
      expect(configOf(config)).toBe(good)
    })

  const hosts = [...goodHosts, ...badHosts]
  for (const [index, host] of hosts.entries())
    it(`judge a host as the program does: ${JSON.stringify(host)}`, () => {
      const good = index < goodHosts.length
      expect(reads(() => readHostFile(JSON.stringify(host), 'host.json'))).toBe(good)
      expect(hostOf(host)).toBe(good)
    })
})
