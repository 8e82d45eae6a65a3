/**
 * Lines that terminals, pagers, mail programs and fleet tools leave around a command's output.
 */

/** A command line with the prompt that stood before it. */
export interface PromptLine {
  readonly command: string
  /** The host that the prompt names. */
  readonly host?: string
}

/** Prompts of cmd, PowerShell, the Unix shells, `set -x`, and the marks that collectors put before a command. */
const PROMPTS = [
  /^(?:PS )?[A-Za-z]:\\[^>]*>\s*/,
  /^PS [^>]*>\s*/,
  /^\[?(?:\([^)]{1,40}\)\s*)?[\w.-]+@(?<host>[\w.-]+)(?:[: ][^#$%>\]]{0,200})?\]?\s?[#$%>]\s*/,
  /^(?<host>[\w][\w.-]{0,62})(?::[^\s#$%>]{0,100})?\s?[#$%>]\s+/,
  /^(?:bash|sh|ksh|zsh)-[\d.]+[#$]\s*/,
  /^[#$%>]+\s+/,
  /^[#$%>](?=[a-z/])/,
  /^\++ /,
  /^(?:=+|-+|#+|\*+)>?\s*(?=[A-Za-z/])/,
] as const

const TRAILING_RULE = /\s*(?:=+|-+|#+|\*+|<=+)\s*$/

/** The command that a line echoes, where its first word is one of `programs`; undefined for every other line. */
export function promptCommand(line: string, programs: ReadonlySet<string>): PromptLine | undefined {
  const text = line.trim()
  if (text.length > 300) return undefined
  if (isCommand(text, programs)) return { command: text }
  for (const prompt of PROMPTS) {
    const match = prompt.exec(text)
    if (match === null) continue
    const command = text.slice(match[0].length).replace(TRAILING_RULE, '')
    if (!isCommand(command, programs)) continue
    const host = match.groups?.['host']
    return host === undefined ? { command } : { command, host }
  }
  return undefined
}

const COMMAND =
  /^(?:(?:sudo|time|busybox|toybox|LC_ALL=\S+|LANG=\S+)\s+)*(?:\S*[\\/])?(\w[\w-]*)(?:\.exe)?(?:$|\s+(.*))/i

/** A command line is a known program with arguments that no table row has: options, verbs, paths, pipes. */
function isCommand(text: string, programs: ReadonlySet<string>): boolean {
  const match = COMMAND.exec(text)
  const program = match?.[1] ?? ''
  // Windows takes its programs in any case; `IP` in capitals is a word, `ip` a program of Linux.
  const name = program.length > 2 ? program.toLowerCase() : program
  if (match === null || !programs.has(name)) return false
  const rest = match[2] ?? ''
  // "Route Tree for Protocol Family 2:" is a title.
  return rest === '' || (!rest.endsWith(':') && /^[-/\w.:*@|>&'" =,]+$/.test(rest))
}

const PROMPT_ONLY =
  /^(?:(?:PS )?[A-Za-z]:\\[^>]*>|PS [^>]*>|\[?[\w.-]+@[\w.-]+[^#$%>]{0,100}[#$%>]|[\w.-]+[#$%>]|[#$%>]|bash-[\d.]+[#$])$/

const PAGER = /^(?:-+\s?more\s?-+.*|--more--.*|\(END\)|:|lines \d+[-–]\d+.*|~|standard input)$/i

const RULE = /^[-=_*#~+|─═━\s]{3,}$/

const TRANSCRIPT =
  /^(?:```\w*|~~~\w*|Script (?:started|done).*|Last login:.*|logout|exit|Connection to \S+ closed\.?|-- $|\S+ \| (?:CHANGED|SUCCESS|FAILED|UNREACHABLE)\b.*|(?:ok|changed): \[[\w.-]+\].*|==> (?!\/proc\/sys\/).* <==|Microsoft Windows \[.*|\(c\) .*Microsoft.*|Copyright \(C\) .*)$/i

/** True where a line is a prompt, a pager's mark, a separator or a transcript's frame. */
export function isNoise(line: string): boolean {
  const text = line.trim()
  if (text.length > 200) return RULE.test(text.slice(0, 200)) && !/[\w]/.test(text)
  return RULE.test(text) || PROMPT_ONLY.test(text) || PAGER.test(text) || TRANSCRIPT.test(text)
}

const FAILURES =
  /command not found|: not found|not recognized as|is not recognized|No such file or directory|^usage:|permission denied|operation not permitted|no match found|-- no entry|Unknown host|must be root|: not in table$|route has not been found|writing to routing socket|not configured in this system|cannot open|Cannot find device|nicht gefunden|n'est pas reconnu|non riconosciuto|no se reconoce|não é reconhecido|est introuvable|не является внутренней|ist entweder falsch geschrieben|requested operation requires elevation|object is a remote|RTNETLINK answers|Dump terminated|unknown (?:option|keyword|argument)|invalid option|illegal option|Error: /i

/** True where a line is a shell's or a command's own error message. */
export function isFailure(line: string): boolean {
  return line.length < 1000 && FAILURES.test(line)
}
