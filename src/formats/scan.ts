import type { Platform } from '../model/platform.js'
import { isFailure, isNoise, type PromptLine, promptCommand } from '../text/noise.js'
import { Row } from '../text/row.js'
import { CaptureReader } from './capture-reader.js'
import { type Candidate, candidates, type Hints, programs } from './detect.js'
import type { Format } from './format.js'
import { loadJoined } from './joined.js'
import { Output } from './output.js'
import { pastedFormats } from './pasted.js'
import type { Sample } from './sample.js'
import { Sampler } from './sampler.js'
import { Source } from './source.js'
import { chooseByTrial, readAhead, type TrialPlace } from './trial.js'
import { sayUnknown } from './unknown.js'

/** What the caller knows of the text. */
export interface ScanOptions {
  readonly platform?: Platform
  readonly format?: Format
  readonly command?: string
}

/** One capture found in a text, before it becomes plain data. */
export interface Scanned {
  /** undefined for text in which nothing was recognised. */
  readonly format: Format | undefined
  readonly out: Output
  readonly command: string | undefined
  readonly host: string | undefined
  readonly firstLine: number
}

/** Lines that are looked at to recognise a format, and how far to go on where the first do not tell. */
const WINDOWS = [16, 160, 1600] as const
/** Lines that are looked at where another command's output may begin in the middle of a text. */
const PEEK = 12

/** Finds the outputs of known commands in a text and reads each with its format. */
export function scan(text: string, options: ScanOptions): Scanned[] {
  return new Scanner(text, options).run()
}

/** The formats that the first output in a text may be, the one that would be chosen first. */
export function detectionOf(text: string): Candidate[] {
  return new Scanner(text, {}).candidates()
}

class Scanner {
  private readonly text: string
  private readonly source: Source
  private readonly sampler: Sampler
  private readonly options: ScanOptions
  private readonly row = new Row()
  private readonly ahead = new Row()
  private at: number
  private line = 1
  private readonly found: Scanned[] = []

  constructor(text: string, options: ScanOptions) {
    this.text = text
    this.options = options
    this.source = new Source(text)
    this.sampler = new Sampler(this.source, options.command)
    this.at = this.source.start
  }

  run(): Scanned[] {
    while (this.at < this.text.length || this.found.length === 0) {
      const before = this.at
      this.readNext()
      if (this.at === before) break
    }
    return this.found
  }

  candidates(): Candidate[] {
    for (const most of WINDOWS) {
      const { sample, pasted, atEnd } = this.sampler.look(this.at, most)
      const list = candidates(sample, this.hints(sample.command))
      const chosen = list.length > 1 ? chooseByTrial(list, this.place) : undefined
      if (list.length > 0)
        return list.sort((a, b) => Number(b.format === chosen) - Number(a.format === chosen))
      if (pasted >= 0) {
        this.source.load(this.ahead, pasted)
        const pastes = pastedFormats(this.ahead, {})
        if (pastes.length > 0) return pastes
      }
      if (atEnd) break
    }
    return this.joinedCandidates()
  }

  private joinedCandidates(): Candidate[] {
    return loadJoined(this.row, this.text) ? pastedFormats(this.row, {}) : []
  }

  private readNext(): void {
    const { format, prompt } = this.recognise()
    if (format !== undefined) this.readCapture(format, prompt)
    else if (this.found.length > 0 || !this.readJoined()) this.readUnknown(prompt)
  }

  /** What the text from here on is, looking as far as need be. */
  private recognise(): { format?: Format; prompt?: PromptLine } {
    let prompt: PromptLine | undefined
    for (const most of WINDOWS) {
      const peek = this.sampler.look(this.at, most)
      prompt = this.options.command === undefined ? peek.prompt : { command: this.options.command }
      const format = this.options.format ?? this.best(peek.sample, peek.pasted)
      if (format !== undefined) return prompt === undefined ? { format } : { format, prompt }
      if (peek.atEnd) break
    }
    return prompt === undefined ? {} : { prompt }
  }

