import type { Platform } from '../../model/platform.js'
import { aix } from './aix.js'
import { dragonfly, freebsd, macos, netbsd, openbsd } from './bsd.js'
import { hpux } from './hpux.js'
import { linux } from './linux.js'
import { solaris } from './solaris.js'
import type { System } from './system.js'
import { unix } from './unix.js'
import { windows } from './windows.js'

/** What is known of each operating system, sorted by name. */
export const systems: readonly System[] = [
  aix,
  dragonfly,
  freebsd,
  hpux,
  linux,
  macos,
  netbsd,
  openbsd,
  solaris,
  unix,
  windows,
]

/** The rules of a platform; those of the common ancestor where it is not known. */
export function systemOf(platform: Platform | null): System {
  return systems.find((one) => platform !== null && one.platforms.includes(platform)) ?? unix
}
