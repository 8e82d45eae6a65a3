import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectOtherRouteGet,
  routeGetCommand,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { solarisFlags } from '../flags/solaris.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

/** `route get` of Solaris and illumos. */
export const solarisRouteGet = {
  id: 'solaris-route-get',
  kind: 'routes',
  platform: 'solaris',
  title: 'route get of Solaris and illumos',
  commands: ['route get default', 'route get ADDRESS'],
  captures: [],
  insteadOf: 'solaris-netstat',
  about: `The one route that a destination takes, a label a line, as 4.4BSD printed it: route to, destination, mask, gateway,
interface, flags in words; the metrics are in milliseconds. -v adds what the kernel answered.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) =>
    detectOtherRouteGet(sample, /\brtt,ms rttvar,ms\b/, 'the metrics are rtt,ms and rttvar,ms'),
  reader: (out: Output) => new RouteGetReader(out, solarisFlags),
  expects: routeGetExpects,
} as const satisfies Format
