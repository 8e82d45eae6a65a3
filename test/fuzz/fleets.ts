import { analyzer } from '../../src/analyze/analyze.js'
import { analyzeFleet } from '../../src/analyze/analyze-fleet.js'
import { judgeOf } from '../../src/cli/judge.js'
import { analyze, type Policy, readHost } from '../../src/index.js'
import { report } from '../../src/report/index.js'
import { crowdedHosts, vip } from '../support/crowded-hosts.js'
import { list, type Subject, subject } from './measure.js'

/** What grows with the number of hosts, cluster addresses, waivers and servers together. */
export function fleets(): Subject[] {
  return [...policies(), ...judgements()]
}

/** Hosts that are held against as many cluster addresses as they have lines. */
function policies(): Subject[] {
  return [...crowdedHosts].flatMap(([name, make]) => {
    const made = (length: number) => {
      const { text, facts, policy } = make(list(length, () => 0).length)
      return { host: readHost({ name: 'web1', ...facts }, [{ text, file: 'web1/a.txt' }]), policy }
    }
    return [
      subject(`analyze ${name} for as many cluster addresses`, (length) => {
        const { host, policy } = made(length)
        return () => analyze(host, policy)
      }),
      subject(`report of ${name} for as many cluster addresses`, (length) => {
        const { host, policy } = made(length)
        const analysis = analyze(host, policy)
        return () => report([analysis], { format: 'html' })
      }),
    ]
  })
}

const TABLE = `default via 192.0.2.1 dev eth0
local 192.0.2.99 dev lo table local scope host
local 192.0.2.0/24 dev lo table local scope host
`
const host = (name: string, text = TABLE) =>
  readHost({ name, platform: 'linux' }, [{ text, file: `${name}/ip_route` }])

/** Waivers, patterns and backends of as many hosts. */
function judgements(): Subject[] {
  const many = (length: number) => list(length, (i) => host(`web${i}`))
  const waived: Readonly<Record<string, (i: number) => object>> = {
    hosts: (i) => ({ host: `web${i}` }),
    'patterns of hosts': (i) => ({ host: `web${i}*` }),
    'ends of hosts': (i) => ({ host: `*b${i}` }),
    'other hosts': (i) => ({ host: `db${i}` }),
    'cluster addresses': (i) => ({ vip: vip(i) }),
  }
  return [
    ...Object.entries(waived).map(([name, what]) =>
      subject(`analyze hosts with waivers of ${name}`, (length) => {
        const hosts = many(length)
        const waivers = list(length, (i) => ({
          rule: 'extra-network-route',
          reason: 'known',
          until: '2999-01-01',
          ...what(i),
        }))
        const policy: Policy = { vips: ['192.0.2.99'], waivers, today: '2026-01-01' }
        return () => hosts.map(analyzer(policy))
      }),
    ),
    subject('judge hosts of as many patterns', (length) => {
      const hosts = list(length, (i) => ({ name: `web${i}*`, version: String(i) }))
      const standards = { policy: { vips: ['192.0.2.99'] }, hosts, facts: {} }
      const found = list(length, (i) => ({
        facts: { name: `web${i}` },
        captures: [{ text: TABLE, file: 'a', encoding: 'utf-8', diagnostics: [] }],
      }))
      return () => found.map(judgeOf(standards))
    }),
    ...(['names', 'patterns'] as const).map((kind) =>
      subject(`a fleet with backends by ${kind}`, (length) => {
        const text = 'local 127.0.0.1 dev lo table local scope host\n'
        const backends = list(length, (i) => ({
          vip: vip(i),
          servers: [`web${i}`, `web${i + 1}`, `web${i + 2}`].map((one) =>
            kind === 'names' ? one : `${one}-*`,
          ),
        }))
        const policy: Policy = { vips: backends.map((one) => one.vip), backends }
        const analyses = list(length, (i) => {
          const name = kind === 'names' ? `web${i}` : `web${i}-a`
          return analyze(host(name, `${text}local ${vip(i)} dev lo table local scope host\n`), {
            vips: [vip(i)],
          })
        })
        return () => analyzeFleet(analyses, policy)
      }),
    ),
  ]
}
