import type { Remedy } from '../../model/finding.js'
import { addressBits } from '../../net/prefix.js'
import { aliasOf, type Fault } from '../fault.js'
import { advise, stepRemedies } from '../remedy.js'

/** Takes the cluster address off and puts it back with a host mask, so that the fault does not come back. */
export function realias(fault: Fault): readonly Remedy[] {
  const alias = aliasOf(fault)
  if (alias === undefined || alias.prefixLength === addressBits(alias.family)) return []
  const { commands } = fault
  return [
    ...unalias(fault),
    ...commands.alias(alias).flatMap((step) => stepRemedies(step, commands, 'review')),
    advise(commands.atBoot),
  ]
}

/** Takes the cluster address off its interface. */
export function unalias(fault: Fault): readonly Remedy[] {
  const alias = aliasOf(fault)
  return alias === undefined
    ? []
    : stepRemedies(fault.commands.unalias(alias), fault.commands, 'review')
}

/** Puts the cluster address on the loopback, where it stands nowhere yet. */
export function addAlias(fault: Fault): readonly Remedy[] {
  const alias = aliasOf(fault)
  if (alias === undefined) return []
  const { commands } = fault
  const { interface: _, prefixLength: __, ...bare } = alias
  const adapter = commands.adapter?.({ addresses: [], loopback: true }) ?? {}
  return [
    ...commands.alias({ ...bare, adapter }).flatMap((step) => stepRemedies(step, commands, 'safe')),
    advise(commands.atBoot),
  ]
}

/** Takes it off the card and puts it on the loopback. */
export function moveAlias(fault: Fault): readonly Remedy[] {
  return [...unalias(fault), ...addAlias(fault)]
}
