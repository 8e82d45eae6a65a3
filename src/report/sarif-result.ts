import { once } from '../analyze/once.js'
import type { Place } from '../model/finding.js'
import type { Span } from '../model/span.js'
import { forMarkdown, linesForTerminal, markdownCode } from './escape.js'
import { excerpt } from './excerpt.js'
import type { GoneFinding, ReportedFinding, ReportedHost } from './model.js'
import { type RuleTable, sarifLevel } from './sarif-rules.js'
import { relativeUri } from './uri.js'
import { UNPROVEN } from './words.js'

/** What a result is made with besides its finding. */
export interface ResultContext {
  readonly rules: RuleTable
  readonly host: ReportedHost | undefined
}

/** A finding as a result of SARIF. */
export function sarifResult(finding: ReportedFinding, { rules, host }: ResultContext) {
  const { rule, level, at, fingerprint, drift } = finding
  const [first, ...witnesses] = at
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf.get(rule) ?? -1,
    level: sarifLevel(level),
    ...(drift === undefined ? {} : { baselineState: drift }),
    message: messageOf(finding),
    locations: [
      { ...primary(first, host), logicalLocations: [{ name: linesForTerminal(finding.host) }] },
    ],
    ...(witnesses.length === 0 ? {} : { relatedLocations: witnesses.map(related) }),
    partialFingerprints: fingerprintsOf(fingerprint),
    properties: propertiesOf(finding),
  }
}

/** A finding of the baseline that is there no more, which has no place any more either. */
export function absentResult(gone: GoneFinding, { rules }: Pick<ResultContext, 'rules'>) {
  const { rule, level, host, message, fingerprint, unproven } = gone
  const text = [message, ...(unproven ? [UNPROVEN] : [])]
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf.get(rule) ?? -1,
    level: sarifLevel(level),
    baselineState: 'absent',
    message: { text: text.map(sarifText).join('.\n') },
    locations: [{ logicalLocations: [{ name: linesForTerminal(host) }] }],
    partialFingerprints: fingerprintsOf(fingerprint),
    properties: { host },
  }
}

/** GitHub tells old results from new ones by the first alone. */
function fingerprintsOf(fingerprint: string) {
  return { primaryLocationLineHash: `${fingerprint}:1`, 'routeprint/v1': fingerprint }
}

/** A row; or the first capture of the host, where the fault is that something is not there. */
function primary(place: Place | undefined, host: ReportedHost | undefined) {
  if (place !== undefined) return locationOf(place)
  const file = host && firstFile(host)
  return file === undefined ? {} : { physicalLocation: fileLocation(file) }
}

const firstFile = /* @__PURE__ */ once(
  ({ captures }: ReportedHost) => captures.find((capture) => capture.file !== undefined)?.file,
)

function related(place: Place, index: number) {
  const note = place.note ?? 'see also'
  return { id: index + 1, ...locationOf(place), message: { text: sarifText(note) } }
}

function locationOf({ file, span, text }: Place) {
  if (file === undefined) return {}
  const region = { ...regionOf(span), snippet: { text: linesForTerminal(text) } }
  return { physicalLocation: { ...fileLocation(file), region } }
}

/** Where a file is, by the folder that paths were given from. */
export function fileLocation(file: string) {
  return { artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' } }
}

/** A span as a region, whose lines and columns begin with 1. */
export function regionOf({ line, column, endLine, endColumn }: Span) {
  const startLine = Math.max(1, line)
  return {
    startLine,
    startColumn: Math.max(1, column),
    endLine: Math.max(startLine, endLine),
    endColumn: Math.max(1, endColumn),
  }
}

/** Plain text of a message: braces would be its arguments, and `](` a link. */
export function sarifText(text: string): string {
  return linesForTerminal(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}

function messageOf({ message, stolen, remedies, at }: ReportedFinding) {
  const steps = remedies.filter(({ instead }) => instead === undefined)
  const taken = stolen?.summary
  const text = [
    message,
    ...(taken === undefined ? [] : [`Stolen: ${taken}`]),
    ...steps.map(({ title, command }) => (command === undefined ? title : `${title}: ${command}`)),
  ]
  const [place] = at
  const markdown = [
    `**${forMarkdown(message)}**`,
    ...(place === undefined ? [] : [markdownCode(excerpt(place).row.trim())]),
    ...(taken === undefined ? [] : [`Stolen: ${forMarkdown(taken)}`]),
    ...steps.map(({ title, command }) =>
      command === undefined
        ? forMarkdown(title)
        : `${forMarkdown(title)}: ${markdownCode(command)}`,
    ),
  ]
  return { text: text.map(sarifText).join('.\n'), markdown: markdown.join('\n\n') }
}

/** A remedy is no edit of the captured file, so it stands here and in the message, not among the fixes. */
function propertiesOf({ host, vip, certainty, because, stolen, remedies }: ReportedFinding) {
  return {
    host,
    ...(vip === undefined ? {} : { vip }),
    certainty,
    ...(because === undefined ? {} : { because }),
    ...(stolen === undefined ? {} : { stolen: stolen.summary }),
    remedies,
  }
}
