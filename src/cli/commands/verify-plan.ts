import type { Command } from 'commander'
import type { Machine } from '../../model/finding.js'
import { type Platform, platforms } from '../../model/platform.js'
import { type VerifyPlan, type VerifyStep, verifyPlan } from '../../remedies/verify-plan.js'
import { forTerminal } from '../../report/escape.js'
import { toJson } from '../../report/json.js'
import type { CliCommand, Session } from '../command.js'
import { UsageError } from '../exit.js'
import { choice, repeated } from '../options.js'
import { machine, vip } from '../policy.js'

interface Flags {
  readonly vip: readonly string[]
  readonly server?: readonly Machine[]
  readonly platform: Platform
  readonly osVersion?: string
  readonly interface?: string
  readonly output: keyof typeof OUTPUTS
}

const OUTPUTS = { json, text }

/** `routeprint verify-plan`: how to prove from another host that a cluster address works. */
export const verifyPlanCommand = {
  name: 'verify-plan',
  summary: 'print the commands that prove a cluster address from another host; runs none of them',
  examples: [
    [
      'routeprint verify-plan --vip 192.0.2.99 --server 192.0.2.67=00:00:5e:00:53:43',
      'the steps on a Linux host of the subnet',
    ],
    [
      'routeprint verify-plan --vip 192.0.2.99 --server 192.0.2.67 --platform windows',
      'the same on Windows',
    ],
  ],
  define: (command: Command, { io }: Session) => {
    command
      .addOption(repeated('--vip <ADDR>', 'cluster address', vip).makeOptionMandatory())
      .addOption(repeated('--server <ADDR[=MAC]>', 'a backend, and its hardware address', machine))
      .addOption(
        choice('--platform <ID>', 'system of the host that verifies', platforms).default('linux'),
      )
      .option('--os-version <VERSION>', 'version of its system')
      .option('--interface <NAME>', 'its interface towards the servers')
      .addOption(choice('--output <FORM>', 'json or text', Object.keys(OUTPUTS)).default('text'))
      .action((flags: Flags) => void io.stdout.write(OUTPUTS[flags.output](plans(flags))))
  },
} as const satisfies CliCommand

function plans(flags: Flags): VerifyPlan[] {
  const { vip: vips, server: servers = [], platform, osVersion, interface: on } = flags
  try {
    return vips.map((one) =>
      verifyPlan({
        vip: one,
        servers,
        platform,
        ...(osVersion === undefined ? {} : { version: osVersion }),
        ...(on === undefined ? {} : { interface: on }),
      }),
    )
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--platform: ${error.message}`) : error
  }
}

function json(all: readonly VerifyPlan[]): string {
  return `${toJson(all, 2)}\n`
}

function text(all: readonly VerifyPlan[]): string {
  return all.map(planText).join('\n')
}

function planText({ vip: address, platform, rights, steps }: VerifyPlan): string {
  const head = `To verify ${address}: on a ${platform} host of the subnet, as ${rights}, with the balancer stopped\n`
  return [head, ...steps.map(stepText)].join('\n')
}

function stepText({ step, title, server, commands, expect, note }: VerifyStep): string {
  const about = server === undefined ? '' : ` (${server})`
  const lines = [
    `${step}. ${title}${about}`,
    ...commands.map(({ command }) => `     ${command}`),
    ...(note === undefined ? [] : [`   note: ${note}`]),
    `   expect: ${expect}`,
  ]
  return lines.map((line) => `${forTerminal(line)}\n`).join('')
}
