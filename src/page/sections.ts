import { programs } from '../formats/detect.js'
import { promptCommand } from '../text/noise.js'

/** For each line of a text the one it belongs to; undefined where nothing before it says so. */
export type Owners = readonly (string | undefined)[]

/** A text in lines, as the readers count them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

/**
 * The hosts that the lines of a text belong to, where it names several: by the mark before every line, by the headings
 * of fleet tools, or by the prompts before commands. Undefined for the text of one host.
 */
export function hostsOfLines(lines: readonly string[]): Owners | undefined {
  const owners = byMark(lines) ?? byHeading(lines)
  return owners === undefined || new Set(owners.filter(Boolean)).size < 2 ? undefined : owners
}

/**
 * The text of each owner. The lines of the others stay as blank ones, so that places in it are those in the whole;
 * what stands before the first name goes with the first.
 */
export function textsOf(lines: readonly string[], owners: Owners): Map<string, string> {
  const first = owners.find((one) => one !== undefined) ?? ''
  const texts = new Map<string, string>()
  for (const name of new Set(owners.map((one) => one ?? first))) {
    const mark = blankOf(lines, owners, name)
    const own = lines.map((line, i) => ((owners[i] ?? first) === name ? line : mark))
    texts.set(name, own.join('\n'))
  }
  return texts
}

const MARK = /^\[?([A-Za-z][\w.-]{0,62})\]?(?::|[ \t]\|)(?=[ \t]|$)/
/** Tables have at least this many lines; words before a colon that differ from line to line are no hosts. */
const LEAST_LINES = 3
const MOST_OTHERS = 0.1

/** `web1: 0.0.0.0 …`, as pdsh, clush and xargs --tag write it. */
function byMark(lines: readonly string[]): Owners | undefined {
  const owners = lines.map((line) => MARK.exec(line)?.[1])
  const filled = lines.filter((line) => line.trim() !== '').length
  const marked = owners.filter((one) => one !== undefined).length
  const names = new Set(owners.filter((one) => one !== undefined)).size
  const isMarked = names > 1 && marked >= names * LEAST_LINES
  return isMarked && filled - marked <= filled * MOST_OTHERS ? owners : undefined
}

/** Where every line has a mark, a blank one must have it too: the readers take it off all lines or none. */
function blankOf(lines: readonly string[], owners: Owners, name: string): string {
  const at = owners.indexOf(name)
  const mark = MARK.exec(lines[at] ?? '')
  return mark?.[1] === name && owners.every((one, i) => one !== name || MARK.test(lines[i] ?? ''))
    ? mark[0]
    : ''
}

/** Headings of fleet tools: Ansible ad hoc and in a play, pssh. */
const HEADINGS = [
  /^([\w.-]+) \| (?:CHANGED|SUCCESS|FAILED|UNREACHABLE)\b/,
  /^(?:ok|changed): \[([\w.-]+)\]/,
  /^\[\d+\] \d\d:\d\d:\d\d \[(?:SUCCESS|FAILURE)\] ([\w.-]+)/,
] as const

const RULE = /^-{4,}$/
const NAME = /^[A-Za-z][\w.-]{0,62}$/
/** What a prompt with a host in it begins with; most lines are passed over by it. */
const PROMPT = /^(?:\[?[\w.-]+@[\w.-]+|[A-Za-z][\w.-]{0,62}(?::\S{0,100})?\s?[#$%>]\s)/

function byHeading(lines: readonly string[]): Owners {
  let owner: string | undefined
  return lines.map((line, i) => {
    owner = headingOf(line, lines[i + 1], lines[i + 2]) ?? promptOf(line) ?? owner
    return owner
  })
}

function headingOf(line: string, next = '', afterNext = ''): string | undefined {
  for (const heading of HEADINGS) {
    const name = heading.exec(line)?.[1]
    if (name !== undefined) return name
  }
  // clush -b and dshbak -c put the name between two rules.
  const isFramed = RULE.test(line) && RULE.test(afterNext) && NAME.test(next)
  return isFramed ? next : undefined
}

function promptOf(line: string): string | undefined {
  return PROMPT.test(line) ? promptCommand(line, programs())?.host : undefined
}
