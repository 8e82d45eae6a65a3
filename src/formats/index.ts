import { aixNetstat } from './aix/netstat.js'
import { dragonflyIfconfig } from './dragonfly/ifconfig.js'
import type { Format } from './format.js'
import { freebsdIfconfig } from './freebsd/ifconfig.js'
import { macosIfconfig } from './macos/ifconfig.js'
import { netbsdIfconfig } from './netbsd/ifconfig.js'
import { openbsdIfconfig } from './openbsd/ifconfig.js'

/** Every output that is read. A new one is one file and one line here. */
const list = [
  aixNetstat,
  dragonflyIfconfig,
  freebsdIfconfig,
  macosIfconfig,
  netbsdIfconfig,
  openbsdIfconfig,
] as const

export type FormatId = (typeof list)[number]['id']

export const formats: readonly Format<FormatId>[] = list

let byId: ReadonlyMap<string, Format<FormatId>> | undefined

/** The format of that id; undefined where there is none. */
export function formatById(id: string): Format<FormatId> | undefined {
  byId ??= new Map(formats.map((format) => [format.id, format]))
  return byId.get(id)
}
