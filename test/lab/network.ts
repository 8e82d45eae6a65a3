import { spawnSync } from 'node:child_process'

/**
 * A client, a balancer and a server as network namespaces on one bridge, which is a namespace of its own: nothing of it
 * touches the machine's network, and all of it goes with the namespaces.
 */
export interface Lab {
  /** What a command prints in a namespace; throws where it fails. */
  readonly run: (host: Host, command: string) => string
  /** True where the command succeeds. */
  readonly succeeds: (host: Host, command: string) => boolean
  readonly close: () => void
}

export type Host = 'balancer' | 'client' | 'server'

const hosts: readonly Host[] = ['balancer', 'client', 'server']

export const LAN = { balancer: '203.0.113.1', client: '203.0.113.20', server: '203.0.113.10' }
export const LAN6 = {
  balancer: '2001:db8:1::1',
  client: '2001:db8:1::20',
  server: '2001:db8:1::10',
}
/** Stands behind the balancer, in a subnet of its own. */
export const FAR = '203.0.113.130'
export const FAR6 = '2001:db8:1:2::130'
/** Behind the balancer too, and in no wide network of the cluster address. */
export const OUTSIDE = '192.0.2.5'
export const VIP = '203.0.113.100'
export const VIP6 = '2001:db8:1::100'

function execute(argv: readonly string[]) {
  const [file = '', ...args] = argv
  return spawnSync(file, args, { encoding: 'utf8', timeout: 10_000 })
}

/** Why the lab cannot be built on this machine; undefined where it can. */
export function lacking(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root'
  for (const tool of ['arp', 'busybox', 'ip', 'route', 'sysctl'])
    if (execute(['sh', '-c', `command -v ${tool}`]).status !== 0) return `no ${tool}`
  const name = `${prefix}probe`
  const made = execute(['ip', 'netns', 'add', name]).status === 0
  if (made) execute(['ip', 'netns', 'del', name])
  return made ? undefined : 'no network namespaces'
}

const prefix = `routeprint-${process.pid}-`

/** Builds the network; each host reaches the others, and the balancer is the router. */
export function openLab(): Lab {
  const inside = (host: string, argv: readonly string[]) =>
    execute(['ip', 'netns', 'exec', prefix + host, ...argv])
  const run = (host: string, command: string): string => {
    const { status, stdout, stderr } = inside(host, command.split(' '))
    if (status !== 0) throw new Error(`${command}: ${stderr}`)
    return stdout
  }
  const close = (): void => {
    for (const host of [...hosts, 'wire']) execute(['ip', 'netns', 'del', prefix + host])
  }
  try {
    build(run)
  } catch (error) {
    close()
    throw error
  }
  return { run, succeeds: (host, command) => inside(host, command.split(' ')).status === 0, close }
}

function build(run: (host: string, command: string) => string): void {
  for (const host of [...hosts, 'wire']) {
    if (execute(['ip', 'netns', 'add', prefix + host]).status !== 0)
      throw new Error(`namespace ${host} could not be made`)
  }
  run('wire', 'ip link add br0 type bridge')
  run('wire', 'ip link set br0 up')
  for (const host of hosts) {
    run('wire', `ip link add ${host} type veth peer name eth0 netns ${prefix}${host}`)
    run('wire', `ip link set ${host} master br0 up`)
    configure(run, host)
  }
  run('balancer', 'sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1')
  run('balancer', `ip addr add ${FAR}/32 dev lo`)
  run('balancer', `ip addr add ${OUTSIDE}/32 dev lo`)
  run('balancer', `ip -6 addr add ${FAR6}/128 dev lo`)
  for (const host of ['client', 'server']) {
    run(host, `ip route add default via ${LAN.balancer} dev eth0`)
    run(host, `ip -6 route add default via ${LAN6.balancer} dev eth0`)
  }
  run('server', 'sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2')
}

function configure(run: (host: string, command: string) => string, host: Host): void {
  const conf = 'net.ipv4.conf'
  run(
    host,
    `sysctl -qw ${conf}.all.rp_filter=0 ${conf}.default.rp_filter=0 ${conf}.eth0.rp_filter=0`,
  )
  // Without it a new IPv6 address cannot be used for a second, while it looks for a double.
  run(host, 'sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.eth0.accept_dad=0')
  run(host, 'ip link set lo up')
  run(host, 'ip link set eth0 up')
  run(host, `ip addr add ${LAN[host]}/25 dev eth0`)
  run(host, `ip -6 addr add ${LAN6[host]}/64 dev eth0 nodad`)
}
