import { command } from '../command.js'
import { bsdDialect, plainDelete } from './bsd.js'

/** OpenBSD; its arp(8) looks for the published entry by itself. */
export const openbsd = bsdDialect({
  platform: 'openbsd',
  atBoot: { title: 'Set the mask of the alias to 255.255.255.255 in /etc/hostname.lo0' },
  unpublish: (entry) => [plainDelete(entry)],
  unaliasToo: (on, vip) => command`ifconfig ${on} inet ${vip} delete`,
})
