import type { Remedy } from '../../model/finding.js'
import { formatPrefix } from '../../net/prefix.js'
import { isCommand } from '../command.js'
import type { Form, Target } from '../dialect.js'
import { type Fault, targetOf } from '../fault.js'
import { advise, stepRemedies } from '../remedy.js'
import { flaw, overreach, reach } from '../table.js'

/** Deletes the flagged row, with a command that hits no other; an advice that says why where there is none. */
export function deleteRow(fault: Fault): readonly Remedy[] {
  const { finding, commands } = fault
  const target = targetOf(fault)
  const kept = target === undefined ? undefined : commands.keeps?.(target)
  if (kept !== undefined) return [advise(kept)]
  const reason = flaw(fault)
  if (target === undefined || reason !== undefined) return [noCommand(reason)]
  const { sharp, refused } = sharpForms(fault, target)
  const [first, ...rest] = sharp
  if (first === undefined) return [noCommand(refused)]
  const documented =
    finding.rule === 'extra-network-route' ? commands.documented?.(target) : undefined
  return stepRemedies(
    {
      title: titleOf(target),
      built: first.built,
      undo: commands.restore(target),
      lasts: target.saved ? 'persistent' : 'until-reboot',
      ...(documented === undefined ? {} : { documented }),
      ...(finding.maskInferred
        ? {
            note: 'the table prints no mask, and this one is inferred: check it first',
          }
        : {}),
      instead: rest,
    },
    commands,
    finding.rule === 'default-route-via-alias' || finding.maskInferred ? 'review' : 'safe',
  )
}

function titleOf({ prefix, shape, gateway }: Target): string {
  const what = shape === 'default' ? 'the default route' : `the route to ${formatPrefix(prefix)}`
  return gateway === undefined ? `Delete ${what}` : `Delete ${what} through ${gateway}`
}

/** The forms that take away the flagged row and nothing else, in the order of preference. */
function sharpForms(fault: Fault, target: Target) {
  const rows = reach(fault, target)
  const sharp: Form[] = []
  let refused: string | undefined
  for (const form of fault.commands.deleteForms(target)) {
    const { built } = form
    const reason = isCommand(built)
      ? overreach(fault.commands.reads(built.argv, target), rows)
      : built.refused
    if (reason === undefined) sharp.push(form)
    else refused ??= reason
  }
  return { sharp, refused }
}

function noCommand(reason: string | undefined): Remedy {
  return advise({
    title: 'Remove the row by hand, or take the alias off and add it with a host mask',
    note: `no command is offered: ${reason ?? 'none would hit this row alone'}`,
  })
}
