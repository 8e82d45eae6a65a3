import { commandOf } from '../text/noise.js'
import type { Row } from '../text/row.js'
import { programs } from './detect.js'
import type { Format } from './format.js'
import { formats } from './index.js'

/** Lines with words that may stand before a heading which only one format prints. */
const MOST_LINES = 3
const LONGEST = 120

let index: ReadonlyMap<string, Format> | undefined

/** Formats by the headings that they alone print, made on first use. */
function headings(): ReadonlyMap<string, Format> {
  index ??= new Map(
    formats.flatMap((format) =>
      (format.headings ?? []).map((heading) => [heading, format] as const),
    ),
  )
  return index
}

/** The format whose own heading stands in the first lines of a text; undefined where none does. */
export function formatOfHeading(
  row: Row,
  text: string,
  from: number,
): { readonly format: Format; readonly heading: string } | undefined {
  let at = from
  for (let seen = 0; seen < MOST_LINES && at < text.length; ) {
    at = row.load(text, at)
    if (row.count === 0) continue
    if (row.lineEnd - row.lineStart > LONGEST) return undefined
    const heading = row.rest(0)
    const format = headings().get(heading)
    if (format !== undefined) return { format, heading }
    // The command line that stands before the output is not to be lost.
    if (commandOf(row, programs()) !== undefined) return undefined
    seen++
  }
  return undefined
}
