import * as v from 'valibot'
import type { Level } from '../model/diagnostic.js'
import type { Policy } from '../model/finding.js'
import { readClusterAddress } from '../net/cluster-address.js'
import { readMac } from '../net/mac.js'
import { readLocatedJson } from './config-json.js'

/** What a configuration file says: the policy, and from which level on findings fail a run. */
export interface Config {
  readonly policy: Partial<Policy>
  readonly failOn?: Level
}

const LEVELS = ['error', 'warning', 'info'] as const

const address = v.pipe(
  v.string(),
  v.check(
    (text) => readClusterAddress(text).fault === undefined,
    ({ input }) => readClusterAddress(input).fault ?? '',
  ),
)
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'expected a day as YYYY-MM-DD'))
const reason = v.pipe(v.string(), v.trim(), v.nonEmpty('expected a reason'))

const mac = v.pipe(
  v.string(),
  v.check((text) => readMac(text) !== undefined, 'expected a hardware address of six octets'),
  v.transform((text) => readMac(text) ?? text),
)

const machines = v.array(
  v.strictObject({
    address,
    mac: v.optional(mac),
    name: v.optional(v.string()),
  }),
)

const waiver = v.strictObject({
  rule: v.string(),
  host: v.optional(v.string()),
  vip: v.optional(address),
  reason,
  until: v.optional(day),
})

const schema = v.strictObject({
  $schema: v.optional(v.string()),
  vips: v.optional(v.array(address)),
  inventory: v.optional(
    v.strictObject({ servers: v.optional(machines), balancers: v.optional(machines) }),
  ),
  rules: v.optional(v.record(v.string(), v.picklist([...LEVELS, 'off']))),
  waivers: v.optional(v.array(waiver)),
  failOn: v.optional(v.picklist(LEVELS)),
})

/**
 * Reads a configuration file. Throws a `ConfigError` at the line of what is wrong: no JSON, an unknown key, a value of
 * another type, an address that clients cannot use, a rule that is none of `rules`.
 */
export function readConfig(text: string, file: string, rules: readonly string[]): Config {
  const { value, fault } = readLocatedJson(text, file)
  if (Array.isArray(value)) throw fault([], 'expected an object, found an array')
  const read = v.safeParse(schema, value)
  if (!read.success) {
    const [issue] = read.issues
    throw fault(pathOf(issue), sentence(issue))
  }
  const { failOn, $schema: _, ...policy } = read.output
  const unknown = Object.keys(policy.rules ?? {}).find((rule) => !rules.includes(rule))
  if (unknown !== undefined) throw fault(['rules', unknown], noRule(unknown))
  policy.waivers?.forEach(({ rule }, index) => {
    if (!rules.includes(rule)) throw fault(['waivers', index, 'rule'], noRule(rule))
  })
  // Absent keys stay absent: the schema's types allow an undefined that JSON cannot hold.
  return { policy: policy as Partial<Policy>, ...(failOn === undefined ? {} : { failOn }) }
}

function noRule(id: string): string {
  return `there is no rule "${id}"; "routeprint list rules" prints them`
}

type Issue = v.InferIssue<typeof schema>

function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
}

function sentence(issue: Issue): string {
  const path = pathOf(issue).join('.')
  if (issue.expected === 'never') return `unknown key "${path}"`
  const said =
    issue.kind === 'schema' ? `expected ${issue.expected}, found ${issue.received}` : issue.message
  return path === '' ? said : `${path}: ${said}`
}
