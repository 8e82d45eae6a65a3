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
  private left = COMPARED
  private found = false

  constructor(out: Output) {
    this.out = out
  }

  /** True while the rows that follow are still compared with the first. */
  get isOpen(): boolean {
    return this.left > 0
  }

  /** Looks at the address of a row that was read. */
  see(address: string, span: Span): void {
    if (this.left === 0) return
    this.left--
    const { first, out } = this
    if (first !== undefined) {
      const stem = stemOf(address)
      if (stem.length > first.stem.length && stem.endsWith(first.stem)) this.found = true
    } else if (out.row.isTextStart && mayLack(address))
      this.first = { stem: stemOf(address), span, text: out.row.excerpt() }
    else this.left = 0
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
