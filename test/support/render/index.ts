import { addressRenderings } from './addresses.js'
import { bsdNeighborRenderings } from './bsd-neighbors.js'
import { bsdRouteRenderings } from './bsd-routes.js'
import { ifconfigRenderings } from './ifconfig.js'
import { linuxNeighborRenderings } from './linux-neighbors.js'
import { linuxRouteRenderings } from './linux-routes.js'
import { otherRenderings } from './others.js'
import type { Rendering } from './rendering.js'
import { unixNeighborRenderings, unixRouteRenderings } from './unix.js'
import { windowsNeighborRenderings, windowsRouteRenderings } from './windows.js'

/** How the records of a format are printed, by its id. */
export const renderings: ReadonlyMap<string, Rendering> = new Map(
  [
    addressRenderings,
    bsdNeighborRenderings,
    bsdRouteRenderings,
    ifconfigRenderings,
    linuxNeighborRenderings,
    linuxRouteRenderings,
    otherRenderings,
    unixNeighborRenderings,
    unixRouteRenderings,
    windowsNeighborRenderings,
    windowsRouteRenderings,
  ]
    // A rendering prints the records that it draws itself, whatever their kind.
    .flatMap((group) => Object.entries(group) as unknown as [string, Rendering][]),
)
