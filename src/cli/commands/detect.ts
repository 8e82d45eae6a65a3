import type { Command } from 'commander'
import { type Detection, detect } from '../../formats/detection.js'
import { formatById } from '../../formats/index.js'
import { forLineStart, forTerminal } from '../../report/escape.js'
import { toJson } from '../../report/json.js'
import type { CliCommand, Session } from '../command.js'
import { exit } from '../exit.js'
import type { Io } from '../io.js'
import { captureFiles, choice } from '../options.js'
import { readSources } from '../sources.js'

interface Detected {
  readonly file: string
  readonly detections: readonly Detection[]
}

const OUTPUTS = { json, text }

/** `routeprint detect`: which command printed a text, and on which system. */
export const detectCommand = {
  name: 'detect',
  summary: 'say which command printed a text, and on which system',
  examples: [
    ['routeprint detect unknown.txt', 'the formats that fit, best first, and what speaks for each'],
  ],
  define: (command: Command, session: Session) => {
    command
      .addArgument(captureFiles())
      .addOption(choice('--output <FORM>', 'json or text', Object.keys(OUTPUTS)).default('text'))
      .action(async (files: string[], flags: { readonly output: keyof typeof OUTPUTS }) => {
        session.code = await detectFiles(files, OUTPUTS[flags.output], session.io)
      })
  },
} as const satisfies CliCommand

async function detectFiles(
  files: readonly string[],
  output: (detected: readonly Detected[]) => string,
  io: Io,
) {
  const { hosts, problems } = await readSources(files, io)
  const detected = hosts.flatMap(({ captures }) =>
    captures.map((capture) => ({ file: capture.file, detections: detect(capture.text) })),
  )
  io.stdout.write(output(detected))
  for (const { path, message } of problems)
    io.stderr.write(`routeprint: ${forTerminal(path)}: ${forTerminal(message)}\n`)
  const unknown = detected.some(({ detections }) => detections.length === 0)
  return problems.length > 0 || unknown ? exit.unchecked : exit.clean
}

function json(detected: readonly Detected[]): string {
  return `${toJson(detected, 2)}\n`
}

function text(detected: readonly Detected[]): string {
  return detected
    .map(({ file, detections }) => {
      const name = forLineStart(file)
      if (detections.length === 0) return `${name}: no known command's output\n`
      return detections.map((one) => `${name}: ${described(one)}\n`).join('')
    })
    .join('')
}

function described({ format, score, reasons }: Detection): string {
  const title = formatById(format)?.title ?? format
  const because = reasons.map((reason) => `\n    ${forTerminal(reason)}`).join('')
  return `${format} (${title}), ${Math.round(score * 100)} %${because}`
}
