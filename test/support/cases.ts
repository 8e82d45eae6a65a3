import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Analysis,
  analyze,
  type Finding,
  type Host,
  type HostFacts,
  type Policy,
  readHost,
} from '../../src/index.js'

/** What is expected of one finding; only the fields that are given are compared. */
export interface ExpectedFinding {
  readonly rule: string
  readonly severity: string
  readonly clusterAddress?: string
  readonly input?: string
  readonly line?: number
  readonly row?: string
  readonly route?: string
  readonly gateway?: string | null
  readonly interface?: string
  readonly table?: string
  readonly deletable?: boolean
  readonly lanOverlap?: string
  readonly maskInferred?: boolean
  readonly reasonForSeverity?: string
  readonly alsoSeenIn?: readonly string[]
  readonly prefixLength?: number
  readonly mac?: string
  readonly macs?: readonly string[]
  readonly server?: string
  readonly message?: string
  readonly stolen?: string
  readonly candidates?: readonly string[]
  readonly policyRules?: boolean
}

/** A host, what it is asked about, and what must be found: see fixtures/README.md. */
export interface Case {
  readonly id: string
  readonly title: string
  readonly host: Omit<HostFacts, 'name'>
  readonly cluster: { readonly addresses: readonly string[] }
  readonly inventory?: NonNullable<Policy['inventory']>
  readonly inputs: readonly {
    readonly name: string
    readonly command: string
    readonly file?: string
    readonly text?: string
  }[]
  readonly expect: {
    readonly findings: readonly ExpectedFinding[]
    readonly exact?: boolean
    readonly absent?: readonly string[]
    readonly protected?: readonly {
      readonly input: string
      readonly line: number
      readonly row: string
    }[]
  }
}

/** A case with the host as read and what the analyzer says of it. */
export interface Judged {
  readonly one: Case
  readonly host: Host
  readonly analysis: Analysis
}

/** Every case of a folder, judged when asked. */
export function loadCases(folder: string): { readonly id: string; readonly judge: () => Judged }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => ({
    id: file.slice(0, -5),
    judge: () => judge(join(folder, file)),
  }))
}

function judge(path: string): Judged {
  // Our own files, or a folder in the form that fixtures/README.md describes.
  const one = JSON.parse(readFileSync(path, 'utf8')) as Case
  const host = readHost(
    { name: one.id, ...one.host },
    one.inputs.map(({ name, command, file, text }) => ({
      file: name,
      command,
      text: text ?? readFileSync(join(dirname(path), file ?? name), 'utf8'),
    })),
  )
  const policy: Policy = {
    vips: one.cluster.addresses,
    ...(one.inventory === undefined ? {} : { inventory: one.inventory }),
  }
  return { one, host, analysis: analyze(host, policy) }
}

/** In which ways the findings are not those that the case expects; empty where they are. */
export function problemsOf({ one, analysis, host }: Judged): string[] {
  const { expect } = one
  const left = [...analysis.findings]
  const problems: string[] = []
  for (const wanted of expect.findings) {
    const ranked = left
      .filter((finding) => finding.rule === wanted.rule)
      .map((finding) => ({ finding, differences: differences(finding, wanted, host) }))
      .sort((a, b) => a.differences.length - b.differences.length)
    const best = ranked[0]
    if (best === undefined) problems.push(`no ${wanted.rule}`)
    else {
      problems.push(...best.differences.map((text) => `${wanted.rule}: ${text}`))
      left.splice(left.indexOf(best.finding), 1)
    }
  }
  for (const finding of left) {
    if (expect.exact && finding.level !== 'info') problems.push(`not expected: ${brief(finding)}`)
    if (expect.absent?.includes(finding.rule)) problems.push(`must be absent: ${brief(finding)}`)
  }
  for (const finding of analysis.findings)
    for (const row of expect.protected ?? [])
      if (finding.rule === 'extra-network-route' && isAt(finding, row))
        problems.push(`protected: ${brief(finding)}`)
  return problems
}

function isAt(finding: Finding, row: { input: string; line: number }): boolean {
  const [first] = finding.at
  return first?.file === row.input && first.span.line === row.line
}

function brief(finding: Finding): string {
  const [first] = finding.at
  return `${finding.level}[${finding.rule}] ${finding.message} (${first?.file}:${first?.span.line})`
}

function differences(finding: Finding, wanted: ExpectedFinding, host: Host): string[] {
  const { route, address, neighbor } = finding
  const [first] = finding.at
  const prefixLength = address?.prefixLength
  const actual: Record<keyof ExpectedFinding, unknown> = {
    rule: finding.rule,
    severity: finding.level,
    clusterAddress: finding.vip,
    input: first?.file,
    line: first?.span.line,
    row: first?.text,
    route: route?.destination,
    gateway: gatewayWord(finding, host),
    interface: route?.interface ?? address?.interface ?? neighbor?.interface,
    table: route?.table,
    deletable: finding.deletable,
    lanOverlap: finding.lanOverlap,
    maskInferred: finding.maskInferred,
    reasonForSeverity: finding.because,
    alsoSeenIn: finding.alsoSeenIn,
    prefixLength,
    mac: neighbor?.mac,
    macs: finding.macs,
    server: finding.server,
    message: finding.message,
    stolen: finding.stolen?.summary,
    candidates: finding.candidates,
    policyRules: finding.policyRules,
  }
  return Object.entries(wanted).flatMap(([key, want]) => {
    if (!(key in actual)) return []
    const have = actual[key as keyof ExpectedFinding]
    return JSON.stringify(have) === JSON.stringify(want)
      ? []
      : [`${key} is ${JSON.stringify(have)}, not ${JSON.stringify(want)}`]
  })
}

/** The gateway as cases write it: null where the row has none, `On-link` for Windows' word in any language. */
function gatewayWord(finding: Finding, host: Host): string | null | undefined {
  const gateway = finding.route?.gateway
  if (gateway === undefined) return undefined
  if (gateway.kind === 'address') return gateway.address
  if (gateway.kind === 'link') return gateway.link
  return gateway.kind === 'onlink' && host.platform === 'windows' ? 'On-link' : null
}
