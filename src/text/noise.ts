/**
 * Lines that terminals, pagers, mail programs and fleet tools leave around a command's output.
 */

import type { Row } from './row.js'

/** A command line with the prompt that stood before it. */
export interface PromptLine {
  readonly command: string
  /** The host that the prompt names. */
  readonly host?: string
}

/** Prompts of cmd, PowerShell (remote ones too), ESXi, HP-UX, busybox, IRIX' csh, themed shells, and the Unix shells. */
const SHELL_PROMPTS = [
  /^(?:PS )?[A-Za-z]:\\[^>]*>\s*/,
  /^(?:\[(?<host>[\w.-]{1,63})\]: )?PS [^>]*>\s*/,
  /^\[[\w.-]+@(?<host>[\w.-]+):[^\s\]]{0,200}\]\s+/,
  /^[\w.-]+@(?<host>[\w.-]+)\[[^\s\]]{0,200}\]\s*[#$%>]?\s+/,
  /^[~/][\w./~-]{0,100} [#$]\s+/,
  /^(?<host>[A-Za-z][\w.-]{0,62}) \d{1,5}[#$%>]\s+/,
  /^[\u276f\u279c\u03bb]\s+(?:[~/]\S{0,100}\s+)?/,
  /^\[?(?:\([^)]{1,40}\)\s*)?[\w.-]+@(?<host>[\w.-]+)(?:[: ][^#$%>\]]{0,200})?\]?\s?[#$%>]\s*/,
  /^(?<host>[\w][\w.-]{0,62})(?::[^\s#$%>]{0,100})?\s?[#$%>]\s+/,
  /^(?:bash|sh|ksh|zsh)-[\d.]+[#$]\s*/,
  /^[#$%>]+\s+/,
] as const

/** Those, what `set -x` prints, and the marks that collectors put before a command. */
const PROMPTS = [
  ...SHELL_PROMPTS,
  /^[#$%>](?=[a-z/])/,
  /^\++ /,
  /^(?:=+|-+|#+|\*+)>?\s*(?=[A-Za-z/])/,
] as const

const TRAILING_RULE = /\s*(?:=+|-+|#+|\*+|<=+)\s*$/

/** Longest line that can echo a command. */
const LONGEST = 300

/** The command that a line echoes, where its first word is one of `programs`; undefined for every other line. */
export function promptCommand(line: string, programs: ReadonlySet<string>): PromptLine | undefined {
  const text = line.trim()
  if (text.length > LONGEST) return undefined
  if (isCommand(text, programs)) return { command: text }
  for (const prompt of PROMPTS) {
    const match = prompt.exec(text)
    if (match === null) continue
    const command = text.slice(match[0].length).replace(TRAILING_RULE, '')
    if (!isCommand(command, programs, BEHIND_PROMPT)) continue
    const host = match.groups?.['host']
    return host === undefined ? { command } : { command, host }
  }
  return undefined
}

/** True where a line begins with a shell's prompt, whatever stands behind it. */
export function hasPrompt(line: string): boolean {
  return line.length <= LONGEST && SHELL_PROMPTS.some((prompt) => prompt.test(line))
}

/** Longest line, in cells, that is looked at for a command: tables have more only where they were pasted. */
const MOST_CELLS = 40

/** The command that a row echoes; undefined for every other row. */
export function commandOf(row: Row, programs: ReadonlySet<string>): PromptLine | undefined {
  return mayEcho(row, programs) ? promptCommand(row.excerpt(LONGEST + 1), programs) : undefined
}

/** False for rows that surely echo no command: no cell of theirs names a program, alone or behind a prompt or a path. */
function mayEcho(row: Row, programs: ReadonlySet<string>): boolean {
  const cells = Math.min(row.count, MOST_CELLS)
  const sizes = sizesOf(programs)
  for (let i = 0; i < cells; i++) {
    const first = row.code(i) | 32
    const isWord = first >= 97 && first <= 122
    if (isWord && sizes.has(row.size(i), first) && programs.has(programName(row.cell(i))))
      return true
    if (!holdsPrompt(row, i)) continue
    for (const part of row.cell(i).split(/[\\/>#$%\])]/))
      if (programs.has(programName(part))) return true
  }
  return false
}

/** Lengths of the names of programs, with and without `.exe`, by their first letter: most words have another. */
class NameSizes {
  /** A bit for each length. */
  private readonly bits = new Int32Array(26)

  constructor(names: ReadonlySet<string>) {
    for (const name of names) this.add(name.charCodeAt(0) - A, name.length)
  }

  has(size: number, first: number): boolean {
    return size < 32 && ((this.bits[first - A] ?? 0) & (1 << size)) !== 0
  }

  private add(letter: number, size: number): void {
    this.bits[letter] = (this.bits[letter] ?? 0) | (1 << size) | (1 << (size + EXE.length))
  }
}

const A = 97
const EXE = '.exe'

let known: { readonly names: ReadonlySet<string>; readonly sizes: NameSizes } | undefined

function sizesOf(names: ReadonlySet<string>): NameSizes {
  if (known?.names !== names) known = { names, sizes: new NameSizes(names) }
  return known.sizes
}

function programName(text: string): string {
  const lower = text.toLowerCase()
  return lower.endsWith(EXE) ? lower.slice(0, -EXE.length) : lower
}

/** True where a cell has a character that a prompt or a path ends in. */
function holdsPrompt(row: Row, index: number): boolean {
  const { codes } = row
  const end = row.to(index)
  for (let at = row.from(index); at < end; at++) {
    const code = codes[at] ?? 0
    // # $ % ) / > \ ]
    if (
      code < 38
        ? code > 34
        : code === 41 || code === 47 || code === 62 || code === 92 || code === 93
    )
      return true
  }
  return false
}

const COMMAND =
  /^(?:(?:sudo|time|busybox|toybox|LC_ALL=\S+|LANG=\S+)\s+)*(?:\S*[\\/])?(\w[\w-]*)(?:\.exe)?(?:$|\s+(.*))/i

const ARGUMENTS = /^[-/\w.:*@|>&'" =,]+$/
/** A prompt leaves no doubt, so the line may hold what shells have besides: script blocks, variables, wildcards. */
const BEHIND_PROMPT = /^[-/\w.:*@|>&'" =,?$(){}[\]%;+!~\\]+$/

/** A command line is a known program with arguments that no table row has: options, verbs, paths, pipes. */
function isCommand(text: string, programs: ReadonlySet<string>, allowed = ARGUMENTS): boolean {
  const match = COMMAND.exec(text)
  const program = match?.[1] ?? ''
  // Windows takes its programs in any case; `IP` in capitals is a word, `ip` a program of Linux.
  const name = program.length > 2 ? program.toLowerCase() : program
  if (match === null || !programs.has(name)) return false
  const rest = match[2] ?? ''
  // "Route Tree for Protocol Family 2:" is a title, "route to: 192.0.2.1" a label.
  return rest === '' || (!/:$|^\w+:\s/.test(rest) && allowed.test(rest))
}

const PROMPT_ONLY =
  /^(?:(?:PS )?[A-Za-z]:\\[^>]*>|PS [^>]*>|\[?[\w.-]+@[\w.-]+[^#$%>]{0,100}[#$%>]|[\w.-]+[#$%>]|[#$%>]|bash-[\d.]+[#$])$/

const PAGER = /^(?:-+\s?more\s?-+.*|--more--.*|\(END\)|:|lines \d+[-–]\d+.*|~|standard input)$/i

const RULE = /^[-=_*#~+|─═━\s]{3,}$/

/** Longest line whose rule a look at its codes tells. */
const LONGEST_RULE = 200

/** True for a line of rule characters alone, which `isNoise` takes for a separator; others may be one too. */
export function isRuleRow(row: Row): boolean {
  const { codes, count } = row
  if (count === 0 || row.size(0) < 3 || row.end(count - 1) - row.start(0) > LONGEST_RULE)
    return false
  for (let i = 0; i < count; i++) {
    const end = row.to(i)
    for (let at = row.from(i); at < end; at++) if (!isRuleCode(codes[at] ?? 0)) return false
  }
  return true
}

/** `-`, `=`, `_`, `*` */
function isRuleCode(code: number): boolean {
  return code === 45 || code === 61 || code === 95 || code === 42
}

const TRANSCRIPT =
  /^(?:```\w*|~~~\w*|Script (?:started|done).*|Last login:.*|logout|exit|Connection to \S+ closed\.?|-- $|\S+ \| (?:CHANGED|SUCCESS|FAILED|UNREACHABLE)\b.*|(?:ok|changed): \[[\w.-]+\].*|==> (?!\/proc\/sys\/).* <==|Microsoft Windows \[.*|\(c\) .*Microsoft.*|Copyright \(C\) .*)$/i

/** The command line of any program behind a prompt of Windows. */
const OTHER_COMMAND = /^(?:PS )?[A-Za-z]:\\[^<>|]*>\s?[A-Za-z][^\s]*(?: [^\s]+){0,5}$/

/** `==> web01/arp.txt <==`, as head and tail print it between files: another output begins. */
export function isFileHead(row: Row): boolean {
  return row.count > 2 && row.is(0, '==>') && row.is(row.count - 1, '<==')
}

/** True where a line is a prompt, a pager's mark, a separator or a transcript's frame. */
export function isNoise(line: string): boolean {
  const text = line.trim()
  if (isPlainRow(text)) return false
  if (text.length > 200) return RULE.test(text.slice(0, 200)) && !/[\w]/.test(text)
  return (
    RULE.test(text) ||
    PROMPT_ONLY.test(text) ||
    PAGER.test(text) ||
    TRANSCRIPT.test(text) ||
    OTHER_COMMAND.test(text)
  )
}

/** True for lines that begin with a digit or `?` and do not end like a prompt: rows of tables, most lines of all. */
function isPlainRow(text: string): boolean {
  const first = text.charCodeAt(0)
  if ((first < 48 || first > 57) && first !== 63) return false
  return !/[#$%>]$/.test(text) && !text.includes(' | ')
}

const FAILURES =
  /command not found|: not found|not recognized as|is not recognized|No such file or directory|^usage:|permission denied|operation not permitted|no match found|-- no entry|Unknown host|must be root|: not in table$|route has not been found|writing to routing socket|not configured in this system|cannot open|Cannot find device|nicht gefunden|n'est pas reconnu|non riconosciuto|no se reconoce|não é reconhecido|est introuvable|не является внутренней|ist entweder falsch geschrieben|requested operation requires elevation|object is a remote|RTNETLINK answers|Dump terminated|unknown (?:option|keyword|argument)|invalid option|illegal option|Error: /i

/** True where a line is a shell's or a command's own error message. */
export function isFailure(line: string): boolean {
  return line.length < 1000 && FAILURES.test(line)
}
