import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectRouteGet,
  type RouteGetSign,
  routeGetCommand,
  routeGetCommands,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { freebsdFlags } from '../flags/freebsd.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly RouteGetSign[] = [
  { pattern: /\bfib: \d/, weight: 0.4, reason: 'a line names the fib' },
  { pattern: /\bmtu weight expire\b/, weight: 0.35, reason: 'the metrics have a weight' },
  { pattern: /\bPINNED\b/, weight: 0.1, reason: 'flags say PINNED' },
  { pattern: /\bdestination: 0\.0\.0\.0\b/, weight: 0.1, reason: 'the default route is 0.0.0.0' },
  {
    pattern: /\binterface: (?:bge|em|epair|hn|igb|igc|ix|ixl|lagg|re|tap|tun|vmx|vtnet|xn)\d/,
    weight: 0.1,
    reason: 'the interface is named as on FreeBSD',
  },
]

/** `route get` of FreeBSD. */
export const freebsdRouteGet = {
  id: 'freebsd-route-get',
  kind: 'routes',
  platform: 'freebsd',
  title: 'route get of FreeBSD',
  commands: routeGetCommands,
  insteadOf: 'freebsd-netstat',
  about: `The one route that a destination takes, a label a line: route to, destination, mask, gateway, interface, flags in
words. A host has no mask line; a gateway line stands only where the flags say GATEWAY. The default route is 0.0.0.0 with
the mask 0.0.0.0 since 10; fib names the route table.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) => detectRouteGet(sample, SIGNS),
  reader: (out: Output) => new RouteGetReader(out, freebsdFlags),
  expects: routeGetExpects,
} as const satisfies Format
