import { formats } from '../formats/index.js'

/** Endings that say nothing about a capture; OpenVMS has a version behind them. */
const ENDING = /\.(?:txt|out|log|cap|lst|text|json|xml)(?:;\d+)?$/i

/** A command line as the name of its file: everything but letters, digits, `-` and `.` turned into `_`. */
export function fileNameOf(command: string): string {
  return command.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^_|_$/g, '')
}

/** A file's name without an ending that says nothing: `web1.example.com.txt` is `web1.example.com`. */
export function stem(name: string): string {
  return name.replace(ENDING, '') || name
}

let known: { readonly byName: ReadonlyMap<string, string>; readonly tools: ReadonlySet<string> }

/** Built when first asked for: it reads the list of formats. */
function commands(): typeof known {
  known ??= {
    byName: new Map(
      formats.flatMap((format) =>
        format.commands.map((command) => [fileNameOf(command).toLowerCase(), command] as const),
      ),
    ),
    tools: new Set(
      formats.flatMap((format) => format.commands.map((command) => toolOf(command.split(' ')))),
    ),
  }
  return known
}

function toolOf(words: readonly string[]): string {
  const [first = '', second = ''] = words
  return (first === 'cat' ? `cat_${second}` : first).toLowerCase()
}

/**
 * The command line that a file is named after: `netstat_-rn.txt`, `route_print`, `ip_-6_route_show_table_all`;
 * undefined where the name begins with no command whose output is read.
 */
export function commandOfName(name: string): string | undefined {
  const bare = stem(name)
  const exact = commands().byName.get(bare.toLowerCase())
  if (exact !== undefined) return exact
  const words = bare.split('_').filter((word) => word !== '')
  const [first = ''] = words
  const tool = first.toLowerCase()
  return tool.length > 1 && commands().tools.has(tool) ? words.join(' ') : undefined
}

/** True where the output of a command line is of a kind that is read: `netstat -rn`, but not `netstat -s`. */
export function isReadCommand(command: string): boolean {
  return formats.some(
    (format) => format.commands.includes(command) || (format.fromCommand?.test(command) ?? false),
  )
}
