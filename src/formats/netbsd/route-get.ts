import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectRouteGet,
  type RouteGetSign,
  routeGetCommand,
  routeGetCommands,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { netbsdFlags } from '../flags/netbsd.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly RouteGetSign[] = [
  { pattern: /\blocal addr: \S/, weight: 0.45, reason: 'a line says "local addr:"' },
  { pattern: /\bflags: 0x[0-9a-f]+</, weight: 0.2, reason: 'flags have their number in front' },
  {
    pattern: /\binterface: (?:vioif|wm)\d/,
    weight: 0.15,
    reason: 'the interface is named as on NetBSD',
  },
]

/** `route get` of NetBSD. */
export const netbsdRouteGet = {
  id: 'netbsd-route-get',
  kind: 'routes',
  platform: 'netbsd',
  title: 'route get of NetBSD',
  commands: routeGetCommands,
  insteadOf: 'netbsd-netstat',
  about: `The one route that a destination takes, a label a line: route to, destination, mask, gateway, interface, flags in
words. A host has no mask line; a gateway line stands only where the flags say GATEWAY. local addr is the
card's address; some releases print the flags' number in front of the words.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) => detectRouteGet(sample, SIGNS),
  reader: (out: Output) => new RouteGetReader(out, netbsdFlags),
  expects: routeGetExpects,
} as const satisfies Format
