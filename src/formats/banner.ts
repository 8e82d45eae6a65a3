import { commandOf, isFailure } from '../text/noise.js'
import type { Row } from '../text/row.js'
import { programs } from './detect.js'
import type { Source } from './source.js'

/** Lines of a banner that are looked at; a message of the day is a page or two. */
const MOST_LINES = 200

/**
 * Offset of the first command line of a transcript, where all that stands before it is what a log-in prints: words, and
 * lines with one address among them (`IPv4 address for eth0: 192.0.2.67`). Undefined where a line may be a row.
 */
export function bannerEnd(source: Source, from: number): number | undefined {
  const row = source.ahead
  let at = from
  for (let count = 0; count < MOST_LINES && at < source.text.length; count++) {
    const next = source.load(row, at)
    if (row.count > 0) {
      if (commandOf(row, programs()) !== undefined) return at
      if (mayBeRow(row) || isFailure(row.excerpt(MOST_TEXT))) return undefined
    }
    at = next
  }
  return undefined
}

/** True where a command line stands below other lines: such a text is read command by command. */
export function holdsTranscript(
  source: Source,
  row: Row,
  part: { at: number; limit: number },
): boolean {
  let content = 0
  for (let at = part.at; at < part.limit; ) {
    at = source.load(row, at)
    // A cell alone may be a word of a title: Route.
    if (row.count < 2) continue
    if (content > 1 && commandOf(row, programs()) !== undefined) return true
    content++
  }
  return false
}

const MOST_TEXT = 1000

/** True for a line that begins with an address or a word of a table, or that holds several addresses. */
function mayBeRow(row: Row): boolean {
  if (isAddress(row, 0) || row.is(0, 'default') || row.is(0, 'inet') || row.is(0, 'inet6'))
    return true
  let addresses = 0
  for (let i = 1; i < row.count; i++) if (isAddress(row, i)) addresses++
  return addresses > 1
}

function isAddress(row: Row, index: number): boolean {
  const kind = row.kind(index)
  return kind !== 'word' && kind !== 'number' && kind !== 'dash' && kind !== 'none'
}
