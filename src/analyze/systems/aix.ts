import { namedInterfaces } from './names.js'
import type { System } from './system.js'
import { unix } from './unix.js'

/**
 * AIX: lo0 carries the BROADCAST flag, so the common code gives an alias there a network row (and, since 6, broadcast
 * rows with the flag b). Own addresses of any card stand as `C 127.0.0.1 UGHS lo0`, so such a row does not say where;
 * a host-masked alias leaves no certain trace, and its absence proves nothing.
 */
export const aix: System = {
  ...unix,
  platforms: ['aix'],
  interfaces: (known) => namedInterfaces(known, /^vi\d+$/),
}
