import { isDeepStrictEqual } from 'node:util'
import { lineRoles, message, type ParseOptions, parse, type Span } from '../../src/index.js'

/** Promises that reading a text breaks, in words; empty where it keeps them all. */
export function brokenPromises(text: string, options: ParseOptions): string[] {
  const broken: string[] = []
  const captures = parse(text, options)
  const roles = lineRoles(text, options)
  const ends = lineEnds(text)
  let total = 0
  for (const capture of captures) {
    const { records, diagnostics, lines } = capture
    const { record, heading, blank, outside, unparsed } = lines
    if (record + heading + blank + outside + unparsed !== lines.total)
      broken.push(`the account ${JSON.stringify(lines)} does not add up`)
    total += lines.total
    for (const { span } of [...records, ...(capture.interfaces ?? []), ...diagnostics])
      broken.push(...faults(span, ends))
    for (const one of diagnostics) if (/[\n\r]/.test(message(one))) broken.push(message(one))
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(capture)), capture))
      broken.push(`${JSON.stringify(capture).slice(0, 300)} is not plain data`)
  }
  if (roles.length !== total) broken.push(`${roles.length} roles for ${total} lines`)
  const count = ends.length
  if (text !== '' && text !== '\ufeff' && total !== count)
    broken.push(`${total} of ${count} lines accounted for`)
  return broken
}

/** How long each line of a text is, told apart as the contract says. */
export function lineEnds(text: string): number[] {
  const lines = text.split(/\r{0,7}\r\n|\r|[\n\v\f\u2028\u2029]/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.length)
}

function faults(span: Span, ends: readonly number[]): string[] {
  const { line, column, endLine, endColumn } = span
  const shown = JSON.stringify(span)
  if (![line, column, endLine, endColumn].every((n) => Number.isSafeInteger(n) && n >= 1))
    return [`${shown} counts from 1`]
  if (endLine < line || (endLine === line && endColumn < column)) return [`${shown} ends first`]
  const last = Math.max(ends.length, 1)
  if (endLine > last) return [`${shown} ends behind line ${last}`]
  // One more for the end, one for a byte order mark.
  if (column > (ends[line - 1] ?? 0) + 2 || endColumn > (ends[endLine - 1] ?? 0) + 2)
    return [`${shown} lies outside its line`]
  return []
}
