import { ruleIds } from '../analyze/policy.js'
import type { Machine } from '../model/finding.js'
import { type Config, readConfig } from '../snapshot/config.js'
import { ConfigError } from '../snapshot/config-json.js'
import { decode } from '../snapshot/decode.js'
import type { TreeFolder } from '../snapshot/tree.js'
import { CONFIG_FILE } from '../snapshot/walk.js'
import type { ClusterFields } from './protocol.js'

/** What the configuration of a folder says of the cluster, and what of it the page has no place for. */
export async function clusterOf(
  root: TreeFolder,
): Promise<{ readonly cluster: Partial<ClusterFields>; readonly fault?: string }> {
  const file = root.files.find(({ name }) => name === CONFIG_FILE)
  if (file === undefined) return { cluster: {} }
  try {
    const config = readConfig(decode(await file.read()).text, file.shown, ruleIds())
    const left = leftOut(config)
    const fault = `${file.shown}: what it says of ${left.join(', ')} is not applied here`
    return { cluster: fieldsOf(config), ...(left.length === 0 ? {} : { fault }) }
  } catch (error) {
    const why = error instanceof ConfigError ? `${error.place}: ${error.detail}` : file.shown
    return { cluster: {}, fault: why }
  }
}

function fieldsOf({ policy: { vips = [], inventory = {} } }: Config): Partial<ClusterFields> {
  return {
    vips: vips.join(', '),
    servers: machines(inventory.servers),
    balancers: machines(inventory.balancers),
  }
}

function machines(list: readonly Machine[] = []): string {
  return list
    .map(({ address, mac }) => (mac === undefined ? address : `${address}=${mac}`))
    .join(', ')
}

function leftOut({ policy, hosts }: Config): string[] {
  const { rules, waivers, backends } = policy
  return Object.entries({ rules, waivers, 'servers of an address': backends, hosts }).flatMap(
    ([name, value]) => (value === undefined ? [] : [name]),
  )
}
