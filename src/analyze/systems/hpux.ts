import { namedInterfaces } from './names.js'
import type { System } from './system.js'
import { showsLoopback, unix, unknownMasks } from './unix.js'

/**
 * HP-UX: every own address has a host row `C C UH lo0:1` and a network row `N C U lo0:1`; masks are printed with -v
 * only. Addresses of the host's own cards are permanent entries of its ARP table (arp(1M): -d cannot delete them).
 */
export const hpux: System = {
  ...unix,
  platforms: ['hpux'],
  interfaces: (known) => namedInterfaces(known, /^vni\d+$/),
  neighbor: (one, host) => {
    const meaning = unix.neighbor(one, host)
    const own = meaning.state === 'static' && !meaning.published && host.role === 'server'
    return own ? { ...meaning, state: 'own' } : meaning
  },
  provesAbsence: showsLoopback,
  missing: unknownMasks,
}
