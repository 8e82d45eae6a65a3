import { isReadCommand } from '../command-name.js'
import type { Layout } from './layout.js'

/** Oracle Explorer of Solaris: `netstat-rnv.out` is netstat -rnv, `arp-a.out` is arp -a. */
export const oracleExplorer = {
  id: 'oracle-explorer',
  summary: 'Oracle Explorer: sysconfig/netstat-rn.out, netinfo',
  markers: [
    'sysconfig/netstat-rn.out',
    'sysconfig/netstat-rnv.out',
    'sysconfig/netstat-nr.out',
    'netinfo/netstat-rn.out',
    'netinfo/netstat-rnv.out',
  ],
  folders: ['netinfo', 'sysconfig'],
  names: ['sysconfig/uname-n.out', 'sysconfig/hostname.out'],
  command,
} as const satisfies Layout

function command(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!name.endsWith('.out')) return undefined
  const line = name.slice(0, -4).replace('-', ' -').replaceAll('_', ' ')
  return isReadCommand(line) ? line : undefined
}
