import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainMac, readMac } from '../../src/net/mac.js'

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
    'g0:00:5e:00:53:01',
    '0:0:5e:0:53:g',
    '00/00/5e/00/53/01',
    '00:00:5e:00:53:01\n',
    '0:0:5e:0:53:1:',
    `${'00:'.repeat(19)}00x`,
    `${'00:'.repeat(19)}00:`,
    `${'0:'.repeat(29)}0:`,
    `${'0:'.repeat(29)}0`,
    `${'00:'.repeat(21)}00`,
  ])
    it(`refuses "${text}"`, () => expect(readMac(text, [6, 8, 20])).toBeUndefined())

  it('takes only the lengths that the caller allows, six octets by default', () => {
    expect(readMac('0:0:5e:0:53:1:2:3')).toBeUndefined()
    expect(readMac('0:0:5e:0:53:1')).toBe('00:00:5e:00:53:01')
  })

  it('keeps every digit, and no other sign for one', () => {
    expect(readMac('01-23-45-67-89-ab')).toBe('01:23:45:67:89:ab')
    expect(readMac('CD:EF:0:9:A:F')).toBe('cd:ef:00:09:0a:0f')
    for (const sign of '/:@G`g \u0010\u0019')
      expect(readMac(`00:00:5e:00:53:0${sign}`), sign).toBeUndefined()
  })
})

describe('isPlainMac', () => {
  it.each(['00:00:5e:00:53:01', '09:af:90:fa:0a:f9'])('takes %s', (text) =>
    expect(isPlainMac(text)).toBe(true),
  )

  for (const text of [
    '',
    '00:00:5e:00:53:1',
    '00:00:5e:00:53:011',
    '00-00-5e-00-53-01',
    '00:00:5E:00:53:01',
    '00:00:5e:00:53:0g',
    '00:00:5e:00:53:0/',
    '00:00:5e:00:53:0:',
    '00:00:5e:00:53:0`',
    '0:00:5e:00:53:001',
    'x0:00:5e:00:53:01',
  ])
    it(`refuses "${text}"`, () => expect(isPlainMac(text)).toBe(false))
})
