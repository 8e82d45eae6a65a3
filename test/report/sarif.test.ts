import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { fleetRules } from '../../src/analyze/fleet/index.js'
import { rules } from '../../src/analyze/rules/index.js'
import type { ReportModel } from '../../src/report/index.js'
import { sarifReport } from '../../src/report/sarif.js'
import { ROOT } from '../support/cli.js'
import { HOSTILE, hostileModel } from '../support/hostile-model.js'
import { clean, model } from '../support/report-model.js'

const RELATIVE =
  /^(?:[\w.~!$&'()*+,;=@-]|%[\dA-F]{2})+(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[\dA-F]{2})+)*$/

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // One of the schema's own patterns is none by the stricter rules.
  unicodeRegExp: false,
  formats: { uri: /^[a-z]+:/, 'uri-reference': RELATIVE, 'date-time': true },
})
const validate = ajv.compile(
  JSON.parse(readFileSync(join(ROOT, 'fixtures/schemas/sarif-2.1.0.json'), 'utf8')),
)

function run(of: ReportModel) {
  const log = JSON.parse(sarifReport.render(of))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log.runs[0]
}

describe('the SARIF report', () => {
  it('has every rule, in the order of the list', () => {
    const { rules: described } = run(clean).tool.driver
    const known = [...rules, ...fleetRules].map(({ id }) => id).sort()
    expect(described.map(({ id }: { id: string }) => id)).toEqual(known)
    for (const rule of described) {
      expect(rule.help.markdown).toContain('## What it finds')
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level)
    }
  })

  it('has a result with its row, its witnesses and its fingerprint', () => {
    const { results, tool } = run(model)
    const [first] = results
    expect(first).toMatchObject({
      ruleId: 'extra-network-route',
      level: 'error',
      message: {
        text: `192.0.2.0/24 is routed to the loopback alias 192.0.2.99.
Stolen: 192.0.2.0/24 except 192.0.2.64/26.
Delete the extra route: route delete 192.0.2.0 192.0.2.99.
Alias the address with a host mask`,
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'web1/route_print.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 5, startColumn: 9, endLine: 5, endColumn: 76 },
          },
          logicalLocations: [{ name: 'web1' }],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: 'proves the alias' },
          physicalLocation: { region: { startLine: 8, startColumn: 3 } },
        },
      ],
      partialFingerprints: { 'routeprint/v1': '0123456789abcdef' },
    })
    expect(first).not.toHaveProperty('fixes')
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('places a fault that is an absence at the first capture', () =>
    expect(run(model).results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: {
        uri: '%1B%5B31m%23%23vso%5Btask.setvariable%5D%3Cscript%3E%7C%60/x',
        uriBaseId: '%SRCROOT%',
      },
    }))

  it('suppresses what is waived', () =>
    expect(run(model).results[2]).toMatchObject({
      ruleId: 'extra-network-route',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'known' }],
    }))

  it('notifies of what was not read and not judged', () => {
    const [{ executionSuccessful, toolExecutionNotifications: told }] = run(model).invocations
    expect(executionSuccessful).toBe(false)
    expect(told.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'error',
      'warning',
      'note',
    ])
    expect(told[3].message.text).toBe(
      'arp-vip-multiple-macs could not be judged on 1 host: needs neighbors',
    )
  })

  it('names a rule that is in no list', () => {
    const [web1] = clean.hosts
    const findings = (model.hosts[1]?.findings ?? []).map((one) => ({ ...one, rule: 'fleet-rule' }))
    const hosts = web1 === undefined ? [] : [{ ...web1, findings }]
    const { results, tool } = run({ ...clean, hosts })
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('fleet-rule')
  })

  it('leaves out what code scanning would not show, and counts it', () => {
    const hosts = Array.from({ length: 2501 }, () => model.hosts).flat()
    const { results, invocations } = run({ ...model, hosts })
    expect(results).toHaveLength(5000)
    expect(results[2500].level).toBe('error')
    const [{ toolExecutionNotifications: told }] = invocations
    expect(told[0].message.text).toBe('2503 more results are left out')
    expect(told.length).toBeLessThanOrEqual(5002)
  })

  for (const [name, value] of Object.entries(HOSTILE))
    it(`is valid with ${name} in every text`, () => void run(hostileModel(value)))
})
