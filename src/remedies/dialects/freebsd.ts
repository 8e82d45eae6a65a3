import type { Dialect } from '../dialect.js'
import { type BsdOptions, bsdCommands, plainDelete, pubDelete } from './bsd.js'

/** The last release whose arp(8) is known to take the word `pub` when it deletes; 15 has it no more. */
const LAST_WITH_PUB = 13

const options: BsdOptions = {
  atBoot: {
    title: 'Set the mask of the alias to 255.255.255.255 in /etc/rc.conf, in ifconfig_lo0_alias0',
  },
  unpublish: (entry, major) =>
    major !== undefined && major > LAST_WITH_PUB
      ? [plainDelete(entry)]
      : [pubDelete(entry), plainDelete(entry)],
}

/** FreeBSD. */
export const freebsd: Dialect = {
  platform: 'freebsd',
  commands: (host) => bsdCommands(options, host),
}
