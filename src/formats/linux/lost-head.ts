import type { Span } from '../../model/span.js'
import type { Output } from '../output.js'

/** Rows that the first one is compared with. */
const COMPARED = 64

/**
 * Doubts the first address of a text without a heading, where the text may have lost its front: `2.0.2.1` beside
 * `192.0.2.20` was `192.0.2.1`.
 */
export class LostHead {
  private readonly out: Output
  private first: { stem: string; span: Span; text: string } | undefined
  /** Records that were compared, the first included. */
  private seen = 0
  private found = false

  constructor(out: Output) {
    this.out = out
  }

  /** Looks at the addresses of the records that were kept since the last call. */
  see(): void {
    if (this.seen === 0) this.open()
    const { first } = this
    if (first === undefined || this.seen >= COMPARED || this.found) return
    const { records, recordCount } = this.out
    const drained = recordCount - records.length
    for (const to = Math.min(COMPARED, recordCount); this.seen < to; this.seen++) {
      const record = records[this.seen - drained]
      if (record === undefined || !('address' in record) || record.address === null) continue
      const stem = stemOf(record.address)
      if (stem.length > first.stem.length && stem.endsWith(first.stem)) this.found = true
    }
  }

  /** Looks at the first record, whose row is the current one. */
  private open(): void {
    const { records, row } = this.out
    const [record] = records
    this.seen = 1
    if (record === undefined || !('address' in record) || record.address === null) return
    if (!row.isTextStart || !mayLack(record.address)) return
    this.first = { stem: stemOf(record.address), span: record.span, text: row.excerpt() }
  }

  /** Called behind the last row. */
  end(): void {
    if (this.found && this.first !== undefined)
      this.out.diagnose('head-missing', { text: this.first.text }, this.first.span)
  }
}

/** True where digits may have stood before an address: its first octet or group has room for them. */
function mayLack(address: string): boolean {
  const first = /^[^.:]*[.:]/.exec(address)?.[0] ?? ''
  return first.length <= (first.endsWith('.') ? 3 : 4)
}

/** The part of an address that neighbours share: three octets, or the groups before `::` or the interface's. */
function stemOf(address: string): string {
  const gap = address.indexOf('::')
  if (gap >= 0) return address.slice(0, gap + 2)
  if (!address.includes(':')) return address.slice(0, address.lastIndexOf('.') + 1)
  return address.split(':', 4).join(':')
}
