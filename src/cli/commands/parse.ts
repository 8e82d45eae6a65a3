import type { Command } from 'commander'
import { formats } from '../../formats/index.js'
import type { ParseOptions } from '../../formats/options.js'
import { parse } from '../../formats/parse.js'
import type { Capture, UnknownCapture } from '../../model/capture.js'
import { message } from '../../model/diagnostic-texts.js'
import { platforms } from '../../model/platform.js'
import { forLineStart, forTerminal } from '../../report/escape.js'
import { toJson } from '../../report/json.js'
import type { SnapshotOptions } from '../../snapshot/index.js'
import type { CliCommand, Session } from '../command.js'
import { exit } from '../exit.js'
import type { Io } from '../io.js'
import { captureFiles, choice, encodingOption } from '../options.js'
import { readSources } from '../sources.js'
import { table } from '../table.js'

type Parsed = (Capture | UnknownCapture) & { readonly file: string }

type Flags = Pick<ParseOptions, 'platform' | 'format' | 'command'> &
  Pick<SnapshotOptions, 'encoding'> & { readonly output: keyof typeof OUTPUTS }

const OUTPUTS = { json, ndjson, table: tables }

/** `routeprint parse`: the typed records of captures. */
export const parseCommand = {
  name: 'parse',
  summary: 'print the typed records of captures',
  examples: [
    ['routeprint parse route.txt', 'every record of the capture, as JSON'],
    [
      'netstat -rn | routeprint parse - --output table',
      'the table of this machine, read and typed',
    ],
    ['routeprint parse --output ndjson *.txt', 'one record a line, for jq and databases'],
  ],
  define: (command: Command, session: Session) => {
    command
      .addArgument(captureFiles())
      .addOption(choice('--platform <ID>', 'prefer the formats of this system', platforms))
      .addOption(
        choice(
          '--format <ID>',
          'read with this format, whatever the text looks like',
          formats.map(({ id }) => id),
        ),
      )
      .option('--command <LINE>', 'the command line that printed the text')
      .addOption(encodingOption())
      .addOption(
        choice('--output <FORM>', 'json, ndjson or table', Object.keys(OUTPUTS)).default('json'),
      )
      .action(async (files: string[], flags: Flags) => {
        session.code = await parseFiles(files, flags, session.io)
      })
  },
} as const satisfies CliCommand

async function parseFiles(files: readonly string[], flags: Flags, io: Io) {
  const { output, encoding, ...options } = flags
  const { hosts, problems } = await readSources(files, io, encoding ? { encoding } : {})
  const parsed = hosts.flatMap(({ captures }) =>
    captures.flatMap(({ file, text }) =>
      parse(text, options).map((capture): Parsed => ({ file, ...capture })),
    ),
  )
  io.stdout.write(OUTPUTS[output](parsed))
  for (const { path, message: why } of problems)
    io.stderr.write(`routeprint: ${forTerminal(path)}: ${forTerminal(why)}\n`)
  remarks(parsed, io)
  return problems.length > 0 || parsed.some(isDamaged) ? exit.unchecked : exit.clean
}

/** Data was lost: what is printed is not all that the text holds. */
function isDamaged({ diagnostics }: Parsed): boolean {
  return diagnostics.some(({ level }) => level === 'error')
}

function remarks(parsed: readonly Parsed[], { stderr }: Io): void {
  for (const { file, diagnostics } of parsed)
    for (const one of diagnostics) {
      const { line, column } = one.span
      const place = `${forLineStart(file)}:${line}:${column}`
      stderr.write(`${place}: ${one.level}: ${forTerminal(message(one))} [${one.code}]\n`)
    }
}

function json(parsed: readonly Parsed[]): string {
  return `${toJson(parsed, 2)}\n`
}

function ndjson(parsed: readonly Parsed[]): string {
  const lines = parsed.flatMap(({ file, kind, platform, format, records }) =>
    records.map((record) => toJson({ file, kind, platform, format, ...record })),
  )
  return lines.map((line) => `${line}\n`).join('')
}

function tables(parsed: readonly Parsed[]): string {
  return parsed
    .map(({ file, format, records }) => {
      const title = `${forLineStart(file)}: ${format ?? 'not recognised'}, ${records.length} records\n`
      return title + table(records.map(cellsOf))
    })
    .join('\n')
}

/** The fields of a record as words; a gateway is shown by its value, the place as line:column. */
function cellsOf(record: object): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [key, value] of Object.entries(record)) cells[key] = forLineStart(word(key, value))
  return cells
}

function word(key: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(',')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (key === 'span' && 'line' in value) return String(value.line)
  const { kind, ...rest } = value as { readonly kind?: string }
  const parts: unknown[] = Object.values(rest)
  return parts.length === 0 ? String(kind) : parts.join('%')
}
