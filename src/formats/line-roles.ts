import type { LineAccount, LineRole } from '../model/capture.js'

/** What a line was; the later one stands where a line is more than one thing. */
const ROLES: readonly LineRole[] = ['blank', 'outside', 'heading', 'unparsed', 'record']

const RANKS: Readonly<Record<LineRole, number>> = {
  blank: 0,
  outside: 1,
  heading: 2,
  unparsed: 3,
  record: 4,
}

/** Room for the lines of a short capture, which is a typed array that costs no memory of its own. */
const FIRST_ROOM = 64

/** The role of each line of a capture, a byte a line. */
export class LineRoles {
  private ranks = new Uint8Array(FIRST_ROOM)
  private count = 0
  private firstLine: number

  constructor(firstLine: number) {
    this.firstLine = firstLine
  }

  /** Gives lines from `line` up to and including `endLine` a role, unless they already have a weightier one. */
  mark(role: LineRole, line: number, endLine = line): void {
    const rank = RANKS[role]
    const from = Math.max(0, line - this.firstLine)
    const to = endLine - this.firstLine + 1
    if (to > this.ranks.length) this.grow(to)
    const { ranks } = this
    // Lines in between, without a cell of a paste, are blank ones: 0.
    for (let index = from; index < to; index++)
      if ((ranks[index] as number) < rank) ranks[index] = rank
    if (to > this.count) this.count = to
  }

  /** The role of a line; undefined where it has none yet. */
  at(line: number): LineRole | undefined {
    const index = line - this.firstLine
    return index < this.count ? ROLES[this.ranks[index] ?? -1] : undefined
  }

  list(): LineRole[] {
    return Array.from(this.ranks.subarray(0, this.count), (rank) => ROLES[rank] ?? 'blank')
  }

  account(): LineAccount {
    const { ranks, count } = this
    const sums = [0, 0, 0, 0, 0]
    // Ranks are indexes of `sums`.
    for (let i = 0; i < count; i++) (sums[ranks[i] as number] as number)++
    const [blank = 0, outside = 0, heading = 0, unparsed = 0, record = 0] = sums
    return { total: count, record, heading, blank, outside, unparsed }
  }

  /** Forgets the lines so far: what follows is counted anew. */
  drain(): void {
    this.firstLine += this.count
    this.ranks.fill(0, 0, this.count)
    this.count = 0
  }

  private grow(room: number): void {
    const { ranks } = this
    this.ranks = new Uint8Array(Math.max(room, 2 * ranks.length))
    this.ranks.set(ranks)
  }
}
