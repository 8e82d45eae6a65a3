import { bsdDialect, pubDelete } from './bsd.js'

/** DragonFly BSD. */
export const dragonfly = bsdDialect({
  platform: 'dragonfly',
  atBoot: {
    title: 'Set the mask of the alias to 255.255.255.255 in /etc/rc.conf, in ifconfig_lo0_alias0',
  },
  unpublish: (entry) => [pubDelete(entry)],
})
