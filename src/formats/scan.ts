import { commandOf, isFailure, isNoise, type PromptLine } from '../text/noise.js'
import { Row } from '../text/row.js'
import { giveRow, takeRow } from '../text/row-pool.js'
import { bannerEnd, holdsTranscript } from './banner.js'
import { CaptureReader } from './capture-reader.js'
import { programs } from './detect.js'
import type { Format } from './format.js'
import { Output } from './output.js'
import { Recogniser, type ScanOptions } from './recognise.js'
import { refusedData } from './refused-data.js'
import { Source } from './source.js'
import { sayUnknown } from './unknown.js'

/** One capture found in a text, before it becomes plain data. */
export interface Scanned {
  /** undefined for text in which nothing was recognised. */
  readonly format: Format | undefined
  readonly out: Output
  readonly command: string | undefined
  readonly host: string | undefined
  readonly firstLine: number
}

/** Refused rows of a capture that are all looked at, and how many of the others. */
const MOST_LOOKS = 200
const LOOK_EACH = 16

/** Lines of rubbish after which the text is looked at anew. */
const MOST_UNKNOWN = 1600

/** Finds the outputs of known commands in a text and reads each with its format. */
export function scan(text: string, options: ScanOptions): Scanned[] {
  const row = takeRow()
  const ahead = takeRow()
  const scanner = new Scanner(text, options, { row, ahead })
  scanner.read(true)
  giveRow(row)
  giveRow(ahead)
  return scanner.found
}

/** What stays unread of a text that goes on: enough to recognise where another command's output begins. */
const LOOK_AHEAD = 1 << 16

/** A capture that is being read. */
interface OpenCapture {
  readonly format: Format
  readonly reader: CaptureReader
  readonly firstLine: number
}

/** Reads the captures of a text one after another; the text may come in parts. */
export class Scanner {
  /** Captures that have ended, until somebody takes them. */
  found: Scanned[] = []
  /** The capture that the next part of the text goes on with. */
  open: OpenCapture | undefined
  private readonly source: Source
  private readonly recogniser: Recogniser
  private readonly options: ScanOptions
  private readonly row: Row
  at: number
  private line = 1
  limit = 0
  private isFirst = true
  /** Rows that the open capture's format refused and another's might take. */
  private refused = 0

  constructor(text: string, options: ScanOptions, rows = { row: new Row(), ahead: new Row() }) {
    this.options = options
    this.row = rows.row
    this.source = new Source(text, rows.ahead, rows.row)
    this.recogniser = new Recogniser(this.source, options)
    this.at = this.source.start
  }

  /** Adds a part to the text; what was read of it is forgotten. */
  append(part: string): void {
    this.source.text = this.source.text.slice(this.at) + part
    this.at = 0
  }

  /** Reads what is at hand: all of it where the text ends there. */
  read(atEnd: boolean): void {
    const { length } = this.source.text
    this.limit = atEnd ? length : length - LOOK_AHEAD
    while (this.at < this.limit || (atEnd && this.isFirst && this.open === undefined)) {
      const before = this.at
      if (this.open === undefined) this.readNext()
      else this.readOn(this.open)
      if (this.at === before) break
    }
    if (atEnd && this.open !== undefined) this.close(this.open)
  }

  private readNext(): void {
    const { at, line } = this
    const { list, prompt } = this.recogniser.recognise({ at, line })
    const format = this.options.format ?? list[0]?.format
    if (format !== undefined) this.begin(format, prompt)
    else if (this.isFirst && this.readBehindBanner()) return
    else if (!this.isFirst || !this.readJoined()) this.readUnknown(prompt)
  }

  /** Begins with the first command of a transcript, what a log-in printed before it belongs to nothing; false where there is none. */
  private readBehindBanner(): boolean {
    const { source, line } = this
    const at = bannerEnd(source, this.at)
    if (at === undefined || at >= this.limit) return false
    const { list, prompt } = this.recogniser.recognise({ at, line })
    const [first] = list
    if (first === undefined) return false
    this.begin(first.format, prompt, at)
    return true
  }

