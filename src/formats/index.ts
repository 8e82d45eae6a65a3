import { aixNetstat } from './aix/netstat.js'
import { dragonflyIfconfig } from './dragonfly/ifconfig.js'
import type { Format } from './format.js'
import { freebsdIfconfig } from './freebsd/ifconfig.js'
import { macosIfconfig } from './macos/ifconfig.js'
import { netbsdIfconfig } from './netbsd/ifconfig.js'
import { openbsdIfconfig } from './openbsd/ifconfig.js'
import { windowsRoutePrint } from './windows/route-print.js'

/** Every output that is read. A new one is one file and one line here. */
export const formats = /* @__PURE__ */ listed([
  aixNetstat,
  dragonflyIfconfig,
  freebsdIfconfig,
  macosIfconfig,
  netbsdIfconfig,
  openbsdIfconfig,
  windowsRoutePrint,
])

export type FormatId = (typeof formats)[number]['id']

/** Keeps the ids as a union and nothing else: the types of the readers stay out of the published declarations. */
function listed<Id extends string>(list: readonly Format<Id>[]): readonly Format<Id>[] {
  return list
}

let byId: ReadonlyMap<string, Format<FormatId>> | undefined

/** The format of that id; undefined where there is none. */
export function formatById(id: string): Format<FormatId> | undefined {
  byId ??= new Map(formats.map((format) => [format.id, format]))
  return byId.get(id)
}
