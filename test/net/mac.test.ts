import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMac } from '../../src/net/mac.js'

const octet = fc.integer({ min: 0, max: 255 })
const two = (value: number) => value.toString(16).padStart(2, '0')

describe('readMac', () => {
  it('reads every spelling of six, eight and twenty octets', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(6, 8, 20)
          .chain((size) => fc.array(octet, { minLength: size, maxLength: size })),
        fc.constantFrom(':', '-'),
        fc.boolean(),
        fc.boolean(),
        (octets, separator, short, upper) => {
          const text = octets.map((one) => (short ? one.toString(16) : two(one))).join(separator)
          const given = upper ? text.toUpperCase() : text
          expect(readMac(given, [6, 8, 20])).toBe(octets.map(two).join(':'))
        },
      ),
    )
  })

  for (const text of [
    '',
    '00:00:5e:00:53',
    '00:00:5e:00:53:01:02',
    '00:00-5e:00:53:01',
    '00:00:5e:00:53:01:',
    ':00:00:5e:00:53:01',
    '00:00:5e:00:53:001',
    '00:00:5e:00:53:0g',
    '00::5e:00:53:01',
    '00005e005301',
    '00 00 5e 00 53 01',
    `${'00:'.repeat(21)}00`,
  ])
    it(`refuses "${text}"`, () => expect(readMac(text, [6, 8, 20])).toBeUndefined())

  it('takes only the lengths that the caller allows', () =>
    expect(readMac('0:0:5e:0:53:1:2:3')).toBeUndefined())
})
