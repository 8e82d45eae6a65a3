import type { Row } from '../../text/row.js'
import { ipv4At } from '../cells.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { isRule, isWord } from './route-row.js'
import { titleSection } from './words.js'

const COLON = 58

/**
 * Which table of a `route print` the rows belong to. Titles end in a colon in every language; of a family, the first
 * is the active table and the second the persistent one, unless a known word says otherwise.
 */
export class RouteSections {
  /** Tables that said None. */
  empty = 0
  private current: 'none' | 'active' | 'persistent' = 'none'
  private hasRows = false
  private byRule = false
  /** A title was read, and neither its columns nor a row yet. */
  private expecting = false
  private afterRule = false

  get persistent(): boolean {
    return this.current === 'persistent'
  }

  /** Called with each row of five columns, which only active tables have. */
  activeRow(): void {
    this.current = 'active'
    this.byRule = false
    this.hasRows = true
    this.expecting = false
  }

  /** Called with each row that any table may have: without a title below the rule it may be of the table above. */
  anyRow(out: Output): void {
    if (this.byRule) {
      const why = 'no title stands between the rule above it and the row'
      out.diagnose('row-doubtful', { text: out.row.excerpt(), why })
    }
    if (this.current === 'none') this.current = 'active'
    this.hasRows = true
    this.expecting = false
  }

  /** Below the rows of an active table a rule stands only above the next title. */
  rule(): void {
    this.afterRule = true
    if (this.current !== 'active' || !this.hasRows) return
    this.current = 'persistent'
    this.byRule = true
  }

  /** Reads a line, or the part of a paste, that holds a title or the default gateway. */
  readTitles(row: Row): Reading {
    let from = 0
    let reading: Reading
    for (let i = 0; i < row.count; i++) {
      if (isRule(row, i)) this.rule()
      else if (namesFamily(row.cell(i))) {
        this.current = 'none'
        reading = 'heading'
      } else if (row.code(i, -1) === COLON) {
        if (ipv4At(row, i + 1) >= 0) {
          // "Default Gateway:" of 2000 to 2003 repeats the gateway of the best default route.
          reading ??= 'outside'
          i++
        } else if (this.title(row, from, i)) reading = 'heading'
        from = i + 1
      } else if (row.kind(i) !== 'word') return undefined
    }
    return reading
  }

  /** Takes the words up to the colon as a title; false for a colon within prose. */
  private title(row: Row, from: number, colon: number): boolean {
    const known = titleSection(row.rest(from, colon + 1))
    const isWhole = colon === row.count - 1 || row.count < row.total
    if (known === undefined && !isWhole) return false
    const next =
      this.current === 'none' || (this.persistent && !this.byRule) ? 'active' : 'persistent'
    this.current = known ?? next
    this.byRule = false
    this.hasRows = false
    this.expecting = true
    if (colon + 2 === row.count) this.empty++
    return true
  }

  /** The columns, or None, below a title; the title of the Interface List below a rule. */
  readColumns(row: Row): Reading {
    const { afterRule } = this
    this.afterRule = false
    for (let i = 0; i < row.count; i++) if (!isWord(row, i)) return undefined
    if (this.expecting) {
      this.expecting = false
      if (row.count > 1) return 'heading'
      this.empty++
      return 'outside'
    }
    return afterRule || row.count >= COLUMNS ? 'heading' : undefined
  }
}

/** Fewest words that are taken for columns where no title stood above them. */
const COLUMNS = 4

/** `IPv4-Routentabelle`, `Tabela de rotas IPv6`, `IPv4 路由表`. */
function namesFamily(text: string): boolean {
  return text.startsWith('IPv4') || text.startsWith('IPv6')
}
