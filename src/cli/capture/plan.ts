import { formats } from '../../formats/index.js'
import type { Kind } from '../../model/capture.js'
import type { Platform } from '../../model/platform.js'
import { fileNameOf } from '../../snapshot/command-name.js'

/** A word of a command line that stands for one interface after the other. */
export const EACH_INTERFACE = 'INTERFACE'

/** One file of a capture script. */
export interface Step {
  readonly command: string
  /** Name of its file, by which `check` knows the command. */
  readonly file: string
  /** What is taken where the tool of the command is missing. */
  readonly instead: readonly Step[]
}

/** What tells most comes first. */
const KINDS: readonly Kind[] = ['routes', 'neighbors', 'addresses', 'rules', 'settings']

type Listed = (typeof formats)[number]

/** Everything to take on a host of a platform, each fact once. */
export function captureSteps(platform: Platform): readonly Step[] {
  const own = formats.filter((format) => format.platform === platform)
  return KINDS.flatMap((kind) =>
    own.filter((format) => format.kind === kind && format.insteadOf === undefined),
  ).flatMap((format) => stepsOf(format, own, []))
}

/**
 * A format's steps; those that stand in for it belong to its last: a tool that is there may be too old for that one, as
 * `ip neigh show proxy` is not known everywhere.
 */
function stepsOf(format: Listed, own: readonly Listed[], tried: readonly string[]): Step[] {
  const { commands, captures = commands.slice(0, 1), id } = format
  const tools = [...tried, ...captures.flatMap((one) => [one].flat().map(toolOf))]
  const stands = own
    .filter(({ insteadOf }) => insteadOf === id)
    .flatMap((one) => stepsOf(one, own, tools))
  const steps = captures.flatMap((one, index) =>
    chain([one].flat(), index === captures.length - 1 ? stands : [], tried),
  )
  return steps.length === 0 ? stands : steps
}

/** The command lines as one step, each in place of the one before; without those whose tool is missing anyhow. */
function chain(
  commands: readonly string[],
  last: readonly Step[],
  tried: readonly string[],
): readonly Step[] {
  return commands
    .filter((command) => !tried.includes(toolOf(command)))
    .reduceRight<readonly Step[]>(
      (instead, command) => [{ command, file: `${fileNameOf(command)}.txt`, instead }],
      last,
    )
}

function toolOf(command: string): string {
  return command.split(' ')[0] ?? command
}
