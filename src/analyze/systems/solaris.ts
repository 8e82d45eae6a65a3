import { namedInterfaces } from './names.js'
import type { System } from './system.js'
import { unix, unknownMasks } from './unix.js'

/**
 * Solaris and illumos: an address on lo0 makes no network row (ip_if.c: interface rows are made only if the interface
 * is not a loopback), and its own row is hidden without -a, so its absence proves nothing. In the ARP table the
 * host's own address on a card is SPLA, which is answered on the wire; lo0 aliases do not appear.
 */
export const solaris: System = {
  ...unix,
  platforms: ['solaris'],
  interfaces: (known) => namedInterfaces(known, /^vni\d+$/),
  neighbor: (one, host) => {
    const meaning = unix.neighbor(one, host)
    return {
      state: one.flags?.includes('L') ? 'own' : meaning.state,
      published: meaning.published || (one.flags?.includes('P') ?? false),
    }
  },
  maskMakesRoute: () => false,
  missing: unknownMasks,
}
