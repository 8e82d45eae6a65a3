import type { Capture } from '../../src/model/capture.js'
import type { Finding } from '../../src/model/finding.js'
import type { Host, HostCapture } from '../../src/model/host.js'
import type { InterfaceAddress } from '../../src/model/interface.js'
import type { Neighbor } from '../../src/model/neighbor.js'
import type { Platform } from '../../src/model/platform.js'
import type { Gateway, Route } from '../../src/model/route.js'
import type { Span } from '../../src/model/span.js'

export function spanOf(line: number): Span {
  return { line, column: 1, endLine: line, endColumn: 60 }
}

/** A gateway by its text: an address, `on-link`, `none` or `link#2`. */
export function gatewayOf(text: string): Gateway {
  if (text === 'on-link') return { kind: 'onlink' }
  if (text === 'none') return { kind: 'none' }
  if (text.startsWith('link#')) return { kind: 'link', link: text }
  return { kind: 'address', address: text }
}

/** A row; its line is set by the table it is put into. */
export function row(
  destination: string,
  gateway: string,
  interface_: string,
  more: Partial<Route> = {},
): Route {
  return {
    family: destination.includes(':') ? 6 : 4,
    destination,
    gateway: gatewayOf(gateway),
    interface: interface_,
    span: spanOf(0),
    ...more,
  }
}

const LINES = { total: 0, record: 0, heading: 0, blank: 0, outside: 0, unparsed: 0 }

type Facts = Partial<Pick<Host, 'version' | 'wpar' | 'role' | 'forwarding'>>

export interface Sight {
  readonly routes?: readonly Route[]
  readonly also?: readonly Route[]
  readonly addresses?: readonly Omit<InterfaceAddress, 'span' | 'family'>[]
  readonly neighbors?: readonly Neighbor[]
  readonly settings?: Readonly<Record<string, string>>
  /** Index of the only adapter with the loopback's hardware address. */
  readonly loopbackIndex?: number
}

/** A host of a system with what its captures show; rows get the numbers of their lines. */
export function hostOf(platform: Platform | null, sight: Sight, facts: Facts = {}): Host {
  const captures: HostCapture[] = []
  const head = { platform, format: null, diagnostics: [], lines: LINES, span: spanOf(1), text: '' }
  const numbered = (rows: readonly Route[]) =>
    rows.map((route, at) => ({ ...route, span: spanOf(at + 1) }))
  if (sight.routes)
    captures.push({
      ...head,
      kind: 'routes',
      file: 'routes.txt',
      records: numbered(sight.routes),
      ...(sight.loopbackIndex === undefined
        ? {}
        : {
            interfaces: [
              { name: 'x', index: sight.loopbackIndex, mac: '02:00:4c:4f:4f:50', span: spanOf(1) },
              { name: 'y', index: 99, mac: '00:00:5e:00:53:01', span: spanOf(2) },
            ],
          }),
    })
  if (sight.also)
    captures.push({ ...head, kind: 'routes', file: 'also.txt', records: numbered(sight.also) })
  if (sight.addresses)
    captures.push({
      ...head,
      kind: 'addresses',
      file: 'addresses.txt',
      records: sight.addresses.map((address, at) => ({
        ...address,
        family: address.address.includes(':') ? 6 : 4,
        span: spanOf(at + 1),
      })),
    })
  if (sight.settings)
    captures.push({
      ...head,
      kind: 'settings',
      file: 'sysctl.txt',
      records: Object.entries(sight.settings).map(([name, value]) => ({
        name,
        value,
        span: spanOf(1),
      })),
    })
  return {
    name: 'web1',
    platform,
    role: 'server',
    forwarding: 'mac',
    loopbackAddresses: [],
    acceptsBy: 'alias',
    captures,
    ...facts,
  }
}

/** A finding about a row of the host's first table, the first by default. */
export function findingOf(
  host: Host,
  rule: string,
  vip: string,
  more: Partial<Finding> & { readonly at_?: number } = {},
): Finding {
  const { at_ = 0, ...rest } = more
  const first = host.captures.find((capture) => capture.kind === 'routes')
  const route = first?.kind === 'routes' ? first.records[at_] : undefined
  return {
    rule,
    level: 'error',
    certainty: 'certain',
    host: host.name,
    vip,
    message: `about ${vip}`,
    at: route === undefined ? [] : [{ file: 'routes.txt', span: route.span, text: 'row' }],
    ...(route === undefined ? {} : { route }),
    fingerprint: 'f',
    ...rest,
  }
}

/** The same host with a diagnostic on a line of its first table. */
export function doubting(host: Host, line: number, level: 'warning' | 'info'): Host {
  const diagnostic = {
    code: 'extra-cell',
    level,
    span: spanOf(line),
    args: { text: 'x' },
  } as const
  const captures = host.captures.map((capture, at) =>
    at === 0 ? { ...capture, diagnostics: [diagnostic] } : capture,
  )
  return { ...host, captures }
}

export type { Capture }
