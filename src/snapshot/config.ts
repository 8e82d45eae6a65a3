import type * as v from 'valibot'
import type { Level } from '../model/diagnostic.js'
import type { Policy } from '../model/finding.js'
import type { HostFacts } from '../model/host.js'
import type { Limits } from './limits.js'
import { readManifest } from './manifest.js'
import { configSchema, hostSchema } from './schema.js'

/** What is known of the hosts whose name fits a pattern. */
export type HostPattern = Partial<HostFacts> & { readonly name: string }

/** What a configuration file says: the policy, from which level on findings fail a run, facts of hosts, limits. */
export interface Config {
  readonly policy: Partial<Policy>
  readonly failOn?: Level
  readonly hosts?: readonly HostPattern[]
  readonly limits?: Partial<Limits>
}

/** What `host.json` says: facts of the host, and the encoding of its captures. */
export interface HostFile {
  readonly facts: Partial<HostFacts>
  readonly encoding?: string
}

/**
 * Reads a configuration file. Throws a `ConfigError` at the line of what is wrong: no JSON, an unknown key, a value of
 * another type, an address that clients cannot use, a rule that is none of `rules`.
 */
export function readConfig(text: string, file: string, rules: readonly string[]): Config {
  const { value, fault } = readManifest(configSchema, text, file)
  const unknown = Object.keys(value.rules ?? {}).find((rule) => !rules.includes(rule))
  if (unknown !== undefined) throw fault(['rules', unknown], noRule(unknown))
  value.waivers?.forEach(({ rule }, index) => {
    if (!rules.includes(rule)) throw fault(['waivers', index, 'rule'], noRule(rule))
  })
  const { failOn, $schema: _, hosts, limits, vips, ...rest } = value
  const policy = { ...rest, ...(vips === undefined ? {} : placed(vips)) }
  return given({ policy, failOn, hosts, limits })
}

/** Reads `host.json`. Throws a `ConfigError` at the line of what is wrong. */
export function readHostFile(text: string, file: string): HostFile {
  const { $schema: _, encoding, ...facts } = readManifest(hostSchema, text, file).value
  return given({ facts, encoding })
}

type Vips = NonNullable<v.InferOutput<typeof configSchema>['vips']>

/** Cluster addresses, and apart from them the servers that they belong to. */
function placed(vips: Vips): Pick<Policy, 'vips' | 'backends'> {
  const backends = vips.flatMap((one) =>
    typeof one === 'string' || one.servers === undefined
      ? []
      : [{ vip: one.address, servers: one.servers }],
  )
  return {
    vips: vips.map((one) => (typeof one === 'string' ? one : one.address)),
    ...(backends.length === 0 ? {} : { backends }),
  }
}

/** The fields that have a value: the schema's types allow an undefined that JSON cannot hold. */
function given<T extends object>(fields: object): T {
  // What remains are the fields that a manifest gave, in the types that its schema made of them.
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined)) as T
}

function noRule(id: string): string {
  return `there is no rule "${id}"; "routeprint list rules" prints them`
}
