import type { Remedy } from '../../model/finding.js'
import type { Fault } from '../fault.js'
import { advise, stepRemedies } from '../remedy.js'

/** Sets a kernel parameter that decides on ARP; `value` is what it must be. */
export function setParameter(fault: Fault, parameter: string, value: number): readonly Remedy[] {
  const { finding, commands } = fault
  const all = `net.ipv4.conf.all.${parameter}`
  const { setting } = finding
  const step = commands.silence?.(all, value, setting?.name === all ? setting.value : undefined)
  if (step === undefined) return []
  const own = setting !== undefined && Number(setting.value) > value && setting.name !== all
  // The larger of the two values counts, so one above the wanted must come down as well.
  const card = own ? commands.silence?.(setting.name, value, setting.value) : undefined
  return [
    ...stepRemedies(step, commands, 'safe'),
    ...(card === undefined ? [] : stepRemedies(card, commands, 'safe')),
  ]
}

/** Takes the capture that the judgement lacks. */
export function takeCapture(fault: Fault): readonly Remedy[] {
  const { finding, commands } = fault
  const missing = finding.missing?.join(', ')
  return [
    ...stepRemedies(
      {
        title: 'Capture the routes with everything that a judgement needs',
        built: commands.capture(),
      },
      commands,
      'safe',
    ),
    ...(missing === undefined
      ? []
      : [advise({ title: 'Add what is missing and check again', note: missing })]),
  ]
}
