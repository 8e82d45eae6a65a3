import { RouteGetReader } from '../bsd/route-get.js'
import {
  detectRouteGet,
  type RouteGetSign,
  routeGetCommand,
  routeGetCommands,
  routeGetCues,
  routeGetExpects,
} from '../bsd/route-get-detect.js'
import { openbsdFlags } from '../flags/openbsd.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly RouteGetSign[] = [
  { pattern: /\bif address: \S/, weight: 0.4, reason: 'a line says "if address:"' },
  { pattern: /\bpriority: \d+ \(/, weight: 0.4, reason: 'a line names the priority' },
  { pattern: /\buse mtu expire\b/, weight: 0.2, reason: 'the metrics are use, mtu and expire' },
]

/** `route get` of OpenBSD. */
export const openbsdRouteGet = {
  id: 'openbsd-route-get',
  kind: 'routes',
  platform: 'openbsd',
  title: 'route get of OpenBSD',
  commands: routeGetCommands,
  insteadOf: 'openbsd-netstat',
  about: `The one route that a destination takes, a label a line: route to, destination, mask, gateway, interface, flags in
words. A host has no mask line; a gateway line stands only where the flags say GATEWAY. if address, priority
and label are lines of its own.`,
  cues: routeGetCues,
  fromCommand: routeGetCommand,
  detect: (sample: Sample) => detectRouteGet(sample, SIGNS),
  reader: (out: Output) => new RouteGetReader(out, openbsdFlags),
  expects: routeGetExpects,
} as const satisfies Format
