import { grouped } from '../analyze/grouped.js'
import { once } from '../analyze/once.js'
import { readHost } from '../analyze/read-host.js'
import type { CaptureInput, Host, HostFacts } from '../model/host.js'
import { FreeNames } from './free-names.js'
import type { Paste, Question } from './protocol.js'
import { hostsOfLines, linesOf, type Owners, textsOf } from './sections.js'

/** A host that the captures are of, under the key that the form knows it by. */
export interface HostInputs {
  readonly key: string
  readonly inputs: readonly CaptureInput[]
}

/** A host as it was read. */
export interface ReadHost {
  readonly key: string
  readonly host: Host
}

/** What is known of the host of a key. */
export type FactsOf = (key: string) => HostFacts

/** Reads captures, and keeps what was read: most questions differ from the last in a cluster address alone. */
export class Reader {
  private kept = new Map<string, Kept>()

  /** Every host of the captures, in the order in which they are met. */
  read({ pastes }: Question, factsOf: FactsOf): ReadHost[] {
    const kept = this.kept
    this.kept = new Map()
    const read = ({ key, inputs }: HostInputs): ReadHost => {
      const facts = factsOf(key)
      const old = kept.get(key)
      const host =
        old !== undefined && isSame(old, facts, inputs) ? old.host : readHost(facts, inputs)
      this.kept.set(key, { facts, inputs, host })
      return { key, host }
    }
    return named(byHost(pastes).flatMap((one) => bySystem(one, read)))
  }
}

interface Kept {
  readonly facts: HostFacts
  readonly inputs: readonly CaptureInput[]
  readonly host: Host
}

function isSame(kept: Kept, facts: HostFacts, inputs: readonly CaptureInput[]): boolean {
  const same = (input: CaptureInput, { file, command, text }: CaptureInput) =>
    input.file === file && input.command === command && input.text === text
  return (
    JSON.stringify(kept.facts) === JSON.stringify(facts) &&
    kept.inputs.length === inputs.length &&
    inputs.every((input, i) => same(input, kept.inputs[i] ?? input))
  )
}

/** Captures by the host that they name or were given to. */
function byHost(pastes: readonly Paste[]): HostInputs[] {
  const groups = new Map<string, CaptureInput[]>()
  for (const { name, text, host, command } of pastes) {
    const input = { file: name, ...(command === undefined ? {} : { command }) }
    const lines = linesOf(text)
    const owners = hostsOfLines(lines)
    if (owners === undefined) add(groups, host, { ...input, text })
    else
      for (const [owner, own] of textsOf(lines, owners)) add(groups, owner, { ...input, text: own })
  }
  return [...groups].map(([key, inputs]) => ({ key, inputs }))
}

/**
 * Tables of two systems are of two hosts, where nothing says that they are of one.
 *
 * A capture that could be of either was already read as the system of the others.
 */
function bySystem(group: HostInputs, read: (one: HostInputs) => ReadHost): ReadHost[] {
  const whole = read(group)
  const systems = systemsOf(whole.host)
  if (group.key !== '' || systems.length < 2) return [whole]
  const parts = new Map<string, CaptureInput[]>()
  for (const input of group.inputs) {
    const lines = linesOf(input.text)
    const owners = systemsOfLines(lines, whole.host, input.file)
    for (const [system, text] of textsOf(lines, owners)) add(parts, system, { ...input, text })
  }
  return [...parts].map(([key, inputs]) => read({ key, inputs }))
}

/** The systems that a host's captures are of. */
export function systemsOf(host: Host): string[] {
  const found = host.captures.flatMap(({ platform }) => platform ?? [])
  return [...new Set(found)]
}

function systemsOfLines(lines: readonly string[], host: Host, file = ''): Owners {
  const owners: (string | undefined)[] = lines.map(() => undefined)
  let system: string | undefined
  const captures = capturesOf(host).get(file) ?? []
  for (const [i, capture] of captures.entries()) {
    system = capture.platform ?? system
    const { line = lines.length + 1 } = captures[i + 1]?.span ?? {}
    owners.fill(system, capture.span.line - 1, line - 1)
  }
  return owners
}

const capturesOf = /* @__PURE__ */ once(({ captures }: Host) =>
  grouped(captures, ({ file = '' }) => [file]),
)

function add(groups: Map<string, CaptureInput[]>, key: string, input: CaptureInput): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [input])
  else group.push(input)
}

/** Two hosts of one name could not be told apart in what is said of both. */
function named(hosts: readonly ReadHost[]): ReadHost[] {
  const names = new FreeNames()
  return hosts.map(({ key, host }) => {
    const name = names.give(host.name)
    return { key, host: name === host.name ? host : { ...host, name } }
  })
}
