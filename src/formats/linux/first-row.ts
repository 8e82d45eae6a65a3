import type { Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { readIPv4 } from '../../net/ipv4.js'
import type { Output } from '../output.js'

/** Whether the front of a text's first row stands there: `open` until another row confirms it. */
type Front = 'lost' | 'open' | 'whole'

/** What is known of a first row whose front may be missing. */
interface Doubt {
  readonly front: 'lost' | 'open'
  /** What its destination begins with. */
  readonly start: string
  readonly text: string
  span: Span
}

/**
 * Watches over the first row of a text that has no heading: `92.0.2.0/24` may be the rest of 192.0.2.0/24, `e80::/64` of
 * fe80::/64. Other addresses that begin in the same way confirm it.
 */
export class FirstRow {
  private readonly out: Output
  private doubt: Doubt | undefined

  constructor(out: Output) {
    this.out = out
  }

  /** Takes the first row of a text; `printed` is its destination as it stands there. */
  open(route: Route, printed: string): void {
    const front = frontOf(route, printed, this.out.row.find('from') > 0)
    if (front === 'whole') return
    const text = this.out.row.excerpt()
    this.doubt = { front, start: startOf(printed), text, span: route.span }
    this.confirmBy(route)
  }

  /** True while another row may still confirm the first one. */
  get isOpen(): boolean {
    return this.doubt?.front === 'open'
  }

  /** Takes a next hop of the first row, which is in doubt with it. */
  addHop(route: Route): void {
    if (this.doubt === undefined) return
    const { endLine, endColumn } = route.span
    this.doubt.span = { ...this.doubt.span, endLine, endColumn }
    this.confirmBy(route)
  }

  /** Looks at another row of the same text. */
  see(route: Route): void {
    if (this.doubt === undefined) return
    if (route.destination.startsWith(this.doubt.start)) this.confirm()
    else this.confirmBy(route)
  }

  /** Says that the first row is in doubt where nothing has confirmed it. */
  close(): void {
    if (this.doubt === undefined) return
    const { text, span } = this.doubt
    this.doubt = undefined
    this.out.diagnose('head-missing', { text }, span)
  }

  private confirmBy({ source, gateway }: Route): void {
    const start = this.doubt?.start ?? ''
    if (source?.startsWith(start)) this.confirm()
    else if (gateway.kind === 'address' && gateway.address.startsWith(start)) this.confirm()
  }

  private confirm(): void {
    if (this.doubt?.front === 'open') this.doubt = undefined
  }
}

function frontOf(route: Route, printed: string, isFrom: boolean): Front {
  const { destination, type } = route
  if (type !== undefined || destination.endsWith('/0')) return 'whole'
  if (printed.startsWith('0/') || (!isFrom && isNextHop(route))) return 'lost'
  if (route.family === 4) return frontOf4(destination)
  if (WHOLE_IPV6.test(printed) || isLoopback(route)) return 'whole'
  return printed.startsWith('::') ? 'lost' : 'open'
}

/**
 * The rest of `default via 192.0.2.1 dev eth0`: the kernel gives what has no next hop the scope `link`, except in what
 * `ip route get` prints, and no route but that of its own table leads to a link-local host.
 */
function isNextHop(route: Route): boolean {
  const { destination, gateway, scope, protocol } = route
  if (gateway.kind !== 'onlink') return false
  if (route.family === 6) return protocol !== 'kernel' && /^fe[89ab].*\/128$/.test(destination)
  if (!destination.endsWith('/32') || (scope !== undefined && scope !== 'global')) return false
  return route.source === undefined || protocol !== undefined || route.metric !== undefined
}

function isLoopback({ destination, interface: device }: Route): boolean {
  return destination === '::1/128' && device === 'lo'
}

/** Networks in use have four digits in front, but for those of RFC 6052 and 6666, and mapped ones. */
const WHOLE_IPV6 = /^(?:[0-9a-f]{4}:|64:ff9b:|100::\/64|::\/96|::ffff:)/

/** What an address begins with: its first octet or group with the mark behind it. */
function startOf(printed: string): string {
  return /^[^.:]*[.:]?/.exec(printed)?.[0] ?? ''
}

/**
 * Whether digits may have stood before an IPv4 network: its first octet has room for them, and the longer network has no
 * host bits under its mask, as no network of the kernel has. 10.0.0.0/8, in use everywhere, is taken at its word.
 */
function frontOf4(destination: string): Front {
  const slash = destination.indexOf('/')
  const value = readIPv4(destination.slice(0, slash))
  const size = 2 ** (32 - Number(destination.slice(slash + 1)))
  if (value % size !== 0) return 'lost'
  const octet = Math.floor(value / OCTET)
  if (octet === 10) return 'whole'
  const step = octet < 10 ? 10 : 100
  for (let longer = octet + step; longer < 256 && octet < 100; longer += step)
    if ((value + (longer - octet) * OCTET) % size === 0) return 'open'
  return 'whole'
}

const OCTET = 2 ** 24
