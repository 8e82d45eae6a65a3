import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectRouteGet,
  type RouteGetSign,
  routeGetCommand,
  routeGetCommands,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { macosFlags } from '../flags/macos.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly RouteGetSign[] = [
  {
    pattern: /\b(?:PRCLONING|IFSCOPE|IFREF|GLOBAL|ROUTER)\b/,
    weight: 0.35,
    reason: 'flags are of macOS',
  },
  {
    pattern: /\binterface: (?:ap|awdl|en|llw|p2p|utun)\d/,
    weight: 0.3,
    reason: 'the interface is named as on macOS',
  },
  {
    pattern: /\brttvar hopcount mtu expire\b/,
    weight: 0.05,
    reason: 'the metrics have rttvar and hopcount',
  },
  {
    pattern: /\binterface: (?:bge|em|hn|igb|igc|ix|re|vmx|vtnet|wm|xn)\d/,
    weight: -0.3,
    reason: '',
  },
  { pattern: /\b(?:fib|priority|if address|local addr):/, weight: -0.3, reason: '' },
]

/** `route get` of macOS. */
export const macosRouteGet = {
  id: 'macos-route-get',
  kind: 'routes',
  platform: 'macos',
  title: 'route get of macOS',
  commands: routeGetCommands,
  insteadOf: 'macos-netstat',
  about: `The one route that a destination takes, a label a line: route to, destination, mask, gateway, interface, flags in
words. A host has no mask line; a gateway line stands only where the flags say GATEWAY. IFSCOPE
in the flags means that the route is used only by what is bound to the interface.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) => detectRouteGet(sample, SIGNS),
  reader: (out: Output) => new RouteGetReader(out, macosFlags),
  expects: routeGetExpects,
} as const satisfies Format
