import { type Layout, namedCommand } from './layout.js'

/** Captures beside `sos_commands`; networking/namespaces is left alone: those tables are not the host's. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['proc/net/arp', 'cat /proc/net/arp'],
  ['proc/net/ipv6_route', 'cat /proc/net/ipv6_route'],
  ['proc/net/route', 'cat /proc/net/route'],
])

/** sos report of Red Hat, Debian, Ubuntu, SUSE; files are named like their commands (sos 3 and 4). */
export const sosreport = {
  id: 'sosreport',
  summary: 'sos report: sos_commands/networking, proc/net',
  markers: ['sos_commands'],
  folders: ['sos_commands/networking', 'sos_commands/kernel', 'proc/net'],
  names: [
    'hostname',
    'sos_commands/host/hostname',
    'sos_commands/general/hostname',
    'etc/hostname',
  ],
  command: (path) =>
    FILES.get(path) ?? (path.startsWith('sos_commands/') ? namedCommand(path) : undefined),
} as const satisfies Layout
