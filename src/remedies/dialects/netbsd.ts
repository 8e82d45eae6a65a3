import { address, command } from '../command.js'
import type { Dialect } from '../dialect.js'
import { type BsdOptions, bsdCommands } from './bsd.js'

const options: BsdOptions = {
  atBoot: { title: 'Set the mask of the alias to 255.255.255.255 in /etc/ifconfig.lo0' },
  unpublish: ({ address: c }) => [command`arp -d ${address(c)} proxy`],
}

/** NetBSD. */
export const netbsd: Dialect = {
  platform: 'netbsd',
  commands: (host) => bsdCommands(options, host),
}
