import { describe, expect, it } from 'vitest'
import { analyze, type Host, readHost, remedies } from '../../src/index.js'
import { report } from '../../src/report/index.js'
import { type FaultyHost, faultyHosts } from '../support/faulty-hosts.js'

const LENGTH = 20_000
/** What twice the text may cost. */
const MOST = 2.4

/** How often a record of the host is looked into while its faults are found and told. */
function looksAt({ facts, policy, texts }: FaultyHost, length: number): number {
  let looks = 0
  const counted = <T extends object>(record: T): T =>
    new Proxy(record, {
      get: (target, key) => {
        looks++
        return Reflect.get(target, key)
      },
    })
  const inputs = texts(length).map((text, i) => ({ text, file: `web1/${i}` }))
  const read = readHost({ name: 'web1', ...facts }, inputs)
  const captures = read.captures.map((capture) => ({
    ...capture,
    records: capture.records.map(counted),
    diagnostics: capture.diagnostics.map(counted),
  }))
  // The copies are what they were made of.
  const host = { ...read, captures } as Host
  const analysis = analyze(host, { vips: ['192.0.2.99'], ...policy })
  for (const finding of analysis.findings) remedies(finding, host)
  report([analysis], { format: 'html' })
  return looks
}

describe('a host of twice as many faults costs twice as much', () => {
  it.each(Object.entries(faultyHosts))('of %s', (_, host) => {
    const { least = LENGTH } = host
    expect(looksAt(host, 2 * least) / looksAt(host, least)).toBeLessThan(MOST)
  })
})
