import type { Format } from '../format.js'
import { IfconfigReader, startsIfconfigDetail, startsIfconfigRow } from '../ifconfig.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import {
  detectUnixIfconfig,
  type UnixIfconfigSign,
  unixIfconfigCues,
  unixIfconfigExpects,
} from '../unix/ifconfig.js'

const SIGNS: readonly UnixIfconfigSign[] = [
  {
    pattern: /^(?:LO|[IWSE]E|TN)\d: flags=[0-9a-f]+</,
    score: 0.97,
    reason: 'interfaces are in upper case',
  },
]

/** `ifconfig` of OpenVMS TCP/IP Services. */
export const openvmsIfconfig = {
  id: 'openvms-ifconfig',
  kind: 'addresses',
  platform: 'openvms',
  title: 'ifconfig of OpenVMS TCP/IP Services',
  commands: ['ifconfig -a'],
  about: `The listing of Tru64 UNIX with interface names in upper case; a star before inet marks the address that is in use here
of a set that moves between interfaces.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
