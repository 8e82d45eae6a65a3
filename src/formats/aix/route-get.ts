import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectOtherRouteGet,
  routeGetCommand,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { aixFlags } from '../flags/aix.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

/** `route get` of AIX. */
export const aixRouteGet = {
  id: 'aix-route-get',
  kind: 'routes',
  platform: 'aix',
  title: 'route get of AIX',
  commands: ['route get default', 'route get ADDRESS'],
  captures: [],
  insteadOf: 'aix-netstat',
  about: `The one route that a destination takes, a label a line, as 4.4BSD printed it: route to, destination, mask, gateway,
interface, flags in words, and "interf addr", the address of the interface.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) =>
    detectOtherRouteGet(sample, /\binterf addr: \S/, 'a line says "interf addr:"'),
  reader: (out: Output) => new RouteGetReader(out, aixFlags),
  expects: routeGetExpects,
} as const satisfies Format
