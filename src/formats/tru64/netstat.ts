import { tru64Flags } from '../flags/tru64.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import {
  hasUpperInterface,
  isRouteTree,
  isRouteTreeRow,
  RouteTreeReader,
  routeTreeExpects,
  startsRouteTreeHeading,
  startsRouteTreeRow,
} from '../unix/route-tree.js'

function detect(sample: Sample): Verdict | undefined {
  if (sample.count(hasUpperInterface) > 0) return undefined
  if (sample.count(isRouteTree) > 0)
    return { score: 0.9, reasons: ['a section line names the protocol family by number alone'] }
  const rows = sample.count(
    (line) => isRouteTreeRow(line) && /^(?:ee|tu|alt|ln)\d/.test(line.cells[5] ?? ''),
  )
  return rows > 0 ? { score: 0.55, reasons: ['rows have interfaces of Tru64'] } : undefined
}

/** `netstat -rn` of Tru64 UNIX (OSF/1, Digital UNIX). */
export const tru64Netstat = {
  id: 'tru64-netstat',
  kind: 'routes',
  platform: 'tru64',
  title: 'netstat -rn of Tru64 UNIX',
  commands: ['netstat -rn'],
  about: `One heading, and a section line for each family with its number (26 is IPv6, 2 is IPv4). Networks carry /n with
their trailing zero octets cut; four octets without a slash are a host. Old OSF/1 lists netmasks first.`,
  cues: ['Tree', 'Interface', 'short4 ipv4', 'default ipv4'],
  fromCommand: /netstat\s.*-\w*r/,
  detect,
  reader: (out: Output) => new RouteTreeReader(out, tru64Flags),
  startsRow: startsRouteTreeRow,
  startsHeading: startsRouteTreeHeading,
  headed: true,
  expects: routeTreeExpects,
} as const satisfies Format
