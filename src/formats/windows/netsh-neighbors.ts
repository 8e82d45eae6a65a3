import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { NeighborRows, startsNeighbor } from './neighbor-reader.js'

const HEAD = /^(?:\S+ )?(?:\S*[^\s\d])?(\d+): \S/
const ROW =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+)\s+(?:(?:[0-9a-f]{2}-){5}[0-9a-f]{2}\s+)?[^\s\d]/i

function detect(sample: Sample): Verdict | undefined {
  const heads = sample.count((line) => isHeadText(line.text))
  const rows = sample.count((line) => ROW.test(line.text))
  if (rows === 0 || heads === 0) return undefined
  return {
    score: 0.9,
    reasons: ['heads have an interface number and name above rows of neighbours'],
  }
}

/** `Interface 12: Ethernet`; an adapter of ifconfig or ip has no number before its colon, or flags behind it. */
function isHeadText(text: string): boolean {
  return HEAD.test(text) && !/[<>=]|\d\.\d/.test(text)
}

class NetshNeighborsReader implements Reader {
  private readonly rows: NeighborRows

  constructor(out: Output) {
    this.rows = new NeighborRows(out, true)
  }

  read(row: Row): Reading {
    return (
      this.rows.read(row) ?? this.readHead(row) ?? this.readTitles(row) ?? this.readLostHead(row)
    )
  }

  /** Rows below a head that stands behind something else are of an interface that is not known. */
  private readLostHead(row: Row): Reading {
    for (let i = 2; i < row.count; i++)
      if (row.kind(i - 1) === 'word' && isNumbered(row, i)) this.rows.begin({})
    return undefined
  }

  end(): void {
    this.rows.end()
  }

  /**
   * ```
   * Interface 12: Ethernet 4
   *           ^^
   * ```
   */
  private readHead(row: Row): Reading {
    const at = numberCell(row)
    if (at < 0) return undefined
    for (let i = at; i < row.count; i++) if (startsNeighbor(row, i)) return undefined
    const number = row.cell(at).slice(0, -1).replace(/\D/g, '')
    // Without its label the number may have lost its front.
    if (row.isTextStart && row.cell(0) === `${number}:`) {
      this.rows.begin({})
      return 'heading'
    }
    const index = Number(number)
    const loopback = index === BUILT_IN_LOOPBACK
    this.rows.begin({ interface: number, index, ...(loopback ? { loopback } : {}) })
    return 'heading'
  }

  private readTitles(row: Row): Reading {
    if (row.count < 3) return undefined
    for (let i = 0; i < row.count; i++) if (row.kind(i) !== 'word') return undefined
    if (/[>\\$#]/.test(row.excerpt())) return undefined
    this.rows.titles()
    return 'heading'
  }
}

/** The built-in loopback interface has this index since Vista. */
const BUILT_IN_LOOPBACK = 1
const COLON = 58

/** The cell that ends in a number and a colon, among the first two; -1 where there is none. */
function numberCell(row: Row): number {
  for (let i = 0; i < 2; i++) {
    const digit = row.code(i, -2) - 48
    if (row.code(i, -1) === COLON && digit >= 0 && digit <= 9 && isHeadText(row.excerpt())) return i
  }
  return -1
}

/** `netsh interface ipv4 show neighbors` and its IPv6 twin. */
export const windowsNetshNeighbors = {
  id: 'windows-netsh-neighbors',
  kind: 'neighbors',
  platform: 'windows',
  title: 'netsh interface show neighbors of Windows',
  commands: ['netsh interface ipv4 show neighbors', 'netsh interface ipv6 show neighbors'],
  captures: ['netsh interface ipv6 show neighbors'],
  about: `A section for each interface, headed by its number and name; rows of address, hardware address and state in
the system's language. Permanent entries are groups and those made by hand; Unreachable and Incomplete ones show zeros
or nothing as their hardware address. IPv6 rows may say (Router) behind the state.`,
  cues: ['Address', 'ipv4 mac', 'ipv4 word', 'ipv6 mac', 'ipv6 word'],
  fromCommand: /\bnetsh\b.*\bshow\s+nei/i,
  detect,
  reader: (out: Output) => new NetshNeighborsReader(out),
  startsRow: startsNeighbor,
  startsHeading: (row: Row, index: number) =>
    row.kind(index) === 'word' && isNumbered(row, index + 1),
  expects: 'an address, a hardware address and a state',
} as const satisfies Format

function isNumbered(row: Row, index: number): boolean {
  return row.code(index, -1) === COLON && row.code(index) >= 48 && row.code(index) <= 57
}
