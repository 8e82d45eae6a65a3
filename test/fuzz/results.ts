import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyze, type Finding, readHost, remedyScript, verifyPlan } from '../../src/index.js'
import { Reader } from '../../src/page/hosts.js'
import { emptyQuestion } from '../../src/page/question.js'
import { readFiles } from '../../src/page/read.js'
import { hostsOfLines, linesOf, textsOf } from '../../src/page/sections.js'
import {
  modelOf,
  type ReportedFinding,
  type ReportedHost,
  reportedHost,
  reports,
  withDrift,
} from '../../src/report/index.js'
import { readConfig, readHostLine } from '../../src/snapshot/index.js'
import { cli } from '../support/cli.js'
import { list, type Subject, subject } from './measure.js'

/** What is made of results, configurations and pastes of many hosts. */
export function results(): Subject[] {
  return [...rendered(), ...merged(), ...configured(), ...pasted(), ...scripts()]
}

const TABLE = `default via 192.0.2.1 dev eth0
local 192.0.2.99 dev lo table local scope host
local 192.0.2.0/24 dev lo table local scope host
`

function result(name: string): ReportedHost {
  const inputs = [{ text: TABLE, file: `${name}/ip_route` }]
  const host = readHost({ name, platform: 'linux' }, inputs)
  return reportedHost(analyze(host, { vips: ['192.0.2.99'] }), { tables: true })
}

const web1 = result('web1')
const [fault] = web1.findings
if (fault === undefined) throw new Error('expected a finding to make many of')
const finding = (i: number, more: Partial<Finding> = {}): ReportedFinding => ({
  ...fault,
  fingerprint: i.toString(16).padStart(16, '0'),
  ...more,
})
const capture = web1.captures[0]

/** Results in which one list is as long as it can be. */
const LONG: Readonly<Record<string, (length: number) => readonly object[]>> = {
  hosts: (length) => list(length, (i) => ({ ...web1, name: `web${i}` })),
  'hosts of one name': (length) => list(length, () => web1),
  findings: (length) => [{ ...web1, findings: list(length, (i) => finding(i)) }],
  'findings of rules of their own': (length) => [
    { ...web1, findings: list(length, (i) => finding(i, { rule: `rule-${i}` })) },
  ],
  'findings without a place': (length) => [
    {
      ...web1,
      captures: list(length, () => ({ ...capture, file: undefined })),
      findings: list(length, (i) => finding(i, { at: [] })),
    },
  ],
  'findings in files of their own': (length) => [
    {
      ...web1,
      captures: list(length, (i) => ({ ...capture, file: `${i}` })),
      tables: list(length, (i) => ({ file: `${i}`, format: null, line: 1, text: TABLE })),
      findings: list(length, (i) =>
        finding(i, { at: fault.at.map((one) => ({ ...one, file: `${i}` })) }),
      ),
    },
  ],
  'findings with many places': (length) => [
    { ...web1, findings: [finding(1, { at: list(length, () => fault.at).flat() })] },
  ],
  waivers: (length) => [
    { ...web1, waived: list(length, (i) => ({ finding: finding(i), reason: 'known' })) },
  ],
  'waivers of rules of their own': (length) => [
    {
      ...web1,
      ran: list(length, (i) => `rule-${i}`),
      waived: list(length, (i) => ({ finding: finding(i, { rule: `rule-${i}` }), reason: '' })),
    },
  ],
  'skipped rules': (length) => [
    { ...web1, skipped: list(length, (i) => ({ rule: `rule-${i}`, needs: ['vips'] })) },
  ],
  'reasons of unchecked': (length) => [{ ...web1, unchecked: list(length, (i) => `why ${i}`) }],
  captures: (length) => [{ ...web1, captures: list(length, () => capture) }],
  diagnostics: (length) => [
    {
      ...web1,
      captures: [
        {
          ...capture,
          diagnostics: list(length, (i) => ({
            code: 'empty-capture',
            level: 'error',
            span: { line: i, column: 1, endLine: i, endColumn: 1 },
            args: {},
            message: 'nothing',
          })),
        },
      ],
    },
  ],
}

const before = (length: number) =>
  list(length, (i) => finding(i + 1, { host: `web${i}`, rule: `rule-${i}` }))

function rendered(): Subject[] {
  return Object.entries(LONG).flatMap(([name, make]) =>
    reports.map(({ id, render }) =>
      subject(`${id} report of many ${name}`, (length) => {
        // Cut short where that is of no weight.
        const model = withDrift(modelOf(make(length) as ReportedHost[], []), before(length / 2))
        return () => render(model, { color: false })
      }),
    ),
  )
}

/** A folder with a file; the folder stays where it is until the machine forgets it. */
function folderWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'routeprint-growth-'))
  writeFileSync(join(folder, name), text)
  return folder
}

