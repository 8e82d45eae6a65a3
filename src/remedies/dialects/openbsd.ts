import { command } from '../command.js'
import type { Dialect } from '../dialect.js'
import { type BsdOptions, bsdCommands, plainDelete } from './bsd.js'

const options: BsdOptions = {
  atBoot: { title: 'Set the mask of the alias to 255.255.255.255 in /etc/hostname.lo0' },
  unpublish: (entry) => [plainDelete(entry)],
  unaliasToo: (on, vip) => command`ifconfig ${on} inet ${vip} delete`,
}

/** OpenBSD; its arp(8) looks for the published entry by itself. */
export const openbsd: Dialect = {
  platform: 'openbsd',
  commands: (host) => bsdCommands(options, host),
}
