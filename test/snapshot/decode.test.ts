import { describe, expect, it } from 'vitest'
import { decode } from '../../src/snapshot/index.js'

const TABLE = 'Routing tables\r\n\r\ndefault  192.0.2.1  UGS  em0\r\n'

interface Row {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string
}

const utf16le = Buffer.from(TABLE, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()

const rows: readonly Row[] = [
  { name: 'ASCII', bytes: Buffer.from(TABLE), encoding: 'utf-8' },
  { name: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${TABLE}`), encoding: 'utf-8' },
  {
    name: 'UTF-16 LE with a mark',
    bytes: Buffer.concat([Buffer.from([255, 254]), utf16le]),
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16 BE with a mark',
    bytes: Buffer.concat([Buffer.from([254, 255]), utf16be]),
    encoding: 'utf-16be',
  },
  { name: 'UTF-16 LE without a mark', bytes: utf16le, encoding: 'utf-16le' },
  { name: 'UTF-16 BE without a mark', bytes: utf16be, encoding: 'utf-16be' },
]

describe('decode', () => {
  for (const { name, bytes, encoding } of rows)
    it(`reads ${name}`, () =>
      expect(decode(bytes)).toEqual({ text: TABLE, encoding, diagnostics: [] }))

  it('falls back to a code page, and says so', () => {
    const { text, encoding, diagnostics } = decode(Buffer.from([0x4e, 0xfc, 0x20, 0x31]))
    expect([text, encoding]).toEqual(['Nü 1', 'windows-1252'])
    expect(diagnostics.map(({ code, args }) => ({ code, args }))).toEqual([
      { code: 'encoding-doubtful', args: { encoding: 'utf-8' } },
    ])
  })

  it('reads with the encoding that the caller names', () =>
    expect(decode(Buffer.from([0x81]), { encoding: 'CP850' })).toEqual({
      text: 'ü',
      encoding: 'cp850',
      diagnostics: [],
    }))

  it('says that a half character is left over', () =>
    expect(decode(Buffer.concat([utf16le, Buffer.from([65])])).diagnostics).toHaveLength(1))

  it('reads nothing as nothing', () => expect(decode(new Uint8Array()).text).toBe(''))

  it('refuses an encoding that it does not know', () =>
    expect(() => decode(new Uint8Array(), { encoding: 'klingon' })).toThrow(RangeError))
})
