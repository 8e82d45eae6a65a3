import type { Remedy } from '../model/finding.js'
import { type Built, isCommand } from './command.js'
import type { Advice, Commands, Form, Step } from './dialect.js'

type Safety = Remedy['safety']

const textOf = (built: Built | undefined): string | undefined =>
  built !== undefined && isCommand(built) ? built.text : undefined

/** An advice for a person. */
export function advise({ title, note, documented }: Advice): Remedy {
  const form = textOf(documented)
  return {
    kind: 'advice',
    title,
    ...(form === undefined ? {} : { documented: form }),
    safety: 'safe',
    ...(note === undefined ? {} : { note }),
  }
}

/** A step's command and those that do the same; an advice where it cannot be made. */
export function stepRemedies(step: Step, commands: Commands, safety: Safety): readonly Remedy[] {
  const { title, built, undo, lasts, documented, note, instead } = step
  if (!isCommand(built))
    return [
      advise({ title, note: note === undefined ? built.refused : `${built.refused}; ${note}` }),
    ]
  const form = textOf(documented)
  const first: Remedy = {
    kind: 'command',
    title,
    command: built.text,
    argv: built.argv,
    shell: commands.shell,
    undo: textOf(undo) ?? null,
    ...(lasts === undefined ? {} : { lasts, rights: commands.rights }),
    ...(form === undefined ? {} : { documented: form }),
    safety,
    ...(note === undefined ? {} : { note }),
  }
  return [first, ...(instead ?? []).flatMap((other) => insteadOf(first, other))]
}

/** The same by other words, where they can be made. */
function insteadOf(first: Remedy, { built, shell }: Form): readonly Remedy[] {
  if (!isCommand(built)) return []
  const { documented: _, ...common } = first
  return [
    {
      ...common,
      title: 'The same in other words',
      command: built.text,
      argv: built.argv,
      ...(shell === undefined ? {} : { shell }),
      instead: true,
    },
  ]
}

/** A step of the first form that can be made, the rest beside it. */
export function stepOf(step: Omit<Step, 'built' | 'instead'>, forms: readonly Form[]): Step {
  const at = forms.findIndex(({ built }) => isCommand(built))
  const first = forms[Math.max(at, 0)]
  return {
    ...step,
    built: first?.built ?? { refused: 'this system has no command for it' },
    instead: at < 0 ? [] : forms.slice(at + 1),
  }
}
