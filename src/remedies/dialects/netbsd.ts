import { address, command } from '../command.js'
import { bsdDialect } from './bsd.js'

/** NetBSD. */
export const netbsd = bsdDialect({
  platform: 'netbsd',
  atBoot: { title: 'Set the mask of the alias to 255.255.255.255 in /etc/ifconfig.lo0' },
  unpublish: ({ address: c }) => [command`arp -d ${address(c)} proxy`],
})
