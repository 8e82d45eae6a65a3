import type { Platform } from '../../model/platform.js'

/** What can be said of systems whose commands are not written down here. */
const hints: Readonly<Partial<Record<Platform, string>>> = {
  esxi: 'esxcli network ip route ipv4 removes routes on ESXi; the host client shows the VMkernel adapters',
  irix: 'route(1M) of IRIX deletes a network with its gateway and -netmask; ifconfig -alias takes the address off',
  openvms: 'TCP/IP Services has route and ifconfig as Tru64 has them',
  tru64:
    'route(8) of Tru64 deletes a network with its gateway and -netmask; ifconfig -alias takes the address off',
  zos: 'static routes and the HOME list stand in PROFILE.TCPIP and are changed with VARY TCPIP,,OBEYFILE',
}

/** A sentence that helps on a system without a dialect. */
export function hintFor(platform: Platform | null): string {
  if (platform === null) return 'the system of this host is not known; say which it is'
  return hints[platform] ?? `the commands of ${platform} are not known here`
}
