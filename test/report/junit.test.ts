import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { junitReport } from '../../src/report/junit.js'
import { clean, model } from '../support/report-model.js'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
})
const render = (of = model, failOn: 'error' | 'warning' | 'info' = 'warning') =>
  junitReport.render(of, { color: false, failOn })

const WEB1 = `  <testsuite name="web1" tests="2" failures="1" errors="0" skipped="1">
    <testcase name="extra-network-route" classname="web1" file="web1/route_print.txt"><failure message="192.0.2.0/24 is routed to the loopback alias 192.0.2.99" type="error">error[extra-network-route]: 192.0.2.0/24 is routed to the loopback alias 192.0.2.99
 --&gt; web1/route_print.txt:5:9
`

describe('the size of the JUnit report', () => {
  const [, web1] = model.hosts
  const many = (count: number, message: string) => ({
    ...model,
    problems: [],
    hosts: Array.from({ length: count }, (_, at) => ({
      ...web1,
      name: `web${at}`,
      findings: (web1?.findings ?? []).map((one) => ({
        ...one,
        message: `${at} ${message}`,
      })),
    })) as typeof model.hosts,
  })

  it('has an end for one text and one message', () => {
    const text = render(many(1, 'x'.repeat(100_000)))
    expect(text.length).toBeLessThan(30_000)
    expect(XMLValidator.validate(text)).toBe(true)
  })

  it('has an end for a fleet, in which each host and fault is still there', () => {
    const text = render(many(10_000, 'x'.repeat(2_000)))
    expect(text.length).toBeLessThan(30_000_000)
    expect(text.match(/<testsuite name/g)).toHaveLength(10_000)
    expect(text.match(/<failure /g)).toHaveLength(10_000)
    expect(text).toContain('<testcase name="1 more rule"')
    expect(text).toMatch(/<testsuites name="routeprint" tests="20000" failures="10000"/)
    expect(XMLValidator.validate(text)).toBe(true)
  })

  it('leaves faults their texts before hosts without any have their rules', () => {
    const all = many(10_000, 'x')
    const hosts = all.hosts.map((host, at) => ({
      ...host,
      name: at === 9_999 ? 'faulty' : `${host.name}${'y'.repeat(900)}`,
      findings: at === 9_999 ? host.findings : [],
    }))
    const text = render({ ...all, hosts })
    expect(text).toContain('<testcase name="2 more rules"')
    expect(text).toContain('= remedy: route delete 192.0.2.0 192.0.2.99')
  })
})

describe('the JUnit report', () => {
  it('has a suite a host, a test a rule, and what could not be read', () => {
    const text = render()
    expect(XMLValidator.validate(text)).toBe(true)
    const { testsuites } = parser.parse(text)
    expect(testsuites).toMatchObject({ name: 'routeprint', tests: '5', failures: '2', errors: '2' })
    expect(testsuites.testsuite).toHaveLength(3)
    expect(text).toContain(WEB1)
    expect(text).toContain(
      '<testcase name="arp-vip-multiple-macs" classname="web1"><skipped message="needs neighbors"/>',
    )
    expect(text).toContain(
      '<error message="no capture of it was recognised" type="unchecked">unread[',
    )
    expect(text).toContain('<error message="permission denied" type="unread"/></testcase>')
  })

  it('adds up', () => {
    const { testsuites } = parser.parse(render())
    for (const count of ['tests', 'failures', 'errors', 'skipped']) {
      const sum = testsuites.testsuite.reduce(
        (total: number, suite: Record<string, string>) => total + Number(suite[count]),
        0,
      )
      expect(String(sum)).toBe(testsuites[count])
    }
  })

  it('lets no finding fail that does not fail the check', () => {
    const text = render(model, 'error')
    expect(text).not.toContain('<failure message="two machines')
    expect(text).toContain('<system-out>warning[arp-vip-multiple-macs]: two machines answer')
  })

  it('passes the rules that found nothing', () =>
    expect(render(clean)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="routeprint" tests="2" failures="0" errors="0" skipped="1">
  <testsuite name="web1" tests="2" failures="0" errors="0" skipped="1">
    <testcase name="extra-network-route" classname="web1"/>
    <testcase name="arp-vip-multiple-macs" classname="web1"><skipped message="needs neighbors"/></testcase>
  </testsuite>
</testsuites>
`))

  it('skips a rule whose findings are waived', () => {
    const hosts = clean.hosts.map((host) => ({ ...host, waived: model.hosts[0]?.waived ?? [] }))
    expect(render({ ...clean, hosts })).toContain('<skipped message="waived: known"/>')
  })
})