function merged(): Subject[] {
  const ndjson = (length: number, make: (length: number) => readonly object[]) =>
    make(length)
      .map((one) => `${JSON.stringify({ ...one, tables: undefined })}\n`)
      .join('')
  return Object.entries(LONG).flatMap(([name, make]) => [
    subject(`merge of many ${name}`, (length) => {
      const stdin = ndjson(length, make)
      return () => cli(['merge', '-', '--report', 'json'], { stdin })
    }),
    subject(`merge of many ${name} with a baseline`, (length) => {
      const stdin = ndjson(length, make)
      const cwd = folderWith(
        'old.ndjson',
        `${JSON.stringify({ ...web1, tables: undefined, findings: before(length) })}\n`,
      )
      return () =>
        cli(['merge', '-', '--baseline', 'old.ndjson', '--report', 'json'], { stdin, cwd })
    }),
  ])
}

const address = (i: number) => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`

function configured(): Subject[] {
  const fields: Readonly<Record<string, (length: number) => object>> = {
    addresses: (length) => ({ vips: list(length, address) }),
    'addresses with servers': (length) => ({
      vips: list(length, (i) => ({ address: address(i), servers: [`web${i}`] })),
    }),
    hosts: (length) => ({ hosts: list(length, (i) => ({ name: `web${i}` })) }),
    waivers: (length) => ({
      waivers: list(length, (i) => ({ rule: 'alias-missing', vip: address(i), reason: 'known' })),
    }),
    'waivers of no rule': (length) => ({
      waivers: list(length, (i) => ({ rule: `${i}`, reason: 'known' })),
    }),
    rules: (length) => ({ rules: Object.fromEntries(list(length, (i) => [`${i}`, 'off'])) }),
    'unknown keys': (length) => Object.fromEntries(list(length, (i) => [`${i}`, 1])),
    'wrong types': (length) => ({ vips: list(length, () => 1) }),
    machines: (length) => ({
      inventory: { servers: list(length, (i) => ({ address: address(i) })) },
    }),
  }
  const read = (text: string) => {
    try {
      readConfig(text, 'routeprint.json', ['alias-missing'])
    } catch {
      // What is wrong with it costs as much as what is right.
    }
  }
  return [
    ...Object.entries(fields).map(([name, make]) =>
      subject(`configuration of many ${name}`, (length) => {
        const text = JSON.stringify(make(length), null, 1)
        return () => read(text)
      }),
    ),
    ...['[', '{"a":', '"a":1,', '{', '\\', '"', '[]', '/', '1 '].flatMap((piece) => [
      subject(`configuration of nothing but ${piece}`, (length) => {
        const text = piece.repeat(length / piece.length)
        return () => read(text)
      }),
      subject(`line of a host with ${piece}`, (length) => {
        const text = `{"name":"web1","captures":${piece.repeat(length / piece.length)}`
        return () => readHostLine(text)
      }),
    ]),
    subject('lines of hosts', (length) => {
      const captures = [{ text: TABLE }]
      const stdin = list(length, (i) => `${JSON.stringify({ name: `web${i}`, captures })}\n`).join(
        '',
      )
      return () => cli(['check', '--ndjson', '--vip', '192.0.2.99', '--jobs', '1'], { stdin })
    }),
  ]
}

function scripts(): Subject[] {
  return [
    subject('script of many findings', (length) => {
      const findings = list(length, (i) => finding(i))
      return () => [false, true].map((undo) => remedyScript(findings, { shell: 'sh', undo }))
    }),
    subject('plan for many servers', (length) => {
      const servers = list(length, (i) => ({ address: address(i) }))
      return () => verifyPlan({ platform: 'linux', vip: '192.0.2.99', servers })
    }),
  ]
}

function pasted(): Subject[] {
  const pastes: Readonly<Record<string, (i: number) => object>> = {
    'of one host': () => ({ host: 'web1' }),
    'of hosts of their own': (i) => ({ host: `web${i}` }),
    'of nobody': () => ({ host: '' }),
  }
  const systems = `${TABLE}\n? (192.0.2.99) at 0:0:5e:0:53:1 on en0 ifscope [ethernet]\n`
  return [
    ...Object.entries(pastes).map(([name, what]) =>
      subject(`page with captures ${name}`, (length) => {
        const all = list(length, (i) => ({ name: `${i}`, text: systems, host: '', ...what(i) }))
        return () =>
          new Reader().read({ ...emptyQuestion, pastes: all }, (key) => ({ name: key || 'host' }))
      }),
    ),
    subject('page with the lines of many hosts', (length) => {
      const lines = list(length, (i) => `web${i >> 4} | ${TABLE.split('\n')[i % 3]}`)
      const text = lines.join('\n')
      return () => {
        const own = linesOf(text)
        return textsOf(own, hostsOfLines(own) ?? [])
      }
    }),
    subject('page with files of one name', (length) => {
      const given = list(length, () => ({ path: 'web1/ip_route', file: new Blob([TABLE]) }))
      return () => readFiles(given)
    }),
    subject('page with many files', (length) => {
      const given = list(length, (i) => ({ path: `web${i}/ip_route`, file: new Blob([TABLE]) }))
      return () => readFiles(given)
    }),
  ]
}
