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
  remedies,
} from '../../src/index.js'
import { commandsOf } from '../../src/remedies/dialects/index.js'
import { targetOf } from '../../src/remedies/fault.js'

/** What is expected of one finding; only the fields that are given are compared. */
export interface ExpectedFinding {
  readonly rule: string
  readonly severity: string
  readonly clusterAddress?: string
  readonly input?: string
  readonly line?: number
  readonly row?: string
  /** `line:column-line:column`, end exclusive. */
  readonly span?: string
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
  /** What the first remedy must be, where the finding is about a row to delete, or about an entry. */
  readonly delete?: ExpectedRemedy
  readonly remedy?: ExpectedRemedy
  /** The first remedy must be an advice. */
  readonly advice?: string
}

export interface ExpectedRemedy {
  readonly command: string
  readonly argv?: readonly string[]
  /** Texts that must be offered beside it. */
  readonly alternatives?: readonly string[]
  readonly documented?: string
  readonly undo?: string
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
      const wrong = [...best.differences, ...remedyProblems(best.finding, wanted, { one, host })]
      problems.push(...wrong.map((text) => `${wanted.rule}: ${text}`))
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
  const actual: Record<Exclude<keyof ExpectedFinding, 'advice' | 'delete' | 'remedy'>, unknown> = {
    rule: finding.rule,
    severity: finding.level,
    clusterAddress: finding.vip,
    input: first?.file,
    line: first?.span.line,
    row: first?.text,
    span: spanText(finding),
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
    const have = actual[key as keyof typeof actual]
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

/** In which ways the remedies of a finding are not those that the case expects. */
function remedyProblems(
  finding: Finding,
  wanted: ExpectedFinding,
  { one, host }: Pick<Judged, 'one' | 'host'>,
): string[] {
  const given = remedies(finding, host)
  const [first] = given
  if (wanted.advice !== undefined)
    return first?.kind === 'advice' ? [] : [`the first remedy is ${first?.command}, not advice`]
  const want = wanted.delete ?? wanted.remedy
  if (want === undefined) return []
  const offered = given.map(({ command }) => command)
  const compared = [
    ['command', first?.command, want.command],
    ['argv', first?.argv, want.argv ?? want.command.split(' ')],
    ['documented', first?.documented, want.documented ?? first?.documented],
    ['undo', first?.undo, want.undo ?? first?.undo],
  ] as const
  return [
    ...compared
      .filter(([, have, expected]) => JSON.stringify(have) !== JSON.stringify(expected))
      .map(
        ([what, have, expected]) =>
          `${what} is ${JSON.stringify(have)}, not ${JSON.stringify(expected)}`,
      ),
    ...(want.alternatives ?? [])
      .filter((text) => !offered.includes(text))
      .map((text) => `"${text}" is not offered`),
    ...protectedHits(finding, { one, host }),
  ]
}

/** The delete commands of a finding that would take a protected row. */
function protectedHits(finding: Finding, { one, host }: Pick<Judged, 'one' | 'host'>): string[] {
  const commands = commandsOf(host)
  const target = commands === undefined ? undefined : targetOf({ finding, host, commands })
  if (commands === undefined || target === undefined) return []
  const rows = host.captures.flatMap((capture) =>
    capture.kind === 'routes'
      ? capture.records.filter((row) =>
          one.expect.protected?.some(
            ({ input, line }) => input === capture.file && line === row.span.line,
          ),
        )
      : [],
  )
  return remedies(finding, host).flatMap(({ argv, command }) => {
    const selects = argv === undefined ? undefined : commands.reads(argv, target)
    return rows
      .filter((row) => selects?.(row))
      .map((row) => `${command} takes the protected row of line ${row.span.line}`)
  })
}

function spanText(finding: Finding): string | undefined {
  const span = finding.at[0]?.span
  return span && `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`
}