  private best(sample: Sample, pasted: number): Format | undefined {
    const hints = this.hints(sample.command)
    const list = candidates(sample, hints)
    const [first] = list
    if (first !== undefined)
      return list.length === 1 ? first.format : chooseByTrial(list, this.place)
    if (pasted < 0) return undefined
    this.source.load(this.ahead, pasted)
    return pastedFormats(this.ahead, hints)[0]?.format
  }

  private get place(): TrialPlace {
    const { source, ahead: row, at, line } = this
    return { source, row, at, line }
  }

  private hints(command: string | undefined): Hints {
    const { platform } = this.options
    return {
      ...(platform === undefined ? {} : { platform }),
      ...(command === undefined ? {} : { command }),
    }
  }

  private readCapture(format: Format, prompt: PromptLine | undefined): void {
    const { row } = this
    row.line = this.line
    const reader = new CaptureReader(format, row, {
      prompt,
      elsewhere: (begun) => this.elsewhere(format, begun),
    })
    const firstLine = this.line
    while (this.at < this.text.length) {
      const next = this.source.load(row, this.at)
      row.line = this.line
      if (reader.step() === 'boundary') break
      this.at = next
      this.line++
    }
    reader.end()
    this.push({ format, reader, firstLine })
  }

  private push(one: { format: Format; reader: CaptureReader; firstLine: number }): void {
    const { format, reader, firstLine } = one
    if (this.source.peel !== undefined && this.found.length === 0)
      reader.out.diagnose('prefix-dropped', { prefix: this.source.peel.shown })
    const host = reader.host ?? this.source.peel?.host
    this.found.push({ format, out: reader.out, command: reader.command, host, firstLine })
  }

  /** True where the row that a format refuses begins another format's output. */
  private elsewhere(format: Format, begun: boolean): boolean {
    if (!begun || this.options.format !== undefined) return false
    const { sample } = this.sampler.look(this.at, PEEK)
    const [first] = candidates(sample, this.hints(undefined))
    return (
      first !== undefined &&
      first.format !== format &&
      readAhead(first.format, this.place).first === this.at
    )
  }

  /** Reads the whole text as one row of cells, for pastes with one cell a line; false where that gives no rows. */
  private readJoined(): boolean {
    const { row } = this
    if (!loadJoined(row, this.text)) return false
    const format = this.options.format ?? pastedFormats(row, this.hints(undefined))[0]?.format
    if (format?.startsRow === undefined) return false
    const reader = new CaptureReader(format, row, { elsewhere: () => false })
    reader.stepJoined()
    if (reader.out.recordCount === 0) return false
    reader.end()
    this.at = this.text.length
    this.push({ format, reader, firstLine: 1 })
    return true
  }

  /** Accounts for lines of which nothing is known, up to the next command line. */
  private readUnknown(prompt: PromptLine | undefined): void {
    const { row } = this
    row.line = this.line
    const firstLine = this.line
    const out = new Output(row, firstLine)
    let content = 0
    let failure = false
    while (this.at < this.text.length && content < WINDOWS[2]) {
      const next = this.source.load(row, this.at)
      row.line = this.line
      const text = row.excerpt(300)
      if (content > 0 && promptCommand(text, programs()) !== undefined) break
      if (row.count === 0) out.mark('blank')
      else if (isFailure(text)) {
        failure = true
        content++
        out.diagnose('failed-command', { text: row.excerpt() })
        out.mark('outside')
      } else if (isNoise(text) || promptCommand(text, programs()) !== undefined) out.mark('outside')
      else {
        content++
        out.mark('unparsed')
      }
      this.at = next
      this.line++
    }
    if (!failure) {
      const isRest = this.found.length > 0
      sayUnknown(out, this.text, { content, firstLine, lastLine: this.line - 1, isRest })
    }
    const { command, host } = { host: this.source.peel?.host, command: undefined, ...prompt }
    this.found.push({ format: undefined, out, command, host, firstLine })
  }
}
