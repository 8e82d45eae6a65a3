/** An output that is known and not read, and the command whose output says the same. */
export interface OtherOutput {
  /** What it is, for people: `a list of interfaces of netsh`. */
  readonly what: string
  readonly instead: string
  /** Looked for in the first lines. */
  readonly pattern: RegExp
}

/** What people send besides the outputs that are read. */
const OTHERS: readonly OtherOutput[] = [
  {
    what: 'a log with the tables of cloud-init',
    instead: 'ip route show table all',
    pattern: /^.*ci-info: (?:\+{3,}|\|)/m,
  },
  {
    what: 'the trie of /proc/net/fib_trie',
    instead: 'ip route show table all',
    pattern: /^ *(?:\+-- \d+\.\d+\.\d+\.\d+\/\d+ \d|\|-- \d+\.\d+\.\d+\.\d+\s*$)/m,
  },
  {
    // The old script's heading and that of the one in Python.
    what: 'the table of routel',
    instead: 'ip route show table all',
    pattern: /^ *(?:target +gateway +source +proto +scope|Dst +Gateway +Prefsrc +Protocol) /m,
  },
  {
    // Idx, Met, MTU, State, Name in the system's language; the words of the state stay English.
    what: 'a list of interfaces of netsh',
    instead: 'netsh interface ipv4 show addresses',
    pattern: /^ *\d+ +\d+ +\d{3,10} +(?:dis)?connected +\S/m,
  },
  {
    what: 'the list of saved routes of "route -p show"',
    instead: 'netstat -rnv',
    pattern: /^persistent: route add |^No persistent routes are defined/m,
  },
]

/** Lines of it lie in the first characters. */
const MOST_TEXT = 4000

/** The output that a text is, which is known and not read; undefined where it is none of them. */
export function otherOutput(text: string, from: number): OtherOutput | undefined {
  const head = text.slice(from, from + MOST_TEXT).replace(/\r\n?/g, '\n')
  return OTHERS.find(({ pattern }) => pattern.test(head))
}
