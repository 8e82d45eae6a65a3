import { describe, expect, it } from 'vitest'
import { message, parse } from '../../src/index.js'

const ROWS = [
  'default via 192.0.2.1 dev eth0 proto dhcp metric 100',
  '192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10',
  '198.51.100.0/24 via 192.0.2.20 dev eth0 metric 200',
  '203.0.113.0/24 via 192.0.2.20 dev eth0',
]

function read(text: string) {
  const [capture] = parse(text)
  return {
    destinations: (capture?.records ?? []).map(
      (record) => 'destination' in record && record.destination,
    ),
    lines: (capture?.diagnostics ?? []).map(({ code, span }) => `${code} ${span.line}`),
    sentences: (capture?.diagnostics ?? []).map(message),
  }
}

describe('a CR among other line ends', () => {
  const broken = `${ROWS.join('\n').replace('192.0.2.20 dev eth0 metric', '192.0.2.2\r dev eth0 metric')}\n`

  it('makes the rows on both its sides doubtful', () => {
    const { lines, sentences } = read(broken)
    expect(lines).toContain('row-doubtful 3')
    expect(sentences.join()).toContain('a CR breaks the line')
  })

  it('says nothing of the other rows', () => {
    expect(read(broken).lines.filter((line) => / [12]$/.test(line))).toEqual([])
  })

  it('is a line end where a third of the lines or more end so', () => {
    const { destinations, lines } = read(`${ROWS[0]}\r${ROWS[1]}\r${ROWS[2]}\n${ROWS[3]}\n`)
    expect(destinations).toHaveLength(4)
    expect(lines).toEqual([])
  })
})

describe('lines that end at one column', () => {
  const rows = [
    'default via 192.0.2.20 dev eth0 table 100',
    '198.51.100.12 via 192.0.2.20 dev enp0s3100',
    '192.0.2.0/24 dev eth0 scope link',
  ]

  it('are doubtful where they end in the middle of different cells', () => {
    const { lines } = read(`${rows.map((row) => row.slice(0, 40)).join('\n')}\n`)
    expect(lines).toEqual(['row-doubtful 1', 'row-doubtful 2'])
  })

  it('are not where another line is longer', () => {
    const whole = `${rows.map((row) => row.slice(0, 40)).join('\n')}\n${ROWS[1]}\n`
    expect(read(whole).lines).toEqual([])
  })

  it('are not where their last cells stand below each other', () => {
    const aligned = [
      '198.51.100.12 via 192.0.2.20 dev enp0s31',
      '198.51.100.13 via 192.0.2.20 dev enp0s32',
    ]
    expect(aligned.map((row) => row.length)).toEqual([40, 40])
    expect(read(`${aligned.join('\n')}\n`).lines).toEqual([])
  })
})

describe('a word of net-tools before an address', () => {
  const head = 'eth0      Link encap:Ethernet  HWaddr 00:00:5e:00:53:01  \n'

  it('says whose address it is: a broadcast address is no own one', () => {
    const { lines } = read(`${head}          inet Bcast:192.0.2.255  Mask:255.255.255.0\n`)
    expect(lines).toEqual(['unknown-word 2'])
  })

  it('says that a broadcast address is no netmask', () => {
    const [capture] = parse(`${head}          inet addr:192.0.2.11  Bcast:0.0.0.0\n`)
    expect(capture?.records[0]).not.toHaveProperty('prefixLength')
    expect(capture?.diagnostics.map(({ code }) => code)).toEqual(['cut-row'])
  })
})
