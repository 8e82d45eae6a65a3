import type { Dialect } from '../dialect.js'
import { type BsdOptions, bsdCommands, pubDelete } from './bsd.js'

const options: BsdOptions = {
  atBoot: {
    title: 'Set the mask of the alias to 255.255.255.255 in /etc/rc.conf, in ifconfig_lo0_alias0',
  },
  unpublish: (entry) => [pubDelete(entry)],
}

/** DragonFly BSD. */
export const dragonfly: Dialect = {
  platform: 'dragonfly',
  commands: (host) => bsdCommands(options, host),
}
