import type { Row } from '../../text/row.js'
import { openvmsFlags } from '../flags/openvms.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import {
  hasUpperInterface,
  isRouteTree,
  RouteTreeReader,
  routeTreeExpects,
  startsRouteTreeHeading,
  startsRouteTreeRow,
} from '../unix/route-tree.js'

function detect(sample: Sample): Verdict | undefined {
  if (sample.count(hasUpperInterface) === 0) return undefined
  const tree = sample.count(isRouteTree) > 0
  return { score: tree ? 0.95 : 0.6, reasons: ['interfaces are in upper case'] }
}

/** `netstat -rn` of TCP/IP Services for OpenVMS. */
export const openvmsNetstat = {
  id: 'openvms-netstat',
  kind: 'routes',
  platform: 'openvms',
  title: 'netstat -rn of OpenVMS TCP/IP Services',
  commands: ['netstat -rn'],
  about: `The table of Tru64 UNIX, whose stack TCP/IP Services took over, with interface names in upper case (IE0, LO0).`,
  cues: ['Tree', 'Interface', 'short4 ipv4', 'default ipv4'],
  fromCommand: /netstat\s.*-\w*r/,
  detect,
  reader: (out: Output) => new RouteTreeReader(out, openvmsFlags),
  startsRow: (row: Row, index: number) =>
    startsRouteTreeRow(row, index) && /^[A-Z]+\d/.test(row.cell(index + 5)),
  startsHeading: startsRouteTreeHeading,
  headed: true,
  expects: routeTreeExpects,
} as const satisfies Format
