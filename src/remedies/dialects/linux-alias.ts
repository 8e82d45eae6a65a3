import type { Host } from '../../model/host.js'
import { address, command, integer, name, nothing, type Part, words } from '../command.js'
import type { Alias, Step } from '../dialect.js'

const device = (carrier: string | undefined): Part => name(carrier?.split(':')[0], 'interface name')

/** Every address of one network on one device goes when the first of them goes. */
function companions({ vip, interface: carrier, prefixLength, host }: Alias): readonly string[] {
  return host.captures.flatMap((capture) =>
    capture.kind === 'addresses'
      ? capture.records
          .filter(
            (row) =>
              row.interface === carrier &&
              row.address !== vip &&
              row.prefixLength === prefixLength &&
              row.attributes?.includes('secondary'),
          )
          .map((row) => row.address)
      : [],
  )
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
    ...(same.length === 0
      ? {}
      : { note: `this takes the addresses with it that are secondary to it: ${same.join(', ')}` }),
  }
}

/** True where a capture shows that the kernel already keeps silent. */
function isSilent(host: Host): boolean {
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
}

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
