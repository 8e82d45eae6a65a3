import { once } from '../../analyze/once.js'
import type { Host } from '../../model/host.js'
import type { Commands, Dialect } from '../dialect.js'
import { aix } from './aix.js'
import { dragonfly } from './dragonfly.js'
import { freebsd } from './freebsd.js'
import { hpux } from './hpux.js'
import { linux } from './linux.js'
import { macos } from './macos.js'
import { netbsd } from './netbsd.js'
import { openbsd } from './openbsd.js'
import { solaris } from './solaris.js'
import { windows } from './windows.js'

/** Every system whose commands are known. A new one is one file and one line here. */
export const dialects: readonly Dialect[] = [
  aix,
  dragonfly,
  freebsd,
  hpux,
  linux,
  macos,
  netbsd,
  openbsd,
  solaris,
  windows,
]

/** The commands of the host's system; undefined where they are not known. */
export const commandsOf: (host: Host) => Commands | undefined = /* @__PURE__ */ once((host) =>
  dialects.find((dialect) => dialect.platform === host.platform)?.commands(host),
)
