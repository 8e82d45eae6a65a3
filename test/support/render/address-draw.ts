import fc from 'fast-check'
import type { InterfaceAddress } from '../../../src/index.js'
import { type Bare, defined, type Rendering } from './rendering.js'
import { ipv4, ipv6, mac, maskOf } from './values.js'

export type Address = Bare<InterfaceAddress>
export type AddressRendering = Rendering<Address>

const UP = 'UP,BROADCAST,RUNNING,MULTICAST'
const LOOPBACK = 'UP,LOOPBACK,RUNNING,MULTICAST'

export interface Draw {
  readonly names: readonly string[]
  readonly loopback?: string
  readonly broadcast?: false
  readonly flags?: false
  readonly mac?: true
  readonly six?: true
  readonly index?: true
}

/** One address an interface; on the loopback none is announced. */
export function addresses(draw: Draw): fc.Arbitrary<readonly Address[]> {
  const names = [...draw.names, ...(draw.loopback === undefined ? [] : [draw.loopback])]
  const one = fc
    .record({
      interface: fc.constantFrom(...names),
      four: ipv4,
      six: ipv6,
      isSix: fc.boolean(),
      length: fc.integer({ min: 8, max: 32 }),
      mac,
    })
    .map((drawn): Address => {
      const isLoopback = drawn.interface === draw.loopback
      const isSix = draw.six === true && drawn.isSix
      const hasFlags = draw.flags !== false
      return defined<Address>({
        family: isSix ? 6 : 4,
        interface: drawn.interface,
        address: isSix ? drawn.six : drawn.four,
        prefixLength: isSix ? 64 : drawn.length,
        broadcast:
          isSix || isLoopback || draw.broadcast === false
            ? undefined
            : broadcastOf(drawn.four, drawn.length),
        flags: hasFlags ? (isLoopback ? LOOPBACK : UP) : undefined,
        mac: draw.mac && !isLoopback ? drawn.mac : undefined,
        loopback: isLoopback ? true : undefined,
        index: draw.index ? names.indexOf(drawn.interface) + 1 : undefined,
      })
    })
  return fc.uniqueArray(one, {
    minLength: 1,
    maxLength: names.length,
    selector: (a) => a.interface,
  })
}

/** iproute2 shows the loopback's hardware address too. */
export function asKernel(one: Address): Address {
  return { ...one, mac: one.mac ?? NO_MAC, scope: one.loopback ? 'host' : 'global' }
}

const NO_MAC = '00:00:00:00:00:00'

function broadcastOf(address: string, length: number): string {
  const mask = maskOf(length).split('.').map(Number)
  return address
    .split('.')
    .map((part, i) => Number(part) | (255 - (mask[i] ?? 0)))
    .join('.')
}
