import type { Route } from '../../model/route.js'
import type { Output } from '../output.js'

const FAMILY = /(?:Family|famille)\D*(\d+)|\((Internet(?: v6)?)\)/i

/**
 * The family that a section's title names. A default route whose gateway tells none is doubtful where rows of the other
 * family follow it at once: the title between them is lost.
 */
export class Sections {
  family: 4 | 6 = 4
  private readonly out: Output
  private open: Route | undefined
  /** How many records there are where the next one follows the open route at once. */
  private next = 0

  constructor(out: Output) {
    this.out = out
  }

  /** True where a text names a family; where a row stands on the line too, the family holds all the same. */
  begin(text: string): boolean {
    const section = FAMILY.exec(text)
    if (section === null) return false
    this.family = section[1] === '24' || section[2] === 'Internet v6' ? 6 : 4
    this.open = undefined
    return true
  }

  /** Called with each route. */
  see(route: Route): void {
    const { open, out } = this
    if (open !== undefined && route.family !== open.family && out.recordCount === this.next) {
      const why = 'rows of another family follow, and the title between may be lost'
      out.diagnose('row-doubtful', { text: open.destination, why }, open.span)
    }
    const isOpen = route.destination.endsWith('/0') && route.gateway.kind !== 'address'
    this.open = isOpen ? route : undefined
    this.next = out.recordCount + 1
  }
}
