/**
 * What stands before every line of a pasted or collected capture and is no part of it: mail quoting, host names of
 * fleet tools, line numbers, time stamps.
 */

/** How to take the mark off a line, and the mark as a reader would name it. */
export interface Peel {
  /** Prefix that the line begins with; '' where this line has none. */
  prefixOf(line: string): string
  readonly shown: string
  /** The host that the mark names. */
  readonly host?: string
}

const QUOTE = /^(?:[ \t]*[>|])+[ \t]?/
const HOST = /^(?:\[?([A-Za-z][\w.-]{0,62})\]?(?::|[ \t]\|)(?:[ \t]|$))/
const STAMP =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?|\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?)[ \t]+/
const NUMBER = /^[ \t]*\d{1,7}(?::|[ \t]|→)[ \t]?/
/** Rows that begin with a number of their own: `ip -o link`, `ip -o addr` and `ip rule`. */
const OWN_NUMBER =
  /^[ \t]*\d{1,10}:[ \t]+(?:\S+:[ \t]+<|\S+[ \t]+inet6?[ \t]|(?:not[ \t]+)?from[ \t])/
const PLUS = /^[+] ?/

/** Numbers of two lines are less than this apart. */
export const MOST_STEP = 4

/** The part of lines that must carry a mark before it counts as one. */
const MOST = 0.9

/** The mark that (nearly) all lines share; undefined where they share none. */
export function findPeel(lines: readonly string[]): Peel | undefined {
  if (lines.length < 2) return linePeel(lines[0] ?? '')
  return (
    patternPeel(lines, QUOTE, '> ') ??
    hostPeel(lines) ??
    patternPeel(lines, STAMP, 'a time stamp') ??
    numberPeel(lines) ??
    patternPeel(lines, PLUS, '+')
  )
}

/** The mark of a text of a single line, which holds data in brackets: a quote, or a host where a bracket follows. */
function linePeel(line: string): Peel | undefined {
  const mark = QUOTE.exec(line)?.[0] ?? HOST.exec(line)?.[0]
  if (mark === undefined || !/^[[{]/.test(line.slice(mark.length))) return undefined
  return patternPeel([line], QUOTE, '> ') ?? hostPeel([line, line])
}

/** How many of so many lines may lack the mark that the others share. */
export function mostUnmarked(lines: number): number {
  return Math.floor(lines * (1 - MOST) + EPSILON)
}

/** True where enough lines pass a test; stops at the first line that is one too many. */
function mostly(lines: readonly string[], test: (line: string) => boolean): boolean {
  let left = mostUnmarked(lines.length)
  for (const line of lines) if (!test(line) && --left < 0) return false
  return true
}

/** 30 × 0.1 is 2.9999… in binary. */
const EPSILON = 1e-9

function patternPeel(lines: readonly string[], pattern: RegExp, shown: string): Peel | undefined {
  if (!mostly(lines, (line) => pattern.test(line))) return undefined
  return { prefixOf: (line) => pattern.exec(line)?.[0] ?? '', shown }
}

/** Solaris' `route -p show` begins its lines with this word. */
const SAVED = 'persistent'

/** `web01: …` counts only where every line names the same host: rows of a table differ in their first cell. */
function hostPeel(lines: readonly string[]): Peel | undefined {
  const first = firstMatch(lines)
  const host = first?.[1]
  if (first === undefined || host === undefined || host === SAVED) return undefined
  const mark = first[0].trimEnd()
  if (lines.length < 2 || !mostly(lines, (line) => line.startsWith(mark))) return undefined
  return {
    prefixOf: (line) => (line.startsWith(mark) ? (HOST.exec(line)?.[0] ?? mark) : ''),
    shown: mark,
    host,
  }
}

/** The first host mark, looked for no further than where too many lines lack one. */
function firstMatch(lines: readonly string[]): RegExpExecArray | undefined {
  const most = mostUnmarked(lines.length)
  for (let i = 0; i <= most && i < lines.length; i++) {
    const match = HOST.exec(lines[i] ?? '')
    if (match !== null) return match
  }
  return undefined
}

/** Line numbers rise by one from line to line; the first cells of rows do not. */
function numberPeel(lines: readonly string[]): Peel | undefined {
  if (lines.length < 4 || !mostly(lines, (line) => NUMBER.test(line))) return undefined
  let previous: number | undefined
  let steps = 0
  for (const line of lines) {
    const match = NUMBER.exec(line)
    const number = match === null ? undefined : Number.parseInt(match[0], 10)
    if (
      number !== undefined &&
      previous !== undefined &&
      number > previous &&
      number < previous + MOST_STEP
    )
      steps++
    previous = number
  }
  if (lines.some((line) => OWN_NUMBER.test(line))) return undefined
  if (steps < (lines.length - 1) * MOST) return undefined
  return { prefixOf: (line) => NUMBER.exec(line)?.[0] ?? '', shown: 'a line number' }
}
