import type { Host, HostCapture } from '../model/host.js'
import { once } from './once.js'

/** The place of each capture among those of its host. */
export const captureOrder: (host: Host) => ReadonlyMap<HostCapture, number> = /* @__PURE__ */ once(
  ({ captures }) => new Map(captures.map((capture, i) => [capture, i])),
)
