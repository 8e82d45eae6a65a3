import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectRouteGet,
  type RouteGetSign,
  routeGetCommand,
  routeGetCommands,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { dragonflyFlags } from '../flags/dragonfly.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly RouteGetSign[] = [
  {
    pattern: /\brttvar hopcount mtu expire\b/,
    weight: 0.02,
    reason: 'the metrics have rttvar and hopcount',
  },
  {
    pattern: /\bmtu expire iwmax|\bmsl\b/i,
    weight: 0.3,
    reason: 'the metrics have columns of DragonFly',
  },
]

/** `route get` of DragonFly. */
export const dragonflyRouteGet = {
  id: 'dragonfly-route-get',
  kind: 'routes',
  platform: 'dragonfly',
  title: 'route get of DragonFly',
  commands: routeGetCommands,
  insteadOf: 'dragonfly-netstat',
  about: `The one route that a destination takes, a label a line: route to, destination, mask, gateway, interface, flags in
words. A host has no mask line; a gateway line stands only where the flags say GATEWAY. Its layout is that of FreeBSD 4.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) => detectRouteGet(sample, SIGNS),
  reader: (out: Output) => new RouteGetReader(out, dragonflyFlags),
  expects: routeGetExpects,
} as const satisfies Format
