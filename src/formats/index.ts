import { aixArp } from './aix/arp.js'
import { aixIfconfig } from './aix/ifconfig.js'
import { aixNdp } from './aix/ndp.js'
import { aixNetstat } from './aix/netstat.js'
import { aixRouteGet } from './aix/route-get.js'
import { dragonflyArp } from './dragonfly/arp.js'
import { dragonflyIfconfig } from './dragonfly/ifconfig.js'
import { dragonflyNdp } from './dragonfly/ndp.js'
import { dragonflyNetstat } from './dragonfly/netstat.js'
import { dragonflyRouteGet } from './dragonfly/route-get.js'
import { esxiInterfaceList } from './esxi/interface-list.js'
import { esxiNeighborList } from './esxi/neighbor-list.js'
import { esxiRouteList } from './esxi/route-list.js'
import type { Format } from './format.js'
import { freebsdArp } from './freebsd/arp.js'
import { freebsdIfconfig } from './freebsd/ifconfig.js'
import { freebsdNdp } from './freebsd/ndp.js'
import { freebsdNetstat } from './freebsd/netstat.js'
import { freebsdRouteGet } from './freebsd/route-get.js'
import { hpuxArp } from './hpux/arp.js'
import { hpuxIfconfig } from './hpux/ifconfig.js'
import { hpuxNdp } from './hpux/ndp.js'
import { hpuxNetstat } from './hpux/netstat.js'
import { irixArp } from './irix/arp.js'
import { irixIfconfig } from './irix/ifconfig.js'
import { irixNetstat } from './irix/netstat.js'
import { linuxArp } from './linux/arp.js'
import { linuxArpA } from './linux/arp-a.js'
import { linuxIfconfig } from './linux/ifconfig.js'
import { linuxIpAddr } from './linux/ip-addr.js'
import { linuxIpAddrBrief } from './linux/ip-addr-brief.js'
import { linuxIpAddrJson } from './linux/ip-addr-json.js'
import { linuxIpNeigh } from './linux/ip-neigh.js'
import { linuxIpNeighBrief } from './linux/ip-neigh-brief.js'
import { linuxIpNeighJson } from './linux/ip-neigh-json.js'
import { linuxIpRoute } from './linux/ip-route.js'
import { linuxIpRouteJson } from './linux/ip-route-json.js'
import { linuxIpRule } from './linux/ip-rule.js'
import { linuxIpRuleJson } from './linux/ip-rule-json.js'
import { linuxNetstat } from './linux/netstat.js'
import { linuxNetstat6 } from './linux/netstat-6.js'
import { linuxProcArp } from './linux/proc-arp.js'
import { linuxProcNetIpv6Route } from './linux/proc-net-ipv6-route.js'
import { linuxProcNetRoute } from './linux/proc-net-route.js'
import { linuxSysctl } from './linux/sysctl.js'
import { macosArp } from './macos/arp.js'
import { macosIfconfig } from './macos/ifconfig.js'
import { macosNdp } from './macos/ndp.js'
import { macosNetstat } from './macos/netstat.js'
import { macosRouteGet } from './macos/route-get.js'
import { netbsdArp } from './netbsd/arp.js'
import { netbsdIfconfig } from './netbsd/ifconfig.js'
import { netbsdNdp } from './netbsd/ndp.js'
import { netbsdNetstat } from './netbsd/netstat.js'
import { netbsdRouteGet } from './netbsd/route-get.js'
import { openbsdArp } from './openbsd/arp.js'
import { openbsdIfconfig } from './openbsd/ifconfig.js'
import { openbsdNdp } from './openbsd/ndp.js'
import { openbsdNetstat } from './openbsd/netstat.js'
import { openbsdRouteGet } from './openbsd/route-get.js'
import { openvmsIfconfig } from './openvms/ifconfig.js'
import { openvmsNetstat } from './openvms/netstat.js'
import { openvmsShowRoute } from './openvms/show-route.js'
import { qnxNetstat } from './qnx/netstat.js'
import { solarisIfconfig } from './solaris/ifconfig.js'
import { solarisIpadm } from './solaris/ipadm.js'
import { solarisNetToMedia } from './solaris/net-to-media.js'
import { solarisNetstat } from './solaris/netstat.js'
import { solarisRouteGet } from './solaris/route-get.js'
import { tru64Arp } from './tru64/arp.js'
import { tru64Ifconfig } from './tru64/ifconfig.js'
import { tru64Netstat } from './tru64/netstat.js'
import { windowsArp } from './windows/arp.js'
import { windowsGetNetIpAddress } from './windows/get-net-ip-address.js'
import { windowsGetNetNeighbor } from './windows/get-net-neighbor.js'
import { windowsGetNetRoute } from './windows/get-net-route.js'
import { windowsIpconfig } from './windows/ipconfig.js'
import { windowsNetshAddresses } from './windows/netsh-addresses.js'
import { windowsNetshNeighbors } from './windows/netsh-neighbors.js'
import { windowsNetshRoute } from './windows/netsh-route.js'
import { windowsRoutePrint } from './windows/route-print.js'
import { zosNetstat } from './zos/netstat.js'
/** Every output that is read. A new one is one file and one line here. */
export const formats = /* @__PURE__ */ listed([
  aixArp,
  aixIfconfig,
  aixNdp,
  aixNetstat,
  aixRouteGet,
  dragonflyArp,
  dragonflyIfconfig,
  dragonflyNdp,
  dragonflyNetstat,
  dragonflyRouteGet,
  esxiInterfaceList,
  esxiNeighborList,
  esxiRouteList,
  freebsdArp,
  freebsdIfconfig,
  freebsdNdp,
  freebsdNetstat,
  freebsdRouteGet,
  hpuxArp,
  hpuxIfconfig,
  hpuxNdp,
  hpuxNetstat,
  irixArp,
  irixIfconfig,
  irixNetstat,
  linuxArp,
  linuxArpA,
  linuxIfconfig,
  linuxIpAddr,
  linuxIpAddrBrief,
  linuxIpAddrJson,
  linuxIpNeigh,
  linuxIpNeighBrief,
  linuxIpNeighJson,
  linuxIpRoute,
  linuxIpRouteJson,
  linuxIpRule,
  linuxIpRuleJson,
  linuxNetstat,
  linuxNetstat6,
  linuxProcArp,
  linuxProcNetIpv6Route,
  linuxProcNetRoute,
  linuxSysctl,
  macosArp,
  macosIfconfig,
  macosNdp,
  macosNetstat,
  macosRouteGet,
  netbsdArp,
  netbsdIfconfig,
  netbsdNdp,
  netbsdNetstat,
  netbsdRouteGet,
  openbsdArp,
  openbsdIfconfig,
  openbsdNdp,
  openbsdNetstat,
  openbsdRouteGet,
  openvmsIfconfig,
  openvmsNetstat,
  openvmsShowRoute,
  qnxNetstat,
  solarisIfconfig,
  solarisIpadm,
  solarisNetToMedia,
  solarisNetstat,
  solarisRouteGet,
  tru64Arp,
  tru64Ifconfig,
  tru64Netstat,
  windowsArp,
  windowsGetNetIpAddress,
  windowsGetNetNeighbor,
  windowsGetNetRoute,
  windowsIpconfig,
  windowsNetshAddresses,
  windowsNetshNeighbors,
  windowsNetshRoute,
  windowsRoutePrint,
  zosNetstat,
])

export type FormatId = (typeof formats)[number]['id']

/** Keeps the ids as a union and nothing else: the types of the readers stay out of the published declarations. */
function listed<Id extends string>(list: readonly Format<Id>[]): readonly Format<Id>[] {
  return list
}

let byId: ReadonlyMap<string, Format<FormatId>> | undefined

/** The format of that id; undefined where there is none. */
export function formatById(id: string): Format<FormatId> | undefined {
  byId ??= new Map(formats.map((format) => [format.id, format]))
  return byId.get(id)
}
