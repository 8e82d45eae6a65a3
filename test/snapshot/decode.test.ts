import iconv from 'iconv-lite'
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

/** Headings of `route print` as these pages of cmd and Windows hold them. */
const pages = [
  ['cp850', 'Ständige Routen:'],
  ['cp437', 'Máscara de red  Métrica'],
  ['windows-1252', 'Itinéraires persistants'],
  ['cp852', 'Seznam rozhraní, Cíl v síti, Síťová maska, Brána'],
  ['windows-1250', 'Seznam rozhraní, Cíl v síti, Síťová maska, Brána'],
  ['cp866', 'Список интерфейсов'],
  ['windows-1251', 'Список интерфейсов'],
  ['cp932', 'インターフェイス一覧'],
  ['cp936', '接口列表  网络掩码  跃点数'],
  ['cp949', '인터페이스 목록  네트워크 마스크'],
  ['cp950', '介面清單  網路遮罩  閘道'],
  ['cp857', 'Ağ Geçidi  Kalıcı Yollar'],
  ['windows-1254', 'Ağ Geçidi  Kalıcı Yollar'],
] as const

describe('decode without a declaration', () => {
  for (const [page, heading] of pages)
    it(`knows ${page} by the words of its headings`, () => {
      const text = `${heading}\r\n  0.0.0.0  0.0.0.0  192.0.2.1\r\n`
      const decoded = decode(iconv.encode(text, page))
      expect(decoded.text).toBe(text)
      expect(decoded.diagnostics).toEqual([])
    })

  it('takes letters of an OEM page inside of words as such, and says that it is a guess', () => {
    const { text, encoding, diagnostics } = decode(iconv.encode('Käse und Brot', 'cp850'))
    expect([text, encoding, diagnostics.length]).toEqual(['Käse und Brot', 'cp850', 1])
  })
})

const declarations = [
  ['C:\\>chcp\r\nActive code page: 852\r\n\r\nC:\\>echo ő', 'cp852'],
  ['C:\\>chcp\r\nAktive Codepage: 850.\r\n\r\nC:\\>echo õ', 'cp850'],
  ['C:\\>chcp 1252\r\nC:\\>echo õ', 'windows-1252'],
  ['C:\\>chcp\r\nPage de codes active : 858\r\nõ', 'cp858'],
] as const

describe('decode with a declaration', () => {
  for (const [text, page] of declarations)
    it(`believes ${JSON.stringify(text.slice(0, 40))}`, () => {
      const decoded = decode(iconv.encode(text, page))
      expect(decoded).toMatchObject({ text, encoding: page, diagnostics: [] })
    })

  it('believes no number that is no page', () =>
    expect(decode(iconv.encode('Active code page: 999\nõ', 'latin1')).encoding).toBe(
      'windows-1252',
    ))
})

describe('decode of what two shells wrote', () => {
  const eight = Buffer.from(TABLE)
  const mark = Buffer.from([255, 254])
  const mixtures = [
    ['UTF-16, then bytes', [mark, utf16le, eight]],
    ['bytes, then UTF-16 LE', [eight, utf16le]],
    ['bytes, then UTF-16 LE with a mark', [eight, mark, utf16le]],
    ['bytes, then UTF-16 BE', [eight, utf16be]],
  ] as const
  for (const [name, parts] of mixtures)
    it(`reads ${name}, with one diagnostic`, () => {
      const { text, diagnostics } = decode(Buffer.concat(parts))
      expect(text).toBe(TABLE + TABLE)
      expect(diagnostics).toHaveLength(1)
    })

  it('reads UTF-16 that has a second mark in its middle', () =>
    expect(decode(Buffer.concat([mark, utf16le, mark, utf16le])).text.replace('\ufeff', '')).toBe(
      TABLE + TABLE,
    ))

  it('takes linear time on hostile bytes', () => {
    const bytes = new Uint8Array(2_000_000).map((_, index) => (index % 7 === 0 ? 0 : 65))
    const before = performance.now()
    decode(bytes)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