  /** Begins a capture; lines before `from` are no part of what its command printed. */
  private begin(format: Format, prompt: PromptLine | undefined, from = this.at): void {
    const { row, line } = this
    row.line = line
    const elsewhere = (begun: boolean) => this.elsewhere(format, begun)
    const { firstRows } = this.options
    const reader = new CaptureReader(format, row, { prompt, elsewhere, firstRows })
    this.open = { format, reader, firstLine: line }
    this.refused = 0
    for (; this.at < from; this.line++) {
      this.at = this.source.load(row, this.at)
      row.line = this.line
      reader.out.mark(row.count === 0 ? 'blank' : 'outside')
    }
    this.readOn(this.open)
  }

  private readOn(open: OpenCapture): void {
    const { row, source } = this
    const { reader } = open
    while (this.at < this.limit) {
      if (source.peel === undefined) {
        const { at, line } = this
        // No row of a run begins another command's output, so that it may reach to the end of what is at hand.
        const run = reader.readAlike(source.text, { at, line, limit: source.text.length })
        if (run !== undefined && run.lines > 0) {
          this.at = run.at
          this.line += run.lines
          continue
        }
      }
      const next = source.load(row, this.at)
      row.line = this.line
      if (reader.step() === 'boundary') {
        this.close(open)
        return
      }
      this.at = next
      this.line++
    }
  }

  private close({ format, reader, firstLine }: OpenCapture): void {
    reader.end()
    this.open = undefined
    const { peel } = this.source
    if (peel !== undefined && this.isFirst)
      reader.out.diagnose('prefix-dropped', { prefix: peel.shown })
    const host = reader.host ?? peel?.host
    this.push({ format, out: reader.out, command: reader.command, host, firstLine })
  }

  private push(one: Scanned): void {
    this.isFirst = false
    this.found.push(one)
  }

  /** True where the row that a format refuses begins another format's output. */
  private elsewhere(format: Format, begun: boolean): boolean {
    if (!begun || this.options.format !== undefined) return false
    // In the middle of endless rubbish not every line is worth a look ahead.
    if (++this.refused > MOST_LOOKS && this.refused % LOOK_EACH !== 0) return false
    const { at, line } = this
    return this.recogniser.beginsOther(format, { at, line })
  }

  /** Reads the whole text as one row of cells, for pastes with one cell a line; false where that gives no rows. */
  private readJoined(): boolean {
    if (this.limit < this.source.text.length) return false
    const { row } = this
    if (holdsTranscript(this.source, row, this)) return false
    const [first] = this.recogniser.recogniseJoined(row)
    const format = this.options.format ?? first?.format
    if (format?.startsRow === undefined) return false
    const reader = new CaptureReader(format, row, { elsewhere: () => false })
    reader.stepJoined()
    if (reader.out.recordCount === 0) return false
    const { line: endLine } = row.place(row.text.length)
    reader.out.mark('blank', { line: 1, column: 1, endLine, endColumn: 1 })
    this.at = this.source.text.length
    this.close({ format, reader, firstLine: 1 })
    return true
  }

  /** Accounts for lines of which nothing is known, up to the next command line. */
  private readUnknown(prompt: PromptLine | undefined): void {
    const { row } = this
    row.line = this.line
    const firstLine = this.line
    const start = this.at
    const out = new Output(row, firstLine)
    const head = this.source.text.slice(0, 1000)
    const isBinary = head.includes('\0') && refusedData(head) !== undefined
    let content = 0
    let failure = false
    while (this.at < this.limit && (isBinary || content < MOST_UNKNOWN)) {
      const next = this.source.load(row, this.at)
      row.line = this.line
      const text = row.excerpt(300)
      if (!isBinary && content > 0 && commandOf(row, programs()) !== undefined) break
      if (row.count === 0) out.mark('blank')
      else if (!isBinary && isFailure(text)) {
        failure = true
        content++
        out.diagnose('failed-command', { text: row.excerpt() })
        out.mark('outside')
      } else if (isNoise(text) || commandOf(row, programs()) !== undefined) out.mark('outside')
      else {
        content++
        out.mark('unparsed')
      }
      this.at = next
      this.line++
    }
    if (!failure) {
      const isRest = !this.isFirst
      sayUnknown(out, this.source.text, {
        content,
        firstLine,
        lastLine: this.line - 1,
        isRest,
        start,
      })
    }
    const { command, host } = { host: this.source.peel?.host, command: undefined, ...prompt }
    this.push({ format: undefined, out, command, host, firstLine })
  }
}
