import { describe, expect, it } from 'vitest'
import {
  type GoneFinding,
  type ReportId,
  type ReportModel,
  reportById,
  withDrift,
} from '../../src/report/index.js'
import { model } from '../support/report-model.js'

const [evil, web1] = model.hosts
const KNOWN = '0123456789abcdef'

function gone(fingerprint: string, host: string): GoneFinding {
  return {
    rule: 'host-route-elsewhere',
    level: 'error',
    host,
    message: 'packets for 192.0.2.99 go to 192.0.2.1',
    fingerprint,
  }
}

const BASELINE: GoneFinding[] = [
  { ...gone(KNOWN, 'web1'), rule: 'extra-network-route' },
  gone('aaaaaaaaaaaaaaaa', 'web1'),
  { ...gone('bbbbbbbbbbbbbbbb', 'web1'), rule: 'arp-vip-multiple-macs' },
  gone('cccccccccccccccc', 'web9'),
  gone('dddddddddddddddd', evil?.name ?? ''),
]

const held = withDrift(model, BASELINE)

function render(id: ReportId, newOnly = false, of: ReportModel = held): string {
  return reportById(id)?.render(of, { color: false, newOnly }) ?? ''
}

describe('drift', () => {
  it('counts what is new, unchanged and gone', () => {
    expect(held.drift).toMatchObject({ new: 1, unchanged: 1 })
    expect(held.drift?.gone).toHaveLength(4)
    expect(held.hosts.flatMap(({ findings }) => findings.map(({ drift }) => drift))).toEqual([
      'new',
      'unchanged',
    ])
  })

  it('takes a fault for mended only where its rule was judged', () => {
    const proven = held.drift?.gone.filter(({ unproven }) => unproven === undefined)
    expect(proven?.map(({ fingerprint }) => fingerprint)).toEqual(['aaaaaaaaaaaaaaaa'])
  })

  it('does not call gone what is waived now', () => {
    const waived = { ...web1, findings: [], waived: evil?.waived ?? [] } as ReportModel['hosts'][0]
    const { drift, hosts } = withDrift({ ...model, hosts: [waived] }, BASELINE.slice(0, 1))
    expect(drift).toEqual({ new: 0, unchanged: 0, gone: [] })
    expect(hosts[0]?.waived[0]?.drift).toBe('unchanged')
  })

  it('is told by the text report at each finding, and what is gone behind them', () => {
    const text = render('text')
    expect(text).toContain('  = baseline: unchanged\n')
    expect(text).toContain('  = baseline: new\n')
    expect(text).toContain(`gone[host-route-elsewhere]: packets for 192.0.2.99 go to 192.0.2.1
 --> host web1

`)
    expect(text).toContain(` --> host web9
  = doubt: its host was not fully judged this time, so nothing proves that it is mended
`)
    expect(text).toMatch(/; since the baseline: 1 new, 1 unchanged, 4 gone\n$/)
  })

  it('is a column of the Markdown table, and a list of what is gone', () => {
    const text = render('markdown')
    expect(text).toContain('| level | baseline | host | rule | finding | place |\n')
    expect(text).toContain('| 🔴 error | unchanged | web1 |')
    expect(text).toContain('## Gone since the baseline\n\n- `')
    expect(text).toContain(
      '- `host-route-elsewhere` on web1: packets for 192.0.2.99 go to 192.0.2.1\n',
    )
    expect(text.match(/nothing proves that it is mended/g)).toHaveLength(3)
  })

  it('stands in the titles of GitHub, where known findings are notices if only new ones fail', () => {
    expect(render('github')).toContain('::error file=web1/route_print.txt')
    expect(render('github')).toContain('title=unchanged%3A extra-network-route on web1::')
    expect(render('github', true)).toContain('::notice file=web1/route_print.txt')
    expect(render('github', true)).toContain('::warning title=new%3A arp-vip-multiple-macs on')
  })

  it('shows new findings before known ones of the same level', () => {
    const two = {
      ...web1,
      findings: (web1?.findings ?? []).flatMap((one) => [
        one,
        { ...one, fingerprint: 'e', message: 'fresh' },
      ]),
    } as ReportModel['hosts'][0]
    const text = render('github', false, withDrift({ ...model, hosts: [two] }, BASELINE))
    expect(text.indexOf('fresh')).toBeLessThan(text.indexOf('is routed'))
  })

  it('lets known findings pass in JUnit where only new ones fail', () => {
    expect(render('junit')).toContain('failures="2"')
    const text = render('junit', true)
    expect(text).toContain('<testsuite name="web1" tests="2" failures="0" errors="0" skipped="1">')
    expect(text).toContain('<system-out>error[extra-network-route]')
    expect(text).toContain('= baseline: unchanged')
  })

  it('is a line of ndjson, and a field of JSON', () => {
    const lines = render('ndjson').trimEnd().split('\n')
    expect(JSON.parse(lines.at(-2) ?? '').drift).toEqual(held.drift)
    expect(JSON.parse(render('json')).drift).toEqual(held.drift)
  })

  it('is the baseline state of SARIF on every result, those that are gone too', () => {
    const [run] = JSON.parse(render('sarif')).runs
    type Result = { baselineState: string; ruleId: string; ruleIndex: number; level: string }
    const results: Result[] = run.results
    expect(results.map(({ baselineState }) => baselineState)).toEqual([
      'unchanged',
      'new',
      'unchanged',
      'absent',
      'absent',
      'absent',
      'absent',
    ])
    for (const { ruleId, ruleIndex } of results)
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('is nowhere without a baseline', () => {
    for (const id of ['text', 'markdown', 'github', 'sarif', 'junit', 'json', 'ndjson'] as const)
      expect(render(id, false, model)).not.toMatch(/baseline|"drift"/)
  })
})
