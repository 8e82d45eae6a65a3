import { once } from '../../analyze/once.js'
import type { Host } from '../../model/host.js'
import { address, command, integer, name, nothing, type Part, words } from '../command.js'
import type { Alias, Step } from '../dialect.js'

const device = (carrier: string | undefined): Part => name(carrier?.split(':')[0], 'interface name')

/** The secondary addresses of each network on each device. */
const secondaries = /* @__PURE__ */ once((host: Host) => {
  const found = new Map<string, string[]>()
  for (const capture of host.captures) {
    if (capture.kind !== 'addresses') continue
    for (const { interface: device, prefixLength, address, attributes } of capture.records) {
      if (!attributes?.includes('secondary')) continue
      const key = `${prefixLength} ${device}`
      const known = found.get(key)
      if (known === undefined) found.set(key, [address])
      else known.push(address)
    }
  }
  return found
})

/** Addresses that a note names before it counts. */
const MOST_NAMED = 50

/** Every address of one network on one device goes when the first of them goes. */
function companions({ vip, interface: carrier, prefixLength, host }: Alias): string | undefined {
  const all = secondaries(host).get(`${prefixLength} ${carrier}`) ?? []
  // The address itself may be one of them.
  const named = all.slice(0, MOST_NAMED + 1).filter((one) => one !== vip)
  const more = all.length - Math.min(all.length, MOST_NAMED + 1)
  if (named.length === 0) return undefined
  return `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`
}

/** Takes the address off; without its length iproute2 still finds it, with a warning. */
export function linuxUnalias(alias: Alias): Step {
  const { vip, family, interface: carrier, prefixLength } = alias
  const ip = family === 6 ? words`ip -6` : words`ip`
  const length = prefixLength === undefined ? nothing : words`/${integer(prefixLength)}`
  const on = device(carrier ?? 'lo')
  const same = companions(alias)
  return {
    title: `Take ${vip} off ${carrier ?? 'lo'}`,
    built: command`${ip} addr del ${address(vip)}${length} dev ${on}`,
    undo: command`${ip} addr add ${address(vip)}${length} dev ${on}`,
    lasts: 'until-reboot',
    ...(same === undefined
      ? {}
      : { note: `this takes the addresses with it that are secondary to it: ${same}` }),
  }
}

/** True where a capture shows that the kernel already keeps silent. */
const isSilent = /* @__PURE__ */ once((host: Host) => {
  const value = (name: string): number => {
    for (const capture of host.captures) {
      if (capture.kind !== 'settings') continue
      const setting = capture.records.find((record) => record.name === name)
      if (setting !== undefined) return Number(setting.value)
    }
    return 0
  }
  const ignores = value('net.ipv4.conf.all.arp_ignore')
  return (ignores === 1 || ignores === 2) && value('net.ipv4.conf.all.arp_announce') === 2
})

/** Puts the address on the loopback; before that, the kernel is told not to answer ARP for it. */
export function linuxAlias({ vip, family, interface: carrier, host }: Alias): readonly Step[] {
  const keeps = carrier !== undefined && !carrier.startsWith('lo')
  const on = device(keeps ? carrier : 'lo')
  const title = `Put ${vip} on ${keeps ? carrier : 'the loopback'} with a host mask`
  if (family === 6)
    return [
      {
        title,
        built: command`ip -6 addr add ${address(vip)}/128 dev ${on}`,
        undo: command`ip -6 addr del ${address(vip)}/128 dev ${on}`,
        lasts: 'until-reboot',
      },
    ]
  const scope = keeps ? nothing : words`scope host`
  const add: Step = {
    title,
    built: command`ip addr add ${address(vip)}/32 ${scope} dev ${on}`,
    undo: command`ip addr del ${address(vip)}/32 dev ${on}`,
    lasts: 'until-reboot',
  }
  if (isSilent(host)) return [add]
  return [
    {
      title: 'Keep the host from answering and announcing the address by ARP',
      built: command`sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2`,
      lasts: 'until-reboot',
      note: 'write both into /etc/sysctl.conf too, so that they outlive a reboot',
    },
    add,
  ]
}
