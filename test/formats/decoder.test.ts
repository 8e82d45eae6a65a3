import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BytesDecoder } from '../../src/formats/decoder.js'

function decoded(bytes: Uint8Array, places: readonly number[]): string {
  const decoder = new BytesDecoder()
  let text = ''
  let from = 0
  for (const place of places.map((one) => one % (bytes.length + 1)).sort((a, b) => a - b)) {
    text += decoder.decode(bytes.subarray(from, place))
    from = place
  }
  return text + decoder.decode(bytes.subarray(from)) + decoder.end()
}

/** Bytes of the characters of UTF-8, whole and broken, and some that are none. */
const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }).map((text) => [...new TextEncoder().encode(text)]),
    fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xf0, 0x9f, 0xff), {
      maxLength: 4,
    }),
  ),
  { maxLength: 8 },
)

describe('the bytes of a stream', () => {
  it.each([
    ['UTF-8', 'utf-8', []],
    ['UTF-8 with a mark', 'utf-8', [0xef, 0xbb, 0xbf]],
    ['UTF-16 of PowerShell', 'utf-16le', [0xff, 0xfe]],
    ['UTF-16, the high byte first', 'utf-16be', [0xfe, 0xff]],
  ])('are the same text as a whole, wherever %s is cut', (_, encoding, mark) => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(), { maxLength: 6 }), (parts, places) => {
        const bytes = Uint8Array.from([...mark, ...parts.flat()])
        fc.pre(mark.length > 0 || !(bytes[0] === 0xff || bytes[0] === 0xfe))
        expect(decoded(bytes, places)).toBe(new TextDecoder(encoding).decode(bytes))
      }),
      { numRuns: 300 },
    )
  })

  it('keep a mark that stands in their middle', () => {
    const mark = [0xef, 0xbb, 0xbf]
    expect(decoded(Uint8Array.from([0x41, ...mark]), [1])).toBe('A\ufeff')
  })
})
