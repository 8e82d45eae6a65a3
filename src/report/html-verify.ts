import { once } from '../analyze/once.js'
import { formats } from '../formats/index.js'
import { readAddress } from '../net/address.js'
import { readMac } from '../net/mac.js'
import type { PageStep } from './html-data.js'
import type { ReportedFinding, ReportedHost } from './model.js'

/** How to see that a finding is mended: the capture taken again, then the cluster address from another host. */
export function verifyOf(finding: ReportedFinding, host: ReportedHost): PageStep[] {
  const [place] = finding.at
  const vip = readAddress(finding.vip ?? '')
  // What a capture says was typed is text from outside; the format knows what prints it.
  const command = formats.find(({ id }) => id === formatsOf(host).get(place?.file))?.commands[0]
  return [
    ...(place === undefined || command === undefined
      ? []
      : [{ title: 'Take the table again: the marked row must be gone', command }]),
    ...(vip === undefined ? [] : [planStep(vip, host)]),
  ]
}

/** The format of the first capture of each file that was recognised. */
const formatsOf = /* @__PURE__ */ once(({ captures }: ReportedHost) => {
  const found = new Map<string | undefined, string>()
  for (const { file, format } of captures)
    if (format !== null && !found.has(file)) found.set(file, format)
  return found
})

type Read = NonNullable<ReturnType<typeof readAddress>>

function planStep(vip: Read, host: ReportedHost): PageStep {
  const server = serverWords[vip.family](host)
  const servers = server === undefined ? '' : ` --server ${server}`
  return {
    title: 'Print the steps that prove the cluster address from another host',
    command: `routeprint verify-plan --vip ${vip.address}${servers}`,
  }
}

const serverWords = {
  4: /* @__PURE__ */ once((host: ReportedHost) => serverWord(4, host)),
  6: /* @__PURE__ */ once((host: ReportedHost) => serverWord(6, host)),
}

/** The host as `--server` takes it, where it is one and shows an address of its own; a report that is merged is text from outside. */
function serverWord(family: 4 | 6, { role, sightings = [] }: ReportedHost): string | undefined {
  const own = sightings
    .filter(({ kind }) => role === 'server' && kind === 'own')
    .map(({ address = '', mac = '' }) => ({ read: readAddress(address), mac: readMac(mac) }))
  const fit = own.filter(({ read }) => read?.family === family && read.zone === undefined)
  const { read, mac } = fit.find((one) => one.mac !== undefined) ?? fit[0] ?? {}
  if (read === undefined) return undefined
  const card = mac ?? onlyMac(own)
  return card === undefined ? read.address : `${read.address}=${card}`
}

/** Where a host shows one card alone, its address is that card's. */
function onlyMac(own: readonly { readonly mac: string | undefined }[]): string | undefined {
  const macs = new Set(own.flatMap(({ mac }) => mac ?? []))
  return macs.size === 1 ? [...macs][0] : undefined
}
