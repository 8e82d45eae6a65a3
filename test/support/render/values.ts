import fc from 'fast-check'

const octet = fc.integer({ min: 0, max: 255 })

/** An IPv4 address of a host, as text. */
export const ipv4 = fc
  .tuple(
    fc.integer({ min: 1, max: 223 }).filter((first) => first !== 127),
    octet,
    octet,
    fc.integer({ min: 1, max: 254 }),
  )
  .map((octets) => octets.join('.'))

/** A network of IPv4 as `address/length`, host bits zero; never all of IPv4, never a host. */
export const network4 = fc.tuple(ipv4, fc.integer({ min: 8, max: 31 })).map(([address, length]) => {
  const mask = maskOf(length).split('.').map(Number)
  return `${address
    .split('.')
    .map((part, i) => Number(part) & (mask[i] ?? 0))
    .join('.')}/${length}`
})

const group = fc.integer({ min: 1, max: 0xffff }).map((value) => value.toString(16))

/** A global IPv6 address in its canonical form: a run of zeros where the drawn groups end. */
export const ipv6 = fc
  .tuple(fc.array(group, { minLength: 1, maxLength: 3 }), group)
  .map(([front, last]) => `2001:db8:${front.join(':')}::${last}`)

/** A network of IPv6, host bits zero. */
export const network6 = group.chain((third) =>
  fc.integer({ min: 48, max: 64 }).map((length) => `2001:db8:${third}::/${length}`),
)

/** A hardware address of a card: lower case, colons, never all zeros. */
export const mac = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 5, maxLength: 5 })
  .map((octets) => ['02', ...octets.map((one) => one.toString(16).padStart(2, '0'))].join(':'))

export const count = fc.nat({ max: 99999 })
export const small = fc.nat({ max: 99 })

/** Undefined now and then. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined })
}

/** A list of one to eight. */
export function some<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(arbitrary, { minLength: 1, maxLength: 8 })
}

/** The netmask of a prefix length, four decimal parts. */
export function maskOf(length: number): string {
  return [0, 8, 16, 24]
    .map((from) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - from))))
    .join('.')
}

/** Both parts of `address/length`. */
export function partsOf(cidr: string): { address: string; length: number } {
  const [address = '', length = ''] = cidr.split('/')
  return { address, length: Number(length) }
}

/** The hardware address as %x prints its octets. */
export function shortMac(text: string): string {
  return text.replace(/\b0(?=[\da-f])/g, '')
}

/** The address without the octets at its end that are zero. */
export function withoutZeros(address: string): string {
  return address.replace(/(?:\.0){1,3}$/, '')
}

/** The network as the BSDs cut it: octets that are zero are not printed; the length always, or where the class has another. */
export function cutNetwork(cidr: string, classful: boolean): string {
  const { address, length } = partsOf(cidr)
  const cut = withoutZeros(address)
  const first = Number(address.split('.')[0])
  const natural = first < 128 ? 8 : first < 192 ? 16 : 24
  return classful && length === natural ? cut : `${cut}/${length}`
}
