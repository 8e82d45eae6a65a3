import type { Analysis, Finding } from '../../src/index.js'

/** Everything that an analysis says, as a person reads it. */
export function judgementOf({ findings, waived, ran, skipped, sightings }: Analysis): string {
  return [
    ...findings.flatMap(linesOf),
    ...waived.flatMap(({ finding, reason }) => [`waived, ${reason}:`, ...linesOf(finding)]),
    `ran: ${ran.join(' ')}`,
    ...skipped.map(({ rule, needs }) => `skipped: ${rule} for want of ${needs.join(', ')}`),
    ...Object.entries(sightings).map(([what, seen]) => `${what}: ${JSON.stringify(seen)}`),
    '',
  ].join('\n')
}

function linesOf(finding: Finding): string[] {
  const { rule, level, certainty, vip, message, at, fingerprint, route, neighbor, ...rest } =
    finding
  const { host: _, ...more } = rest
  return [
    `${rule} [${level}, ${certainty}] ${vip ?? 'no cluster address'} (${fingerprint})`,
    `  ${message}`,
    ...at.map(({ file, span, text, note }) => {
      const { line, column, endLine, endColumn } = span
      const place = `${file ?? '-'}:${line}:${column}-${endLine}:${endColumn}`
      return `  at ${place} ${JSON.stringify(text)}${note === undefined ? '' : ` (${note})`}`
    }),
    ...(route === undefined ? [] : [`  route ${JSON.stringify(route)}`]),
    ...(neighbor === undefined ? [] : [`  neighbor ${JSON.stringify(neighbor)}`]),
    ...Object.entries(more).map(([key, value]) => `  ${key} ${JSON.stringify(value)}`),
    '',
  ]
}
