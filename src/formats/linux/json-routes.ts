import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import { readCidr } from '../../net/cidr.js'
import type { Output } from '../output.js'
import type { FamilyOrder } from './family-order.js'
import { guessFamily } from './ip-family.js'
import { deadTypes, routeTypes } from './ip-route-words.js'
import type { JsonObject } from './json-scan.js'
import {
  isFields,
  type JsonFields,
  listOf,
  numberOf,
  objectPlaces,
  parseFields,
  textOf,
} from './json-values.js'

/** Makes routes of the objects that `ip -json route` prints. */
export class JsonRoutes {
  private readonly out: Output
  private readonly order: FamilyOrder

  constructor(out: Output, order: FamilyOrder) {
    this.out = out
    this.order = order
  }

  read({ text, spans }: JsonObject): void {
    const [span] = spans
    if (span === undefined) return
    // iproute2 before 5.1: {"broadcast","dst":…
    const fields = parseFields(text.replace(/^\{\s*("[a-z]+")\s*,/, '{"type":$1,'))
    const to = fields === undefined ? undefined : readTarget(textOf(fields, 'dst') ?? '')
    if (fields === undefined || to === undefined) {
      const isEmpty = fields !== undefined && Object.keys(fields).length === 0
      if (!isEmpty) this.refuse(text, span)
      return
    }
    const hops = listOf(fields, 'nexthops')
    if (hops.length === 0) {
      this.keep({ fields, to, span, hop: fields })
      return
    }
    const places = objectPlaces(fields)
    const isMixed = HOP_KEYS.some((key) => Object.hasOwn(fields, key))
    for (const hop of hops) {
      const place = spans[places.get(hop) ?? 0] ?? span
      if (isMixed || textOf(hop, 'dev') === undefined) this.sayMixed(text, place)
      this.keep({ fields, to, span: place, hop })
    }
  }

  /** Every next hop has a device, and what leads to it stands nowhere else. */
  private sayMixed(text: string, span: Span): void {
    const why = 'its next hops are not whole'
    this.out.diagnose('row-doubtful', { text: text.slice(0, 200), why }, span)
  }

  private refuse(text: string, span: Span): void {
    const args = { text: text.slice(0, 200), expected: 'an object with dst, gateway and dev' }
    this.out.diagnose('unparsed-line', args, span)
  }

  private keep(one: { fields: JsonFields; to: Target; span: Span; hop: JsonFields }): void {
    const { fields, to, span, hop } = one
    const type = textOf(fields, 'type')
    const route: Open<Route> = {
      family: to.family === 6 ? 6 : 4,
      destination: to.destination,
      gateway:
        this.gateway(hop, span) ?? (type !== undefined && deadTypes.has(type) ? NOWHERE : ON_LINK),
      span,
    }
    const device = textOf(hop, 'dev')
    if (device !== undefined) route.interface = device
    setFields(route, fields)
    this.checkSource(route)
    if (type !== undefined && !routeTypes.has(type) && !/^\d+$/.test(type))
      this.out.diagnose('unknown-word', { text: type.slice(0, 200), column: 'type' }, span)
    if (to.family !== 0) {
      this.order.add(route)
      return
    }
    const via = isFields(hop['via']) ? textOf(hop['via'], 'family') : undefined
    const from = textOf(fields, 'from')
    const family = guessFamily(route, {
      pref: textOf(fields, 'pref') !== undefined,
      ...(via === undefined ? {} : { via }),
      ...(from === undefined ? {} : { from }),
    })
    this.order.addOpen(route, to.destination, family)
  }

  private checkSource({ source, span }: Route): void {
    if (source === undefined || readAddress(source) !== undefined) return
    this.out.diagnose('bad-address', { text: source.slice(0, 200), column: 'prefsrc' }, span)
  }

  private gateway(hop: JsonFields, span: Span): Gateway | undefined {
    const text = isFields(hop['via']) ? textOf(hop['via'], 'host') : textOf(hop, 'gateway')
    if (text === undefined || text === '::') return undefined
    const read = readAddress(text)
    if (read !== undefined) return { kind: 'address', address: read.address }
    this.out.diagnose('bad-address', { text: text.slice(0, 200), column: 'gateway' }, span)
    return { kind: 'unknown', text }
  }
}

const HOP_KEYS = ['dev', 'gateway', 'via'] as const
const ON_LINK: Gateway = { kind: 'onlink' }
const NOWHERE: Gateway = { kind: 'none' }

/** A destination; `family` is 0 where the text tells only the length. */
interface Target {
  readonly family: 0 | 4 | 6
  readonly destination: string
}

function readTarget(text: string): Target | undefined {
  if (text === 'default') return { family: 0, destination: '/0' }
  if (/^0\/\d{1,3}$/.test(text) && Number(text.slice(2)) <= 128)
    return { family: 0, destination: text.slice(1) }
  const read = readCidr(text)
  return read === undefined ? undefined : { family: read.family, destination: read.cidr }
}

const TEXTS = [
  ['type', 'type'],
  ['table', 'table'],
  ['protocol', 'protocol'],
  ['scope', 'scope'],
  ['prefsrc', 'source'],
] as const

const NUMBERS = [
  ['metric', 'metric'],
  ['expires', 'expire'],
  ['users', 'refs'],
  ['used', 'use'],
] as const

const METRICS = ['mtu', 'window'] as const

function setFields(route: Open<Route>, fields: JsonFields): void {
  for (const [name, field] of TEXTS) {
    const value = textOf(fields, name)
    if (value !== undefined) route[field] = value
  }
  for (const [name, field] of NUMBERS) {
    const value = numberOf(fields, name)
    if (value !== undefined)
      route[field] = value < 0 && field === 'metric' ? value + 2 ** 32 : value
  }
  for (const metrics of listOf(fields, 'metrics'))
    for (const name of METRICS) {
      const value = numberOf(metrics, name)
      if (value !== undefined) route[name] = value
    }
}
