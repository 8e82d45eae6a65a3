import { describe, expect, it } from 'vitest'
import type { Sighting } from '../../src/model/sighting.js'
import { verifyOf } from '../../src/report/html-verify.js'
import type { ReportedFinding, ReportedHost } from '../../src/report/index.js'
import { model } from '../support/report-model.js'

const [, web1] = model.hosts as [ReportedHost, ReportedHost]
const [finding] = web1.findings as [ReportedFinding]
const own = (address?: string, mac?: string): Sighting => ({
  kind: 'own',
  ...(address === undefined ? {} : { address }),
  ...(mac === undefined ? {} : { mac }),
})

function plan(sightings: Sighting[], host: Partial<ReportedHost> = {}, vip = '192.0.2.99') {
  return verifyOf({ ...finding, vip }, { ...web1, ...host, sightings }).at(-1)?.command
}

const MAC = '00:00:5e:00:53:43'

describe('how a finding is seen to be mended', () => {
  it('takes the table again', () => expect(verifyOf(finding, web1)[0]?.command).toBe('route print'))

  it('plans the verification for the host, by its own address and card', () => {
    expect(plan([own('192.0.2.67', MAC)])).toBe(
      `routeprint verify-plan --vip 192.0.2.99 --server 192.0.2.67=${MAC}`,
    )
    expect(plan([own('192.0.2.67'), own(undefined, MAC)])).toBe(
      `routeprint verify-plan --vip 192.0.2.99 --server 192.0.2.67=${MAC}`,
    )
    expect(plan([own('2001:db8::67', MAC), own('192.0.2.67')], {}, '2001:db8::99')).toBe(
      `routeprint verify-plan --vip 2001:db8::99 --server 2001:db8::67=${MAC}`,
    )
  })

  it('guesses no card among several, and no server where the host is none', () => {
    const cards = [own('192.0.2.67'), own(undefined, MAC), own(undefined, '00:00:5e:00:53:44')]
    expect(plan(cards)).toBe('routeprint verify-plan --vip 192.0.2.99 --server 192.0.2.67')
    const bare = 'routeprint verify-plan --vip 192.0.2.99'
    expect(plan([own('192.0.2.67', MAC)], { role: 'client' })).toBe(bare)
    expect(plan([])).toBe(bare)
  })

  it('lets nothing of a merged result into a command that is no address', () => {
    expect(plan([own('$(reboot)', '`reboot`')])).toBe('routeprint verify-plan --vip 192.0.2.99')
    expect(plan([own('192.0.2.67', MAC)], {}, '1;reboot')).toBe('route print')
  })
})
