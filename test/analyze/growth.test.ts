import { describe, expect, it } from 'vitest'
import {
  analyze,
  type Host,
  type HostFacts,
  type Policy,
  readHost,
  remedies,
} from '../../src/index.js'
import { report } from '../../src/report/index.js'
import { crowdedHosts } from '../support/crowded-hosts.js'
import { faultyHosts } from '../support/faulty-hosts.js'

const LENGTH = 20_000
const COUNT = 200
/** What twice the text may cost. */
const MOST = 2.4

interface Judged {
  readonly facts?: Partial<HostFacts> | undefined
  readonly policy?: Partial<Policy> | undefined
  readonly texts: readonly string[]
}

/** How often a record of the host is looked into while its faults are found and told. */
function looksAt({ facts, policy, texts }: Judged): number {
  let looks = 0
  const counted = <T extends object>(record: T): T =>
    new Proxy(record, {
      get: (target, key) => {
        looks++
        return Reflect.get(target, key)
      },
    })
  const inputs = texts.map((text, i) => ({ text, file: `web1/${i}` }))
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
    const looks = (length: number) => looksAt({ ...host, texts: host.texts(length) })
    expect(looks(2 * least) / looks(least)).toBeLessThan(MOST)
  })
})

describe('a host that is held against twice as many cluster addresses costs twice as much', () => {
  it.each([...crowdedHosts])('with %s', (_, make) => {
    const looks = (count: number) => {
      const { text, ...judged } = make(count)
      return looksAt({ ...judged, texts: [text] })
    }
    expect(looks(2 * COUNT)).toBeLessThanOrEqual(MOST * looks(COUNT))
  })
})
