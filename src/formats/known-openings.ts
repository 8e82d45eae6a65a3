import { commandOf, type PromptLine } from '../text/noise.js'
import type { Row } from '../text/row.js'
import { programs } from './detect.js'
import type { Format } from './format.js'
import { formats } from './index.js'
import { Opening } from './opening.js'

/** Lines with words that may stand before a heading. */
const MOST_LINES = 3
const LONGEST_HEADING = 120

/** What the first lines of an output leave no doubt about. */
export interface Opened {
  readonly format: Format
  /** What told it, for people. */
  readonly reason: string
  /** A heading, which also says that lines carry no mark. */
  readonly isHeading: boolean
  readonly prompt: PromptLine | undefined
}

interface KnownRow {
  readonly format: Format
  readonly text: string
  readonly opening: Opening
}

/** A heading with the format whose own it is, or with the rows below it that tell. */
interface KnownHeading {
  readonly words: readonly string[]
  readonly text: string
  readonly format: Format | undefined
  readonly rows: KnownRow[]
}

interface Index {
  /** By the first character and the number of words. */
  readonly headings: ReadonlyMap<number, readonly KnownHeading[]>
  readonly rows: readonly KnownRow[]
}

let made: Index | undefined

/** What all formats declare, made on first use. */
function index(): Index {
  made ??= makeIndex()
  return made
}

function makeIndex(): Index {
  const byText = new Map<string, KnownHeading>()
  const rows: KnownRow[] = []
  const heading = (text: string, format?: Format) => {
    const known = byText.get(text) ?? { text, words: text.split(' '), format, rows: [] }
    byText.set(text, known)
    return known
  }
  for (const format of formats) {
    for (const text of format.headings ?? []) heading(text, format)
    for (const { heading: above, rows: texts } of format.openings ?? []) {
      const list = above === undefined ? rows : heading(above).rows
      for (const text of texts) list.push({ format, text, opening: new Opening(text) })
    }
  }
  const headings = new Map<number, KnownHeading[]>()
  for (const known of byText.values()) {
    const key = keyOf(known.text.charCodeAt(0), known.words.length)
    headings.set(key, [...(headings.get(key) ?? []), known])
  }
  return { headings, rows }
}

function keyOf(code: number, words: number): number {
  return code * LONGEST_HEADING + words
}

/** The format whose own heading or row stands in the first lines of a text; undefined where none does. */
export function openedBy(row: Row, text: string, from: number): Opened | undefined {
  let prompt: PromptLine | undefined
  let at = from
  for (let seen = 0; seen < MOST_LINES && at < text.length; ) {
    at = row.load(text, at)
    if (row.count === 0) continue
    const opened = byHeading(row, text, at) ?? (seen === 0 ? byRow(row, index().rows) : undefined)
    if (opened !== undefined) return { ...opened, prompt }
    const command = commandOf(row, programs())
    // What stands above a command line is another output.
    if (command !== undefined && seen > 0) return undefined
    if (command === undefined) seen++
    else prompt = command
  }
  return undefined
}

type Told = Omit<Opened, 'prompt'>

function byRow(row: Row, rows: readonly KnownRow[]): Told | undefined {
  for (const { format, text, opening } of rows)
    if (opening.matches(row))
      return { format, reason: `the first row is its own: ${text}`, isHeading: false }
  return undefined
}

function byHeading(row: Row, text: string, next: number): Told | undefined {
  if (row.lineEnd - row.lineStart > LONGEST_HEADING) return undefined
  for (const known of index().headings.get(keyOf(row.code(0), row.count)) ?? []) {
    if (!isHeading(row, known.words)) continue
    const { format, rows } = known
    if (format !== undefined)
      return { format, reason: `the heading "${known.text}" is its own`, isHeading: true }
    let at = next
    do at = row.load(text, at)
    while (row.count === 0 && at < text.length)
    return byRow(row, rows)
  }
  return undefined
}

function isHeading(row: Row, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (!row.is(i, words[i] ?? '')) return false
  return true
}
