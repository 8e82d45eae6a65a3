import type { AnyRecord, Kind } from '../model/capture.js'
import type { Platform } from '../model/platform.js'
import type { Row } from '../text/row.js'
import type { Column } from './alike/column.js'
import type { Output } from './output.js'
import type { Sample } from './sample.js'

/** How sure a format is that a text is its own. */
export interface Verdict {
  /** 0 to 1: 1 words that nobody else prints · 0.8 heading and rows fit · 0.5 rows fit · below 0.3 is no candidate. */
  readonly score: number
  /** What spoke for it, for people: `the heading has Genmask`. */
  readonly reasons: readonly string[]
}

/**
 * What a reader made of a row. `unparsed` means that it has said itself what is wrong; `undefined` leaves it to the
 * shared code, which knows prompts, pagers, rules, error messages and the rows of other formats.
 */
export type Reading = 'record' | 'heading' | 'outside' | 'unparsed' | undefined

/** Reads one capture row by row; one is made for each capture, so it may keep state. */
export interface Reader {
  read(row: Row): Reading
  /** Called behind the last row. */
  end?(): void
  /** Called with a row that nobody understood, and that is no prompt, pager or error message. */
  refused?(row: Row): void
  /** Called where the row read last may not be what stands in the text: what follows may belong to another. */
  doubt?(why: string): void
  /**
   * The cells of the record row read last that may differ in another without changing what the rest of it means;
   * rows that are the same but for these are not given to the reader. Undefined while every row is to be seen.
   */
  readonly alike?: readonly Column[] | undefined
  /** Called behind a run of rows that were read by `alike`, with the record of the last. */
  follow?(record: AnyRecord): void
}

export interface ReaderOptions {
  /** The command line that stood before the output or that the caller names: `ip -6 route`. */
  readonly command?: string
}

/** First rows that only one command prints, as `Opening` takes them. */
export interface Openings {
  /** The heading that they stand under, its words parted by single blanks; absent where they begin the output. */
  readonly heading?: string
  readonly rows: readonly string[]
}

/** How one command prints on one platform. A format is one file and one line in the list. */
export interface Format<Id extends string = string> {
  readonly id: Id
  readonly kind: Kind
  readonly platform: Platform
  /** A few words for lists: `netstat -rn of AIX`. */
  readonly title: string
  /** Command lines whose output this is, the one to ask for first. */
  readonly commands: readonly string[]
  /**
   * Command lines that a capture script runs, where the first alone does not print all; of a list, the first that the
   * host has. `INTERFACE` stands for one interface after the other.
   */
  readonly captures?: readonly (string | readonly string[])[]
  /** Id of the format that prints as much or more: a capture script takes this one where that one's tool is missing. */
  readonly insteadOf?: string
  /** The layout in a paragraph: columns, versions, traps, and where each fact comes from. For `explain`. */
  readonly about: string
  /**
   * Cells that make this format a candidate when one of them stands in the first lines, compared without case:
   * words of its headings or rows. Kinds of the first two cells count too, as `ipv4 ipv4`.
   */
  readonly cues: readonly string[]
  /** True where a command line names this output; a hint, never a requirement. */
  readonly fromCommand?: RegExp
  /** Looks at the first lines; undefined where they are not this format's. */
  detect(sample: Sample): Verdict | undefined
  reader(out: Output, options: ReaderOptions): Reader
  /**
   * True where a table row can begin at cell `index`; lets the shared code take apart rows that a paste has put on one
   * line, or one cell a line. Absent where the output is no table.
   */
  startsRow?(row: Row, index: number): boolean
  /** True where words that are no row (a title, a heading) begin at cell `index` of a paste. */
  startsHeading?(row: Row, index: number): boolean
  /** Heading lines that no other command prints, their words parted by single blanks: they decide at once. */
  readonly headings?: readonly string[]
  /** First rows that no other command prints: they decide at once. */
  readonly openings?: readonly Openings[]
  /** True where the output always begins with a heading: a text that begins with a row has lost its front. */
  readonly headed?: true
  /** What a row of it holds, to complete "expected …": `a destination, a gateway and flags`. */
  readonly expects: string
}
